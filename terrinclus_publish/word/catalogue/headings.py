"""Headings of four levels, and the forms that some of them take: a focus, its numbered parts, an axis."""

from functools import partial

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import column_b, points
from terrinclus_publish.word.styles import Edge, Marker, ParagraphStyle

HEADING_LEVELS = {"Heading1": 0, "TitrePartie": 1}
"""The numbered headings, with their level in the list of headings."""


def heading_styles(theme: Theme, title: str) -> list[ParagraphStyle]:
    """Headings; ``title`` is the theme's text style of a sheet's title."""
    texts, left = theme.styles, column_b(theme)
    rule = Edge("top", theme.filets.epais, "accent", texts["h2"].apres)
    kept = partial(ParagraphStyle, following="BodyText", keep_next=True, keep_lines=True)
    hung = partial(kept, left=left, hanging=left, tabs=(("left", left),))
    return [
        _title(theme, title),
        kept("Heading2", "heading 2", texts["h2"], edges=(rule,), outline=1),
        hung("TitreFocus", "Titre de focus", texts["h2"], "Heading2", edges=(rule,), outline=1),
        kept("Heading3", "heading 3", texts["h3"], left=left, outline=2),
        hung(
            "TitrePartie",
            "Titre de partie",
            texts["numero"],
            "Heading3",
            outline=2,
            marker=Marker("decimal", "%2/", HEADING_LEVELS["TitrePartie"]),
        ),
        kept(
            "TitreAxe",
            "Titre d’axe",
            texts["h4"],
            "Heading3",
            left=left,
            hanging=theme.page.tuile.cote + theme.page.retrait / 2,
            pitch="atLeast",
            centred_line=True,
            outline=2,
        ),
        kept("Heading4", "heading 4", texts["h4"], left=left, outline=3),
    ]


def _title(theme: Theme, title: str) -> ParagraphStyle:
    left = column_b(theme)
    return ParagraphStyle(
        "Heading1",
        "heading 1",
        theme.styles[title],
        following="Chapeau",
        left=left,
        hanging=left,
        tabs=(("left", left),),
        edges=band_edges(theme, points(theme.page.cellule), 0, 1),
        fill="accent",
        outline=0,
        keep_next=True,
        keep_lines=True,
        marker=Marker("decimal", "%1", HEADING_LEVELS["Heading1"]),
    )


def band_edges(theme: Theme, above: float, below: float, step: int = 0) -> tuple[Edge, ...]:
    """Borders in the colour of the band, which make it wider and higher than its text; spaces in points.

    Why ``step``: LibreOffice leaves white notches in a row of three whose borders are all the same.
    """
    side = points(theme.page.encart) / 2
    return (
        Edge("top", theme.filets.fin, "accent", above, step),
        Edge("left", theme.filets.fin, "accent", side, step),
        Edge("bottom", theme.filets.fin, "accent", below, step),
        Edge("right", theme.filets.fin, "accent", side, step),
    )
