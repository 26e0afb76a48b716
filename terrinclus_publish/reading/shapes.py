"""Wordings for values of the wrong shape: a text where a list is expected, a list too short, a row too wide."""

import re
from typing import get_origin

from pydantic import BaseModel

from terrinclus_publish.models import Bloc
from terrinclus_publish.reading.fields import model_at, own_fields
from terrinclus_publish.reading.wording import Wording, clip, plural, word
from terrinclus_publish.reading.wrong import Wrong

_A_TEXT_OR_BLOCKS = (
    "Écrivez « {name}: | », puis le texte à la ligne, décalé de deux espaces ; "
    "ou une liste de blocs, chacun après un tiret : « - texte: | »"
)


def not_a_text(wrong: Wrong) -> Wording:
    """Most often a colon followed by a space, which makes a mapping of a text."""
    if isinstance(wrong.value, dict) and len(wrong.value) == 1:
        key = next(iter(wrong.value))
        return word(
            "yaml-colon",
            "Un texte est attendu, mais « : » suivi d'une espace l'a coupé en deux, après « {key} »",
            "Mettez tout le texte entre guillemets droits, ou sous « >- » à la ligne suivante",
            key=clip(key),
        )
    return word(
        "not-a-text",
        "Un texte est attendu dans le champ « {name} », et non {nature}",
        "Écrivez un texte, sans tiret ni champs en dessous ; s'il commence par « [ » ou « {{ », "
        "mettez-le entre guillemets droits",
        name=wrong.name,
        nature=wrong.nature,
    )


def not_a_list(wrong: Wrong) -> Wording:
    """A text, or one mapping without its dash."""
    if isinstance(wrong.value, str) and re.match(r"-[^\W\d]", wrong.value):
        return word(
            "yaml-dash-space",
            "Il manque une espace après le tiret de la liste",
            "Écrivez « - » puis une espace puis le texte, à chaque ligne de la liste",
        )
    if wrong.glued:
        return _glued(wrong)
    item = wrong.field.item
    if item is Bloc:
        return word(
            "not-a-list",
            "Le champ « {name} » attend un texte ou une liste de blocs, et non {nature} : il manque peut-être un tiret",
            _A_TEXT_OR_BLOCKS,
            name=wrong.name,
            nature=wrong.nature,
        )
    return word(
        "not-a-list",
        "Le champ « {name} » attend une liste, et non {nature}",
        "Écrivez chaque élément sur sa ligne, après un tiret et une espace : « {example} »",
        name=wrong.name,
        nature=wrong.nature,
        example=_item_example(item),
    )


def _item_example(item: object) -> str:
    if get_origin(item) is list:
        return "- - première cellule"
    if isinstance(item, type) and issubclass(item, BaseModel):
        return f"- {next(iter(own_fields(item)))}: …"
    return "- 4" if item is int else "- un texte"


def not_fields(wrong: Wrong) -> Wording:
    """A text or a list where fields are expected."""
    if wrong.glued:
        return _glued(wrong)
    part = model_at(wrong.model, wrong.path)
    names = ", ".join(f"{name}:" for name in own_fields(part)) if part else ""
    if part is Bloc and isinstance(wrong.value, str):
        return word(
            "not-fields",
            "Dans « {name} », un tiret ouvre un bloc, et non {nature}",
            "Pour une liste à puces, écrivez « {name}: | », puis les tirets à la ligne suivante, décalés de deux "
            "espaces ; pour des blocs, écrivez « - texte: | »",
            name=wrong.name,
            nature=wrong.nature,
        )
    return word(
        "not-fields",
        "Des champs sont attendus dans « {name} », et non {nature}",
        "Écrivez à la ligne, décalés de deux espaces, ceux qu'il faut parmi : {names}",
        name=wrong.name,
        nature=wrong.nature,
        names=names,
    )


def _glued(wrong: Wrong) -> Wording:
    return word(
        "yaml-colon-space",
        "Il manque une espace après « {key}: »",
        "Écrivez « {key}: » puis une espace puis le texte",
        key=wrong.glued,
    )


def too_few(wrong: Wrong) -> Wording:
    """A list under its least length."""
    return word(
        "list-too-short",
        "La liste « {name} » a {count} ; il en faut au moins {least}",
        "Ajoutez ce qui manque, chacun après un tiret : {description}",
        name=wrong.name,
        count=plural(wrong.context["actual_length"], "élément", "éléments"),
        least=wrong.context["min_length"],
        description=wrong.field.description,
    )


def too_many(wrong: Wrong) -> Wording:
    """A list over its greatest length."""
    return word(
        "list-too-long",
        "La liste « {name} » a {count} ; elle ne peut en avoir que {most}",
        "Gardez les plus utiles : {description}",
        name=wrong.name,
        count=plural(len(wrong.value), "élément", "éléments"),
        most=wrong.context["max_length"],
        description=wrong.field.description,
    )


def not_one_block(wrong: Wrong) -> Wording:
    """A block with no key, or with two."""
    kinds = ", ".join(own_fields(Bloc))
    if not wrong.context["keys"]:
        return word("block", "Ce bloc est vide", "Un bloc est l'un des six : {kinds}", kinds=kinds)
    return word(
        "block",
        "Ce bloc en contient plusieurs : {keys}",
        "Commencez chaque bloc par son propre tiret : « - texte: | », puis « - encadre: » ; les six sont {kinds}",
        keys=wrong.context["keys"],
        kinds=kinds,
    )


def empty_partner(wrong: Wrong) -> Wording:
    """A partner of whom nothing is said."""
    return word(
        "empty-partner",
        "Ce partenaire n'a ni nom ni pays",
        "Écrivez « nom: Municipalité de Sousse », « pays: TN », ou les deux",
    )


def several_amounts(wrong: Wrong) -> Wording:
    """A line of a funding table that says its amount in two ways."""
    return word(
        "several-amounts",
        "Cette ligne dit son montant de plusieurs façons : {keys}",
        "Gardez un seul champ : « montant », « montants » (un par colonne) ou « mention » (à la place du montant) ; "
        "un complément se met dans « precision »",
        keys=wrong.context["keys"],
    )


def row_width(wrong: Wrong) -> Wording:
    """A table row that is wider or narrower than the header."""
    return word(
        "row-width",
        "La ligne {number} du tableau occupe {width}, alors qu'il a {columns}",
        "Une cellule par en-tête : '' pour une cellule vide, « colonnes: 2 » pour une cellule qui en couvre deux",
        number=wrong.context["number"],
        width=plural(wrong.context["width"], "colonne", "colonnes"),
        columns=plural(wrong.context["columns"], "en-tête", "en-têtes"),
    )


def amounts_width(wrong: Wrong) -> Wording:
    """A line of a funding table that has not one amount a column."""
    return word(
        "amounts-width",
        "La ligne {number} du tableau a {width}, pour {columns}",
        "Dans « montants », écrivez un montant par titre de « colonnes » ; sans « colonnes », gardez « montant »",
        number=wrong.context["number"],
        width=plural(wrong.context["width"], "montant", "montants"),
        columns=plural(wrong.context["columns"], "colonne", "colonnes"),
    )


def totals_width(wrong: Wrong) -> Wording:
    """A total that has not one amount a column."""
    return word(
        "totals-width",
        "Le total a {width}, pour {columns}",
        "Dans « total », écrivez un montant par titre de « colonnes », chacun après un tiret",
        width=plural(wrong.context["width"], "montant", "montants"),
        columns=plural(wrong.context["columns"], "colonne", "colonnes"),
    )
