"""``terrinclus import``: a Word, OpenDocument or text file to a sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection
from terrinclus_publish.cli.report import counted, fault_lines
from terrinclus_publish.faults import FaultsError

if TYPE_CHECKING:
    from terrinclus_publish.importing import Import, Incoming

_EXTRACT = 90
"""Signs shown of a text."""
_MOST_CHANGES = 60


@click.command(
    "import",
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus import fiche-aude.docx\nterrinclus import fiche-aude.docx --nom aude --dry-run",
)
@click.argument("file", metavar="FICHIER", type=click.Path(path_type=Path))
@click.option(
    "--into",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Dossier où ranger la fiche. Sans cette option : le dossier « sheets » de la collection.",
)
@click.option("--nom", "name", metavar="NOM", help="Nom de la fiche. Sans cette option : celui du fichier.")
@click.option("--force", is_flag=True, help="Remplace la fiche de ce nom, si elle existe.")
@click.option("--dry-run", "dry", is_flag=True, help="N'écrit rien : montre ce qui serait lu, et ce qui changerait.")
@collection_option
@click.pass_obj
def import_(
    parent: Path | None, file: Path, into: Path | None, name: str | None, force: bool, dry: bool, folder: Path | None
) -> int:
    """Fait une fiche d'un fichier Word (.docx, .docm), LibreOffice (.odt), Markdown ou texte.

    FICHIER : une fiche de « terrinclus render » que l'on a modifiée, ou une fiche tapée librement sous les titres
    uniformes. Ce qui ne trouve pas sa place est gardé sous « a_classer ». Une fiche qui existe n'est pas remplacée
    sans --force.
    """
    from terrinclus_publish.importing import plan_import, read_document

    collection = find_collection(folder or parent)
    _check_name(name)
    target = into or collection.sheets
    try:
        planned = plan_import(collection, target, read_document(file), file.name, name)
    except FaultsError as error:
        for fault in error.faults:
            tell(fault_lines(fault))
        return ExitCode.FAULTS
    if name and len(planned.sheets) > 1:
        raise click.UsageError("ce fichier contient plusieurs fiches : chacune prend le nom de son porteur, sans --nom")
    done = [_bring_in(incoming, target, force, dry) for incoming in planned.sheets]
    if planned.outside and not dry:
        _keep_the_rest(planned, file.stem, target, force)
    if any(done) and not dry and target.resolve() == collection.sheets.resolve():
        names = " ".join(sheet.name for sheet, is_done in zip(planned.sheets, done, strict=True) if is_done)
        say(french(f"Ensuite : terrinclus check {names}"))
    return ExitCode.DONE if all(done) else ExitCode.FAULTS


def _check_name(name: str | None) -> None:
    from terrinclus_publish.build.names import is_name, name_from

    if name is not None and not is_name(name):
        raise click.UsageError(
            f"« {name} » ne peut pas être un nom de fiche : des lettres minuscules sans accent, des chiffres, et des "
            f"traits d'union entre les mots. Par exemple : {name_from(name)}"
        )


def _bring_in(incoming: "Incoming", folder: Path, force: bool, dry: bool) -> bool:
    """Say what was read, and write it where that is allowed; whether it was."""
    from terrinclus_publish.importing import write_import

    shown = f"sheets/{incoming.file.name}" if folder.name == "sheets" else str(incoming.file)
    say(french(f"{shown} : « {_short(incoming.fiche.titre)} »"))
    _say_what_was_read(incoming)
    if not incoming.is_new:
        _say_changes(incoming)
    if dry:
        say("  Rien n'est écrit (--dry-run).")
        return True
    if incoming.is_known:
        say("  La fiche reste comme elle est.")
        return True
    if not incoming.is_new and not force:
        tell(french(f"{shown} existe déjà : la fiche n'est pas remplacée. Pour la remplacer, ajoutez --force."))
        return False
    try:
        written = write_import(incoming, folder)
    except FaultsError as error:
        for fault in error.faults:
            tell(fault_lines(fault))
        return False
    for picture in written[:-1]:
        say(french(f"  Image reprise : {picture.parent.name}/{picture.name}"))
    say(french("  La fiche est écrite."))
    return True


def _say_what_was_read(incoming: "Incoming") -> None:
    from terrinclus_publish.importing import filled_fields

    placed = [name for name in filled_fields(incoming.fiche) if name != "a_classer"]
    say(french(f"  {counted(len(placed), 'champ')} : {', '.join(placed)}."))
    if incoming.read.missing:
        say(french(f"  À compléter, car le document ne le dit pas : {', '.join(incoming.read.missing)}."))
    for notice in incoming.read.notices:
        say(french(f"  À savoir : {notice}."))
    for comment in incoming.read.comments:
        where = incoming.commented_field(comment)
        about = f" sur « {_short(comment.about)} »" if comment.about else ""
        say(french(f"  Commentaire{about}{f' ({where})' if where else ''}, {comment.author or 'sans nom'} :"))
        say(f"    {comment.text}")
    unsorted = incoming.fiche.a_classer
    if unsorted:
        say(french(f"  {counted(len(unsorted), 'passage')} à classer (a_classer) :"))
    for passage in unsorted:
        say(french(f"    {passage.ou or 'sans place'} : « {_short(passage.texte)} »"))


def _say_changes(incoming: "Incoming") -> None:
    """What would change in the sheet that exists, field by field."""
    differences = incoming.differences
    if not incoming.is_readable:
        say(french("  La fiche qui existe ne peut pas être lue : ce qui changerait n'est pas connu."))
    elif not differences:
        say("  Aucune différence avec la fiche qui existe.")
    elif incoming.notes:
        notes = counted(incoming.notes, "ligne")
        say(french(f"  La fiche qui existe a {notes} de commentaire (#) : une fois remplacée, elle ne les aura plus."))
    for change in differences[:_MOST_CHANGES]:
        say(f"  {change.readable_field}")
        before, after = _around(change.before, change.after)
        for sign, text in (("-", before), ("+", after)):
            if text is not None:
                say(f"    {sign} {text}")
    if len(differences) > _MOST_CHANGES:
        say(french(f"  … et {len(differences) - _MOST_CHANGES} autres différences."))


def _around(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Two texts, cut to where they differ."""
    if before is None or after is None:
        return (before and _short(before), after and _short(after))
    same = next(
        (place for place, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    start = max(0, before.rfind(" ", 0, max(0, same - _EXTRACT // 3)) + 1)
    return _from(before, start), _from(after, start)


def _from(text: str, start: int) -> str:
    return ("… " if start else "") + _short(text[start:])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXTRACT else f"{line[:_EXTRACT].rsplit(' ', 1)[0]} …"


def _keep_the_rest(planned: "Import", stem: str, folder: Path, force: bool) -> None:
    """Keep what the document holds outside its sheets: no sheet can hold it, and nothing may be lost."""
    from terrinclus_publish.importing import write_outside

    file = write_outside(planned.outside, stem, folder, force)
    count = counted(len(planned.outside.split()), "mot")
    if file is not None:
        say(french(f"Hors des fiches, le document contient {count} (pages liminaires, dos) : gardés dans {file.name}"))
    else:
        tell(french(f"Hors des fiches, le document contient {count}, gardés lors d'une importation précédente."))
