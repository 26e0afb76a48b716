"""``terrinclus schema``."""

import click

from terrinclus_publish.cli.console import say
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand


@click.command(cls=FrenchCommand, options_metavar="[OPTIONS]", epilog="terrinclus schema > schemas/fiche.schema.json")
@click.option("--guide", "of_guide", is_flag=True, help="Le schéma du guide au lieu de celui d'une fiche.")
def schema(of_guide: bool) -> int:
    """Affiche le format d'une fiche (JSON Schema), pour les éditeurs et les logiciels."""
    from terrinclus_publish.scaffold import schema_text
    from terrinclus_publish.schema import fiche_schema, guide_schema

    say(schema_text(guide_schema() if of_guide else fiche_schema()).rstrip("\n"))
    return ExitCode.DONE
