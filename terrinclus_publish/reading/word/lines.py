"""A paragraph's runs, whatever they stand in: links, fields, pictures, signs that are elements of their own."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from terrinclus_publish.reading.document import UNANSWERED, Picture, Run
from terrinclus_publish.reading.word.normalise import A, R, W
from terrinclus_publish.reading.word.parts import Source, allowed_address
from terrinclus_publish.reading.word.prompts import ASKED
from terrinclus_publish.reading.word.styles import is_on, value
from terrinclus_publish.tree import Element

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_COMPUTED = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "FILENAME", "DATE", "TIME"})
"""Fields whose result says nothing of the sheet."""
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}
_SYMBOLS = {"b7": "•", "e0": "→", "fc": "✓", "d8": "➢", "a7": "▪", "ae": "→", "b0": "°", "b3": "≥", "a3": "≤"}
"""Signs of the private fonts Symbol and Wingdings, by the last two digits of their place there."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
HIDDEN = "texte masqué"


@dataclass
class Gathered:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    frames: list[Element] = field(default_factory=list)
    """Text boxes, whose paragraphs come after this one."""
    loose: list[tuple[str, str]] = field(default_factory=list)
    """Where words stand that are outside the text, and the words: notes, diagrams, hidden text."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the runs around are set."""

    link: str = ""
    bold: bool = False
    italic: bool = False


class Lines:
    """Reads the paragraphs of a part one after the other: a field may go on from one to the next."""

    def __init__(self, source: Source, notes: Callable[[str, str], str]) -> None:
        self.source = source
        self._notes = notes
        """The text of a note by its kind and number."""
        self._fields: list[list[str]] = []
        """The open fields: what each computes, and « result » once its result has begun."""

    def gather(self, paragraph: Element) -> Gathered:
        """All that a paragraph holds."""
        found = Gathered()
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        self._walk(paragraph, Manner(), style, found)
        return found

    def _walk(self, element: Element, manner: Manner, style: str | None, found: Gathered) -> None:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            name = etree.QName(child).localname
            if child.tag == f"{W}r":
                self._run(child, manner, style, found)
            elif child.tag == f"{W}hyperlink":
                self._walk(child, replace(manner, link=self._target(child)), style, found)
            elif child.tag == f"{W}fldSimple":
                self._simple_field(child, manner, style, found)
            elif child.tag.startswith(_MATH):
                found.runs.append(Run("".join(text.text or "" for text in child.iter(f"{_MATH}t"))))
            elif name.startswith("commentRange"):
                self._comment(name, value(child, "id") or "")
            elif name not in ("pPr", "rPr"):
                self._walk(child, manner, style, found)

    def _target(self, link: Element) -> str:
        address = self.source.address(link.get(f"{R}id"))
        anchor = value(link, "anchor")
        return f"{address}#{anchor}" if address and anchor and "#" not in address else address

    def _simple_field(self, child: Element, manner: Manner, style: str | None, found: Gathered) -> None:
        code = value(child, "instr") or ""
        if code.split()[:1] and code.split()[0].upper() in _COMPUTED:
            self._pass_over(child)
        else:
            self._walk(child, replace(manner, link=_field_address(code) or manner.link), style, found)

    def _comment(self, name: str, number: str) -> None:
        if name == "commentRangeStart":
            self.source.open_comments.append(number)
            self.source.about.setdefault(number, [])
        elif number in self.source.open_comments:
            self.source.open_comments.remove(number)

    def _run(self, run: Element, manner: Manner, style: str | None, found: Gathered) -> None:
        properties = run.find(f"{W}rPr")
        set_as = self._set_as(properties, manner, style)
        if run.get(ASKED):
            set_as = replace(set_as, style=UNANSWERED)
        for child in run:
            if not isinstance(child.tag, str):
                continue
            name = etree.QName(child).localname
            if name == "fldChar":
                self._field_mark(value(child, "fldCharType") or "")
            elif name == "instrText":
                if self._fields and self._fields[-1][1] == "":
                    self._fields[-1][0] += child.text or ""
            elif name in ("drawing", "pict", "object"):
                self._drawing(child, found)
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(name, value(child, "id") or "", found)
            elif name == "ruby":
                self._walk(child, manner, style, found)
            else:
                self._say(self._text(child, name, properties), set_as, properties, found)

    def _text(self, child: Element, name: str, properties: Element | None) -> str:
        if name == "t":
            return self._raised(child.text or "", properties)
        if name == "br":
            return "\n" if (value(child, "type") or "textWrapping") == "textWrapping" else ""
        if name == "sym":
            code = (value(child, "char") or "").lower()
            if len(code) == 4 and code[:2] in ("f0", "00"):
                return _SYMBOLS.get(code[2:], "□")
            return chr(int(code, 16)) if re.fullmatch(r"[0-9a-f]{2,4}", code) else ""
        return _SIGNS.get(name, "")

    def _raised(self, text: str, properties: Element | None) -> str:
        """``m²``: a raised or lowered digit has a sign of its own; raised letters are the typography's."""
        height = value(properties.find(f"{W}vertAlign")) if properties is not None else None
        if text.isdigit() and height in ("superscript", "subscript"):
            return text.translate(_RAISED if height == "superscript" else _LOWERED)
        return text

    def _say(self, text: str, set_as: Run, properties: Element | None, found: Gathered) -> None:
        if not text:
            return
        if any(end == "" for _, end in self._fields):
            return
        if any(_is_computed(code) for code, _ in self._fields):
            self.source.document.passed_over.append(text)
            return
        for number in self.source.open_comments:
            self.source.about[number].append(text)
        if properties is not None and is_on(properties.find(f"{W}vanish")):
            found.loose.append((HIDDEN, text))
            return
        link = next((address for code, _ in reversed(self._fields) if (address := _field_address(code))), set_as.link)
        found.runs.append(replace(set_as, text=text, link=link))

    def _set_as(self, properties: Element | None, manner: Manner, style: str | None) -> Run:
        """How a run is set: bold and italic as far as they differ from the paragraph's style."""
        if properties is None:
            return Run("", manner.bold, manner.italic, manner.link)
        character = value(properties.find(f"{W}rStyle"))
        italic = is_on(self._own(properties, character, "i"))
        usual = bool(is_on(self.source.styles.lent(style, "rPr/i")))
        return Run(
            "",
            bool(is_on(self._own(properties, character, "b"))),
            italic is not None and italic != usual,
            manner.link,
            self.source.language(value(properties.find(f"{W}lang"))),
            self.source.styles.name(character) if character else "",
        )

    def _own(self, properties: Element, character: str | None, name: str) -> Element | None:
        own = properties.find(f"{W}{name}")
        return own if own is not None or not character else self.source.styles.lent(character, f"rPr/{name}")

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "result"
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _pass_over(self, element: Element) -> None:
        self.source.document.passed_over += [text.text or "" for text in element.iter(f"{W}t")]

    def _note(self, name: str, number: str, found: Gathered) -> None:
        text = self._notes(name.removesuffix("Reference"), number)
        if text:
            kind = "note de bas de page" if name.startswith("foot") else "note de fin"
            before = " ".join("".join(run.text for run in found.runs).split()[-6:])
            found.loose.append((f"{kind}, après « {before} »" if before else kind, text))

    # --- drawings ----------------------------------------------------------------------------------------------------

    def _drawing(self, drawing: Element, found: Gathered) -> None:
        """Pictures with their alternative texts, text boxes, the words of diagrams and charts."""
        frames = list(drawing.iter(f"{W}txbxContent"))
        found.frames += frames
        self.source.objects += sum(1 for _ in drawing.iter(_OBJECT))
        described = next(drawing.iter(f"{_DRAWING}docPr"), None)
        alternative = described.get("descr", "") if described is not None else ""
        for blip in drawing.iter(f"{A}blip"):
            self._picture(blip.get(f"{R}embed"), blip.get(f"{R}link"), alternative, found)
        for data in drawing.iter(f"{_VML}imagedata"):
            shape = next(data.iterancestors(f"{_VML}shape"), None)
            self._picture(data.get(f"{R}id"), None, "" if shape is None else shape.get("alt", ""), found)
        found.loose += [("dessin", text) for text in _drawn_words(drawing)]
        for part, kind in self._parts_of(drawing):
            root = self.source.package.xml(part)
            words = [] if root is None else [text for text in _drawn_words(root) if text.strip()]
            if words:
                found.loose.append((kind, "\n".join(words)))

    def _picture(self, identifier: str | None, link: str | None, alternative: str, found: Gathered) -> None:
        picture = self.source.picture(identifier, alternative)
        if picture is not None:
            found.pictures.append(picture)
        elif link or identifier:
            self.source.outside += 1

    def _parts_of(self, drawing: Element) -> Iterator[tuple[str, str]]:
        for element in drawing.iter(f"{_DIAGRAM}relIds", f"{_CHART}chart"):
            is_chart = element.tag == f"{_CHART}chart"
            target = self.source.target(element.get(f"{R}id" if is_chart else f"{R}dm"))
            if target:
                yield target, "graphique" if is_chart else "diagramme"


def _drawn_words(root: Element) -> list[str]:
    """The paragraphs of DrawingML text."""
    return [
        "".join(text.text or "" for text in paragraph.iter(f"{A}t")).strip()
        for paragraph in root.iter(f"{A}p")
        if any(text.text for text in paragraph.iter(f"{A}t"))
    ]


def _field_address(code: str) -> str:
    """The address of a field ``HYPERLINK``."""
    match = re.match(r'\s*HYPERLINK\s+"([^"]*)"', code, re.IGNORECASE)
    return allowed_address(match[1]) if match else ""


def _is_computed(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in _COMPUTED
