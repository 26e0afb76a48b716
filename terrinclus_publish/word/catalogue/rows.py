"""Tables, and rows of a label and what it says: captions, cells, resources, contacts, credits, funders."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import coloured, column_b, spaced
from terrinclus_publish.word.styles import UNMARKED, ParagraphStyle


def row_styles(theme: Theme) -> list[ParagraphStyle]:
    """Styles of cells, captions and rows."""
    return [*_tables(theme), *_rows(theme), *_funders(theme)]


def _tables(theme: Theme) -> list[ParagraphStyle]:
    texts, left = theme.styles, column_b(theme)
    row = texts["tableau_ligne"]
    return [
        ParagraphStyle(
            "LegendeTableau",
            "Légende de tableau",
            spaced(coloured(row, "encre"), texts["h3"].avant, texts["h4"].apres),
            "Caption",
            left=left,
            hanging=left,
            tabs=(("left", left),),
            keep_next=True,
        ),
        ParagraphStyle("TableauTete", "Tableau tête", texts["tableau_tete"], keep_next=True),
        ParagraphStyle("TableauTexte", "Tableau texte", texts["tableau"]),
        ParagraphStyle("TableauLigne", "Tableau ligne", row),
        ParagraphStyle(
            "TableauPoste",
            "Tableau poste",
            texts["tableau"],
            left=theme.page.montants.lettre,
            hanging=theme.page.montants.lettre,
            tabs=(("left", theme.page.montants.lettre),),
        ),
        ParagraphStyle("TableauTotal", "Tableau total", coloured(row, "encre")),
    ]


def _rows(theme: Theme) -> list[ParagraphStyle]:
    texts, left = theme.styles, column_b(theme)
    body, note = texts["corps"], texts["note"]
    return [
        ParagraphStyle("RangeeEtiquette", "Rangée étiquette", texts["rangee_label"]),
        ParagraphStyle("Rangee", "Rangée", spaced(body, 0, texts["h4"].apres)),
        ParagraphStyle("Reference", "Référence", spaced(body, 0, texts["h4"].apres), marker=UNMARKED),
        ParagraphStyle(
            "Credit",
            "Crédit",
            spaced(note, body.apres, 0),
            left=left,
            hanging=left,
            tabs=(("left", left),),
        ),
    ]


def _funders(theme: Theme) -> list[ParagraphStyle]:
    label, left = coloured(theme.styles["etiquette"], "encre"), column_b(theme)
    space = theme.styles["corps"].apres
    return [
        ParagraphStyle("Financeurs", "Financeurs", spaced(label, space, space), keep_next=True),
        ParagraphStyle(
            "Logotype",
            "Logotype",
            spaced(theme.styles["note"], 0, space),
            left=left,
            pitch="atLeast",
            centred_line=True,
            marker=UNMARKED,
        ),
    ]
