"""The opening of a sheet: the title band, the cloth, what the sheet is about, the key figures."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import column_b, points, spaced
from terrinclus_publish.word.catalogue.headings import band_edges
from terrinclus_publish.word.measure import WIDEST_SPACE
from terrinclus_publish.word.styles import HUNG, UNMARKED, Edge, ParagraphStyle


def opening_styles(theme: Theme) -> list[ParagraphStyle]:
    """Styles of a sheet's first page."""
    return [*_band(theme), *_identity(theme), *_figures(theme)]


def _band(theme: Theme) -> list[ParagraphStyle]:
    texts, left, band = theme.styles, column_b(theme), theme.page.bandeau
    above, below = points(band.surtitre) / 2, min(WIDEST_SPACE, points(band.sous_chapeau))
    between = points(band.titre - band.surtitre) / 2
    return [
        ParagraphStyle(
            "Surtitre",
            "Surtitre",
            texts["surtitre"],
            following="Heading1",
            left=left,
            hanging=left,
            tabs=(("left", left),),
            edges=band_edges(theme, above, between),
            fill="accent",
            keep_next=True,
        ),
        ParagraphStyle(
            "Chapeau",
            "Chapeau",
            spaced(texts["chapeau"], 0, 0),
            following="BodyText",
            left=left,
            hanging=left,
            tabs=(("left", left),),
            edges=band_edges(theme, texts["chapeau"].avant, below),
            fill="accent",
            keep_next=True,
            keep_lines=True,
            marker=HUNG,
        ),
        cloth_style(theme),
    ]


def cloth_style(theme: Theme) -> ParagraphStyle:
    """A paragraph that holds a strip of cloth; its tiny type leaves no space under the picture."""
    text = theme.styles["corps"].model_copy(update={"taille": 1, "interligne": 1, "avant": 0, "apres": 0})
    return ParagraphStyle("Tissu", "Tissu", text, following="BodyText", pitch="auto", keep_next=True)


def _identity(theme: Theme) -> list[ParagraphStyle]:
    texts, tile = theme.styles, theme.page.tuile
    body, gap = texts["corps"], points(tile.rang - tile.cote) / 2
    return [
        ParagraphStyle("IdentiteEtiquette", "Identité étiquette", texts["identite_label"]),
        ParagraphStyle("Identite", "Identité", texts["identite"]),
        ParagraphStyle(
            "Tuile",
            "Tuile",
            spaced(texts["tuile"], gap / 2, gap / 2),
            left=tile.rang,
            hanging=tile.rang,
            pitch="atLeast",
            centred_line=True,
            marker=UNMARKED,
        ),
        ParagraphStyle(
            "TuileOddNumero",
            "Tuile ODD numéro",
            texts["tuile"].model_copy(update={"interligne": points(tile.cote) - 2 * body.apres / 2}),
            align="center",
            fill="ecru",
            edges=(
                Edge("top", theme.filets.fin, "ecru", body.apres / 2),
                Edge("bottom", theme.filets.epais, "accent", body.apres / 2),
            ),
        ),
        ParagraphStyle("TuileOdd", "Tuile ODD", texts["tuile"]),
    ]


def _figures(theme: Theme) -> list[ParagraphStyle]:
    texts = theme.styles
    rule = Edge("top", theme.filets.epais, "accent", theme.styles["corps"].apres)
    return [
        ParagraphStyle("Chiffre", "Chiffre clé", texts["chiffre"], edges=(rule,), keep_next=True),
        ParagraphStyle("ChiffreLegende", "Chiffre clé légende", texts["legende_chiffre"]),
    ]
