"""What a file declares, and what it carries that paper cannot have: intents, metadata, annotations, actions, layers."""

import re
from collections.abc import Iterator
from typing import Any, cast

import pikepdf

from terrinclus_publish.preflight.colour import Family, space_of
from terrinclus_publish.preflight.findings import Nature, Remark
from terrinclus_publish.preflight.geometry import box_of, meet
from terrinclus_publish.preflight.sheets import Sheet

_VERSION = re.compile(rb"GTS_PDFXVersion(?:>|=[\"'])\s*([^<\"']+)")
PRINTER_CLASS, CMYK_SPACE = b"prtr", b"CMYK"


def claimed_norm(pdf: pikepdf.Pdf) -> str:
    """The PDF/X norm that the file claims, or nothing."""
    found = _VERSION.search(_xmp(pdf))
    if found:
        return found[1].decode("latin-1").strip()
    return str(pdf.docinfo.get("/GTS_PDFXVersion", "")) if "/Info" in pdf.trailer else ""


def check_declarations(pdf: pikepdf.Pdf, nature: Nature) -> Iterator[Remark]:
    """Remarks on the file as a whole."""
    norm, root = claimed_norm(pdf), cast(Any, pdf.Root)
    yield from _check_intents(pdf, norm, nature)
    info: Any = pdf.docinfo if "/Info" in pdf.trailer else {}
    if pdf.is_encrypted:
        yield Remark("encrypted")
    if str(info.get("/Trapped", "")) not in ("/True", "/False") and nature is not Nature.SHEETS:
        yield Remark("trapped-missing")
    if not str(info.get("/Title", "")).strip():
        yield Remark("title-missing")
    if "/CreationDate" not in info and "/ModDate" not in info:
        yield Remark("dates-missing")
    if not _xmp(pdf):
        yield Remark("xmp-missing")
    if norm and "/ID" not in pdf.trailer:
        yield Remark("id-missing")
    names: Any = root.get("/Names", {})
    if "/OpenAction" in root or "/AA" in root or "/JavaScript" in names:
        yield Remark("action")
    if len(root.get("/AcroForm", {}).get("/Fields", [])):
        yield Remark("form-fields")
    if "/EmbeddedFiles" in names:
        yield Remark("embedded-file")
    if len(root.get("/OCProperties", {}).get("/OCGs", [])):
        yield Remark("layers")


def intent_facts(pdf: pikepdf.Pdf) -> str:
    """The printing conditions that the file names."""
    named = (str(intent.get("/OutputConditionIdentifier", "?")) for intent in pdf.Root.get("/OutputIntents", []))
    return ", ".join(dict.fromkeys(named))


def _check_intents(pdf: pikepdf.Pdf, norm: str, nature: Nature) -> Iterator[Remark]:
    intents = [item for item in pdf.Root.get("/OutputIntents", []) if str(item.get("/S")) == "/GTS_PDFX"]
    if norm and (len(intents) != 1 or "/DestOutputProfile" not in intents[0]):
        yield Remark("intent-required")
    elif not intents and nature is not Nature.SHEETS:
        yield Remark("intent-missing")
    for intent in intents:
        if "/DestOutputProfile" in intent and not _is_press_profile(intent.DestOutputProfile):
            yield Remark("intent-not-press", 0, str(intent.get("/OutputConditionIdentifier", "")))


def _is_press_profile(profile: Any) -> bool:  # noqa: ANN401
    head = bytes(profile.read_bytes()[:20])
    return head[12:16] == PRINTER_CLASS and head[16:20] == CMYK_SPACE


def check_page_entries(page: pikepdf.Page, number: int, sheet: Sheet) -> Iterator[Remark]:
    """Remarks on what a page carries beside its content."""
    for annotation in page.obj.get("/Annots", []):
        kind = str(annotation.get("/Subtype", "?")).lstrip("/")
        if kind == "TrapNet" or ("/Rect" in annotation and not meet(box_of(annotation.Rect), sheet.bleed)):
            continue
        yield Remark("annotation", number, kind)
    if "/AA" in page.obj:
        yield Remark("action", number)
    group = page.obj.get("/Group")
    if group is not None and "/CS" in group and space_of(group.CS, page.obj.get("/Resources")).family is Family.RGB:
        yield Remark("blending-space", number)


def _xmp(pdf: pikepdf.Pdf) -> bytes:
    metadata = pdf.Root.get("/Metadata")
    return bytes(metadata.read_bytes()) if isinstance(metadata, pikepdf.Stream) else b""
