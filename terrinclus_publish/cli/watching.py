"""``terrinclus watch``."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection, output_option
from terrinclus_publish.collection import Collection

GLANCE = 1000
"""Milliseconds between two looks at whether there are new folders to watch."""
SHOWN = 5
"""Changed files that are named; more are counted."""


@click.command(cls=FrenchCommand, options_metavar="[OPTIONS]", epilog="terrinclus watch")
@output_option
@collection_option
@click.pass_obj
def watch(parent: Path | None, output: Path | None, folder: Path | None) -> int:
    """Fabrique tout, puis refait à chaque changement ce qui en dépend, jusqu'à Ctrl+C.

    Il suffit d'enregistrer une fiche, une image, un modèle ou le thème. Les fautes sont montrées, et le travail reprend
    au changement suivant.
    """
    collection = find_collection(folder or parent)
    _build(collection, output)
    say(french("À l'affût des changements ; Ctrl+C pour finir."))
    try:
        for files in _changes(collection):
            if names := _names(files, collection.root):
                say(french(f"Changement : {names}"))
                _build(collection, output)
    except KeyboardInterrupt:
        say("Fin de la surveillance.")
    return ExitCode.DONE


def _changes(collection: Collection) -> Iterator[set[Path]]:
    """The files that change, a few at a time, without end; also those of a folder that was not there before."""
    from watchfiles import watch as changes_in

    places, new = _places(collection), set[Path]()
    while True:
        for changes in changes_in(*places, raise_interrupt=True, yield_on_timeout=True, rust_timeout=GLANCE):
            files, new = {Path(name) for _, name in changes} | new, set()
            if files:
                yield files
            now = _places(collection)
            if now != places:
                new = {file for place in now - places for file in place.rglob("*")}
                places = now
                break


def _places(collection: Collection) -> set[Path]:
    """The folders that are watched."""
    fonts = {file.parent for file in _own_fonts(collection)}
    return {place for place in (collection.sheets, collection.root / "templates", *fonts) if place.is_dir()}


def _build(collection: Collection, output: Path | None) -> None:
    """Make what is out of date, in a process of its own.

    Why: templates, themes and fonts are read once in a process; and whatever happens there, the watch goes on.
    """
    command = [sys.executable, "-m", "terrinclus_publish", "build", "--collection", str(collection.root)]
    try:
        subprocess.run([*command, *(["--output", str(output)] if output else [])], check=False)
    except OSError as error:
        tell(french(f"La fabrication n'a pas pu commencer : {error}"))


def _own_fonts(collection: Collection) -> Iterable[Path]:
    from terrinclus_publish.build.inputs import own_files

    return own_files(collection)


def _names(files: Iterable[Path], root: Path) -> str:
    """The changed files, from the collection's folder; those that editors write beside are left out."""
    shown = sorted({_from(file, root) for file in files if not file.name.startswith((".", "~")) and file.suffix})
    more = f" et {len(shown) - SHOWN} autres" if len(shown) > SHOWN else ""
    return ", ".join(shown[:SHOWN]) + more


def _from(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
