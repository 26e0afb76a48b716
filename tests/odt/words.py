"""Pieces of OpenDocument, written by hand."""

from lxml import etree

from terrinclus_publish.odt.names import NAMESPACES
from terrinclus_publish.tree import Element


def parse(inside: str) -> Element:
    """A root of some content, in which all prefixes are known."""
    known = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items() if prefix != "xml")
    return etree.fromstring(f"<office:document-content {known}>{inside}</office:document-content>")
