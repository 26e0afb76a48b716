"""A tagged PDF read with pikepdf alone: its structure tree (ISO 32000-1, 14.7) with what each element shows."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

from pdf.content import PageContent, Reader, Shown, joined

INLINE = {"Span", "Link", "Reference"}


@dataclass(frozen=True)
class Content:
    """A marked-content sequence that an element shows."""

    page: int
    number: int


@dataclass(frozen=True)
class Annotation:
    """An annotation that an element holds (OBJR): its object's number."""

    page: int | None
    identity: tuple[int, int]


@dataclass(eq=False)
class Node:
    """A structure element."""

    kind: str
    entries: Any
    parent: "Node | None"
    kids: "list[Node | Content | Annotation]" = field(default_factory=list)

    @property
    def nodes(self) -> "list[Node]":
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> "Iterator[Node]":
        """This element and all below, in order."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def contents(self) -> Iterator[Content]:
        """All content below, in order."""
        for kid in self.kids:
            if isinstance(kid, Content):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.contents()

    def attribute(self, name: str) -> Any:
        """An attribute of any owner (14.7.5); None where it is not there."""
        owners = self.entries.get("/A", [])
        for owner in [owners] if isinstance(owners, pikepdf.Dictionary) else owners:
            if name in owner:
                return owner[name]
        return None

    @property
    def language(self) -> str | None:
        """The language that the element itself says."""
        return str(self.entries.Lang) if "/Lang" in self.entries else None

    def around(self) -> "Iterator[Node]":
        """The elements around, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __str__(self) -> str:
        return "/".join([*(node.kind for node in reversed(list(self.around()))), self.kind])


class TaggedFile:
    """A PDF file with its structure."""

    def __init__(self, content: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(content))
        self.pages: list[PageContent] = Reader(self.file).pages()
        self._indices = {page.objgen: index for index, page in enumerate(self.file.pages)}
        self.roots = [self._node(kid, None, None) for kid in _items(self.file.Root.StructTreeRoot.K)]

    def _node(self, entries: Any, parent: Node | None, page: int | None) -> Node:
        page = self._page(entries, page)
        node = Node(str(entries.S).lstrip("/"), entries, parent)
        for kid in _items(entries.get("/K", [])):
            if isinstance(kid, int):
                node.kids.append(Content(page if page is not None else -1, int(kid)))
            elif kid.get("/Type") == "/MCR":
                node.kids.append(Content(self._page(kid, page), int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                node.kids.append(Annotation(self._page(kid, page), kid.Obj.objgen))
            else:
                node.kids.append(self._node(kid, node, None))
        return node

    def _page(self, entries: Any, otherwise: int | None) -> int | None:
        return self._indices[entries.Pg.objgen] if "/Pg" in entries else otherwise

    def nodes(self, *kinds: str) -> Iterator[Node]:
        """The elements, in order; those of some kinds."""
        for root in self.roots:
            yield from (node for node in root.walk() if not kinds or node.kind in kinds)

    @cached_property
    def _texts(self) -> dict[Content, list[Shown]]:
        found: dict[Content, list[Shown]] = {}
        for page in self.pages:
            for text in page.texts:
                if text.mark is not None and text.mark.number is not None:
                    found.setdefault(Content(page.index, text.mark.number), []).append(text)
        return found

    def texts_of(self, content: Content) -> list[Shown]:
        """The texts of a marked-content sequence."""
        return self._texts.get(content, [])

    def text(self, node: Node) -> str:
        """An element's text; blocks stand on lines of their own."""
        return "".join(text for text, _ in self.passages(node))

    def passages(self, node: Node, language: str | None = None) -> Iterator[tuple[str, str]]:
        """An element's text in order, each piece with its language (the nearest one said around it).

        What a figure shows is a picture: its alternative text stands for it.
        """
        if node.kind == "Figure":
            return
        language = node.language or language or str(self.file.Root.get("/Lang", ""))
        if node.kind not in INLINE:
            yield "\n", language
        run: list[Shown] = []
        for kid in node.kids:
            if isinstance(kid, Content):
                run += self.texts_of(kid)
            elif isinstance(kid, Node):
                yield "".join(joined(run)), language
                run = []
                yield from self.passages(kid, language)
        yield "".join(joined(run)), language
        if node.kind not in INLINE:
            yield "\n", language

    def annotations(self) -> Iterator[tuple[int, Any]]:
        """The annotations of all pages, with the page's index."""
        for index, page in enumerate(self.file.pages):
            yield from ((index, annotation) for annotation in page.get("/Annots", []))

    @cached_property
    def parent_tree(self) -> dict[int, Any]:
        """What the parent tree says of each key (14.7.4.4)."""
        numbers = list(_numbers(self.file.Root.StructTreeRoot.ParentTree))
        return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _items(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]


def _numbers(node: Any) -> Iterator[Any]:
    """A number tree's pairs, one after the other (7.9.7)."""
    yield from node.get("/Nums", [])
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)
