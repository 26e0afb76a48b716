"""The PDF's structure tree, made from the HTML tree: what each element is, and which marks on which page show it.

Standard structure types are those of ISO 32000-1, 14.8.4; the tree's reading order is the HTML tree's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from terrinclus_publish.tree import Element, classes

HEADINGS = {f"h{level}": f"H{level}" for level in range(1, 6)}
KINDS: dict[str, tuple[str, ...]] = {
    **{tag: (kind,) for tag, kind in HEADINGS.items()},
    "article": ("Art",),
    "section": ("Sect",),
    "nav": ("Sect",),
    "header": ("Sect",),
    "aside": ("Aside",),
    "blockquote": ("BlockQuote",),
    "p": ("P",),
    "ul": ("L",),
    "ol": ("L",),
    "dl": ("L",),
    "li": ("LI", "LBody"),
    "dt": ("Lbl",),
    "dd": ("LBody",),
    "table": ("Table",),
    "caption": ("Caption",),
    "thead": ("THead",),
    "tbody": ("TBody",),
    "tfoot": ("TFoot",),
    "tr": ("TR",),
    "th": ("TH",),
    "td": ("TD",),
    "figure": ("Div",),
    "figcaption": ("P",),
    "img": ("Figure",),
    "a": ("Link",),
}
"""Structure types of the elements, the outer first; an element that is not here belongs to the one around it."""
ROLE_MAP = {"Aside": "Sect"}
"""Own types and the standard ones that they stand for."""


class Role(Enum):
    """Which part of an element a text is: its content, or the label of a list item."""

    CONTENT = "content"
    LABEL = "label"


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. ``kids`` are marks ``(page, number)``, nodes, or annotations ``(page, number)``."""

    kind: str
    element: Element | None = None
    parent: "Node | None" = None
    kids: "list[Kid]" = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None
    number: int = 0
    """Of its object in the file, once it has one."""


class Mark(NamedTuple):
    """A marked content sequence: the page's index and the sequence's number on it."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link's annotation: its page's index and its object's number."""

    page: int
    number: int


Kid = Node | Mark | Annotation


class Structure:
    """The structure tree of one document, filled while its pages are drawn."""

    def __init__(self, tree: Element) -> None:
        self.tree = tree
        self.language = str(tree.get("lang", "fr"))
        self.root = Node("Document")
        self._owners: dict[Element, Node | None] = {}
        """What shows each element: its own node, or that of the nearest one around it."""
        self._labels: dict[Element, Node] = {}
        """The labels of list items."""
        self.marks: dict[int, list[Node]] = {}
        """The nodes of each page's marks, by number."""
        self.annotated: list[Node] = []
        """The nodes of the annotations, in the order of their keys in the parent tree."""
        self._plant(tree, self.root, None)

    def _plant(self, element: Element, parent: Node, owner: Node | None) -> None:
        """Nodes for an element and all below, in the order of the tree."""
        inner = parent
        for kind in _kinds(element):
            outer, owner = inner, Node(kind, element, inner)
            outer.kids.append(owner)
            inner = owner
        self._owners[element] = owner
        is_item = element.tag == "li"
        if is_item and inner.parent is not None and _has_label(element):
            label = self._labels[element] = Node("Lbl", element, inner.parent)
            inner.parent.kids.insert(0, label)
        for child in element:
            is_label = is_item and child is element[0] and "numero" in classes(child)
            self._plant(child, inner, self._labels.get(element) if is_label else owner)

    def node(self, element: Element, role: Role = Role.CONTENT) -> Node | None:
        """The node that shows an element: its own, or that of the nearest one around it; an item's label."""
        return (self._owners if role is Role.CONTENT else self._labels).get(element)

    def mark(self, node: Node, page: int) -> int:
        """A new mark of a node on a page (index from 0): its number."""
        nodes = self.marks.setdefault(page, [])
        nodes.append(node)
        node.kids.append(Mark(page, len(nodes) - 1))
        return len(nodes) - 1

    def figure(self, element: Element, box: tuple[float, float, float, float]) -> None:
        """Where a picture stands on its page, points (PDF/UA-1 7.3: Figure has a BBox)."""
        node = self._owners[element]
        if node is not None:
            node.box = box

    def next_parent_key(self) -> int:
        """The key of the next annotation in the parent tree; pages have the keys below."""
        return FIRST_ANNOTATION_KEY + len(self.annotated)

    def annotate(self, node: Node, number: int, page: int) -> None:
        """An annotation that belongs to a node: its object's number."""
        node.kids.append(Annotation(page, number))
        self.annotated.append(node)

    def language_of(self, node: Node) -> str | None:
        """The language of a node that is not that of what is around it."""
        language = node.element.get("lang") if node.element is not None and node.element is not self.tree else None
        return str(language) if language and language != self._language_around(node) else None

    def _language_around(self, node: Node) -> str:
        around = node.element.iterancestors() if node.element is not None else iter(())
        return next((str(element.get("lang")) for element in around if element.get("lang")), self.language)

    def order(self) -> Iterator[Node]:
        """The nodes that show something, from the root, with their kids in reading order; empty ones are left out."""
        self._prune(self.root)
        stack = [self.root]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(kid for kid in reversed(node.kids) if isinstance(kid, Node))

    def _prune(self, node: Node) -> bool:
        """Drop nodes that show nothing, table cells apart, and put kids in reading order."""
        node.kids = [kid for kid in node.kids if not isinstance(kid, Node) or self._prune(kid)]
        if any(isinstance(kid, Mark) for kid in node.kids):
            node.kids.sort(key=_first_mark)
        return bool(node.kids) or node.kind in ("TD", "TH")


FIRST_ANNOTATION_KEY = 100_000
"""Parent tree keys from here are annotations'; a document has fewer pages than that."""


def _first_mark(kid: Kid) -> tuple[int, int]:
    """Where a kid is first shown. Annotations and nodes without marks come last, in their order."""
    if isinstance(kid, Mark):
        return kid.page, kid.number
    if isinstance(kid, Node):
        return min((_first_mark(inner) for inner in kid.kids), default=(FIRST_ANNOTATION_KEY, 0))
    return FIRST_ANNOTATION_KEY, 0


def _kinds(element: Element) -> tuple[str, ...]:
    """The structure types of an element, the outer first."""
    tag, parent = str(element.tag), element.getparent()
    if tag == "div":
        return (
            ("LI",) if parent is not None and parent.tag == "dl" else ("Div",) if "editeur" in classes(element) else ()
        )
    if tag in ("span", "em", "strong"):
        return ("Span",) if element.get("lang") else ()
    if tag == "ol" and parent is not None and parent.tag == "nav":
        return ("TOC",)
    if tag == "li" and _in_contents(element):
        return ("TOCI", "Reference")
    if tag == "img" and not element.get("alt"):
        return ()
    if tag == "figure" and element.get("aria-label"):
        return ("Figure",)
    return KINDS.get(tag, ())


def _in_contents(item: Element) -> bool:
    return any(around.tag == "nav" for around in item.iterancestors())


def _has_label(item: Element) -> bool:
    """An item of a numbered list, or one that starts with its number."""
    if _in_contents(item):
        return False
    parent = item.getparent()
    numbered = parent is not None and parent.tag == "ol"
    return numbered or (len(item) > 0 and "numero" in classes(item[0]))
