"""The end of a form: resources, contacts, credits, who pays."""

from terrinclus_publish.word.form.page import Page
from terrinclus_publish.word.form.styles import BOLD, HINT
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.pictures import cloth_strip, strip
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.tables import Grid, right_margin, rule, text_widths

_CREDITS = {"auteurs": ("fiche.auteur", 2), "date": ("fiche.date", 1), "credits_photos": ("fiche.credits_photos", 1)}
"""The last fields, with their labels and how many each may name."""


def resources(page: Page) -> None:
    """Groups of documents."""
    page.heading("Heading2", "fiche.ressources")
    grid = _rows(page)
    with page.controls.repeating(grid.element, "ressource"):
        row = grid.row()
        label = grid.cell(row, 0, specs=right_margin(page.theme.page.gouttiere))
        page.controls.text(label.line("RangeeEtiquette"), "ressource_titre")
        cell = grid.cell(row, 1)
        page.controls.paragraphs(cell, "ressource_entrees", "Reference")
        _hint(page, cell, "documents")


def contacts(page: Page) -> None:
    """Organisations, each with its people."""
    page.heading("Heading2", "fiche.contacts")
    grid = _rows(page)
    with page.controls.repeating(grid.element, "contact"):
        row = grid.row()
        label = grid.cell(row, 0, specs=right_margin(page.theme.page.gouttiere))
        page.controls.text(label.line("RangeeEtiquette"), "contact_organisme")
        cell = grid.cell(row, 1)
        line = cell.line("Rangee")
        for name in ("contact_adresse", "contact_telephone", "contact_courriel", "contact_site"):
            page.controls.text(line if name == "contact_adresse" else line.line_break(), name)
        with page.controls.repeating(cell.body, "personne"):
            _person(page, cell)
        _hint(page, cell, "personnes")


def _person(page: Page, cell: Story) -> None:
    line = cell.line("Rangee")
    page.controls.text(line, "personne_nom", BOLD)
    page.controls.text(line.write(", "), "personne_fonction")
    page.controls.text(line.line_break(), "personne_courriel")
    page.controls.text(line.line_break(), "personne_telephone")


def credits(page: Page) -> None:
    """Authors, date and credits."""
    for name, (label, count) in _CREDITS.items():
        page.controls.text(page.story.line("Credit").write(page.label(label, count)).tab(), name)


def funders(page: Page) -> None:
    """Who pays for the whole, and a last word to whoever fills in the form."""
    size = page.theme.page
    cloth_strip(strip(page.story, before=2 * size.pas_pt), page.theme.text_width, size.lisiere.rangs, size.lisiere.pas)
    page.heading("Financeurs", "financeurs.titre")
    with page.controls.repeating(page.story.body, "financeur"):
        page.controls.text(page.story.line("Logotype"), "financeur")
    page.hint("fin")


def _hint(page: Page, cell: Story, name: str) -> None:
    """A line that guides, at the end of a cell: Word wants a paragraph there, outside controls."""
    whole = {"ind": spec("ind", left="0", right="0")}
    cell.line(HINT, before=0, direct=whole).write(page.guidance(name))


def _rows(page: Page) -> Grid:
    rules = {"tblBorders/insideH": rule(page.theme, page.story.place.palette, "insideH", "fin", "filet")}
    return Grid(page.story, text_widths(page.theme, 2), rules=rules)
