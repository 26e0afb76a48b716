"""Headings of four levels, and the forms that some of them take: a focus, its numbered parts, an axis."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import column_b, coloured, points
from terrinclus_publish.word.styles import Edge, Marker, ParagraphStyle

HEADING_LEVELS = {"Heading1": 0, "TitrePartie": 1}
"""The numbered headings, with their level in the list of headings."""


def heading_styles(theme: Theme, title: str) -> list[ParagraphStyle]:
    """Headings; ``title`` is the theme's text style of a sheet's title."""
    texts, left = theme.styles, column_b(theme)
    rule = Edge("top", theme.filets.epais, "accent", texts["h2"].apres)
    hung = {"left": left, "hanging": left, "tabs": (("left", left),)}
    kept = {"following": "BodyText", "keep_next": True, "keep_lines": True}
    icon = theme.page.tuile.cote + theme.page.retrait / 2
    return [
        ParagraphStyle(
            "Heading1",
            "heading 1",
            texts[title],
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
        ),
        ParagraphStyle("Heading2", "heading 2", texts["h2"], edges=(rule,), outline=1, **kept),
        ParagraphStyle("TitreFocus", "Titre de focus", texts["h2"], "Heading2", edges=(rule,), outline=1, **hung, **kept),
        ParagraphStyle("Heading3", "heading 3", texts["h3"], left=left, outline=2, **kept),
        ParagraphStyle(
            "TitrePartie",
            "Titre de partie",
            texts["numero"],
            "Heading3",
            outline=2,
            marker=Marker("decimal", "%2/", HEADING_LEVELS["TitrePartie"]),
            **hung,
            **kept,
        ),
        ParagraphStyle(
            "TitreAxe",
            "Titre d’axe",
            texts["h4"],
            "Heading3",
            left=left,
            hanging=icon,
            pitch="atLeast",
            centred_line=True,
            outline=2,
            **kept,
        ),
        ParagraphStyle("Heading4", "heading 4", texts["h4"], left=left, outline=3, **kept),
        ParagraphStyle("TitreTableau", "Titre de tableau", coloured(texts["h3"], "accent"), "Heading3", outline=2, **kept),
    ]


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
