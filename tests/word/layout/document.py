"""Small Word documents by hand, and where the layout puts their lines."""

from lxml import etree

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.document import Document
from terrinclus_publish.word.layout.formats import Formats
from terrinclus_publish.word.layout.metrics import Font, Kerning
from terrinclus_publish.word.layout.paging import Course, Part, Room
from terrinclus_publish.word.layout.tables import TableStyles
from terrinclus_publish.word.ooxml import NAMESPACES

_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
_SIGNS = {chr(code): 0.5 for code in range(32, 0x2100)}
EVEN = Font(_SIGNS, Kerning({}, (), 1000), 0.8, 0.2)
"""A font whose signs are all half as wide as high."""
STYLES = """<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="X"/><w:sz w:val="20"/></w:rPr>
</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Normal"><w:pPr><w:spacing w:before="0" w:after="0" w:line="200"
w:lineRule="exact"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titre"><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="400"
w:after="100" w:line="200" w:lineRule="exact"/><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="table" w:styleId="TableNormal"><w:tblPr><w:tblCellMar><w:top w:w="40" w:type="dxa"/>
<w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style></w:styles>"""
PAGE = 100
"""The height of the text on a page: ten lines of ten points, a hundred points wide: twenty signs."""


def xml(text: str) -> Element:
    head, _, rest = text.partition(">")
    closing = "/" if head.endswith("/") else ""
    return etree.fromstring(f"{head.removesuffix('/')} {_DECLARED}{closing}>{rest}")


def p(text: str = "mot", properties: str = "", style: str = "Normal") -> str:
    content = "<w:r><w:br/></w:r>".join(
        f"<w:r><w:t xml:space='preserve'>{line}</w:t></w:r>" for line in text.split("\n")
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def marked(name: str, text: str = "mot", properties: str = "", style: str = "Normal") -> str:
    mark = f'<w:bookmarkStart w:id="0" w:name="{name}"/><w:bookmarkEnd w:id="0"/>'
    return p(text, properties, style).replace("</w:pPr>", f"</w:pPr>{mark}", 1)


def section(kind: str = "nextPage", columns: str = "") -> str:
    return (
        f'<w:sectPr><w:type w:val="{kind}"/><w:pgSz w:w="2400" w:h="2400"/><w:pgMar w:top="200" w:right="200" '
        f'w:bottom="200" w:left="200" w:header="0" w:footer="0"/>{columns}</w:sectPr>'
    )


def parts(*content: str, numbering: str = "<w:numbering/>") -> list[Part]:
    """The sections of a body; the last one's properties are added."""
    styles = xml(STYLES.replace(" {}", "", 1))
    document = Document(
        Formats(styles, xml(numbering), lambda *_: EVEN), TableStyles(styles), lambda _: xml("<w:hdr/>")
    )
    return list(document.parts(xml(f"<w:body>{''.join(content)}{section()}</w:body>")))


def pages(*content: str) -> dict[str, int]:
    """The page of each bookmark of a body."""
    course = Course()
    for part in parts(*content):
        course.run(part)
    return course.pages


def heights(*content: str) -> list[float]:
    """The heights of a body's strips."""
    return [strip.height for part in parts(*content) for strip in part.strips]


ROOM = Room((10, 10), (110, 110))
