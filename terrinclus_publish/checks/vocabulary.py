"""Rules on the words of the vocabulary: themes, axes, ODD, countries, and the sheet's language."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from terrinclus_publish.checks.rule import AnySource, Context, error, listed, nearest, plain, quoted, warning
from terrinclus_publish.faults import Fault, Path
from terrinclus_publish.models import Fiche
from terrinclus_publish.reading import Source
from terrinclus_publish.vocabulary import Term, locale

NOT_PLACES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""Codes that CLDR names though no country or organisation has them (euro zone, pseudo-locales, unknown region)."""


def known_themes(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « unknown theme »."""
    kind = ("unknown-theme", "une thématique")
    for index, theme in enumerate(source.model.thematiques):
        yield from _known_term(source, ("thematiques", index), theme, kind, context.vocabulary.thematiques)


def known_axes(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « unknown axis »."""
    for index, preconisation in enumerate(source.model.preconisations):
        path = ("preconisations", index, "axe")
        yield from _known_term(source, path, preconisation.axe, ("unknown-axis", "un axe"), context.vocabulary.axes)


def _known_term(
    source: AnySource, path: Path, slug: str, kind: tuple[str, str], terms: Mapping[str, Term]
) -> Iterator[Fault]:
    if slug in terms:
        return
    by_name = {plain(term.nom): key for key, term in terms.items()}
    close = nearest(slug, terms) or [by_name[name] for name in nearest(slug, by_name)]
    code, words = kind
    expected = f"Écrivez peut-être {quoted(close[0])} ; au choix : " if close else "Au choix : "
    expected += listed(terms)
    yield error(source, path, code, f"{quoted(slug)} n'est pas {words} du vocabulaire", found=slug, expected=expected)


def known_goals(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « unknown ODD »."""
    known = context.vocabulary.odd
    for index, number in enumerate(source.model.odd):
        if number not in known:
            message = f"L'ODD {number} n'est pas dans le vocabulaire"
            expected = f"Au choix : {', '.join(str(goal) for goal in sorted(known))}"
            yield error(source, ("odd", index), "unknown-goal", message, found=str(number), expected=expected)


def known_countries(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """The format's rule « unknown country »: an ISO 3166-1 alpha-2 code."""
    for path, code in _countries(source.model):
        if code in NOT_PLACES or context.vocabulary.country(code, "fr") is None:
            message = f"{quoted(code)} n'est pas un code de pays"
            yield error(source, path, "unknown-country", message, found=code, expected=_country_wanted(code, context))


def _countries(fiche: Fiche) -> Iterator[tuple[Path, str]]:
    for index, partenaire in enumerate(fiche.partenaires):
        for rank, code in enumerate(partenaire.pays or []):
            yield ("partenaires", index, "pays", rank), code
    for index, lieu in enumerate(fiche.lieux):
        if lieu.pays is not None:
            yield ("lieux", index, "pays"), lieu.pays


def _country_wanted(code: str, context: Context) -> str:
    """Countries whose French name starts as the code does, else those whose code is near."""
    territories = locale("fr").territories
    names = {key: name for key, name in territories.items() if len(key) == 2 and key not in NOT_PLACES}
    names |= context.vocabulary.pays
    close = [key for key, name in names.items() if plain(name).startswith(code.lower())]
    close = sorted(close, key=lambda key: plain(names[key])) or get_close_matches(code, names, n=4, cutoff=0.5)
    rule = "Écrivez le code ISO 3166 du pays, en deux lettres"
    return rule + ", par exemple " + ", ".join(f"{quoted(key)} pour {names[key]}" for key in close[:4] or ["SN"])


def known_language(source: AnySource, context: Context) -> Iterator[Fault]:
    """A sheet's language has its labels, else the uniform headings come out in French (``load_labels``)."""
    known = _languages(context)
    if not {source.model.langue, source.model.langue.partition("-")[0]} & set(known):
        yield warning(
            source,
            ("langue",),
            "language-without-labels",
            f"Les titres de rubriques n'existent pas en {quoted(source.model.langue)} : ils seront en français",
            found=source.model.langue,
            expected=f"Au choix : {listed(known)} ; pour une autre langue, ajoutez libelles/{source.model.langue}.toml",
        )


def _languages(context: Context) -> list[str]:
    folders = (folder / "libelles" for folder in context.collection.template_folders)
    return sorted({file.stem for folder in folders for file in folder.glob("*.toml")})


def nothing_twice(source: Source[Fiche], context: Context) -> Iterator[Fault]:
    """A theme, an axis or an ODD has one tile: given twice, it would be printed twice."""
    fiche = source.model
    given: list[tuple[Path, str]] = [(("thematiques", index), theme) for index, theme in enumerate(fiche.thematiques)]
    given += [(("preconisations", index, "axe"), item.axe) for index, item in enumerate(fiche.preconisations)]
    given += [(("odd", index), str(number)) for index, number in enumerate(fiche.odd)]
    seen: set[tuple[str | int, str]] = set()
    for path, value in given:
        if (path[0], value) in seen:
            message = f"{quoted(value)} est donné deux fois"
            yield warning(source, path, "given-twice", message, found=value, expected="Retirez le second")
        seen.add((path[0], value))
