"""A Word part's tree, made plain: changes accepted, wrappers undone, one branch of alternatives, no Strict names.

What is left are paragraphs, tables, runs and hyperlinks.
"""

from collections.abc import Iterator

from lxml import etree

from terrinclus_publish.tree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W.strip("{}"),
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R.strip("{}"),
    "http://purl.oclc.org/ooxml/drawingml/main": A.strip("{}"),
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Namespaces of Strict OOXML (ISO/IEC 29500-1), and those of Transitional (part 4)."""
_UNWRAPPED = frozenset({"ins", "moveTo", "smartTag", "customXml", "bdo", "dir"})
_DROPPED = frozenset(
    {"del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr"}
    | {"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "numberingChange"}
    | {"permStart", "permEnd", "lastRenderedPageBreak"}
)
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo"})


def tracked_authors(root: Element) -> list[str]:
    """Who made the tracked changes of a part, one entry a change."""
    return [
        element.get(f"{W}author", "")
        for element in root.iter(*(f"{W}{name}" for name in _CHANGES))
        if isinstance(element.tag, str)
    ]


def transitional(root: Element) -> Element:
    """The same tree under the namespaces of Transitional."""
    uri = etree.QName(root).namespace or ""
    if not any(strict in (uri, *root.nsmap.values()) for strict in _STRICT):
        return root
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        element.tag = _renamed(element.tag)
        for name in list(element.attrib):
            if (renamed := _renamed(str(name))) != name:
                element.set(renamed, element.attrib.pop(name))
    return root


def _renamed(name: str) -> str:
    uri, brace, local = name.removeprefix("{").partition("}")
    return f"{{{_STRICT[uri]}}}{local}" if brace and uri in _STRICT else name


def simplify(root: Element) -> None:
    """Make the tree plain, in place."""
    for element in list(root.iter(f"{MC}AlternateContent")):
        _choose(element)
    for element in list(root.iter(*(f"{W}{name}" for name in _DROPPED))):
        if element is not root and element.getparent() is not None and not _marks_properties(element):
            _remove(element)
    for element in list(root.iter(f"{W}sdt")):
        _unwrap(element, element.find(f"{W}sdtContent"))
    for element in list(root.iter(*(f"{W}{name}" for name in _UNWRAPPED))):
        if not _marks_properties(element):
            _unwrap(element, element)
    for element in list(root.iter(f"{W}tr")):
        if element.find(f"{W}trPr/{W}del") is not None:
            _remove(element)
    _join_paragraphs(root)


def _marks_properties(element: Element) -> bool:
    """Whether a mark of change stands among the properties of a paragraph or row, and is about its end or the whole."""
    parent = element.getparent()
    return parent is not None and parent.tag in (f"{W}rPr", f"{W}trPr", f"{W}pPr", f"{W}tcPr")


def _choose(element: Element) -> None:
    """Keep one branch: the newer one where it says or shows something, else the other."""
    branches = [child for child in element if child.tag in (f"{MC}Choice", f"{MC}Fallback")]
    telling = [branch for branch in branches if _says_something(branch)]
    chosen = next(iter(telling or branches), None)
    _unwrap(element, chosen)


def _says_something(branch: Element) -> bool:
    names = ("t", "blip", "imagedata", "relIds", "chart", "sym", "object")
    return any(isinstance(element.tag, str) and etree.QName(element).localname in names for element in branch.iter())


def _unwrap(element: Element, content: Element | None) -> None:
    """Put an element's content in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    children = [] if content is None else _content(content)
    parent.remove(element)
    parent[place:place] = children


def _content(element: Element) -> list[Element]:
    properties = (f"{W}customXmlPr", f"{W}smartTagPr")
    return [child for child in element if isinstance(child.tag, str) and child.tag not in properties]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _join_paragraphs(root: Element) -> None:
    """A paragraph whose end was deleted goes on in the next one."""
    for paragraph in list(root.iter(f"{W}p")):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is None or (marks.find(f"{W}del") is None and marks.find(f"{W}moveFrom") is None):
            continue
        following = next(_following(paragraph), None)
        if following is not None:
            own = [child for child in paragraph if child.tag != f"{W}pPr"]
            place = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
            following[place:place] = own
            _remove(paragraph)
        elif not paragraph.findall(f".//{W}t"):
            _remove(paragraph)


def _following(paragraph: Element) -> Iterator[Element]:
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        yield following
