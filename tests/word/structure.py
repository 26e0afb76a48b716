"""What the Open XML SDK's validator does not see in a Word file, and Word or its readers stumble over.

Each check is a function that tells what is wrong, in no words when nothing is; ``findings`` is all of them.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from posixpath import join, normpath

from lxml import etree

from word.extract import SIGNS, W, value

Element = etree._Element
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
IDENTITY = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
FLOATING = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor",
    *(f"{W}{name}" for name in ("framePr", "pict", "txbxContent", "object", "altChunk")),
)
REFERENCE = re.compile(r"\s*(?:PAGEREF|REF)\s+(\S+)")
STYLE_REFERENCE = re.compile(r'\s*STYLEREF\s+"([^"]+)"')
CONTENTS_TABS = 3
"""Tabs of an entry of the contents: before its number, its title, its page."""


class Docx:
    """The XML parts of a Word file."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.names = archive.namelist()
            xml = (name for name in self.names if name.endswith((".xml", ".rels")))
            self.parts = {name: etree.fromstring(archive.read(name)) for name in xml}

    def __getitem__(self, name: str) -> Element:
        return self.parts[f"word/{name}.xml"]

    @property
    def body(self) -> Element:
        return self["document"].find(f"{W}body")

    @cached_property
    def stories(self) -> dict[str, Element]:
        """The body, the headers, the footers."""
        wanted = re.compile(r"word/(document|header\d+|footer\d+)\.xml")
        return {name: part for name, part in self.parts.items() if wanted.fullmatch(name)}

    def all(self, *tags: str) -> Iterator[Element]:
        """The elements of those names in all stories."""
        for part in self.stories.values():
            yield from part.iter(*(tag if tag.startswith("{") else f"{W}{tag}" for tag in tags))

    @cached_property
    def styles(self) -> dict[str, Element]:
        return {str(style.get(f"{W}styleId")): style for style in self["styles"].iter(f"{W}style")}


def cells_end_in_a_paragraph(docx: Docx) -> Iterator[str]:
    for cell in docx.all("tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"a cell ends in {cell[-1].tag if len(cell) else 'nothing'}"


def bookmarks_are_unique_and_closed(docx: Docx) -> Iterator[str]:
    opened = list(docx.all("bookmarkStart"))
    for attribute in ("name", "id"):
        counts = Counter(str(mark.get(f"{W}{attribute}")).lower() for mark in opened)
        yield from (f"bookmark {attribute} {own} twice" for own, count in counts.items() if count > 1)
    ends = Counter(mark.get(f"{W}id") for mark in docx.all("bookmarkEnd"))
    if ends != Counter(mark.get(f"{W}id") for mark in opened):
        yield "bookmarks that are not closed, or closed without having been opened"


def styles_exist(docx: Docx) -> Iterator[str]:
    used = {value(mark) for mark in docx.all("pStyle", "rStyle", "tblStyle")}
    used |= {value(mark) for mark in docx["numbering"].iter(f"{W}pStyle")}
    used |= {value(mark) for style in docx.styles.values() for mark in style.iter(*_tags("basedOn", "next", "link"))}
    yield from (f"no style {name}" for name in used - docx.styles.keys())
    names = {value(style.find(f"{W}name")) for style in docx.styles.values()}
    codes = (STYLE_REFERENCE.match(code.text or "") for code in docx.all("instrText"))
    yield from (f"no style « {code[1]} »" for code in codes if code and code[1] not in names)


def lists_exist(docx: Docx) -> Iterator[str]:
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in docx["numbering"].iter(f"{W}abstractNum")}
    lists = {
        number.get(f"{W}numId"): kinds.get(value(number.find(f"{W}abstractNumId")))
        for number in docx["numbering"].iter(f"{W}num")
    }
    yield from (f"list {number} has no kind" for number, kind in lists.items() if kind is None)
    marks = [*docx.all("numPr"), *(mark for style in docx.styles.values() for mark in style.iter(f"{W}numPr"))]
    for mark in marks:
        number, level = value(mark.find(f"{W}numId")), value(mark.find(f"{W}ilvl")) or "0"
        if number not in (None, "0") and number not in lists:
            yield f"no list {number}"
        elif (kind := lists.get(number)) is not None and level not in _levels(kind):
            yield f"list {number} has no level {level}"


def _levels(kind: Element) -> list[str | None]:
    return [level.get(f"{W}ilvl") for level in kind.iter(f"{W}lvl")]


def anchors_exist(docx: Docx) -> Iterator[str]:
    names = {mark.get(f"{W}name") for mark in docx.all("bookmarkStart")}
    wanted = {link.get(f"{W}anchor") for link in docx.all("hyperlink")} - {None}
    codes = (REFERENCE.match(code.text or "") for code in docx.all("instrText"))
    wanted |= {code[1] for code in codes if code}
    yield from (f"no bookmark {name}" for name in wanted - names)


def relations_exist(docx: Docx) -> Iterator[str]:
    """Every relation that is used is there, leads to a part that is there, and none is idle."""
    for name, root in docx.parts.items():
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        folder, _, file = name.rpartition("/")
        known = docx.parts.get(f"{folder}/_rels/{file}.rels")
        relations = {relation.get("Id"): relation for relation in known} if known is not None else {}
        used = {text for element in root.iter() for key, text in element.items() if key.startswith(R_ID)}
        yield from (f"{name}: no relation {identifier}" for identifier in used - relations.keys())
        for identifier, relation in relations.items():
            target = normpath(join(folder, relation.get("Target"))).lstrip("/")
            if relation.get("TargetMode") != "External" and target not in docx.names:
                yield f"{name}: no part {target}"
            if relation.get("Type").endswith(("/image", "/hyperlink", "/header", "/footer", "/font")):
                yield from [f"{name}: idle relation {identifier}"] * (identifier not in used)


def fields_open_and_close_in_turn(docx: Docx) -> Iterator[str]:
    for name, part in docx.stories.items():
        states: list[str] = []
        for mark in part.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            before = states[-1] if states else None
            if kind == "begin":
                states.append(kind)
            elif before is None or (kind == "separate" and before == "separate"):
                yield f"{name}: a field's {kind} without its begin"
            elif kind == "separate":
                states[-1] = kind
            else:
                states.pop()
        if states:
            yield f"{name}: a field that does not end"


def fields_are_up_to_date(docx: Docx) -> Iterator[str]:
    """Nothing asks Word to compute on opening, which it would not do without a question."""
    if docx["settings"].find(f"{W}updateFields") is not None:
        yield "fields are to be updated on opening"
    yield from ("a dirty field" for mark in docx.all("fldChar", "fldSimple") if mark.get(f"{W}dirty"))


def cells_fill_the_grid(docx: Docx) -> Iterator[str]:
    for table in docx.all("tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        for row in table.findall(f"{W}tr"):
            place = 0
            for cell in row.findall(f"{W}tc"):
                span = int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
                if abs(width - sum(widths[place : place + span])) > span:
                    yield f"a cell is {width} wide on columns of {sum(widths[place : place + span])}"
                place += span
            if place != len(widths):
                yield f"a row of {place} cells on a grid of {len(widths)}"


def drawings_have_their_own_ids(docx: Docx) -> Iterator[str]:
    counts = Counter(drawing.get("id") for drawing in docx.all(IDENTITY))
    yield from (f"drawing {identifier} {count} times" for identifier, count in counts.items() if count > 1)


def nothing_floats(docx: Docx) -> Iterator[str]:
    yield from (f"{element.tag} in the text" for element in docx.all(*FLOATING))
    yield from ("a floating table" for _ in docx.all("tblpPr"))


def no_paragraph_is_empty_for_its_space(docx: Docx) -> Iterator[str]:
    """Empty ones stand where Word asks for a paragraph: between two tables, at the end of a section."""
    for paragraph in docx.body.findall(f"{W}p"):
        if not is_empty(paragraph) or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            continue
        before, after = paragraph.getprevious(), paragraph.getnext()
        after_table = before is not None and before.tag == f"{W}tbl"
        if not after_table or after is None or after.tag not in (f"{W}tbl", f"{W}sectPr"):
            yield f"an empty paragraph of style {style_of(paragraph)}"
    for cell in docx.all("tc"):
        if len(cell.findall(f"{W}p")) > 1:
            yield from ("an empty paragraph in a cell" for own in cell.findall(f"{W}p") if is_empty(own))


def tabs_lead_from_a_label_to_its_text(docx: Docx) -> Iterator[str]:
    """One in a line, after a label, to the stop that the line's style has; three in an entry of the contents."""
    for paragraph in docx.all("p"):
        signs = "".join(_signs(paragraph))
        style = str(style_of(paragraph))
        allowed = CONTENTS_TABS if style.startswith("TOC") else 1
        if signs.count("\t") > allowed:
            yield f"{signs.count(chr(9))} tabs in a line of style {style}"
        if "\t\t" in signs or re.search(r"\t$", signs) or re.search(r"^\t", signs):
            yield f"a tab for its space in a line of style {style}"
        if "\t" in signs and not _has_stop(docx, style):
            yield f"style {style} has no stop for its tab"


def no_spaces_in_a_row(docx: Docx) -> Iterator[str]:
    for paragraph in docx.all("p"):
        if "   " in "".join(_signs(paragraph)):
            yield f"spaces in a row in a line of style {style_of(paragraph)}"


def no_two_tables_touch(docx: Docx) -> Iterator[str]:
    for before, after in pairwise(docx.body):
        if before.tag == after.tag == f"{W}tbl":
            yield "two tables touch, and become one"


CHECKS: tuple[Callable[[Docx], Iterator[str]], ...] = (
    cells_end_in_a_paragraph,
    bookmarks_are_unique_and_closed,
    styles_exist,
    lists_exist,
    anchors_exist,
    relations_exist,
    fields_open_and_close_in_turn,
    fields_are_up_to_date,
    cells_fill_the_grid,
    drawings_have_their_own_ids,
    nothing_floats,
    no_paragraph_is_empty_for_its_space,
    tabs_lead_from_a_label_to_its_text,
    no_spaces_in_a_row,
    no_two_tables_touch,
)


def findings(content: bytes) -> list[str]:
    """Everything that is wrong in a Word file."""
    docx = Docx(content)
    return [f"{check.__name__}: {found}" for check in CHECKS for found in check(docx)]


def is_empty(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing."""
    return not any(sign.strip() for sign in _signs(paragraph))


def style_of(paragraph: Element) -> str | None:
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def _signs(paragraph: Element) -> Iterator[str]:
    """What a paragraph's runs hold, one string for each element; a picture is one sign."""
    for run in paragraph.iter(f"{W}r"):
        for element in run:
            name = etree.QName(element).localname
            if name == "t":
                yield element.text or ""
            elif name in ("drawing", "instrText"):
                yield "▣" if name == "drawing" else ""
            elif name in SIGNS:
                yield SIGNS[name]


def _has_stop(docx: Docx, style: str) -> bool:
    """Whether a style, or one that it rests on, has a stop, or an indent that hangs."""
    own: Element | None = docx.styles.get(style)
    while own is not None:
        indent = own.find(f"{W}pPr/{W}ind")
        if own.find(f"{W}pPr/{W}tabs") is not None or (indent is not None and indent.get(f"{W}hanging", "0") != "0"):
            return True
        own = docx.styles.get(str(value(own.find(f"{W}basedOn"))))
    return False


def _tags(*names: str) -> tuple[str, ...]:
    return tuple(f"{W}{name}" for name in names)
