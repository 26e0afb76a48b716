"""Tables: their grid on the page's columns, header rows that are marked, horizontal rules only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from terrinclus_publish.theme import Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.formatting import edge_spec, fill_spec
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import NOTHING, Spec, properties, spec, w
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.styles import Edge, Side

TABLE_STYLE, FIGURES_STYLE, MATRIX_STYLE, DEFAULT_TABLE = "Tableau", "Chiffres", "Matrice", "TableNormal"
KEPT_WHOLE = 7
"""Tables of fewer rows stay on one page."""


@dataclass
class Grid:
    """A table that is being filled. Widths and the place of its left edge in millimetres."""

    story: Story
    widths: Sequence[float]
    left: float = 0
    style: str | None = None
    total: bool = False
    """Whether its last row is one of totals."""
    rules: Mapping[str, Spec] = field(default_factory=dict)
    """Borders that the table sets itself (``tblBorders/top``)."""
    element: Element = field(init=False)

    def __post_init__(self) -> None:
        header = self.style is not None
        look = spec(
            "tblLook",
            val="04A0" if header else "0480",
            firstRow="1" if header else "0",
            lastRow="1" if self.total else "0",
            firstColumn="1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
        specs = {
            "tblW": spec("tblW", w=twips(sum(self.widths)), type="dxa"),
            "tblInd": spec("tblInd", w=twips(self.left), type="dxa"),
            "tblLayout": spec("tblLayout", type="fixed"),
            "tblLook": look,
            **self.rules,
            **({} if self.style else cell_margins(self.story.theme.page.cellule, 0)),
        }
        if self.style is not None:
            specs["tblStyle"] = spec("tblStyle", val=self.style)
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in self.widths))
        self.element = w("tbl", properties("tblPr", specs), columns)
        self.story.table(self.element)

    def row(self, height: float | None = None) -> Element:
        """Add a row, which is not cut at the foot of a page; of that height at least, millimetres."""
        return self._row(_height(height, "atLeast"))

    def header_row(self, height: float | None = None) -> Element:
        """Add a header row, which is repeated on each page; of that very height, millimetres."""
        return self._row({**_height(height, "exact"), "tblHeader": spec("tblHeader")})

    def _row(self, specs: Mapping[str, Spec]) -> Element:
        row = w("tr", properties("trPr", {"cantSplit": spec("cantSplit"), **specs}))
        self.element.append(row)
        return row

    def cell(self, row: Element, first: int, span: int = 1, specs: Mapping[str, Spec] = NOTHING) -> Story:
        """Add a cell over ``span`` columns from ``first`` on (from 0); what it holds is a story of its own."""
        own = {"tcW": spec("tcW", w=twips(sum(self.widths[first : first + span])), type="dxa")}
        if span > 1:
            own["gridSpan"] = spec("gridSpan", val=str(span))
        cell = w("tc", properties("tcPr", {**own, **specs}))
        row.append(cell)
        return self.story.inside(cell)


def _height(millimetres: float | None, rule: str) -> dict[str, Spec]:
    return {} if millimetres is None else {"trHeight": spec("trHeight", val=twips(millimetres), hRule=rule)}


def cell_margins(vertical: float, right: float) -> dict[str, Spec]:
    """Cell margins, millimetres; none at the left, so that texts stand on the page's grid."""
    sizes = {"top": vertical, "left": 0.0, "bottom": vertical, "right": right}
    return {f"tblCellMar/{side}": spec(side, w=twips(size), type="dxa") for side, size in sizes.items()}


def right_margin(millimetres: float) -> dict[str, Spec]:
    """A cell's own margin at the right."""
    return {"tcMar/right": spec("right", w=twips(millimetres), type="dxa")}


def text_widths(theme: Theme, columns: int) -> list[float]:
    """Widths of a table of texts: column A with its gutter, the rest in equal parts; equal ones when there are many."""
    first = theme.page.colonne_a + theme.page.gouttiere
    if columns > 4:
        return [theme.text_width / columns] * columns
    return [first, *[(theme.text_width - first) / (columns - 1)] * (columns - 1)]


def rule(theme: Theme, palette: Palette, side: Side, thickness: str, colour: str) -> Spec:
    """A border of a table or a cell; ``thickness`` is the name of one of the theme's rules."""
    return edge_spec(Edge(side, getattr(theme.filets, thickness), colour, 0), palette)


def ground(palette: Palette, colour: str) -> Spec:
    """A cell's ground."""
    return fill_spec(palette.colour(colour))
