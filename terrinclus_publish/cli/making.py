"""``terrinclus render`` and ``terrinclus guide``: check, then make."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from terrinclus_publish.cli.console import french, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import (
    collection_option,
    find_collection,
    find_sheets,
    formats_option,
    output_option,
    strict_option,
)
from terrinclus_publish.cli.report import count_line, counted, fault_lines
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from terrinclus_publish.build import Job


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus render\nterrinclus render aude --format pdf,docx",
)
@click.argument("files", nargs=-1, metavar="[FICHES]…")
@formats_option("pdf", "docx", "html")
@output_option
@strict_option
@collection_option
@click.pass_obj
def render(
    parent: Path | None,
    files: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path | None,
    strict: bool,
    folder: Path | None,
) -> int:
    """Fabrique les fiches : output/fiches/NOM.pdf, NOM.docx et NOM.html.

    FICHES : noms de fiches (aude) ou fichiers (sheets/aude.yaml). Sans aucun nom, toutes. Une fiche qui a une erreur
    n'est pas fabriquée ; les autres le sont.
    """
    from terrinclus_publish.build import Format, plan_fiches, review_fiches

    start = time.perf_counter()
    collection = find_collection(folder or parent, files)
    wanted = find_sheets(collection, files)
    if collection.guide_file in wanted:
        raise click.UsageError("le guide n'est pas une fiche ; pour le fabriquer : « terrinclus guide »")
    if not wanted:
        raise click.UsageError("aucune fiche à fabriquer ; pour en écrire une : « terrinclus new NOM »")
    try:
        review = review_fiches(collection, wanted)
    except FaultsError as error:
        return _stop(error.faults, "Rien n'est fabriqué.")
    _tell_all(review.faults)
    jobs = plan_fiches(review, [Format(form) for form in formats], output or collection.output)
    if strict and review.faults:
        return _stop([], "Avec --strict, rien n'est fabriqué tant qu'il reste un avertissement.")
    if review.guide_is_broken:
        return _stop([], "Rien n'est fabriqué : guide.yaml, qui nomme le programme, a des erreurs.")
    if len(jobs) < len(wanted):
        left_out = len(wanted) - len(jobs)
        agreement = "n'est pas fabriquée" if left_out == 1 else "ne sont pas fabriquées"
        tell(french(f"{counted(left_out, 'fiche')} {agreement} : il faut d'abord en corriger les erreurs."))
    done = _make(collection, jobs, start)
    return ExitCode.FAULTS if review.errors else done


@click.command(cls=FrenchCommand, options_metavar="[OPTIONS]", epilog="terrinclus guide\nterrinclus guide --format pdf")
@formats_option("pdf", "docx")
@output_option
@strict_option
@collection_option
@click.pass_obj
def guide(parent: Path | None, formats: tuple[str, ...], output: Path | None, strict: bool, folder: Path | None) -> int:
    """Fabrique le guide qui réunit les fiches : output/guide.pdf et guide.docx.

    Il n'est pas fabriqué tant qu'une de ses fiches a une erreur. Les avertissements des fiches sont comptés ;
    « terrinclus check » les détaille.
    """
    from terrinclus_publish.build import Format, plan_guide, review_guide

    start = time.perf_counter()
    collection = find_collection(folder or parent)
    try:
        review = review_guide(collection)
    except FaultsError as error:
        return _stop(error.faults, "Le guide n'est pas fabriqué.")
    warnings = [fault for fault in review.fiche_faults if fault.level is Level.WARNING]
    _tell_all([fault for fault in review.faults if fault not in warnings])
    if warnings:
        tell(french(f"{counted(len(warnings), 'avertissement')} dans les fiches : « terrinclus check » les détaille."))
    if review.errors:
        names = ", ".join(sorted(review.faulty_files))
        return _stop([], f"Le guide n'est pas fabriqué : il y a des erreurs dans {names}.")
    if strict and review.faults:
        return _stop([], "Avec --strict, le guide n'est pas fabriqué tant qu'il reste un avertissement.")
    jobs = plan_guide(review, [Format(form) for form in formats], output or collection.output)
    return _make(collection, jobs, start)


def _make(collection: Collection, jobs: "Sequence[Job]", start: float) -> ExitCode:
    """Make documents and show them."""
    from terrinclus_publish.build import make
    from terrinclus_publish.cli.progress import show

    try:
        done = show(make(collection, jobs), sum(len(job.targets) for job in jobs), start)
    except FaultsError as error:
        return _stop(error.faults, "Rien n'est fabriqué.")
    return ExitCode.DONE if done else ExitCode.FAULTS


def _tell_all(faults: "Sequence[Fault]") -> None:
    for fault in faults:
        tell(fault_lines(fault))
    if faults:
        tell(f"{count_line(faults).capitalize()}.")


def _stop(faults: "Iterable[Fault]", why: str) -> ExitCode:
    """Tell what keeps documents from being made."""
    for fault in faults:
        tell(fault_lines(fault))
    tell(french(why))
    return ExitCode.FAULTS
