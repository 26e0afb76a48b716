"""The focus of a form: its parts, and the boxes that may stand in them."""

from terrinclus_publish.word.form.page import Page
from terrinclus_publish.word.form.styles import BOLD


def focus(page: Page) -> None:
    """Title, introduction, parts; the partners' view at the end."""
    story, controls = page.story, page.controls
    line = story.line("TitreFocus").write(page.label("fiche.focus"), "Etiquette").tab()
    controls.text(line, "focus_titre")
    page.hint("focus")
    controls.paragraphs(story, "focus_introduction", "BodyText")
    with controls.repeating(story.body, "partie"):
        controls.text(story.line("TitrePartie"), "partie_titre")
        controls.paragraphs(story, "partie_contenu", "BodyText")
        with controls.repeating(story.body, "paroles"):
            _words_of_a_person(page)
        with controls.repeating(story.body, "encadre"):
            _framed_passage(page)
    page.hint("regard", before=page.theme.styles["h2"].avant)
    _partners_view(page)


def _words_of_a_person(page: Page) -> None:
    page.story.line("ParolesEtiquette").write(page.label("blocs.paroles"))
    page.controls.text(page.story.line("ParolesTitre"), "paroles_titre")
    page.controls.paragraphs(page.story, "paroles_contenu", "ParolesCitation")
    line = page.story.line("ParolesSignature")
    page.controls.text(line, "paroles_personne", BOLD)
    page.controls.text(line.write(", "), "paroles_fonction")


def _framed_passage(page: Page) -> None:
    page.story.line("EncadreEtiquette").write(page.label("blocs.encadre"))
    page.controls.text(page.story.line("EncadreTitre"), "encadre_titre")
    page.controls.paragraphs(page.story, "encadre_contenu", "Encadre")
    line = page.story.line("EncadreSource").write(page.label("blocs.source", source=""))
    page.controls.text(line, "encadre_source")


def _partners_view(page: Page) -> None:
    page.story.line("RegardEtiquette").write(page.label("blocs.regard"))
    with page.controls.repeating(page.story.body, "regard"):
        page.controls.text(page.story.line("RegardTitre"), "regard_titre")
        page.controls.paragraphs(page.story, "regard_contenu", "Regard")
