"""Page numbers of references: those of the Word file, which LibreOffice forgets.

It converts without a layout, and writes nothing, or an error, for a page that comes later; it computes them when the text
is opened, but other programs show what is written.
"""

import re
from collections.abc import Mapping

from lxml import etree

from terrinclus_publish.odt.names import qualified
from terrinclus_publish.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CODE = re.compile(r"\s*PAGEREF\s+(\S+)")


def shown_pages(parts: Mapping[str, bytes]) -> dict[str, str]:
    """What a Word file's references to pages show, by the names of their bookmarks."""
    shown: dict[str, str] = {}
    name, is_result = "", False
    marks = etree.fromstring(parts["word/document.xml"]).iter(f"{_W}instrText", f"{_W}fldChar", f"{_W}t")
    for mark in marks:
        if mark.tag == f"{_W}instrText":
            code = _CODE.match(mark.text or "")
            name = code[1] if code else ""
        elif mark.tag == f"{_W}fldChar":
            is_result = mark.get(f"{_W}fldCharType") == "separate"
        elif is_result and name:
            shown[name] = mark.text or ""
    return shown


def restore_pages(content: Element, shown: Mapping[str, str]) -> None:
    """Write those numbers into an OpenDocument text's references."""
    for reference in content.iter(qualified("text:bookmark-ref")):
        page = shown.get(reference.get(qualified("text:ref-name"), ""))
        if page is not None and reference.get(qualified("text:reference-format")) == "page":
            reference.text = page
