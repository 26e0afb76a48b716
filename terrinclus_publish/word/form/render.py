"""A blank form to the bytes of a Word file."""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Metadata
from terrinclus_publish.word.catalogue import character_styles, paragraph_styles
from terrinclus_publish.word.form.controls import W15, Controls
from terrinclus_publish.word.form.ending import contacts, credits, funders, resources
from terrinclus_publish.word.form.focus import focus
from terrinclus_publish.word.form.glossary import add_glossary
from terrinclus_publish.word.form.opening import band, how_to, identity, key_figures
from terrinclus_publish.word.form.page import Page, Words
from terrinclus_publish.word.form.project import money, project, why
from terrinclus_publish.word.form.styles import PROMPT, PROMPT_GROUND, form_characters, form_paragraphs
from terrinclus_publish.word.formatting import fill_spec
from terrinclus_publish.word.job import Job, Place
from terrinclus_publish.word.numbering import Numbering, list_numbers
from terrinclus_publish.word.ooxml import built, qualified
from terrinclus_publish.word.package import Package
from terrinclus_publish.word.pages import Head, Section, end_document, sheet_heads
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.render import finish
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.stylesheet import Stylesheet
from terrinclus_publish.word.subset import signs_for

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SHORT = "titre"
"""The theme's text style of the title: what is asked for is a short one."""
_UNLABELLED = frozenset({"Heading1", "Surtitre"})
"""Styles that have a number or a label only in a guide."""


def render_form(words: Words, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """The Word file of a blank form. The same input gives the same bytes.

    Raises FileNotFoundError for a font that is not there.
    """
    dye = theme.dye(0)
    palette = Palette.of(theme, dye.rvb)
    paragraphs = [*paragraph_styles(theme, _SHORT, _UNLABELLED), *form_paragraphs(theme)]
    characters = [*character_styles(theme), *form_characters(theme)]
    patterns = {"TitrePartie": (words.labels.text("fiche.numero_partie", numero="%2"), 1)}
    numbers = list_numbers(paragraphs, {"Heading1", *patterns})
    styles = Stylesheet(theme, collection.root, palette, (paragraphs, characters), numbers)
    numbering = Numbering(styles.paragraphs, numbers, palette, palette.colour("accent"))
    job = Job(theme, collection, Package(), styles, numbering, metadata.language)
    place = Place(job, job.package.main, palette, dye, metadata.language)
    controls = Controls(words.prompts, words.printed)
    story = Story(place, job.package.body)
    _write(Page(story, controls, words))
    finish(job, metadata, patterns, signs_for(element.text or "" for element in story.body.iter(qualified("w:t"))))
    _shade_prompts(job)
    add_glossary(job.package, controls.used)
    _declare_additions(job.package)
    return job.package.to_bytes()


def _write(page: Page) -> None:
    """The form from top to bottom."""
    for part in (band, how_to, identity, key_figures, why, project):
        part(page)
    money(page, "financement")
    money(page, "cout")
    for part in (focus, resources, contacts, credits, funders):
        part(page)
    head = page.words.printed(page.words.prompts.courant)
    section = Section(page.theme, bare_first=True, raised_first=True)
    sheet_heads(page.story.place, section, Head("", head, head))
    end_document(page.story, section)


def _shade_prompts(job: Job) -> None:
    """A ground under prompts, so that fields are seen; what is typed there has none."""
    ground = built(fill_spec(job.styles.palette.colour(PROMPT_GROUND)))
    for style in job.package.styles:
        if style.get(qualified("w:styleId")) == PROMPT:
            style[-1].append(ground)


def _declare_additions(package: Package) -> None:
    """Let programs older than Word 2013 pass over rows that may be added (ECMA-376 part 3, 10.1)."""
    old = package.document.element
    new = cast(BaseOxmlElement, OxmlElement("w:document", nsdecls={**dict(old.nsmap), "w15": W15}))
    new.set(f"{{{_MC}}}Ignorable", "w15")
    new.extend(list(old))
    etree.cleanup_namespaces(new, keep_ns_prefixes=["w", "r", "wp", "a", "pic", "mc", "w15"])
    package.main._element = new
