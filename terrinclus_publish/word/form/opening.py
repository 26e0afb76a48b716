"""The opening of a form: the band with title and lead, how to fill it in, what the sheet is about, the key figures."""

from contextlib import nullcontext

from terrinclus_publish.word.form.page import Page
from terrinclus_publish.word.form.styles import GUIDE, GUIDE_TITLE, ON_BAND
from terrinclus_publish.word.pictures import cloth_strip, strip
from terrinclus_publish.word.tables import Grid, right_margin, rule, text_widths

_ROWS = {
    "porteur": "fiche.porteur",
    "partenaire": "fiche.partenaire",
    "lieu": "fiche.lieu",
    "periode": "fiche.periode",
    "statut": "fiche.statut",
    "thematique": "fiche.thematique",
}
"""The fields of the identity with their labels."""


def band(page: Page) -> None:
    """The title band and its cloth, as a sheet has them."""
    theme, story = page.theme, page.story
    story.line("Surtitre").write(page.label("fiche.surtitre"))
    page.controls.text(story.line("Heading1"), "titre", ON_BAND)
    page.controls.text(story.line("Chapeau"), "chapeau", ON_BAND)
    aside = theme.page.encart / 2
    width = theme.text_width + 2 * aside
    line = strip(story, left=-aside, after=theme.page.pas_pt)
    cloth_strip(line, width, theme.page.bandeau.rangs, theme.page.bandeau.pas * width / theme.page.format[0])


def how_to(page: Page) -> None:
    """What to do with the form, in a few lines."""
    page.story.line(GUIDE_TITLE).write(page.guidance("mode_d_emploi"))
    for name, after in {"remplir": None, "ajouter": None, "obligatoires": page.theme.page.pas_pt}.items():
        page.story.line(GUIDE, after=after).write(page.guidance(name))


def identity(page: Page) -> None:
    """Rows of a label and its field; most fields may be added again."""
    theme, controls = page.theme, page.controls
    rules = {"tblBorders/insideH": rule(theme, page.story.place.palette, "insideH", "fin", "filet")}
    grid = Grid(page.story, text_widths(theme, 2), rules=rules)
    for name, label in _ROWS.items():
        may_be_added = name in page.words.prompts.rangees
        with controls.repeating(grid.element, name) if may_be_added else nullcontext():
            _identity_row(page, grid, name, label)


def _identity_row(page: Page, grid: Grid, name: str, label: str) -> None:
    row = grid.row()
    head = grid.cell(row, 0, specs=right_margin(page.theme.page.gouttiere))
    head.line("IdentiteEtiquette").write(page.label(label))
    line = grid.cell(row, 1).line("Identite")
    if name == "thematique":
        page.controls.choice(line, name, [term.nom for term in page.words.vocabulary.thematiques.values()])
    else:
        page.controls.text(line, name)


def key_figures(page: Page) -> None:
    """Rows of a figure and what it says."""
    page.hint("chiffres")
    grid = Grid(page.story, text_widths(page.theme, 2))
    with page.controls.repeating(grid.element, "chiffre"):
        row = grid.row()
        value = grid.cell(row, 0, specs=right_margin(page.theme.page.gouttiere))
        page.controls.text(value.line("Chiffre"), "chiffre_valeur")
        page.controls.text(grid.cell(row, 1).line("ChiffreLegende"), "chiffre_legende")
