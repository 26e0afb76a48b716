"""The styles that a form has besides a sheet's own: prompts, and the words that guide whoever fills it in."""

from dataclasses import dataclass

from terrinclus_publish.stylenames import PROMPTS
from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import coloured, column_b, points, spaced
from terrinclus_publish.word.styles import CharacterStyle, Edge, ParagraphStyle, Side

PROMPT, BAND_PROMPT = "PlaceholderText", "InviteBandeau"
PROMPT_GROUND = "ecru"
HINT, GUIDE, GUIDE_TITLE = "Consigne", "ModeEmploi", "ModeEmploiTitre"


@dataclass(frozen=True, slots=True)
class Look:
    """How a prompt looks: its character style, and whether the answer will be bold."""

    style: str
    bold: bool = False


PLAIN, BOLD, ON_BAND = Look(PROMPT), Look(PROMPT, bold=True), Look(BAND_PROMPT)


def form_characters(theme: Theme) -> list[CharacterStyle]:
    """Prompts on paper, and on the coloured band of the title."""
    body = theme.styles["corps"]
    return [
        CharacterStyle(PROMPT, PROMPTS[0], coloured(body, "gris"), ("color",)),
        CharacterStyle(BAND_PROMPT, PROMPTS[1], coloured(body, "ecru"), ("color",)),
    ]


def form_paragraphs(theme: Theme) -> list[ParagraphStyle]:
    """Hints above fields, and the box that says how to fill in the form."""
    note, label, left = theme.styles["note"], theme.styles["etiquette"], column_b(theme)
    side, inner = points(theme.page.encart), theme.styles["h2"].apres
    outer: tuple[tuple[Side, float], ...] = (("top", inner), ("left", side), ("right", side), ("bottom", inner))
    edges = tuple(Edge(edge, theme.filets.fin, "ecru", space) for edge, space in outer)
    guide = ParagraphStyle(
        GUIDE, "Mode d’emploi", spaced(note, 0, note.interligne / 4), left=left, right=theme.page.encart, edges=edges,
        fill="ecru",
    )  # fmt: skip
    title = ParagraphStyle(
        GUIDE_TITLE, "Mode d’emploi titre", spaced(label, 0, note.interligne / 4), left=left, right=theme.page.encart,
        edges=edges, fill="ecru", keep_next=True,
    )  # fmt: skip
    hint = ParagraphStyle(
        HINT, "Consigne", spaced(note, note.interligne / 2, note.interligne / 2), left=left, keep_next=True
    )
    return [hint, guide, title]
