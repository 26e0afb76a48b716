"""Models and templates to the semantic HTML tree (``tree``), then French micro-typography over it.

What is shown, in which order and under which heading, is said in ``templates/``, never here.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_date
from babel.numbers import format_currency, format_percent
from lxml import etree
from markupsafe import Markup

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.markdown import plain_text, render_blocks, render_inline
from terrinclus_publish.models import Edition, Fiche, Guide
from terrinclus_publish.overview import coordinates, describe_shares, home, letters, name_places, short_names
from terrinclus_publish.sandbox import SECONDS, Engine, time_limit
from terrinclus_publish.tree import Element, UnknownElementError, check_vocabulary, tidy_spaces
from terrinclus_publish.typography import typeset
from terrinclus_publish.vocabulary import LabelError, Labels, Vocabulary, load_labels, load_vocabulary, locale


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet at its place in a collection: its name, its rank on the shade card, its number in the guide."""

    nom: str
    model: Fiche
    teinte: int
    numero: int | None = None


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A theme, an axis or an ODD with the sheets that deal with it."""

    terme: str
    fiches: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """A part of the index; ``nom`` is the key of its label."""

    nom: str
    entrees: tuple[IndexTerm, ...]


@dataclass(frozen=True)
class Composer:
    """Composes the sheets and the guide of a collection."""

    collection: Collection

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The collection's vocabulary."""
        return load_vocabulary(self.collection)

    def fiche(self, entry: Entry, guide: Guide | None) -> Element:
        """The tree of a sheet: an ``article``. The guide, if any, names the programme.

        Raises FaultsError when a template is at fault.
        """
        told = {"programme": guide.programme.nom, "etude": guide.programme.etude} if guide else {"programme": ""}
        values = {"nom": entry.nom, "fiche": entry.model, "numero": entry.numero, "teinte": entry.teinte}
        return self._render("fiche.html.j2", entry.model.langue, {**values, "etude": None, **told})

    def guide(self, guide: Guide, entries: Sequence[Entry], known: Mapping[str, Element] | None = None) -> Element:
        """The tree of the guide: a ``div`` that holds the cover, the front matter, the sheets and the back matter.

        ``known`` holds the sheets' trees that are composed already, by name; they become part of this one.
        Raises FaultsError when a template is at fault.
        """
        values = {
            "guide": guide,
            "programme": guide.programme.nom,
            "fiches": {entry.nom: entry for entry in entries},
            "index": index_groups(entries, self.vocabulary),
            "points": map_points(entries),
            "noms_courts": short_names({entry.nom: entry.model for entry in entries}),
        }
        tree = self._render("guide.html.j2", guide.langue, values)
        for place in tree.iter("section"):
            if place.get("class") == "fiches":
                for entry in entries:
                    sheet = known.get(entry.nom) if known else None
                    place.append(self.fiche(entry, guide) if sheet is None else sheet)
        return tree

    def _render(self, template: str, language: str, values: Mapping[str, object]) -> Element:
        try:
            page = self._page(template, language, values)
            tree = etree.fromstring(page)
            tidy_spaces(tree)
            check_vocabulary(tree)
        except (jinja2.TemplateError, LabelError) as error:
            raise FaultsError([_template_fault(template, error)]) from error
        except (etree.XMLSyntaxError, UnknownElementError) as error:
            raise FaultsError([_markup_fault(template, error)]) from error
        except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError) as error:
            raise FaultsError([_template_fault(template, error)]) from error  # what a template asks of Python's values
        typeset(tree, language)
        return tree

    def _page(self, template: str, language: str, values: Mapping[str, object]) -> str:
        """A template's text; that of a collection's own templates must come in time."""
        engine = environment(self.collection, language)
        with time_limit(SECONDS) if len(self.collection.template_folders) > 1 else nullcontext():
            return engine.get_template(template).render(values, **_counters())


def index_groups(entries: Sequence[Entry], vocabulary: Vocabulary) -> tuple[IndexGroup, ...]:
    """The index by theme, by axis and by ODD, each in the vocabulary's order; terms that no sheet deals with are left
    out.
    """

    def terms(names: Mapping[Any, str], of: Callable[[Fiche], Sequence[object]]) -> tuple[IndexTerm, ...]:
        found = ((name, tuple(entry for entry in entries if key in of(entry.model))) for key, name in names.items())
        return tuple(IndexTerm(name, fiches) for name, fiches in found if fiches)

    themes = {key: term.nom for key, term in vocabulary.thematiques.items()}
    axes = {key: term.nom for key, term in vocabulary.axes.items()}
    goals = {key: f"{key}. {term.nom}" for key, term in vocabulary.odd.items()}
    return (
        IndexGroup("index_thematiques", terms(themes, lambda fiche: fiche.thematiques)),
        IndexGroup("index_preconisations", terms(axes, lambda fiche: [p.axe for p in fiche.preconisations])),
        IndexGroup("index_odd", terms(goals, lambda fiche: fiche.odd)),
    )


@lru_cache(maxsize=8)
def environment(collection: Collection, language: str) -> Engine:
    """The template engine for a collection and a language: sandboxed, escaping, strict about missing values."""
    vocabulary, labels = load_vocabulary(collection), load_labels(collection, language)
    engine = Engine(collection.template_folders)
    engine.filters.update(
        markdown=lambda text, field: Markup(render_blocks(text, field)),
        ligne=lambda text: Markup(render_inline(text)),
        texte=plain_text,
        pays=lambda code: vocabulary.country(code, language) or code,
        montant=lambda amount, currency: format_amount(amount, currency, language),
        edition=lambda edition: format_edition(edition, language),
        pourcent=lambda share: format_share(share, language),
        adresse=lambda site: site if "://" in site else f"https://{site}",
    )
    engine.globals.update(
        vocabulaire=vocabulary,
        libelle=labels.text,
        nombre_partenaires=count_partners,
        partenaires=lambda fiche: name_partners(fiche, vocabulary, labels, language),
        lieux=lambda fiche: name_places(fiche, lambda code: vocabulary.country(code, language) or code),
        origine=lambda: home(lambda code: vocabulary.country(code, language) or code),
        lettrage=letters,
        repartition=lambda table: describe_shares(table, lambda share: format_share(share, language)),
    )
    return engine


def count_partners(fiche: Fiche) -> int:
    """How many partners a sheet names, for the heading's singular or plural; an entry may stand for several."""
    return sum(
        2 if partner.pluriel else len(partner.pays or "x") if partner.nom is None else 1
        for partner in fiche.partenaires
    )


def name_partners(fiche: Fiche, vocabulary: Vocabulary, labels: Labels, language: str) -> str:
    """The sheet's partners in one line: ``Ville de Dessalines (Haïti) et Département de Bignona (Sénégal)``."""
    names = []
    for partner in fiche.partenaires:
        countries = ", ".join(vocabulary.country(code, language) or code for code in partner.pays or ())
        names.append(f"{partner.nom} ({countries})" if partner.nom and countries else partner.nom or countries)
    last = names[-1:]
    return labels.text("guide.et").join([*([", ".join(names[:-1])] if names[:-1] else []), *last])


def format_amount(amount: Decimal, currency: str, language: str) -> str:
    """An amount with its currency, in the language's form: ``21 170 €``; cents only where there are some."""
    number = "#,##0.00" if amount % 1 else "#,##0"
    pattern = f"{number}\u00a0¤" if language.startswith("fr") else f"¤{number}"
    return format_currency(amount, currency, pattern, locale=locale(language), currency_digits=False)


def format_share(share: float, language: str) -> str:
    """A share of the whole, in hundredths: ``32 %``."""
    return str(format_percent(share, locale=locale(language)))


def map_points(entries: Sequence[Entry]) -> str:
    """The map's spots, as ``figure.carte`` holds them: ``number,rank,latitude,longitude`` and a space between."""
    return " ".join(
        f"{entry.numero},{entry.teinte},{latitude:g},{longitude:g}"
        for entry in entries
        for latitude, longitude in coordinates(entry.model)
    )


def format_edition(edition: Edition, language: str) -> str:
    """The month and year, with a capital as on a cover: ``Juillet 2017``."""
    import datetime

    text = format_date(datetime.date(edition.annee, edition.mois, 1), "MMMM y", locale=locale(language))
    return text[:1].upper() + text[1:]


def _counters() -> dict[str, object]:
    """``suivant(name)`` counts from 1 within one document: tables, for instance."""
    counters: dict[str, count[int]] = {}
    return {"suivant": lambda name: next(counters.setdefault(name, count(1)))}


def _template_fault(template: str, error: Exception) -> Fault:
    name, line = _place_in_templates(error)
    if isinstance(error, jinja2.TemplateSyntaxError):
        name, line = error.name or name, error.lineno
    place = Place(f"templates/{name or template}", line, 1 if line else 0)
    message = getattr(error, "message", None) or str(error)
    by_jinja = " (en anglais, ce qu'en dit Jinja)" if isinstance(error, jinja2.TemplateError) else ""
    return Fault("template", Level.ERROR, place, f"le modèle de mise en page est fautif{by_jinja}\u00a0: {message}")


def _place_in_templates(error: BaseException) -> tuple[str, int]:
    """The innermost template in a traceback, and its line; Jinja2 maps template lines into it."""
    name, line, step = "", 0, error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            name, line = Path(file).name, step.tb_lineno
        step = step.tb_next
    return name, line


def _markup_fault(template: str, error: etree.XMLSyntaxError | UnknownElementError) -> Fault:
    expected = "un élément et une classe de la liste de docs/architecture.md"
    if isinstance(error, UnknownElementError):
        message = f"le modèle emploie « {error} », que la mise en page ne connaît pas"
    else:
        message, expected = (
            f"le modèle ne donne pas un HTML bien formé : {error.msg}",
            "des balises fermées et imbriquées",
        )
    return Fault("template", Level.ERROR, Place(f"templates/{template}"), message, expected=expected)
