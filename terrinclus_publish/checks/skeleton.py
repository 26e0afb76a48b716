"""The rule on what is left of the skeletons that ``new`` and ``init`` write: their texts would be printed."""

from collections.abc import Iterator
from functools import lru_cache

import yaml

from terrinclus_publish.checks.rule import AnySource, Context, plain, quoted, warning
from terrinclus_publish.checks.texts import words_of
from terrinclus_publish.collection import packaged_templates
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche

MAY_STAY = {
    *("periode", "statut", "pays", "nature", "devise", "langue", "odd", "thematiques", "axe", "colonnes"),
    *("courriel", "telephone", "adresse", "site", "url"),
    *("valeur", "montant", "precision", "mention", "total", "entetes"),
}
"""Fields whose texts a person may well mean, though the skeleton gives the same ones as examples."""
MAY_BE_MEANT = {"les beneficiaires", "sur le projet", "benevoles", "debut du projet.", "personnes rencontrees."}
MAY_BE_MEANT |= {"fiches de capitalisation", "introduction", "comment lire les fiches", "les demarches pilotes"}
MAY_BE_MEANT |= {"le comite"}
MAY_BE_MEANT |= {"cout total (en euros) du projet."}
"""Other texts of the skeleton that a person may keep."""


def nothing_left_of_the_skeleton(source: AnySource, context: Context) -> Iterator[Fault]:
    """One warning for each part of a sheet, or of the guide, where a text of the skeleton stayed, at the first.

    Why the packaged skeleton alone: a collection's own may hold texts that are meant to stay.
    """
    skeleton = "fiche.yaml" if isinstance(source.model, Fiche) else "guide.yaml"
    left: dict[object, list[tuple[Path, str]]] = {}
    for path, _, text in words_of(source):
        if plain(text) in _texts_to_replace(skeleton):
            left.setdefault(path[0], []).append((path, text))
    for found in left.values():
        path, text = found[0]
        others = f" (et {len(found) - 1} autres dans cette rubrique)" if len(found) > 2 else ""
        others = " (et un autre dans cette rubrique)" if len(found) == 2 else others
        message = f"Le texte du modèle est resté, et serait imprimé : {quoted(text)}{others}"
        expected = "Remplacez-le par le vôtre, ou supprimez le champ s'il est facultatif"
        yield warning(source, path, "skeleton-text", message, found=text, expected=expected)


@lru_cache(maxsize=2)
def _texts_to_replace(name: str) -> frozenset[str]:
    """The skeleton's texts that tell what to write in their place, as people compare them."""
    text = (packaged_templates() / "squelettes" / name).read_text("utf-8")
    content = "\n".join(line for line in text.splitlines() if not line.startswith("$"))
    return frozenset(_leaves(yaml.load(content, Loader=yaml.CBaseLoader))) - MAY_BE_MEANT


def _leaves(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, name)
    elif isinstance(value, str) and name not in MAY_STAY:
        yield plain(value)
