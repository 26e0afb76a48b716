"""What is drawn from the data: the bar, the map and its list, the matrix."""

from functools import partial

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import SQUARE, points, spaced
from terrinclus_publish.word.styles import ParagraphStyle


def plate_styles(theme: Theme) -> list[ParagraphStyle]:
    """Styles of pictures across the text, of the map's list, of the matrix."""
    body = theme.styles["corps"]
    return [
        ParagraphStyle("Barre", "Barre de répartition", spaced(body, theme.page.pas_pt, 0), pitch="auto"),
        ParagraphStyle("Carte", "Carte", spaced(body, 0, theme.page.pas_pt), pitch="auto", keep_next=True),
        _place(theme),
        *_matrix(theme),
    ]


def _place(theme: Theme) -> ParagraphStyle:
    indent = theme.page.carte.numero
    return ParagraphStyle(
        "CarteLieu",
        "Carte lieu",
        spaced(theme.styles["carte_liste"], 0, theme.styles["corps"].apres),
        left=indent,
        hanging=indent,
        tabs=(("left", indent),),
        keep_lines=True,
    )


def _matrix(theme: Theme) -> list[ParagraphStyle]:
    texts, token = theme.styles, theme.page.matrice
    size = points(token.carre) / SQUARE
    kept = partial(ParagraphStyle, keep_next=True)
    mark = texts["matrice_marque"].model_copy(update={"taille": size, "interligne": size})
    return [
        kept("MatriceTete", "Matrice tête", texts["matrice_tete"]),
        kept(
            "MatriceIcone",
            "Matrice icône",
            spaced(texts["matrice_tete"], texts["puce"].apres, texts["puce"].apres),
            pitch="auto",
            align="center",
        ),
        kept("MatriceCoin", "Matrice coin", texts["tableau_tete"]),
        kept(
            "MatriceFiche",
            "Matrice fiche",
            texts["matrice_ligne"],
            left=token.numero,
            hanging=token.numero,
            tabs=(("left", token.numero),),
        ),
        kept("MatriceMarque", "Matrice marque", mark, align="center"),
        kept("MatriceOdd", "Matrice ODD", texts["matrice_odd"], align="right"),
    ]
