"""PDF/X-4 (ISO 15930-7): the output intent, and what the file must declare."""

import uuid
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from terrinclus_publish.pdf.metadata import UNDATED
from terrinclus_publish.tree import Metadata

HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"
"""Clause 6.1: PDF/X-4 stands on PDF 1.6."""
ICC_REGISTRY = "http://www.color.org"
CLASS_OF_PRINTERS, PROCESS_SPACE = b"prtr", b"CMYK"
_DESCRIPTION = """<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>"""
_MANAGEMENT = """<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>"""


class NotAPressProfileError(Exception):
    """The file is no ICC profile of a CMYK printer."""


@dataclass(frozen=True)
class OutputCondition:
    """How the sheet will be printed: the characterisation's name, and its ICC profile (empty: none is at hand)."""

    name: str
    profile: bytes = b""
    description: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether a file for this condition may call itself PDF/X-4 (clause 6.2.2: the profile is embedded)."""
        return bool(self.profile)


def check_profile(profile: bytes) -> None:
    """Raises NotAPressProfileError unless it is the profile of a CMYK output device (ICC.1, 7.2)."""
    is_profile = len(profile) > 128 and profile[36:40] == b"acsp"
    if not is_profile or profile[12:16] != CLASS_OF_PRINTERS or profile[16:20] != PROCESS_SPACE:
        raise NotAPressProfileError


def output_intents(condition: OutputCondition) -> PDFArray:
    """Clause 6.2.2: one intent, with the name of the condition and its profile."""
    entries = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFX"),
        "OutputConditionIdentifier": PDFString(condition.name),
        "RegistryName": PDFString(ICC_REGISTRY),
        "Info": PDFString(condition.description or condition.name),
    }
    if condition.profile:
        profile = PDFStream(PDFDictionary({"N": 4}), condition.profile, filters=[PDFZCompress])
        entries["DestOutputProfile"] = profile
    return PDFArray([PDFDictionary(entries)])


def declarations(metadata: Metadata, condition: OutputCondition | None) -> str:
    """What XMP says: identifiers (clause 6.7), and the norm itself if the file meets it."""
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{metadata.title}/{metadata.date}")
    management = _MANAGEMENT.format(date=f"{metadata.date or UNDATED:%Y-%m-%d}T00:00:00Z", identifier=identifier)
    return f"{_DESCRIPTION}\n{management}" if condition and condition.is_complete else management
