"""Table styles: the rules and margins of our tables, and those of a table that has no style."""

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.ooxml import Spec, properties, spec, w
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.tables import DEFAULT_TABLE, FIGURES_STYLE, MATRIX_STYLE, TABLE_STYLE, cell_margins, rule


def table_styles(theme: Theme, palette: Palette) -> list[Element]:
    """All the table styles."""
    page = theme.page
    return [
        _style(DEFAULT_TABLE, "Normal Table", cell_margins(page.cellule, 0), default="1"),
        _style(
            TABLE_STYLE,
            "Tableau de texte",
            {**cell_margins(page.cellule, page.gouttiere), **accented_rules(theme, palette)},
            w("tblStylePr", _conditional(head_rule(theme, palette)), type="firstRow"),
            w("tblStylePr", _conditional(total_rules(theme, palette)), type="lastRow"),
        ),
        _style(FIGURES_STYLE, "Tableau de chiffres clés", cell_margins(0, page.gouttiere)),
        _style(MATRIX_STYLE, "Matrice", {**cell_margins(0, 0), **_matrix_rules(theme, palette)}),
    ]


def accented_rules(theme: Theme, palette: Palette) -> dict[str, Spec]:
    """The rules of a table of texts: fine between the rows, thicker at the foot."""
    return {
        "tblBorders/bottom": rule(theme, palette, "bottom", "tableau", "accent"),
        "tblBorders/insideH": rule(theme, palette, "insideH", "fin", "filet"),
    }


def _matrix_rules(theme: Theme, palette: Palette) -> dict[str, Spec]:
    """Fine rules between the rows; white ones part the columns' grounds."""
    return {
        "tblBorders/insideH": rule(theme, palette, "insideH", "fin", "filet"),
        "tblBorders/insideV": rule(theme, palette, "insideV", "epais", "blanc"),
    }


def head_rule(theme: Theme, palette: Palette) -> dict[str, Spec]:
    """The rule under a header row's cells."""
    return {"tcBorders/bottom": rule(theme, palette, "bottom", "tableau", "accent")}


def total_rules(theme: Theme, palette: Palette) -> dict[str, Spec]:
    """The rules over and under a row of totals."""
    return {
        "tcBorders/top": rule(theme, palette, "top", "tableau", "accent"),
        "tcBorders/bottom": rule(theme, palette, "bottom", "tableau", "accent"),
    }


def _conditional(specs: dict[str, Spec]) -> Element:
    return properties("tcPr", specs)


def _style(identifier: str, name: str, specs: dict[str, Spec], *parts: Element, **marks: str) -> Element:
    if not marks:
        marks = {"customStyle": "1"}
    style = w("style", w("name", val=name), type="table", styleId=identifier, **marks)
    if identifier != DEFAULT_TABLE:
        style.append(w("basedOn", val=DEFAULT_TABLE))
    style.extend([properties("tblPr", {"tblInd": spec("tblInd", w="0", type="dxa"), **specs}), *parts])
    return style
