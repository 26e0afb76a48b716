"""A file, from its first page to its last, held against every rule. It is opened to be read, and never written."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from terrinclus_publish.preflight.content import PageReader
from terrinclus_publish.preflight.damage import DAMAGE
from terrinclus_publish.preflight.declarations import (
    check_declarations,
    check_page_entries,
    claimed_norm,
    intent_facts,
)
from terrinclus_publish.preflight.events import Filled, Pictured, Shaded, Shown, Stroked
from terrinclus_publish.preflight.findings import Nature, Remark, Report, gathered
from terrinclus_publish.preflight.painting import check_event
from terrinclus_publish.preflight.rules import RULES
from terrinclus_publish.preflight.sheets import Sheet, check_sheets, sheet_of
from terrinclus_publish.preflight.typefaces import Typeface
from terrinclus_publish.refusals import why

PERMITS_TRANSPARENCY = "PDF/X-4"


class UnreadableFileError(Exception):
    """The file is no PDF, is damaged beyond reading, or is locked; the message is French."""


def inspect(file: Path, nature: Nature = Nature.PAGES) -> Report:
    """The report on a PDF file. Raises UnreadableFileError."""
    try:
        with pikepdf.open(file) as pdf:
            return _inspected(pdf, file.name, nature)
    except FileNotFoundError as error:
        raise UnreadableFileError(f"le fichier «\u00a0{file}\u00a0» n'existe pas") from error
    except pikepdf.PasswordError as error:
        raise UnreadableFileError(f"«\u00a0{file.name}\u00a0» est protégé par un mot de passe") from error
    except DAMAGE as error:
        message = f"«\u00a0{file.name}\u00a0» n'est pas un PDF, ou il est abîmé\u00a0: exportez-le de nouveau"
        raise UnreadableFileError(message) from error
    except OSError as error:
        raise UnreadableFileError(f"«\u00a0{file.name}\u00a0» ne se lit pas ({why(error)})") from error


def _inspected(pdf: pikepdf.Pdf, name: str, nature: Nature) -> Report:
    sheets = [sheet_of(page) for page in pdf.pages]
    if not sheets:
        raise UnreadableFileError(f"«\u00a0{name}\u00a0» n'a aucune page")
    remarks = [*check_declarations(pdf, nature), *check_sheets(sheets, nature), *_check_pages(pdf, sheets, nature)]
    report = Report(name, nature, _facts(pdf, sheets))
    norm = claimed_norm(pdf)
    if norm.startswith(PERMITS_TRANSPARENCY):
        remarks = [_permitted(remark) for remark in remarks]
    report.findings = gathered(remarks, RULES)
    return report


def _permitted(remark: Remark) -> Remark:
    """PDF/X-4 (ISO 15930-7, 6.4) permits transparency: what is only told of."""
    return Remark("transparency-kept", remark.page, remark.example) if remark.code == "transparency" else remark


def _check_pages(pdf: pikepdf.Pdf, sheets: list[Sheet], nature: Nature) -> Iterator[Remark]:
    faces: dict[tuple[int, int], Typeface] = {}
    for number, (page, sheet) in enumerate(zip(pdf.pages, sheets, strict=True), 1):
        try:
            yield from check_page_entries(page, number, sheet)
            yield from _check_content(PageReader(page, faces), number, sheet, nature)
        except DAMAGE as error:
            yield Remark("content-unreadable", number, f"{type(error).__name__}: {error}"[:120])


def _check_content(reader: PageReader, number: int, sheet: Sheet, nature: Nature) -> Iterator[Remark]:
    is_blank = True
    for event in reader.events():
        is_blank = is_blank and not _leaves_ink(event, sheet)
        yield from check_event(event, number, sheet, nature)
    if is_blank:
        yield Remark("blank-page", number)


def _leaves_ink(event: object, sheet: Sheet) -> bool:
    """Whether an event paints something on the trimmed page."""
    if isinstance(event, Filled | Stroked | Shown | Pictured):
        left, foot, right, top = event.box
        inside = left < sheet.trim[2] and right > sheet.trim[0] and foot < sheet.trim[3] and top > sheet.trim[1]
        return inside and not (isinstance(event, Filled) and event.colour.is_white)
    return isinstance(event, Shaded)


def _facts(pdf: pikepdf.Pdf, sheets: list[Sheet]) -> dict[str, str]:
    size = "{:.0f} × {:.0f} mm".format(*sheets[0].size)
    bleeds = {f"{max(sheet.bleed_width, 0):.1f}".replace(".", ",") for sheet in sheets}
    return {
        "Pages": str(len(sheets)),
        "Format fini": size,
        "Fond perdu": f"{' / '.join(sorted(bleeds))} mm",
        "Norme annoncée": claimed_norm(pdf) or "aucune",
        "Condition d'impression": intent_facts(pdf) or "non dite",
        "Version de PDF": pdf.pdf_version,
    }
