"""``terrinclus preflight``."""

from pathlib import Path

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import one_of


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus preflight output/impression/guide-presse.pdf\n"
    "terrinclus preflight couverture.pdf --nature couverture --format json",
)
@click.argument("file", metavar="FICHIER.pdf", type=click.Path(path_type=Path))
@click.option(
    "--nature",
    metavar="pages|couverture|imposition",
    callback=one_of(("pages", "couverture", "imposition")),
    default="pages",
    help="Ce que le fichier contient. Sans cette option : pages.",
)
@click.option(
    "--format",
    "form",
    metavar="text|json",
    callback=one_of(("text", "json")),
    default="text",
    help="text : des phrases ; json : pour un logiciel. Sans cette option : text.",
)
def preflight(file: Path, nature: str, form: str) -> int:
    """Contrôle un PDF comme le fait un imprimeur, et montre ce qui empêcherait de l'imprimer.

    Le fichier n'est jamais modifié. Il peut venir de n'importe quel logiciel.
    """
    from terrinclus_publish.preflight import Nature, UnreadableFileError, inspect, report_json, report_text

    try:
        report = inspect(file, Nature(nature))
    except UnreadableFileError as error:
        tell(french(f"Erreur : {error}."))
        return ExitCode.FAULTS
    say(report_json(report) if form == "json" else report_text(report))
    return ExitCode.DONE if report.is_sound else ExitCode.FAULTS
