"""The package of a Word file: python-docx's own document emptied of its styles, then parts of ours, then the same bytes
for the same parts.

python-docx writes a ZIP that holds the clock; ours does not (``archive``).
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha1
from io import BytesIO
from itertools import count
from typing import cast

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from terrinclus_publish.tree import Element
from terrinclus_publish.word.archive import zipped
from terrinclus_publish.word.ooxml import NAMESPACES, w

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DROPPED = frozenset({"thumbnail", "stylesWithEffects", "customXml", "webSettings", "extended-properties"})
_FONT, _OBFUSCATED = "odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_CONTENT = {"png": CONTENT_TYPE.PNG, "jpeg": CONTENT_TYPE.JPEG}


@lru_cache(maxsize=1)
def _template() -> bytes:
    """python-docx's own document, without the styles and parts that none of ours keeps: read once, it is large."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for identifier, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _DROPPED:
                del relations[identifier]
    for root in (document.styles.element, document.part.numbering_part.element, document.settings.element):
        for child in list(root):
            root.remove(child)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class Package:
    """The parts of a file. Pictures and links are kept once for each part that uses them."""

    def __init__(self) -> None:
        document = docx.Document(BytesIO(_template()))
        self.document = document
        self.main = document.part
        self.opc = document.part.package
        self._pictures: dict[str, Part] = {}
        self._relations: dict[tuple[Part, str, Part | str], str] = {}
        self._numbers: dict[Part, Iterator[str]] = {}
        self._running = 0

    @property
    def body(self) -> Element:
        """``w:body``, empty."""
        body: Element = self.document.element.body
        for child in list(body):
            body.remove(child)
        return body

    def fill(self, root: Element, children: list[Element]) -> None:
        """Replace all that a part's root holds."""
        for child in list(root):
            root.remove(child)
        root.extend(children)

    @property
    def styles(self) -> Element:
        """``w:styles``."""
        styles: Element = self.document.styles.element
        return styles

    @property
    def numbering(self) -> Element:
        """``w:numbering``."""
        numbering: Element = self.main.numbering_part.element
        return numbering

    @property
    def settings(self) -> Element:
        """``w:settings``."""
        settings: Element = self.document.settings.element
        return settings

    def set_fonts(self, fonts: list[Element]) -> None:
        """Write the font table."""
        self._font_table._blob = serialised(w("fonts", *fonts))

    def font(self, content: bytes) -> str:
        """The font table's relation to an obfuscated font."""
        table = self._font_table
        name = PackURI(f"/word/fonts/font{len(table.rels) + 1}.{_FONT}")
        return self._relate(table, RELATIONSHIP_TYPE.FONT, Part(name, _OBFUSCATED, content, self.opc))

    @property
    def _font_table(self) -> Part:
        return self.main.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)

    def picture(self, part: Part, data: bytes, kind: str) -> str:
        """The relation of a part to a picture (``png`` or ``jpeg``)."""
        digest = sha1(data, usedforsecurity=False).hexdigest()
        if digest not in self._pictures:
            name = PackURI(f"/word/media/image{len(self._pictures) + 1}.{kind}")
            self._pictures[digest] = Part(name, _CONTENT[kind], data, self.opc)
        return self._relate(part, RELATIONSHIP_TYPE.IMAGE, self._pictures[digest])

    def link(self, part: Part, address: str) -> str:
        """The relation of a part to an address."""
        return self._relate(part, RELATIONSHIP_TYPE.HYPERLINK, address)

    def _relate(self, part: Part, kind: str, target: Part | str) -> str:
        """A part's relation to another part, or to an address; python-docx looks through all of them each time."""
        key = (part, kind, target)
        if key not in self._relations:
            numbers = self._numbers.setdefault(part, (f"rId{number}" for number in count(1)))
            identifier = next(number for number in numbers if number not in part.rels)
            part.rels.add_relationship(kind, target, identifier, isinstance(target, str))
            self._relations[key] = identifier
        return self._relations[key]

    def running_part(self, kind: str) -> XmlPart:
        """A new, empty header or footer (``header``, ``footer``)."""
        self._running += 1
        root = cast(BaseOxmlElement, OxmlElement("w:hdr" if kind == "header" else "w:ftr", nsdecls=NAMESPACES))
        content = CONTENT_TYPE.WML_HEADER if kind == "header" else CONTENT_TYPE.WML_FOOTER
        return XmlPart(PackURI(f"/word/{kind}{self._running}.xml"), content, root, self.opc)

    def running_relation(self, part: XmlPart, kind: str) -> str:
        """The document's relation to a header or footer."""
        types = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}
        return self._relate(self.main, types[kind], part)

    def running(self, relation: str) -> Element:
        """The root of the header or footer of a relation."""
        root: Element = self.main.rels[relation].target_part.element
        return root

    def to_bytes(self) -> bytes:
        """The file: parts in the order of their names, the types first."""
        parts = sorted(self.opc.iter_parts(), key=lambda part: str(part.partname))
        entries = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", self.opc.rels.xml)]
        for part in parts:
            entries.append((part.partname.membername, part.blob))
            if len(part.rels):
                entries.append((part.partname.rels_uri.membername, part.rels.xml))
        return zipped(entries)


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML, _FONT: _OBFUSCATED, **_CONTENT}
    for extension, content in sorted(defaults.items()):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=extension, ContentType=content)
    for part in parts:
        if part.partname.ext not in (_FONT, *_CONTENT):
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=str(part.partname), ContentType=part.content_type)
    return serialised(root)


def serialised(root: Element) -> bytes:
    """A part's root as the part's bytes."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
