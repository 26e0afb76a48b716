"""A Word file to a document."""

from collections import Counter

from terrinclus_publish.reading.document import (
    LINKED_PICTURES,
    OBJECTS,
    Comment,
    Document,
    Line,
    Run,
    lines_of,
    tracked,
)
from terrinclus_publish.reading.languages import short_tag
from terrinclus_publish.reading.package import Package
from terrinclus_publish.reading.word.body import Body
from terrinclus_publish.reading.word.lines import Lines
from terrinclus_publish.reading.word.normalise import W, simplify, tracked_authors, transitional
from terrinclus_publish.reading.word.numbering import Numbering
from terrinclus_publish.reading.word.parts import Source
from terrinclus_publish.reading.word.prompts import mark_prompts
from terrinclus_publish.reading.word.styles import Styles, value
from terrinclus_publish.tree import Element
from terrinclus_publish.wording import fold

_MACROS = ("vbaproject.bin", "vbadata.xml")


def read_word(content: bytes, shown: str) -> Document:
    """The document of a Word file's bytes; ``shown`` is its name in messages. Raises FaultsError."""
    package = Package(content, shown)
    main = _main_part(package)
    root = _part(package, main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        package.refuse(
            "import-unreadable",
            "Ce fichier n'est pas un document Word",
            "Ouvrez-le dans Word, et enregistrez-le au format .docx",
        )
        raise AssertionError
    document = Document([])
    relations = {kind: target for kind, target, outside in package.relations(main).values() if not outside}
    styles = Styles(_part(package, relations.get("styles")))
    document.language = short_tag(styles.language) or "fr"
    numbering = Numbering(_part(package, relations.get("numbering")), styles)
    source = Source(package, main, styles, numbering, document)
    source.comments = _comments(_part(package, relations.get("comments")))
    changes = tracked_authors(root)
    notes = _Notes(package, relations, styles, document)
    mark_prompts(root, styles)
    simplify(root)
    document.items = Body(Lines(source, notes.text)).items(body)
    notes.add_unused()
    _add_margins(package, main, source)
    document.comments = [_with_words(comment, source.about.get(key, [])) for key, comment in source.comments.items()]
    _tell(document, package, source, changes)
    return document


def _main_part(package: Package) -> str:
    for kind, target, outside in package.relations("").values():
        if kind == "officeDocument" and not outside:
            return target
    return "word/document.xml"


def _part(package: Package, name: str | None) -> Element | None:
    root = package.xml(name) if name else None
    return None if root is None else transitional(root)


def _comments(root: Element | None) -> dict[str, Comment]:
    found: dict[str, Comment] = {}
    for comment in root.iter(f"{W}comment") if root is not None else ():
        paragraphs = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
        text = " ".join(part for part in paragraphs if part)
        found[value(comment, "id") or ""] = Comment(value(comment, "author") or "", text)
    return found


def _with_words(comment: Comment, words: list[str]) -> Comment:
    return Comment(comment.author, comment.text, " ".join("".join(words).split()))


class _Notes:
    """Footnotes and endnotes, by kind and number."""

    def __init__(self, package: Package, relations: dict[str, str], styles: Styles, document: Document) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._used: set[tuple[str, str]] = set()
        self._document = document
        for kind, relation in (("footnote", "footnotes"), ("endnote", "endnotes")):
            name = relations.get(relation)
            root = _part(package, name)
            if root is None or name is None:
                continue
            simplify(root)
            source = Source(package, name, styles, Numbering(None, styles), document)
            reader = Body(Lines(source, lambda kind, number: ""))
            for note in root.iter(f"{W}{kind}"):
                text = "\n".join(line.text.strip() for line in lines_of(reader.items(note)) if line.text.strip())
                if text:
                    self._texts[kind, value(note, "id") or ""] = text

    def text(self, kind: str, number: str) -> str:
        """The text of a note, which counts as used."""
        self._used.add((kind, number))
        return self._texts.get((kind, number), "")

    def add_unused(self) -> None:
        """Notes that nothing in the text refers to come at the end."""
        for key, text in self._texts.items():
            if key not in self._used:
                self._document.items += [Line((Run(piece),), aside="note sans renvoi") for piece in text.split("\n")]


def _add_margins(package: Package, main: str, source: Source) -> None:
    """The words of headers and footers that stand nowhere else, at the end; the others repeat the page."""
    said = fold(" ".join(line.text for line in lines_of(source.document.items)))
    for kind, target, outside in package.relations(main).values():
        if kind not in ("header", "footer") or outside:
            continue
        root = _part(package, target)
        if root is None:
            continue
        simplify(root)
        part = Source(package, target, source.styles, Numbering(None, source.styles), source.document)
        place = "en-tête de page" if kind == "header" else "pied de page"
        for line in lines_of(Body(Lines(part, lambda kind, number: "")).items(root)):
            for piece in line.text.split("\t"):
                if fold(piece) in said:
                    source.document.passed_over.append(piece)
                else:
                    source.document.items.append(Line((Run(piece.strip()),), aside=place))
                    said += " " + fold(piece)


def _tell(document: Document, package: Package, source: Source, changes: list[str]) -> None:
    """What the author should know of how the file was read."""
    if changes:
        authors = ", ".join(name or "sans nom" for name, _ in Counter(changes).most_common(5))
        document.notices.append(tracked(len(changes), authors))
    if any(name.rpartition("/")[2] in _MACROS for name in package.names()):
        document.notices.append("le fichier contient des macros\u00a0: elles sont ignorées")
    if source.objects:
        document.notices.append(OBJECTS)
    if source.outside:
        document.notices.append(LINKED_PICTURES)
