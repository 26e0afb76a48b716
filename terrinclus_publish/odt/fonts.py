"""The fonts that a Word file carries, made readable, and put into the OpenDocument text instead of those it has.

LibreOffice embeds the four faces of a family, but leaves out families of one weight, and adds whole fonts of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from terrinclus_publish.odt.names import qualified
from terrinclus_publish.tree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MIXED = 32
"""Bytes of a face that are mixed with its key (ECMA-376 part 4, 17.8.1)."""
_FACES = {
    "embedRegular": ("normal", "normal"),
    "embedBold": ("normal", "bold"),
    "embedItalic": ("italic", "normal"),
    "embedBoldItalic": ("italic", "bold"),
}
"""Style and weight of a face, by its element in the font table."""


@dataclass
class Family:
    """A family: what kind of letters it has (``roman``, ``swiss``), and its faces by style and weight."""

    kind: str
    faces: dict[tuple[str, str], bytes] = field(default_factory=dict)


def word_fonts(parts: Mapping[str, bytes]) -> dict[str, Family]:
    """The families of a Word file's font table, by name."""
    targets = {
        str(relation.get("Id")): f"word/{relation.get('Target')}"
        for relation in etree.fromstring(parts.get("word/_rels/fontTable.xml.rels", b"<none/>"))
    }
    families = {}
    for font in etree.fromstring(parts["word/fontTable.xml"]):
        kind = font.find(f"{_W}family")
        family = Family("auto" if kind is None else kind.get(f"{_W}val", "auto"))
        for tag, face in _FACES.items():
            embedding = font.find(f"{_W}{tag}")
            if embedding is not None:
                mixed = parts[targets[embedding.get(_R_ID, "")]]
                family.faces[face] = _readable(mixed, embedding.get(f"{_W}fontKey", ""))
        families[font.get(f"{_W}name", "")] = family
    return families


def _readable(mixed: bytes, key: str) -> bytes:
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1] * (_MIXED // 16)
    return bytes(byte ^ own for byte, own in zip(mixed[:_MIXED], mask, strict=True)) + mixed[_MIXED:]


def embed_fonts(content: Element, styles: Element, families: Mapping[str, Family]) -> dict[str, bytes]:
    """Declare the families' faces in both parts; gives the files of the faces, by their names in the archive."""
    files: dict[str, bytes] = {}
    names: dict[str, dict[tuple[str, str], str]] = {}
    for family, own in families.items():
        for number, (face, data) in enumerate(own.faces.items(), 1):
            name = f"Fonts/{family.replace(' ', '')}{number}.ttf"
            names.setdefault(family, {})[face] = name
            files[name] = data
    for root in (content, styles):
        for declaration in root.iter(qualified("style:font-face")):
            for source in list(declaration):
                declaration.remove(source)
            family = declaration.get(qualified("svg:font-family"), "").strip("'")
            if family in families and families[family].kind != "auto":
                declaration.set(qualified("style:font-family-generic"), families[family].kind)
            if family in names:
                declaration.append(_source(names[family]))
    return files


def _source(faces: Mapping[tuple[str, str], str]) -> Element:
    """``svg:font-face-src``: where the faces of a family are."""
    source = etree.Element(qualified("svg:font-face-src"))
    for (style, weight), name in faces.items():
        place = etree.SubElement(source, qualified("svg:font-face-uri"))
        place.set(qualified("xlink:href"), name)
        place.set(qualified("xlink:type"), "simple")
        place.set(qualified("loext:font-style"), style)
        place.set(qualified("loext:font-weight"), weight)
        etree.SubElement(place, qualified("svg:font-face-format")).set(qualified("svg:string"), "truetype")
    return source
