"""The group of commands."""

import atexit
import gc
from pathlib import Path

import click

from terrinclus_publish import __version__
from terrinclus_publish.cli.checking import check
from terrinclus_publish.cli.console import tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchGroup
from terrinclus_publish.cli.importing import import_
from terrinclus_publish.cli.making import build, guide, render
from terrinclus_publish.cli.options import collection_option
from terrinclus_publish.cli.preflighting import preflight
from terrinclus_publish.cli.printing import print_
from terrinclus_publish.cli.schema import schema
from terrinclus_publish.cli.starting import init, new
from terrinclus_publish.cli.watching import watch


@click.group(
    "terrinclus",
    cls=FrenchGroup,
    invoke_without_command=True,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [MOTS]…",
    epilog="terrinclus init ma-collection\nterrinclus check",
)
@collection_option
@click.version_option(__version__, message="%(prog)s %(version)s", help="Affiche le numéro de version.")
@click.pass_context
def main(ctx: click.Context, folder: Path | None) -> None:
    """Fiches de capitalisation : des fiches écrites en YAML aux documents PDF, Word et HTML, et au guide."""
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        tell(ctx.get_help())
        ctx.exit(ExitCode.MISUSE)


for command in (init, new, import_, check, render, guide, build, watch, print_, preflight, schema):
    main.add_command(command)

# What is left at the end goes with the process: Python would first look through it all for garbage, a tenth of a build.
atexit.register(gc.freeze)
