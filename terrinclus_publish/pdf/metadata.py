"""What a PDF says of itself: the information dictionary and its XMP twin, which must agree (PDF/A-2 6.6)."""

import datetime

from reportlab.pdfgen.canvas import Canvas

from terrinclus_publish.pdf.pdfa import PDFA_DESCRIPTION
from terrinclus_publish.pdf.pdfua import PDFUA_DESCRIPTION, PDFUA_EXTENSION
from terrinclus_publish.tree import Metadata

CREATOR = "terrinclus_publish"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{creator}</pdf:Producer>
</rdf:Description>
{norms}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
UNDATED = datetime.date(2000, 1, 1)
"""The date of a file whose guide has no edition: dates are never the clock's."""


SCREEN_NORMS = f"{PDFA_DESCRIPTION}\n{PDFUA_DESCRIPTION}\n{PDFUA_EXTENSION}"
"""What files for screens declare."""


def xmp(metadata: Metadata, norms: str = SCREEN_NORMS) -> bytes:
    """The XMP packet, with the descriptions that norms ask for."""
    values = {
        "title": metadata.title,
        "author": metadata.author,
        "subject": metadata.subject,
        "language": metadata.language,
        "creator": CREATOR,
        "date": f"{metadata.date or UNDATED:%Y-%m-%d}T00:00:00Z",
    }
    return _PACKET.format(norms=norms, **{name: value.translate(_ESCAPED) for name, value in values.items()}).encode(
        "utf-8"
    )


def describe(canvas: Canvas, metadata: Metadata) -> None:
    """Fill in the information dictionary."""
    canvas.setTitle(metadata.title)
    canvas.setAuthor(metadata.author)
    canvas.setSubject(metadata.subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setDateFormatter(lambda *_: info_date(metadata))


def info_date(metadata: Metadata) -> str:
    """The date as the information dictionary writes it."""
    return f"D:{metadata.date or UNDATED:%Y%m%d}000000Z"
