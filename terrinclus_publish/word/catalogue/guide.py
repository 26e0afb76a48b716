"""What only the guide has: cover, chapters, contents, index, back cover."""

from functools import partial

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.grid import coloured, column_b, spaced
from terrinclus_publish.word.styles import UNMARKED, Edge, ParagraphStyle


def guide_styles(theme: Theme) -> list[ParagraphStyle]:
    """Styles of front and back matter."""
    return [*_cover(theme), *_chapters(theme), *_contents(theme), *_index(theme), *_back(theme)]


def _cover(theme: Theme) -> list[ParagraphStyle]:
    texts, left = theme.styles, column_b(theme)
    overline = coloured(texts["surtitre"], "encre")
    rule = Edge("bottom", theme.filets.epais, "encre", texts["h2"].apres)
    gap = texts["h2"].avant
    return [
        ParagraphStyle(
            "CouvertureSurtitre",
            "Couverture surtitre",
            spaced(overline, 0, gap),
            left=left,
            hanging=left,
            tabs=(("left", left),),
            edges=(rule,),
        ),
        ParagraphStyle("Title", "Title", spaced(texts["couverture"], 0, gap / 2)),
        ParagraphStyle("Subtitle", "Subtitle", spaced(texts["sous_titre"], 0, gap)),
        ParagraphStyle(
            "CouvertureEdition",
            "Couverture édition",
            spaced(overline, 4 * gap, gap),
            tabs=(("right", theme.text_width),),
        ),
    ]


def _chapters(theme: Theme) -> list[ParagraphStyle]:
    texts, left = theme.styles, column_b(theme)
    rule = Edge("top", theme.filets.epais, "encre", texts["h2"].apres)
    kept = partial(ParagraphStyle, following="BodyText", keep_next=True, keep_lines=True)
    title, subtitle = spaced(texts["h2"], 0, texts["h2"].avant), coloured(texts["h3"], "encre")
    return [
        kept("Chapitre", "Titre de chapitre", title, "Heading1", edges=(rule,), outline=0),
        kept("Chapitre2", "Intertitre de chapitre", subtitle, "Heading2", left=left, outline=1),
        kept("Chapitre3", "Sous-intertitre de chapitre", texts["h4"], "Heading3", left=left, outline=2),
    ]


def _contents(theme: Theme) -> list[ParagraphStyle]:
    left, text = column_b(theme), theme.styles["sommaire_titre"]
    space = theme.styles["h3"].apres / 2
    chapter = ParagraphStyle(
        "SommaireChapitre",
        "Sommaire chapitre",
        theme.styles["sommaire_chapitre"],
        left=left,
        tabs=(("right", theme.text_width),),
        keep_lines=True,
    )
    sheet = ParagraphStyle(
        "TOC1",
        "toc 1",
        spaced(text, 0, space),
        left=left,
        hanging=left,
        tabs=(("right", theme.page.colonne_a - theme.page.retrait), ("left", left), ("right", theme.text_width)),
        edges=(Edge("top", theme.filets.fin, "filet", space),),
        keep_lines=True,
    )
    return [chapter, sheet]


def _index(theme: Theme) -> list[ParagraphStyle]:
    texts, step = theme.styles, theme.page.carte.numero
    term = spaced(texts["index_terme"], texts["h4"].avant, 0)
    return [
        ParagraphStyle(
            "IndexRubrique",
            "Rubrique d’index",
            coloured(texts["h3"], "encre"),
            "Heading2",
            outline=1,
            keep_next=True,
            keep_lines=True,
        ),
        ParagraphStyle("IndexTerme", "Terme d’index", term, "Heading3", outline=2, keep_next=True, keep_lines=True),
        ParagraphStyle(
            "Index1",
            "index 1",
            texts["index_entree"],
            left=step,
            hanging=step,
            tabs=(("left", step),),
            marker=UNMARKED,
            keep_lines=True,
        ),
    ]


def _back(theme: Theme) -> list[ParagraphStyle]:
    texts, left = theme.styles, column_b(theme)
    ink, gap = coloured(texts["surtitre"], "encre"), texts["h2"].avant
    rule = Edge("top", theme.filets.epais, "encre", gap)
    return [
        ParagraphStyle("Quatrieme", "Quatrième texte", spaced(texts["quatrieme"], 0, 2 * gap), edges=(rule,)),
        ParagraphStyle(
            "QuatriemeNote", "Quatrième note", spaced(coloured(texts["note"], "encre"), 0, 2 * gap), left=left
        ),
        ParagraphStyle(
            "EditeurNom",
            "Éditeur nom",
            spaced(coloured(texts["identite"], "encre"), 8 * gap, 0),
            left=left,
            keep_next=True,
        ),
        ParagraphStyle("Editeur", "Éditeur", spaced(ink, 0, texts["corps"].apres), left=left),
    ]
