"""Rules on the guide as a whole: the sheets that it names, and what sheets say of the same person."""

import re
from collections.abc import Iterator, Mapping

from terrinclus_publish.checks.people import people
from terrinclus_publish.checks.rule import Context, error, listed, nearest, plain, quoted, warning
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import Source

Fiches = Mapping[str, Source[Fiche]]
"""The sheets that could be read, by name. One that could not has a file all the same."""
_SHEET_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def sheets_exist(source: Source[Guide], fiches: Fiches, context: Context) -> Iterator[Fault]:
    """Dead references: every sheet of the guide has its file."""
    existing = _existing(fiches, context)
    for index, name in enumerate(source.model.fiches):
        if name not in existing:
            message = f"La fiche {quoted(name)} n'existe pas : aucun fichier sheets/{name}.yaml"
            expected = _sheet_wanted(name, existing)
            yield error(source, ("fiches", index), "unknown-sheet", message, found=name, expected=expected)


def _existing(fiches: Fiches, context: Context) -> list[str]:
    return sorted({file.stem for file in context.collection.sheet_files()} | set(fiches))


def _sheet_wanted(name: str, among: list[str]) -> str:
    close = nearest(name, among)
    if close:
        return f"Écrivez peut-être {quoted(close[0])}"
    return f"Au choix : {listed(among)}" if among else "Écrivez le nom d'un fichier du dossier sheets, sans « .yaml »"


def sheets_listed_once(source: Source[Guide], fiches: Fiches, context: Context) -> Iterator[Fault]:
    """A sheet stands once in the guide: its anchors and its page are unique."""
    seen: dict[str, int] = {}
    for index, name in enumerate(source.model.fiches):
        if seen.setdefault(name, index) != index:
            message = f"La fiche {quoted(name)} est déjà la fiche {seen[name] + 1} du guide"
            expected = "Retirez celle-ci"
            yield error(source, ("fiches", index), "sheet-listed-twice", message, found=name, expected=expected)


def pilot_projects_have_their_sheet(source: Source[Guide], fiches: Fiches, context: Context) -> Iterator[Fault]:
    """Each row of the pilot projects' table leads to a sheet of the guide, and each sheet has one row at most."""
    table = source.model.demarches_pilotes
    seen: set[str] = set()
    for index, demarche in enumerate(table.demarches if table else []):
        path: Path = ("demarches_pilotes", "demarches", index, "fiche")
        name = demarche.fiche
        if name not in source.model.fiches:
            message = f"La démarche pilote {quoted(name)} n'est pas une fiche du guide"
            expected = _sheet_wanted(name, list(source.model.fiches))
            yield error(source, path, "pilot-without-sheet", message, found=name, expected=expected)
        elif name in seen:
            message = f"La démarche pilote {quoted(name)} a déjà sa ligne dans ce tableau"
            yield warning(source, path, "pilot-listed-twice", message, found=name, expected="Retirez cette ligne")
        seen.add(name)


def no_sheet_forgotten(source: Source[Guide], fiches: Fiches, context: Context) -> Iterator[Fault]:
    """A sheet of the folder that the guide does not list will not be printed in it. A file to be renamed is told of
    elsewhere, and could not be listed under its name.
    """
    for name in _existing(fiches, context):
        if name not in source.model.fiches and _SHEET_NAME.fullmatch(name):
            message = f"La fiche {quoted(name)} est dans le dossier, mais pas dans le guide"
            expected = f"Ajoutez « - {name} » dans « fiches », si elle doit y paraître"
            yield warning(source, ("fiches",), "forgotten-sheet", message, found=name, expected=expected)


def one_organisation_a_person_in_the_guide(source: Source[Guide], fiches: Fiches, context: Context) -> Iterator[Fault]:
    """The format's rule « the same person in two organisations », from sheet to sheet."""
    first: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str]] = set()
    for name in dict.fromkeys(source.model.fiches):
        fiche = fiches.get(name)
        for path, organisme, person in people(fiche.model) if fiche else ():
            key = plain(person.nom)
            sheet, known = first.setdefault(key, (name, organisme))
            if fiche is None or sheet == name or plain(known) == plain(organisme) or (key, plain(organisme)) in told:
                continue
            told.add((key, plain(organisme)))
            message = (
                f"{person.nom} est ici dans {quoted(organisme)}, dans {quoted(known)} pour la fiche {quoted(sheet)}"
            )
            expected = "Donnez le même organisme, écrit de la même façon, dans toutes les fiches"
            yield warning(
                fiche, (*path, "nom"), "person-in-two-organisations", message, found=person.nom, expected=expected
            )
