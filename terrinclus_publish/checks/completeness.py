"""Rules on what the uniform layout expects: parts that a draft may lack, axes without points, passages to place."""

from collections.abc import Iterator

from terrinclus_publish.checks.rule import Context, error, quoted, warning
from terrinclus_publish.faults import Fault
from terrinclus_publish.markdown import plain_text
from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import Source

EXPECTED_PARTS = (
    ("partenaires", "Il n'y a aucun partenaire", "Donnez au moins un partenaire, avec son nom ou son pays"),
    ("thematiques", "Il n'y a aucune thématique", "Choisissez une à quatre thématiques du vocabulaire"),
    ("periode", "La période manque", "Écrivez les années du projet, par exemple 2013-2016"),
    ("lieux", "Il n'y a aucun lieu", "Donnez au moins un lieu, avec son nom et son pays"),
    ("preconisations", "Il n'y a aucune préconisation", "Donnez les axes que le projet met en œuvre"),
    ("chiffres", "Il n'y a aucun chiffre clé", "Donnez trois chiffres, chacun avec sa légende"),
    ("pourquoi", "Rien ne dit pourquoi ce projet est retenu", "Écrivez les raisons dans « pourquoi »"),
    ("odd", "Il n'y a aucun Objectif de développement durable", "Donnez leurs numéros, par exemple 4, 8 et 10"),
    ("financement", "Il n'y a aucun tableau de financement", "Dites qui finance le projet, ou ce qu'il coûte"),
    ("contacts", "Il n'y a aucun contact", "Donnez au moins un organisme, et à qui y écrire"),
)
"""A part that may be missing, what is said then, and what is expected: the format's rule « no partner… »."""
MOST_THEMES = 4
POINTS = "points"
"""What the axes of a sheet may lack, among the parts that ``absences`` names."""


def expected_parts(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rules « no partner, no contact… a place or a period missing » and « ODD absent »."""
    for name, message, expected in EXPECTED_PARTS:
        if not getattr(source.model, name) and name not in source.model.absences:
            yield warning(source, (name,), "missing-part", message, expected=expected)


def few_themes(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's « one to four themes »: the opening has room for two rows of two."""
    themes = source.model.thematiques
    if len(themes) > MOST_THEMES:
        yield warning(
            source,
            ("thematiques", MOST_THEMES),
            "many-themes",
            f"La fiche a {len(themes)} thématiques",
            found=themes[MOST_THEMES],
            expected=f"Gardez les {MOST_THEMES} qui la disent le mieux",
        )


def absences_are_true(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """What is said to be missing on purpose is a part that may be missed, and is missing."""
    fiche, names = source.model, [name for name, _, _ in EXPECTED_PARTS] + [POINTS]
    for index, name in enumerate(fiche.absences):
        path = ("absences", index)
        if name not in names:
            expected = f"Les rubriques que l'on peut dire absentes sont : {', '.join(names)}"
            message = f"{quoted(name)} n'est pas une rubrique qui peut manquer"
            yield error(source, path, "unknown-absence", message, found=name, expected=expected)
        elif any(item.points for item in fiche.preconisations) if name == POINTS else getattr(fiche, name):
            message = f"La rubrique {quoted(name)} est dite absente, mais elle est là"
            yield warning(source, path, "false-absence", message, found=name, expected="Retirez-la de « absences »")


def axes_have_points(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « an axis among the tiles without a single point »."""
    if POINTS in source.model.absences:
        return
    for index, preconisation in enumerate(source.model.preconisations):
        if not preconisation.points:
            yield warning(
                source,
                ("preconisations", index),
                "axis-without-points",
                f"L'axe {quoted(preconisation.axe)} aura sa vignette, mais aucun point ne dit ce que le projet en fait",
                found=preconisation.axe,
                expected="Écrivez de un à quatre « points »",
            )


def nothing_left_to_place(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « a_classer not empty »."""
    for index, passage in enumerate(source.model.a_classer):
        where = f" (venu de : {passage.ou})" if passage.ou else ""
        yield warning(
            source,
            ("a_classer", index),
            "left-to-place",
            f"Un passage reste à classer{where}",
            found=passage.texte,
            expected="Déplacez-le où il doit être imprimé, ou supprimez-le, puis retirez-le de « a_classer »",
        )


MOST_WORDS_OF_A_CHAPEAU = 70
LONGEST_TITLES = (("titre", 110), ("focus", 120))
"""The longest title and focus title, in signs with spaces."""


def short_enough(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « heading or chapeau longer than the layout holds », by count; the PDF measures the rest."""
    fiche = source.model
    for (name, longest), title in zip(LONGEST_TITLES, (fiche.titre, fiche.focus.titre), strict=True):
        length = len(plain_text(title))
        if length > longest:
            path = (name,) if name == "titre" else (name, "titre")
            message = f"Le titre a {length} signes, espaces comprises"
            yield warning(
                source, path, "long-title", message, found=title, expected=f"Ramenez-le à {longest} signes au plus"
            )
    words = [word for word in fiche.chapeau.split() if any(sign.isalnum() for sign in word)]
    if len(words) > MOST_WORDS_OF_A_CHAPEAU:
        expected = f"Ramenez-le à {MOST_WORDS_OF_A_CHAPEAU} mots au plus"
        message = f"Le chapeau a {len(words)} mots"
        yield warning(source, ("chapeau",), "long-chapeau", message, found=fiche.chapeau, expected=expected)
