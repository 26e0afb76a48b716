"""Wordings for values that are of the right shape, a text, and badly written: numbers, amounts, codes, addresses."""

import re
import unicodedata

from terrinclus_publish.reading.wording import Wording, plural, word
from terrinclus_publish.reading.wrong import Wrong

_FORMS = {
    "pays": (
        "un code de pays : deux lettres majuscules",
        "Écrivez le code du pays, par exemple SN (Sénégal), MA (Maroc) ou TN (Tunisie)",
    ),
    "langue": ("un code de langue", "Écrivez le code de la langue en minuscules, par exemple fr, es ou pt-BR"),
    "courriel": ("une adresse électronique", "Écrivez une seule adresse, par exemple prenom.nom@exemple.fr"),
    "url": ("l'adresse d'un lien", "Écrivez l'adresse complète, sans espace, par exemple https://www.exemple.fr/page"),
    "site": ("l'adresse d'un site", "Écrivez l'adresse complète, sans espace, par exemple https://www.exemple.fr"),
    "devise": (
        "un code de monnaie : trois lettres majuscules",
        "Écrivez le code de la monnaie, par exemple EUR, XOF ou USD",
    ),
    "axe": (
        "écrit comme un mot-clé",
        "Écrivez-le en minuscules, sans accent, avec des traits d'union, par exemple partage-reciprocite",
    ),
    "thematiques": (
        "écrit comme un mot-clé",
        "Écrivez-le en minuscules, sans accent, avec des traits d'union, par exemple participation-citoyenne",
    ),
    "fiche": ("un nom de fiche", "Écrivez le nom du fichier sans « .yaml », par exemple savoie-l-autre"),
    "fiches": ("un nom de fiche", "Écrivez le nom du fichier sans « .yaml », par exemple savoie-l-autre"),
}
"""What a field with a form of its own holds, and how to write it."""
_WRITTEN_OTHERWISE = ("une valeur de la bonne forme", "Écrivez-le comme dans une fiche qui marche")

_RANGES = {
    "odd": ("Un objectif de développement durable a un numéro de 1 à 17", "Écrivez un numéro par tiret : « - 4 »"),
    "latitude": ("Une latitude va de -90 à 90 degrés", "Écrivez-la en degrés, avec un point : 14.69"),
    "longitude": ("Une longitude va de -180 à 180 degrés", "Écrivez-la en degrés, avec un point : -17.45"),
    "colonnes": ("Une cellule couvre de 1 à 12 colonnes", "Écrivez un nombre entier, par exemple 2"),
    "mois": ("Un mois a un numéro de 1 à 12", "Écrivez « edition: juillet 2017 », ou « edition: 2017-07 »"),
    "annee": ("L'année doit être entre 1900 et 2200", "Écrivez « edition: juillet 2017 », ou « edition: 2017-07 »"),
}
_FILL_IN = "Écrivez sa valeur ; après « | » ou « >- », elle commence à la ligne suivante, décalée de deux espaces"
_INTEGERS = {
    "odd": "Écrivez un numéro de 1 à 17 par tiret, sans autre signe : « - 4 »",
    "colonnes": "Écrivez le nombre de colonnes en chiffres, par exemple 2",
}


_OTHER_MONEY = re.compile(r"\d[\d\s]*(?:,\d+)?\s*(?:[$£¥]|F?CFA|XO[FA]|XAF|USD|MAD|[Ff]rancs?(?: CFA)?)", re.IGNORECASE)
"""An amount that is followed by a currency, which has a field of its own."""


def badly_written(wrong: Wrong) -> Wording:
    """A code, a keyword or an address."""
    what, cure = _FORMS.get(wrong.name, _WRITTEN_OTHERWISE)
    better = _better(wrong)
    if better:
        cure = "Écrivez « {better} »"
    return word("wrong-form", "« {found} » n'est pas " + what, cure, found=wrong.found, better=better)


def _better(wrong: Wrong) -> str:
    """What was certainly meant, for a slip of capitals, accents or spaces; nothing when that is not certain."""
    if wrong.name in ("pays", "devise"):
        return wrong.found.upper() if wrong.found.isascii() and wrong.found.isalpha() and _is_short(wrong) else ""
    if wrong.name != "thematiques":
        return ""  # an axis has a key shorter than its name
    bare = unicodedata.normalize("NFD", wrong.found.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", bare))


def _is_short(wrong: Wrong) -> bool:
    return len(wrong.found) == {"pays": 2, "devise": 3}[wrong.name]


def not_an_integer(wrong: Wrong) -> Wording:
    """A number without decimals."""
    if not wrong.found:
        return empty(wrong)
    cure = _INTEGERS.get(wrong.name, "Écrivez un nombre entier, en chiffres")
    return word("wrong-number", "« {found} » n'est pas un nombre entier", cure, found=wrong.found)


def not_a_number(wrong: Wrong) -> Wording:
    """Degrees of latitude or longitude."""
    if isinstance(wrong.value, str) and "," in wrong.value:
        cure = "Écrivez « {better} », avec un point et sans signe de degré"
    else:
        cure = "Écrivez des degrés avec un point, par exemple 14.69, sans minutes ni lettres N, S, E, O"
    better = wrong.found.replace(",", ".").rstrip("° ")
    return word("wrong-number", "« {found} » n'est pas un nombre", cure, found=wrong.found, better=better)


def out_of_range(wrong: Wrong) -> Wording:
    """A number under its least or over its greatest."""
    rule, cure = _RANGES.get(wrong.name, ("Ce nombre est trop petit ou trop grand", "Écrivez un autre nombre"))
    return word("out-of-range", rule + " : {found} n'est pas admis", cure, found=wrong.found)


def not_an_amount(wrong: Wrong) -> Wording:
    """An amount of money that cannot be read."""
    if _OTHER_MONEY.fullmatch(wrong.found):
        cure = "Écrivez les chiffres seuls ; la monnaie se dit une fois, au-dessus des lignes : « devise: XOF »"
    else:
        cure = "Écrivez des chiffres seuls : 21 170 €, 21170 ou 73 745,13 ; un autre texte se met dans « mention » "
        cure += "ou dans « precision »"
    return word("wrong-amount", "« {found} » n'est pas un montant", cure, found=wrong.found)


def ambiguous_amount(wrong: Wrong) -> Wording:
    """``21.170``."""
    return word(
        "ambiguous-amount",
        "« {found} » peut se lire de deux façons : le point sépare-t-il les milliers ou les centimes ?",
        "Séparez les milliers par une espace (« {better} »), et les centimes par une virgule (21,17)",
        found=wrong.found,
        better=wrong.found.replace(".", " "),
    )


def not_yes_or_no(wrong: Wrong) -> Wording:
    """An answer other than yes or no."""
    return word(
        "wrong-yes-no",
        "« {found} » n'est ni « oui » ni « non »",
        "Écrivez « {name}: oui », ou « {name}: non »",
        found=wrong.found,
        name=wrong.name,
    )


def not_a_choice(wrong: Wrong) -> Wording:
    """A word out of a closed list."""
    return word(
        "wrong-choice",
        "« {found} » n'est pas admis dans le champ « {name} »",
        "Choisissez : {description}",
        found=wrong.found,
        name=wrong.name,
        description=wrong.field.description,
    )


def not_an_edition(wrong: Wrong) -> Wording:
    """A month and a year."""
    return word(
        "wrong-edition",
        "« {found} » n'est pas un mois suivi d'une année",
        "Écrivez le mois en toutes lettres puis l'année, par exemple juillet 2017, ou 2017-07",
        found=wrong.found,
    )


def empty(wrong: Wrong) -> Wording:
    """A text of no sign, or of spaces only."""
    cure = _FILL_IN if wrong.needed else "Écrivez sa valeur, ou supprimez la ligne"
    if wrong.path and isinstance(wrong.path[-1], int):
        message = "Un élément de la liste « {name} » est vide"
    elif wrong.needed:
        message = "Le champ « {name} » est obligatoire, et il est vide"
    else:
        message = "Le champ « {name} » est vide"
    return word("empty-text", message, cure, name=wrong.as_written)


def too_long(wrong: Wrong) -> Wording:
    """A text over its greatest length."""
    return word(
        "text-too-long",
        "Le champ « {name} » compte {count}, et ne peut en compter que {most}",
        "Raccourcissez-le ; {description}",
        name=wrong.name,
        count=plural(len(wrong.value), "signe", "signes"),
        most=wrong.context["max_length"],
        description=wrong.field.description,
    )


def refused(wrong: Wrong) -> Wording:
    """An error type that has no wording of its own; a test sees to it that none is reachable."""
    return word(
        "refused-value",
        "La valeur « {found} » n'est pas admise dans le champ « {name} »",
        "Comparez avec une fiche qui marche : {description}",
        found=wrong.found,
        name=wrong.name,
        description=wrong.field.description,
    )
