"""``terrinclus print``: files for a shop and for an office printer, each one checked."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection, find_sheets, one_of, output_option
from terrinclus_publish.cli.report import counted, fault_lines
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.refusals import why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from terrinclus_publish.build.documents import Document
    from terrinclus_publish.build.printing import PrintEvent, PrintWish
    from terrinclus_publish.faults import Fault
    from terrinclus_publish.pdf.pdfx import OutputCondition
    from terrinclus_publish.preflight import Report

REPORT = "controle"
"""The name of the reports beside the files."""
MOST_COPIES = 100_000


@dataclass(frozen=True)
class PrintOptions:
    """The options of the command, as they were given."""

    bleed: float
    icc: Path | None
    binding: str
    stock: str
    cover: str
    booklet: str
    economical: bool
    copies: int | None
    recipients: Path | None
    copies_as: str
    one_file_each: bool


@click.command(
    "print",
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus print\n"
    "terrinclus print --guide --icc profil.icc --papier 115g\n"
    "terrinclus print aude --economique --exemplaires 20",
)
@click.argument("files", nargs=-1, metavar="[FICHES]…")
@click.option("--guide", "only_guide", is_flag=True, help="Le guide seul, sans les livrets des fiches.")
@click.option("--icc", type=click.Path(path_type=Path), metavar="FICHIER", help="Profil ICC donné par l'imprimeur.")
@click.option("--bleed", type=float, default=3.0, metavar="MM", help="Fond perdu, de 0 à 10 mm. Sans cette option : 3.")
@click.option(
    "--reliure",
    "binding",
    metavar="pique|dos-carre|spirale",
    callback=one_of(("auto", "pique", "dos-carre", "spirale")),
    default="auto",
    help="Reliure. Sans cette option : piqué jusqu'à 48 pages, dos carré au-delà.",
)
@click.option(
    "--papier", "stock", metavar="90g", default="", help="Papier intérieur : grammage, ou épaisseur (« 0,11 mm »)."
)
@click.option(
    "--couverture",
    "cover",
    metavar="separee|incluse",
    callback=one_of(("separee", "incluse")),
    default="separee",
    help="Couverture dans son propre fichier, ou avec les pages. Sans cette option : separee.",
)
@click.option(
    "--livret",
    "booklet",
    metavar="entier|reduit",
    callback=one_of(("entier", "reduit")),
    default="entier",
    help="Livret à la taille des pages (A4, sur A3), ou réduit de moitié (A5, sur A4). Sans cette option : entier.",
)
@click.option("--economique", "economical", is_flag=True, help="Noir et un gris, sans fond perdu ni grand aplat.")
@click.option("--exemplaires", "copies", type=int, metavar="N", help="Exemplaires numérotés, en dernière page.")
@click.option(
    "--destinataires",
    "recipients",
    type=click.Path(path_type=Path),
    metavar="FICHIER.csv",
    help="Destinataires : une ligne chacun, sous une ligne de titres.",
)
@click.option(
    "--exemplaires-en",
    "copies_as",
    metavar="livret|pages",
    callback=one_of(("livret", "pages")),
    default="livret",
    help="Exemplaires en livret, ou page par page. Sans cette option : livret.",
)
@click.option("--un-fichier-chacun", "one_file_each", is_flag=True, help="Un fichier par exemplaire.")
@output_option
@collection_option
@click.pass_obj
def print_(
    parent: Path | None,
    /,
    files: tuple[str, ...],
    only_guide: bool,
    output: Path | None,
    folder: Path | None,
    **given: Any,  # noqa: ANN401
) -> int:
    """Fabrique de quoi imprimer, dans output/impression, et contrôle chaque fichier.

    Pour l'imprimeur : guide-presse.pdf et couverture-presse.pdf. Pour l'imprimante du bureau : guide-livret.pdf et
    fiches/NOM-livret.pdf, à imprimer en recto verso, retournement sur le petit côté, puis à plier.
    FICHES : noms de fiches (aude) ; sans aucun nom, le guide et toutes les fiches.
    """
    from terrinclus_publish.build.printing import print_copies

    start, options = time.perf_counter(), PrintOptions(**given)
    collection = find_collection(folder or parent, files)
    try:
        documents = _documents(collection, files, only_guide)
        wish = _wish(collection, output or collection.output, documents, options)
        return _show(print_copies(wish), wish, start)
    except FaultsError as error:
        for fault in error.faults:
            tell(fault_lines(fault))
        tell(french("Rien n'est fabriqué."))
        return ExitCode.FAULTS


def _documents(collection: Collection, files: tuple[str, ...], only_guide: bool) -> "list[Document]":
    """What is to be printed. Raises FaultsError on errors in sheets."""
    from terrinclus_publish.build.printable import printable_guide, printable_sheets

    if files and only_guide:
        raise click.UsageError("--guide imprime le guide entier : ne nommez pas de fiches")
    wanted = [file for file in find_sheets(collection, files) if file != collection.guide_file]
    documents: list[Document] = []
    if not files and (only_guide or collection.guide_file.is_file()):
        documents.append(printable_guide(collection))
    return documents if only_guide else [*documents, *printable_sheets(collection, wanted)]


def _wish(collection: Collection, output: Path, documents: "list[Document]", options: PrintOptions) -> "PrintWish":
    """The options as a wish. Raises FaultsError, click.UsageError."""
    from terrinclus_publish.build.copies import CopyWish
    from terrinclus_publish.build.printing import PrintWish
    from terrinclus_publish.printing import Binding, parse_stock, read_recipients
    from terrinclus_publish.printing.paper import StockError
    from terrinclus_publish.theme import load_theme

    if not 0 <= options.bleed <= 10:
        raise click.UsageError("le fond perdu va de 0 à 10 mm")
    printing = load_theme(collection).impression
    try:
        stock = parse_stock(options.stock or f"{printing.papier}g", printing)
    except StockError as error:
        raise click.UsageError(
            f"« {error} » n'est pas un papier : écrivez son grammage (90g) ou son épaisseur (0,11 mm)"
        ) from error
    recipients = read_recipients(options.recipients) if options.recipients is not None else None
    count = options.copies if options.copies is not None else (recipients.count if recipients else None)
    if count is not None and not 1 <= count <= MOST_COPIES:
        raise click.UsageError(f"le nombre d'exemplaires va de 1 à {MOST_COPIES}")
    if recipients is not None and count is not None and count < recipients.count:
        raise click.UsageError(f"{count} exemplaires ne suffisent pas pour {recipients.count} destinataires")
    copies = None
    if count is not None:
        copies = CopyWish(count, recipients, options.copies_as == "livret", options.one_file_each)
    return PrintWish(
        collection,
        output,
        documents,
        _condition(options.icc),
        stock,
        options.bleed,
        None if options.binding == "auto" else Binding(options.binding),
        options.cover == "separee",
        options.economical,
        options.booklet == "reduit",
        copies,
    )


def _condition(icc: Path | None) -> "OutputCondition":
    from terrinclus_publish.pdf.pdfx import NotAPressProfileError
    from terrinclus_publish.printing import find_condition

    try:
        return find_condition(icc)
    except OSError as error:
        raise click.UsageError(f"le profil « {icc} » ne se lit pas ({why(error)})") from error
    except NotAPressProfileError as error:
        raise click.UsageError(
            f"« {icc} » n'est pas le profil ICC d'une presse CMJN ; demandez-le à l'imprimeur"
        ) from error


def _show(events: "Iterable[PrintEvent]", wish: "PrintWish", start: float) -> ExitCode:
    """Show events to their end, write the reports, count."""
    from terrinclus_publish.build.events import Failed, Made
    from terrinclus_publish.build.printing import Checked, Told
    from terrinclus_publish.preflight import Severity
    from terrinclus_publish.preflight.report import finding_lines, summary

    reports: list[Report] = []
    failed: list[Fault] = []
    made = 0
    for event in events:
        match event:
            case Told():
                tell(french(f"{event.text}."))
            case Made():
                made += 1
                say(f"{event.shown} ({max(event.size // 1024, 1)}\u00a0Ko)")
            case Checked():
                reports.append(event.report)
                say(f"    {summary(event.report)}")
                for finding in event.report.findings:
                    if finding.severity is not Severity.NOTE:
                        say("\n".join(f"    {line}" for line in finding_lines(finding)))
            case Failed():
                failed.extend(event.faults)
    for fault in failed:
        tell(fault_lines(fault))
    if reports:
        _write_reports(reports, wish)
    seconds = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    say(french(f"{counted(made, 'document')} {'fabriqués' if made > 1 else 'fabriqué'} en {seconds} s."))
    return ExitCode.DONE if not failed and all(report.is_sound for report in reports) else ExitCode.FAULTS


def _write_reports(reports: "list[Report]", wish: "PrintWish") -> None:
    """The reports as a text to send along, and as JSON."""
    from terrinclus_publish.build.files import write_whole
    from terrinclus_publish.build.printing import FOLDER, shown_name
    from terrinclus_publish.preflight.report import report_text, reports_json

    texts = {".txt": "\n\n\n".join(map(report_text, reports)) + "\n", ".json": reports_json(reports) + "\n"}
    for ending, text in texts.items():
        target = wish.output / FOLDER / f"{REPORT}{ending}"
        write_whole(target, text.encode("utf-8"), shown_name(target, wish.collection))
        say(shown_name(target, wish.collection))
