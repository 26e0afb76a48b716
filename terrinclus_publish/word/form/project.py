"""The middle of a form: why the project was chosen, the project itself, its money."""

from terrinclus_publish.word.catalogue.grid import column_b
from terrinclus_publish.word.form.page import Page
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import Spec, spec
from terrinclus_publish.word.tables import TABLE_STYLE, Grid, right_margin

_RIGHT: dict[str, Spec] = {"jc": spec("jc", val="right")}


def why(page: Page) -> None:
    """Why the project was chosen, its axes with their points, the goals that it serves."""
    story, controls, vocabulary = page.story, page.controls, page.words.vocabulary
    in_column = {"ind": spec("ind", left=twips(column_b(page.theme)), right="0", hanging="0")}
    page.heading("Heading2", "fiche.pourquoi")
    controls.paragraphs(story, "pourquoi", "BodyText")
    page.hint("axes")
    with controls.repeating(story.body, "axe"):
        controls.choice(story.line("TitreAxe", direct=in_column), "axe", [t.nom for t in vocabulary.axes.values()])
        controls.text(story.line("BodyText"), "axe_introduction")
        controls.paragraphs(story, "axe_points", "ListBullet")
    page.heading("Heading3", "fiche.odd", 2)
    goals = [f"{page.label('fiche.odd_nom', numero=number)} : {term.nom}" for number, term in vocabulary.odd.items()]
    with controls.repeating(story.body, "odd"):
        controls.choice(story.line("TuileOdd", direct=in_column), "odd", goals)


def project(page: Page) -> None:
    """The three uniform passages, then others."""
    story, controls = page.story, page.controls
    page.heading("Heading2", "fiche.projet")
    for name in ("genese", "objectifs", "acteurs"):
        page.heading("Heading3", f"fiche.{name}")
        controls.paragraphs(story, name, "BodyText")
    with controls.repeating(story.body, "autre"):
        controls.text(story.line("Heading3"), "autre_titre")
        controls.paragraphs(story, "autre_contenu", "BodyText")


def money(page: Page, nature: str) -> None:
    """A table of who pays (``financement``) or of what is paid (``cout``), a row for each."""
    page.heading("Heading2", f"{nature}.titre")
    page.hint(nature)
    amount = page.theme.page.montants.montant * 1.5
    grid = Grid(page.story, [page.theme.text_width - amount, amount], style=TABLE_STYLE)
    head = grid.header_row()
    grid.cell(head, 0).line("TableauTete").write(page.label(f"{nature}.libelle"))
    grid.cell(head, 1, specs=right_margin(0)).line("TableauTete", direct=_RIGHT).write(page.label(f"{nature}.montant"))
    with page.controls.repeating(grid.element, nature):
        row = grid.row()
        page.controls.text(grid.cell(row, 0).line("TableauTexte"), f"{nature}_libelle")
        cell = grid.cell(row, 1, specs=right_margin(0))
        page.controls.text(cell.line("TableauTexte", direct=_RIGHT), f"{nature}_montant")
    if f"{nature}_ecart" in page.words.prompts.champs:
        page.controls.text(page.story.line("Note"), f"{nature}_ecart")
