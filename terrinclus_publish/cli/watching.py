"""``terrinclus watch``."""

import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection, output_option
from terrinclus_publish.collection import Collection

GLANCE = 1000
"""Milliseconds between two looks at the files, where the system tells of no change."""
SHOWN = 5
"""Changed files that are named; more are counted."""
State = dict[Path, tuple[int, int]]


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
    known = _state(collection)
    _build(collection, output)
    say(french("À l'affût des changements ; Ctrl+C pour finir."))
    try:
        for files in _changes(collection, known):
            if names := _names(files, collection.root):
                say(french(f"Changement : {names}"))
                _build(collection, output)
    except KeyboardInterrupt:
        say("Fin de la surveillance.")
    return ExitCode.DONE


def _changes(collection: Collection, known: State) -> Iterator[set[Path]]:
    """The files that differ from those known, a few at a time, without end.

    Why not the list of those that the system tells of: it lacks what changed before it was asked, while the first build
    ran, and the files of a folder that was not there before.
    """
    from watchfiles import watch as changes_in

    while True:
        places = _places(collection)
        for _ in changes_in(*places, raise_interrupt=True, yield_on_timeout=True, rust_timeout=GLANCE):
            now = _state(collection)
            files = {file for file, _ in known.items() ^ now.items()}
            known = now
            if files:
                yield files
            if _places(collection) != places:
                break


def _state(collection: Collection) -> State:
    """When each watched file was written, in nanoseconds, and its size in bytes."""
    state = {}
    for file in (file for place in _places(collection) for file in place.rglob("*")):
        with suppress(OSError):  # it went away meanwhile
            found = file.stat()
            if stat.S_ISREG(found.st_mode):
                state[file] = (found.st_mtime_ns, found.st_size)
    return state


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
