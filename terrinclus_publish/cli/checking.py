"""``terrinclus check``."""

from pathlib import Path

import click

from terrinclus_publish.cli.console import french, say
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection, find_sheets, one_of, strict_option
from terrinclus_publish.cli.report import count_line, counted, fault_lines, faults_json
from terrinclus_publish.faults import Fault, FaultsError, Level


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus check\nterrinclus check aude suresnes --strict",
)
@click.argument("files", nargs=-1, metavar="[FICHES]…")
@strict_option
@click.option(
    "--format",
    "form",
    metavar="text|json",
    callback=one_of(("text", "json")),
    default="text",
    help="text : des phrases ; json : une liste pour un logiciel. Sans cette option : text.",
)
@collection_option
@click.pass_obj
def check(parent: Path | None, files: tuple[str, ...], strict: bool, form: str, folder: Path | None) -> int:
    """Relit les fiches et montre toutes leurs fautes, en une fois.

    FICHES : noms de fiches (aude) ou fichiers (sheets/aude.yaml). Sans aucun nom, toutes les fiches et le guide.
    """
    from terrinclus_publish.build.review import review_fiches

    collection = find_collection(folder or parent, files)
    wanted = find_sheets(collection, files)
    if not files and collection.guide_file.is_file():
        wanted.append(collection.guide_file)
    try:
        faults: tuple[Fault, ...] = review_fiches(collection, wanted).faults
    except FaultsError as error:
        faults = tuple(error.faults)
    if form == "json":
        say(faults_json(faults))
    else:
        for fault in faults:
            say(fault_lines(fault))
        say(french(f"{counted(len(wanted), 'fichier')} : {count_line(faults)}."))
    stopping = faults if strict else [fault for fault in faults if fault.level is Level.ERROR]
    return ExitCode.FAULTS if stopping else ExitCode.DONE
