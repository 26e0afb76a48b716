"""The semantic tree to the bytes of a Word file."""

import re

from terrinclus_publish.collection import Collection
from terrinclus_publish.collector import collector_paused
from terrinclus_publish.theme import Dye, Style, Theme
from terrinclus_publish.tree import Element, Metadata, text_of
from terrinclus_publish.word.catalogue import character_styles, paragraph_styles
from terrinclus_publish.word.catalogue.grid import within_line
from terrinclus_publish.word.faces import Face
from terrinclus_publish.word.fonttable import fill_font_table, font_files
from terrinclus_publish.word.guide import guide
from terrinclus_publish.word.job import Job, Place
from terrinclus_publish.word.numbering import Numbering, list_numbers
from terrinclus_publish.word.opening import title_style
from terrinclus_publish.word.package import Package
from terrinclus_publish.word.pages import Head, Section, end_document, sheet_heads
from terrinclus_publish.word.pagination import Safety, paginate
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.settings import defaults, describe, settings
from terrinclus_publish.word.sheet import sheet
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.stylesheet import Stylesheet
from terrinclus_publish.word.subset import signs_for
from terrinclus_publish.word.tablestyles import table_styles

_TITLE, _OVERLINE = "Heading1", "Surtitre"
_FIRST_NUMBERS = {_TITLE: ("h1/span[@class='numero']", "%1"), "TitrePartie": ("h3/span[@class='numero']", "%2")}


def render(tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """The Word file of a sheet (``article.fiche``) or of a guide (``div.guide``). The same input gives the same bytes.

    Raises as ``render_numbered`` does.
    """
    return render_numbered(tree, metadata, theme, collection)[0]


def render_numbered(
    tree: Element, metadata: Metadata, theme: Theme, collection: Collection
) -> tuple[bytes, tuple[Safety, ...]]:
    """The Word file, and how safe a guide's page numbers are.

    Raises FileNotFoundError for a font, an icon or a picture that is not there, OSError for a picture that cannot be
    read.
    """
    with collector_paused():
        return _rendered(tree, metadata, theme, collection)


def _rendered(
    tree: Element, metadata: Metadata, theme: Theme, collection: Collection
) -> tuple[bytes, tuple[Safety, ...]]:
    alone = tree.tag == "article"
    dye = theme.dye(int(tree.get("data-teinte", "0"))) if alone else _ink(theme)
    palette = Palette.of(theme, dye.rvb)
    patterns = _patterns(tree)
    paragraphs = paragraph_styles(theme, _title_style(tree, theme), _unlabelled(tree))
    numbers = list_numbers(paragraphs, {_TITLE, *patterns})
    styles = Stylesheet(theme, collection.root, palette, (paragraphs, character_styles(theme)), numbers)
    marks = palette.colour("accent") if alone else None
    numbering = Numbering(styles.paragraphs, numbers, palette, marks)
    job = Job(theme, collection, Package(), styles, numbering, metadata.language)
    story = Story(Place(job, job.package.main, palette, dye, tree.get("lang") or metadata.language), job.package.body)
    if alone:
        _sheet_alone(story, tree)
    else:
        guide(story, tree)
    finish(job, metadata, patterns, signs_for(map(str, tree.itertext())))
    safeties = () if alone else paginate(job, story.body)
    return job.package.to_bytes(), safeties


def _sheet_alone(story: Story, tree: Element) -> None:
    place = story.place.told_by(tree)
    sheet(story.at(place), tree)
    theme = story.theme
    section = Section(theme, bare_first=True, raised_first=True)
    sheet_heads(place, section, Head.of(tree, tree.get("data-repere", ""), theme.titres.courant_long))
    end_document(story.at(place), section)


def finish(job: Job, metadata: Metadata, patterns: dict[str, tuple[str, int]], signs: frozenset[int]) -> None:
    """Write the parts that hold for the whole file."""
    theme, styles, package = job.theme, job.styles, job.package
    sheet_styles = [*defaults(theme, styles, metadata.language), *styles.elements()]
    package.fill(package.styles, [*sheet_styles, *table_styles(theme, styles.palette)])
    types = _number_types(theme, styles)
    headings = {style: (pattern, first, *types[style]) for style, (pattern, first) in patterns.items()}
    package.fill(package.numbering, job.numbering.elements(headings))
    package.fill(package.settings, settings(theme, metadata.language))
    fill_font_table(package, font_files(theme, job.collection.root, styles.families()), signs)
    describe(package.document.core_properties, metadata)


def _title_style(tree: Element, theme: Theme) -> str:
    """The text style of a sheet's title, for the style « heading 1 »; in a guide, that of short ones."""
    return title_style(theme, tree.get("data-courant-recto", "")) if tree.tag == "article" else "titre"


def _unlabelled(tree: Element) -> set[str]:
    """The styles of a sheet's title and of the line above it, as far as they have no number or label in the tree."""
    places = {_TITLE: ".//h1/span[@class='numero']", _OVERLINE: ".//header/p/span[@class='etiquette']"}
    return {style for style, place in places.items() if tree.find(place) is None}


def _patterns(tree: Element) -> dict[str, tuple[str, int]]:
    """For each kind of numbered heading in the tree, Word's pattern of its number and the first number."""
    patterns = {}
    for style, (place, number) in _FIRST_NUMBERS.items():
        first = next((found for found in tree.iterfind(f".//{place}")), None)
        if first is not None:
            written = re.search(r"\d+", text_of(first))
            pattern = re.sub(r"\d+", number, text_of(first), count=1)
            patterns[style] = (pattern, int(written[0]) if written else 1)
    return patterns


def _number_types(theme: Theme, styles: Stylesheet) -> dict[str, tuple[Style, Face]]:
    """The type of the headings' numbers, no larger than their lines."""
    texts = theme.styles
    kinds = {
        _TITLE: within_line(texts["titre_numero"], styles.paragraphs[_TITLE].text.interligne),
        "TitrePartie": within_line(texts["numero_partie"], texts["numero"].interligne),
    }
    return {style: (text, styles.face(text)) for style, text in kinds.items()}


def _ink(theme: Theme) -> Dye:
    """The guide's own cloth, in ink; its weave is one from the middle of the card."""
    weave = theme.nuancier[(len(theme.nuancier) * 3 - 1) // 5]
    return weave.model_copy(update={"nom": "encre", "rvb": theme.couleurs["encre"].rvb})
