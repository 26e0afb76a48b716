"""An OpenDocument paragraph's runs, with what else stands in it: pictures, text boxes, notes, comments."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from terrinclus_publish.reading.document import Comment, Document, Picture, Run
from terrinclus_publish.reading.languages import short_tag
from terrinclus_publish.reading.odt.styles import FO, OFFICE, TEXT, Styles
from terrinclus_publish.reading.package import Package, whole_number
from terrinclus_publish.reading.word.parts import allowed_address
from terrinclus_publish.tree import Element, text_of

DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_SPACES = 100
_BOLD = 600
"""The weight from which a font is bold (ODF 1.3, 20.195)."""
_COMPUTED = frozenset({"page-number", "page-count", "date", "time", "file-name"})
_PASSED = frozenset(
    {"change-start", "change-end", "change", "bookmark", "bookmark-start", "bookmark-end", "tracked-changes"}
)


@dataclass
class Gathered:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Lines:
    """Reads paragraphs."""

    package: Package
    styles: Styles
    document: Document
    outside: int = 0

    def gather(self, paragraph: Element) -> Gathered:
        """All that a paragraph holds."""
        found = Gathered()
        self._paragraph_style = paragraph.get(f"{TEXT}style-name", "")
        own = self._set_as(Run(""), "paragraph", self._paragraph_style)
        self._walk(paragraph, own, found)
        return found

    def _walk(self, element: Element, manner: Run, found: Gathered) -> None:
        self._say(element.text, manner, found)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, manner, found)
            self._say(child.tail, manner, found)

    def _say(self, text: str | None, manner: Run, found: Gathered) -> None:
        if text:
            found.runs.append(replace(manner, text=text.replace("\n", " ")))

    def _child(self, child: Element, manner: Run, found: Gathered) -> None:
        name = str(child.tag).rpartition("}")[2]
        if child.tag == f"{TEXT}s":
            self._say(" " * min(whole_number(child.get(f"{TEXT}c"), 1), _MOST_SPACES), manner, found)
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            found.runs.append(replace(manner, text="\t" if name == "tab" else "\n"))
        elif child.tag == f"{TEXT}span":
            self._walk(child, self._set_as(manner, "text", child.get(f"{TEXT}style-name", "")), found)
        elif child.tag == f"{TEXT}a":
            address = allowed_address(child.get(f"{_XLINK}href", ""))
            self._walk(child, replace(manner, link=address or manner.link), found)
        elif child.tag == f"{TEXT}note":
            self._note(child, found)
        elif child.tag == f"{OFFICE}annotation":
            self._comment(child)
        elif child.tag.startswith(DRAW):
            self._drawing(child, found)
        elif name in _COMPUTED:
            self.document.passed_over.append(text_of(child))
        elif name not in _PASSED and name != "annotation-end":
            self._walk(child, manner, found)

    def _set_as(self, manner: Run, family: str, name: str) -> Run:
        """How the text of a style is set: bold and italic as far as they differ from the paragraph's named style."""
        look = self.styles.automatic if family == "paragraph" else self.styles.any
        weight, slope = look(family, name, f"{FO}font-weight"), look(family, name, f"{FO}font-style")
        usual = self.styles.any("paragraph", self._paragraph_style, f"{FO}font-style") == "italic"
        if family == "paragraph":
            usual = self._named_slope(name) == "italic"
        changed = manner
        if weight is not None:
            changed = replace(changed, bold=weight == "bold" or whole_number(weight, 0) >= _BOLD)
        if slope is not None:
            changed = replace(changed, italic=(slope == "italic") != usual)
        if family == "text":
            language = short_tag(self.styles.run_language(name))
            style = self.styles.named("text", name)
            changed = replace(changed, style=style or manner.style)
            if language:
                changed = replace(changed, language="" if language == self.document.language else language)
        return changed

    def _named_slope(self, name: str) -> str | None:
        own = self.styles.automatic("paragraph", name, f"{FO}font-style")
        return None if own is not None else self.styles.any("paragraph", name, f"{FO}font-style")

    def _note(self, note: Element, found: Gathered) -> None:
        body = note.find(f"{TEXT}note-body")
        kind = "note de fin" if note.get(f"{TEXT}note-class") == "endnote" else "note de bas de page"
        before = " ".join("".join(run.text for run in found.runs).split()[-6:])
        for paragraph in body.iter(f"{TEXT}p") if body is not None else ():
            text = text_of(paragraph)
            found.notes.append((f"{kind}, après « {before} »" if before else kind, text))

    def _comment(self, annotation: Element) -> None:
        author = " ".join(text_of(name).strip() for name in annotation.iter(f"{_DC}creator"))
        paragraphs = (" ".join(text_of(p).split()) for p in annotation.iter(f"{TEXT}p"))
        self.document.comments.append(Comment(author, " ".join(text for text in paragraphs if text)))

    def _drawing(self, drawing: Element, found: Gathered) -> None:
        described = [text_of(told).strip() for tag in ("desc", "title") for told in drawing.iter(f"{_SVG}{tag}")]
        alternative = next(filter(None, described), "")
        for picture in self._pictures(drawing, alternative):
            found.pictures.append(picture)
            break
        found.frames += list(drawing.iter(f"{DRAW}text-box"))
        if drawing.tag != f"{DRAW}frame":
            found.notes += [("dessin", text_of(p)) for p in drawing.iter(f"{TEXT}p")]

    def _pictures(self, drawing: Element, alternative: str) -> Iterator[Picture]:
        """The first picture of a frame that stands in the file; the others are the same, drawn otherwise."""
        for image in drawing.iter(f"{DRAW}image"):
            target = image.get(f"{_XLINK}href", "")
            content = self.package.bytes(target.removeprefix("./")) if "://" not in target else None
            ending = target.rpartition(".")[2].lower()
            if content is None:
                self.outside += 1
            elif ending.isalnum() and len(ending) <= 4:
                yield Picture(content, {"jpeg": "jpg"}.get(ending, ending), alternative)
