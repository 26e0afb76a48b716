"""The options that every making command takes, gathered in one value."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from terrinclus_publish.cli.options import output_option, strict_option

MOST_PROCESSES = 256


@dataclass(frozen=True, slots=True)
class How:
    """Where documents are written, what stops the work, who does it."""

    output: Path | None
    strict: bool
    everything: bool
    processes: int | None
    cluster: str | None


def _processes(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """A Click callback: a number of processes. Raises click.BadParameter."""
    if value is None:
        return None
    if not value.isdecimal() or not 1 <= int(value) <= MOST_PROCESSES:
        raise click.BadParameter(f"« {value} » n'est pas un nombre de 1 à {MOST_PROCESSES}", param=param)
    return int(value)


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A Click callback: the address of a scheduler. Raises click.BadParameter."""
    if value is not None and ":" not in value:
        raise click.BadParameter(f"« {value} » n'est pas une adresse comme tcp://192.168.1.10:8786", param=param)
    return value


_OPTIONS = (
    output_option,
    strict_option,
    click.option("--tout", "everything", is_flag=True, help="Refait aussi ce qui est à jour."),
    click.option(
        "--processus",
        "processes",
        metavar="N",
        callback=_processes,
        help="Combien de processus travaillent à la fois. Sans cette option : un par cœur, si le travail en vaut la "
        "peine.",
    ),
    click.option(
        "--dask",
        "cluster",
        metavar="ADRESSE",
        callback=_address,
        help="Fait travailler d'autres machines (une grappe Dask), par exemple tcp://192.168.1.10:8786. L'outil "
        "doit avoir été installé avec terrinclus_publish[dask].",
    ),
)


def how_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options, which it takes as one argument ``how``."""

    @functools.wraps(command)
    def gathered(
        *arguments: Any,  # noqa: ANN401
        output: Path | None,
        strict: bool,
        everything: bool,
        processes: int | None,
        cluster: str | None,
        **others: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        return command(*arguments, how=How(output, strict, everything, processes, cluster), **others)

    for option in reversed(_OPTIONS):
        option(gathered)
    return gathered
