"""What several commands take: the collection, files of sheets, formats; as Click types with French messages."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from terrinclus_publish.collection import Collection, CollectionNotFoundError

collection_option = click.option(
    "--collection",
    "folder",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Dossier de la collection, celui qui contient « sheets ». Sans cette option : le dossier courant, ou le "
    "premier au-dessus de lui qui en contient un.",
)
strict_option = click.option("--strict", is_flag=True, help="Les avertissements arrêtent aussi le travail.")
output_option = click.option(
    "--output",
    "output",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Dossier où écrire. Sans cette option : le dossier « output » de la collection.",
)


def one_of(words: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """A Click callback: the value is one of these words."""

    def convert(ctx: click.Context, param: click.Parameter, value: str) -> str:
        return _word(value, words, param)

    return convert


def some_of(words: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], tuple[str, ...]]:
    """A Click callback: the value is some of these words between commas, in that order, each once."""

    def convert(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
        given = [word for word in value.replace(";", ",").split(",") if word.strip()]
        if not given:
            raise click.BadParameter(f"au moins un parmi : {', '.join(words)}", param=param)
        return tuple(dict.fromkeys(_word(word, words, param) for word in given))

    return convert


def _word(value: str, words: Sequence[str], param: click.Parameter) -> str:
    word = value.strip().lower().removeprefix(".")
    if word not in words:
        close = get_close_matches(word, words, n=1)
        hint = f" (peut-être « {close[0]} »)" if close else ""
        raise click.BadParameter(f"« {word} » n'en est pas{hint} ; au choix : {', '.join(words)}", param=param)
    return word


def formats_option(*formats: str, on_demand: Sequence[str] = ()) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option ``--format`` of a command that makes these formats unless told, and others on demand."""
    every = (*formats, *on_demand)
    others = f" sauf {', '.join(on_demand)}, qui demande LibreOffice" if on_demand else ""
    return click.option(
        "--format",
        "formats",
        metavar=",".join(every),
        callback=some_of(every),
        default=",".join(formats),
        help=f"Ce qui est fabriqué, séparé par des virgules. Sans cette option : tout{others}.",
    )


def find_collection(folder: Path | None, files: Sequence[str] = ()) -> Collection:
    """The collection of a command: the folder given, else the one around here, else the one around the first file.

    Raises click.UsageError.
    """
    if folder is not None:
        if not (folder / "sheets").is_dir():
            raise click.UsageError(f"le dossier « {folder} » ne contient pas de dossier « sheets »")
        return Collection(folder.resolve())
    for start in (Path(), *(Path(file).parent for file in files[:1])):
        try:
            return Collection.find(start)
        except CollectionNotFoundError:
            continue
    raise click.UsageError(
        "aucune collection ici : ni ce dossier ni ceux qui le contiennent n'ont de dossier « sheets ». "
        "Placez-vous dans le dossier de la collection, nommez-le avec --collection, ou créez-en une avec "
        "« terrinclus init DOSSIER »"
    )


def find_sheets(collection: Collection, names: Sequence[str]) -> list[Path]:
    """The files that are meant, by path or by a sheet's name; all of the collection's sheets when none is named.

    Raises click.UsageError, with the nearest names.
    """
    found = [_find_sheet(collection, name) for name in names] if names else collection.sheet_files()
    return list(dict.fromkeys(found))


def _find_sheet(collection: Collection, name: str) -> Path:
    folder = collection.sheets
    for file in (Path(name), collection.root / name, folder / name, folder / f"{name}.yaml", folder / f"{name}.yml"):
        if file.is_file():
            return file.resolve()
    existing = {file.stem: file for file in (*collection.sheet_files(), collection.guide_file)}
    close = get_close_matches(Path(name).stem.lower(), existing, n=3, cutoff=0.5)
    wanted = f"peut-être {' ou '.join(f'« {near} »' for near in close)}" if close else _choice(sorted(existing))
    raise click.UsageError(f"la fiche « {name} » est introuvable ; {wanted}")


def _choice(names: Sequence[str]) -> str:
    shown = ", ".join(names[:20])
    return f"au choix : {shown}{'…' if len(names) > 20 else ''}"
