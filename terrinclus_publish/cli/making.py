"""``terrinclus render``, ``guide`` and ``build``: check, then make what is out of date."""

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from terrinclus_publish.build import OWN, Format, Session, Wish, open_session
from terrinclus_publish.build.crew import ClusterError
from terrinclus_publish.cli.console import french, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.how import How, how_options
from terrinclus_publish.cli.options import collection_option, find_collection, find_sheets, formats_option
from terrinclus_publish.cli.progress import show
from terrinclus_publish.cli.report import count_line, counted, fault_lines
from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level

FICHE_FORMS, GUIDE_FORMS, ON_DEMAND = OWN, (Format.PDF, Format.DOCX), (Format.ODT,)


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus render\nterrinclus render aude --format pdf,docx",
)
@click.argument("files", nargs=-1, metavar="[FICHES]…")
@formats_option(*FICHE_FORMS, on_demand=ON_DEMAND)
@how_options
@collection_option
@click.pass_obj
def render(parent: Path | None, files: tuple[str, ...], formats: tuple[str, ...], how: How, folder: Path | None) -> int:
    """Fabrique les fiches : output/fiches/NOM.pdf, NOM.docx et NOM.html.

    FICHES : noms de fiches (aude) ou fichiers (sheets/aude.yaml). Sans aucun nom, toutes. Une fiche qui a une erreur
    n'est pas fabriquée ; les autres le sont. Ce qui est à jour n'est pas refait.
    """
    start = time.perf_counter()
    collection = find_collection(folder or parent, files)
    wanted = find_sheets(collection, files)
    if collection.guide_file in wanted:
        raise click.UsageError("le guide n'est pas une fiche ; pour le fabriquer : « terrinclus guide »")
    wish = _wish(collection, wanted, how, fiche_forms=[Format(form) for form in formats])
    session = _look(wish)
    _tell_all(session.survey.faults)
    if how.strict and session.survey.faults:
        return _stop("Avec --strict, rien n'est fabriqué tant qu'il reste un avertissement.")
    if session.survey.guide_is_broken:
        return _stop("Rien n'est fabriqué : guide.yaml, qui nomme le programme, a des erreurs.")
    _tell_left_out(session, len(wanted))
    done = _make(session, start)
    return ExitCode.FAULTS if session.survey.errors else done


@click.command(cls=FrenchCommand, options_metavar="[OPTIONS]", epilog="terrinclus guide\nterrinclus guide --format pdf")
@formats_option(*GUIDE_FORMS, on_demand=ON_DEMAND)
@how_options
@collection_option
@click.pass_obj
def guide(parent: Path | None, formats: tuple[str, ...], how: How, folder: Path | None) -> int:
    """Fabrique le guide qui réunit les fiches : output/guide.pdf et guide.docx.

    Il n'est pas fabriqué tant qu'une de ses fiches a une erreur. Les avertissements des fiches sont comptés ;
    « terrinclus check » les détaille. Ce qui est à jour n'est pas refait.
    """
    start = time.perf_counter()
    collection = find_collection(folder or parent)
    session = _look(_wish(collection, [], how, guide_forms=[Format(form) for form in formats]))
    survey = session.survey
    warnings = [fault for fault in survey.fiche_faults if fault.level is Level.WARNING]
    _tell_all([fault for fault in survey.faults if fault not in warnings])
    if warnings:
        tell(french(f"{counted(len(warnings), 'avertissement')} dans les fiches : « terrinclus check » les détaille."))
    if survey.errors:
        return _stop(_why_no_guide(session))
    if how.strict and survey.faults:
        return _stop("Avec --strict, le guide n'est pas fabriqué tant qu'il reste un avertissement.")
    return _make(session, start)


@click.command(cls=FrenchCommand, options_metavar="[OPTIONS]", epilog="terrinclus build\nterrinclus build --tout")
@formats_option(*FICHE_FORMS, on_demand=ON_DEMAND)
@how_options
@collection_option
@click.pass_obj
def build(parent: Path | None, formats: tuple[str, ...], how: How, folder: Path | None) -> int:
    """Fabrique tout : chaque fiche (PDF, DOCX, HTML), et le guide (PDF, DOCX) ; en ODT aussi, si on le demande.

    Une fiche qui a une erreur n'est pas fabriquée, ni le guide si elle en est ; les autres fiches le sont. Ce qui est à
    jour n'est pas refait.
    """
    start = time.perf_counter()
    collection = find_collection(folder or parent)
    forms = [Format(form) for form in formats]
    of_guide = [form for form in forms if form in (*GUIDE_FORMS, *ON_DEMAND)]
    guide_forms = of_guide if collection.guide_file.is_file() else []
    wish = _wish(collection, find_sheets(collection, []), how, fiche_forms=forms, guide_forms=guide_forms)
    session = _look(wish)
    _tell_all(session.survey.faults)
    if how.strict and session.survey.faults:
        return _stop("Avec --strict, rien n'est fabriqué tant qu'il reste un avertissement.")
    if session.survey.guide_is_broken:
        return _stop("Rien n'est fabriqué : guide.yaml, qui nomme le programme, a des erreurs.")
    _tell_left_out(session, len(wish.sheets))
    if guide_forms and not session.plan.guide_can_be_made:
        tell(french(_why_no_guide(session)))
    done = _make(session, start)
    return ExitCode.FAULTS if session.survey.errors else done


def _wish(
    collection: Collection,
    sheets: Sequence[Path],
    how: How,
    fiche_forms: Sequence[Format] = (),
    guide_forms: Sequence[Format] = (),
) -> Wish:
    """What a command asks for. Raises click.UsageError where there is no sheet to make."""
    if fiche_forms and not sheets:
        raise click.UsageError("aucune fiche à fabriquer ; pour en écrire une : « terrinclus new NOM »")
    return Wish(
        collection,
        tuple(sheets),
        tuple(fiche_forms),
        tuple(guide_forms),
        (how.output or collection.output).resolve(),
        how.everything,
        how.processes,
        how.cluster,
    )


def _look(wish: Wish) -> Session:
    """What the sheets are worth. Ends the command on a broken theme or vocabulary."""
    try:
        return open_session(wish)
    except FaultsError as error:
        _tell_faults(error.faults)
        raise click.exceptions.Exit(_stop("Rien n'est fabriqué.")) from error


def _make(session: Session, start: float) -> ExitCode:
    """Make what is out of date, and show it."""
    try:
        done = show(session.make(), start)
    except FaultsError as error:
        _tell_faults(error.faults)
        return _stop("Rien n'est fabriqué.")
    except ClusterError as error:
        raise click.UsageError(str(error)) from error
    return ExitCode.DONE if done else ExitCode.FAULTS


def _tell_left_out(session: Session, wanted: int) -> None:
    left_out = wanted - len(session.survey.sound)
    if left_out > 0:
        agreement = "n'est pas fabriquée" if left_out == 1 else "ne sont pas fabriquées"
        tell(french(f"{counted(left_out, 'fiche')} {agreement} : il faut d'abord en corriger les erreurs."))


def _why_no_guide(session: Session) -> str:
    names = ", ".join(sorted(session.survey.faulty_files))
    return f"Le guide n'est pas fabriqué : il y a des erreurs dans {names}."


def _tell_all(faults: Sequence[Fault]) -> None:
    _tell_faults(faults)
    if faults:
        tell(f"{count_line(faults).capitalize()}.")


def _tell_faults(faults: Iterable[Fault]) -> None:
    for fault in faults:
        tell(fault_lines(fault))


def _stop(why: str) -> ExitCode:
    """Tell what keeps documents from being made."""
    tell(french(why))
    return ExitCode.FAULTS
