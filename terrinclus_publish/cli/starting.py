"""``terrinclus init`` and ``terrinclus new``."""

import datetime
from pathlib import Path

import click

from terrinclus_publish.cli.console import french, say, tell
from terrinclus_publish.cli.exits import ExitCode
from terrinclus_publish.cli.french import FrenchCommand
from terrinclus_publish.cli.options import collection_option, find_collection, one_of
from terrinclus_publish.refusals import why


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog='terrinclus init ma-collection --programme "Villes sœurs" --editeur "Département de l\'Exemple"',
)
@click.argument("root", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option("--programme", metavar="NOM", default="Nom du programme", help="Nom du programme.")
@click.option("--titre", "title", metavar="TITRE", default="Titre du guide, à remplacer", help="Titre du guide.")
@click.option("--editeur", "publisher", metavar="NOM", default="Nom de l'éditeur", help="Qui publie le guide.")
def init(root: Path, programme: str, title: str, publisher: str) -> int:
    """Commence une collection dans DOSSIER : une fiche expliquée ligne à ligne, et un guide.

    Rien de ce qui existe n'est remplacé.
    """
    from terrinclus_publish.scaffold import EXAMPLE, AlreadyThereError, new_collection

    today = datetime.date.today()
    try:
        new_collection(root, programme, title, publisher, today)
    except AlreadyThereError as error:
        raise click.UsageError(f"« {error.file} » existe déjà ; choisissez un autre dossier") from error
    except OSError as error:
        raise click.UsageError(f"le dossier « {root} » ne peut pas être créé ({why(error)})") from error
    say(french(f"La collection « {root} » est prête :"))
    say(f"  {root / 'sheets' / EXAMPLE}.yaml  une fiche d'exemple, expliquée ligne à ligne")
    say(f"  {root / 'sheets' / 'guide.yaml'}  le guide : son titre, l'ordre des fiches")
    say(f"  {root / 'sheets' / 'images'}  les photos et les logos")
    say(french("Ensuite :"))
    _say_steps(f'cd "{root}"', "terrinclus new NOM", "terrinclus check", "terrinclus render", "terrinclus guide")
    return ExitCode.DONE


@click.command(
    cls=FrenchCommand,
    options_metavar="[OPTIONS]",
    epilog="terrinclus new val-d-exemple\nterrinclus new val-d-exemple --format docx",
)
@click.argument("name", metavar="NOM")
@click.option(
    "--format",
    "form",
    default="yaml",
    callback=one_of(("yaml", "docx")),
    metavar="FORMAT",
    help="yaml : un fichier texte, expliqué ligne à ligne (sans cette option). docx : un formulaire Word.",
)
@collection_option
@click.pass_obj
def new(parent: Path | None, name: str, form: str, folder: Path | None) -> int:
    """Écrit une fiche à remplir, sheets/NOM.yaml, où chaque champ dit à quoi il sert et sa longueur.

    NOM s'écrit en lettres minuscules sans accent, avec des traits d'union entre les mots. Avec --format docx, la fiche
    est un formulaire Word, sheets/NOM.docx : une fois rempli, « terrinclus import sheets/NOM.docx » en fait la fiche.
    """
    from terrinclus_publish.cli.report import fault_lines
    from terrinclus_publish.faults import FaultsError
    from terrinclus_publish.scaffold import AlreadyThereError, new_form, new_sheet

    collection = find_collection(folder or parent)
    slug = _slug(name)
    try:
        {"yaml": new_sheet, "docx": new_form}[form](collection, slug)
    except AlreadyThereError as error:
        raise click.UsageError(
            f"la fiche « sheets/{error.file.name} » existe déjà ; elle n'est pas remplacée. Choisissez un autre nom"
        ) from error
    except FaultsError as error:
        for fault in error.faults:
            tell(fault_lines(fault))
        return ExitCode.FAULTS
    except OSError as error:
        raise click.UsageError(
            f"la fiche ne peut pas être écrite dans « {collection.sheets} » ({why(error)})"
        ) from error
    for line in {"yaml": _after_sheet, "docx": _after_form}[form](slug):
        say(french(line))
    return ExitCode.DONE


def _slug(name: str) -> str:
    """The sheet's name, without the ending that may be typed. Raises UsageError, with a name that would do."""
    from terrinclus_publish.build.names import is_name, name_from

    slug = name.removesuffix(".yaml").removesuffix(".docx")
    if not is_name(slug):
        raise click.UsageError(
            f"« {name} » ne peut pas être un nom de fiche : des lettres minuscules sans accent, des chiffres, et des "
            f"traits d'union entre les mots. Par exemple : terrinclus new {name_from(slug)}"
        )
    return slug


def _after_sheet(slug: str) -> tuple[str, ...]:
    return (
        f"La fiche sheets/{slug}.yaml est prête. Ensuite :",
        "  1. ouvrez-la dans un éditeur de texte, et remplacez chaque texte par le vôtre ;",
        f"  2. vérifiez-la : terrinclus check {slug}",
        f"  3. fabriquez-la : terrinclus render {slug}",
        f"  4. pour qu'elle paraisse dans le guide, ajoutez « - {slug} » sous « fiches » dans sheets/guide.yaml.",
    )


def _after_form(slug: str) -> tuple[str, ...]:
    return (
        f"Le formulaire sheets/{slug}.docx est prêt. Ensuite :",
        "  1. ouvrez-le dans Word, ou envoyez-le à qui doit le remplir ;",
        f"  2. une fois rempli, faites-en la fiche : terrinclus import sheets/{slug}.docx",
        f"  3. vérifiez-la : terrinclus check {slug}",
    )


def _say_steps(*commands: str) -> None:
    for command in commands:
        say(f"  {command}")
