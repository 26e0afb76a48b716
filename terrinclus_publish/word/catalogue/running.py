"""Running text: paragraphs, lists of two levels, captions, notes, running heads."""

from functools import partial

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import BULLET, DASH, SQUARE, aligned, column_b, points, spaced
from terrinclus_publish.word.styles import ROOT, Marker, ParagraphStyle

_PICTURE_ROOM = 1
"""Points by which the picture in a running head may make its line higher: the page's margin keeps the text in place."""


def running_styles(theme: Theme) -> list[ParagraphStyle]:
    """The root style, and those of running text."""
    body, left = theme.styles["corps"], column_b(theme)
    note = theme.styles["note"]
    return [
        ParagraphStyle(ROOT, ROOT, spaced(body, 0, 0)),
        ParagraphStyle("BodyText", "Body Text", body, left=left, align=aligned(theme, "corps")),
        *_lists(theme),
        ParagraphStyle("Caption", "caption", spaced(note, 3.25, body.apres), left=left),
        ParagraphStyle("Note", "Note", spaced(note, body.apres, body.apres), left=left),
        ParagraphStyle("Illustration", "Illustration", spaced(body, body.apres, 0), left=left, pitch="auto"),
        *_running_heads(theme),
        ParagraphStyle(
            "EntreTableaux",
            "Entre deux tableaux",
            body.model_copy(update={"taille": 1, "interligne": 1, "avant": theme.page.pas_pt, "apres": 0}),
        ),
    ]


def bullet(theme: Theme) -> Marker:
    """The square before an item, as wide as the theme says."""
    return Marker("bullet", BULLET, 0, theme.page.puce_pt / SQUARE)


def _lists(theme: Theme) -> list[ParagraphStyle]:
    item, left, step = theme.styles["puce"], column_b(theme), theme.page.retrait
    first, second = left + step, left + 2 * step
    style = partial(ParagraphStyle, text=item, align=aligned(theme, "puce"))
    hung = partial(style, hanging=step)
    return [
        hung("ListBullet", "List Bullet", left=first, marker=bullet(theme)),
        hung("ListBullet2", "List Bullet 2", left=second, marker=Marker("bullet", DASH, 1)),
        hung("ListNumber", "List Number", left=first, marker=Marker("decimal", "%1.")),
        hung("ListNumber2", "List Number 2", left=second, marker=Marker("decimal", "%2.", 1)),
        style("ListContinue", "List Continue", left=first),
        style("ListContinue2", "List Continue 2", left=second),
    ]


def _running_heads(theme: Theme) -> list[ParagraphStyle]:
    """Head and foot as high as the margins.

    Why: on the first page of a section that starts on an odd one, LibreOffice gives the text all that the foot leaves.
    """
    left, page, head, folio = column_b(theme), theme.page, theme.styles["courant"], theme.styles["folio"]
    down_to_text = points(page.marges.haut - page.tete) - head.interligne - _PICTURE_ROOM
    up_to_text = points(page.marges.bas - page.pied) - folio.interligne
    return [
        ParagraphStyle(
            "Header",
            "header",
            spaced(head, 0, down_to_text),
            left=left,
            hanging=left,
            pitch="atLeast",
            centred_line=True,
            tabs=(("left", left),),
        ),
        ParagraphStyle("Footer", "footer", spaced(folio, max(up_to_text, 0), 0)),
    ]
