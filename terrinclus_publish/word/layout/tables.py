"""Tables measured: rows as high as their highest cell. Points.

Source: ECMA-376 part 1, 17.4 (tables), 17.7.6 (table styles).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.blocks import Block, Paragraph, Row, Table, paragraph, stacked
from terrinclus_publish.word.layout.formats import Formats, Values, values
from terrinclus_publish.word.measure import EIGHTHS_PER_POINT, TWIPS_PER_POINT
from terrinclus_publish.word.ooxml import W

_P, _TR, _TC, _VAL = f"{{{W}}}p", f"{{{W}}}tr", f"{{{W}}}tc", f"{{{W}}}val"


@dataclass(frozen=True, slots=True)
class Look:
    """What a table style sets: for all cells, for those of the first row, for those of the last."""

    whole: Values
    first: Values
    last: Values


class TableStyles:
    """The table styles of a document."""

    def __init__(self, styles: Element) -> None:
        found = (style for style in styles.iterfind(f"{{{W}}}style") if style.get(f"{{{W}}}type") == "table")
        self._styles = {style.get(f"{{{W}}}styleId", ""): style for style in found}
        self._looks: dict[str, Look] = {}

    def look(self, name: str) -> Look:
        """What a style sets, with what it is based on."""
        if name not in self._looks:
            style = self._styles[name]
            base = style.find(f"{{{W}}}basedOn")
            under = Look({}, {}, {}) if base is None else self.look(base.get(_VAL, ""))
            own = style.find(f"{{{W}}}tblPr")
            parts = {part.get(f"{{{W}}}type"): part for part in style.iterfind(f"{{{W}}}tblStylePr")}
            first, last = (_cell_values(parts.get(kind)) for kind in ("firstRow", "lastRow"))
            whole = {**under.whole, **({} if own is None else values(own))}
            self._looks[name] = Look(whole, {**under.first, **first}, {**under.last, **last})
        return self._looks[name]


def _cell_values(part: Element | None) -> Values:
    cell = None if part is None else part.find(f"{{{W}}}tcPr")
    return {} if cell is None else values(cell)


@dataclass(slots=True)
class _Cell:
    """A cell in the making. ``top`` and ``bottom`` are what its margins take; rules are their thickness."""

    height: float
    merge: str
    rule_above: float
    rule_below: float
    blocks: list[Block]


def table(element: Element, formats: Formats, styles: TableStyles) -> Table:
    """A ``w:tbl``."""
    own = element.find(f"{{{W}}}tblPr")
    direct = {} if own is None else values(own)
    look = styles.look(direct.get("tblStyle", "TableNormal"))
    common = {**look.whole, **direct}
    rows = list(element.iterchildren(_TR))
    cells = [
        [
            _cell(cell, _conditional(look, direct, place, len(rows)), common, place, len(rows), formats)
            for cell in row.iterchildren(_TC)
        ]
        for place, row in enumerate(rows)
    ]
    heights = list(_heights(rows, cells))
    heads = 0
    while heads < len(rows) and rows[heads].find(f"{{{W}}}trPr/{{{W}}}tblHeader") is not None:
        heads += 1
    measured = [
        Row(height, _kept(row_cells), _marks(row_cells), row)
        for height, row, row_cells in zip(heights, rows, cells, strict=True)
    ]
    return Table(measured, heads if heads < len(rows) else 0)


def _conditional(look: Look, direct: Values, place: int, count: int) -> Values:
    found: Values = {}
    if place == count - 1 and direct.get("tblLook/lastRow") == "1":
        found = look.last
    if place == 0 and direct.get("tblLook/firstRow") == "1":
        found = {**found, **look.first}
    return found


def _cell(element: Element, conditional: Values, common: Values, place: int, count: int, formats: Formats) -> _Cell:
    properties = element.find(f"{{{W}}}tcPr")
    own = {**conditional, **({} if properties is None else values(properties))}
    width = float(own.get("tcW/w", "0")) / TWIPS_PER_POINT
    left, right, top, bottom = (_margin(own, common, side) for side in ("left", "right", "top", "bottom"))
    inner: list[Block] = [paragraph(child, width - left - right, formats) for child in element.iterchildren(_P)]
    upright = own.get("textDirection") == "btLr"
    content = 0.0 if upright or not inner else stacked(inner)
    above = _rule(own, common, "top", "insideH" if place else "top")
    below = _rule(own, common, "bottom", "insideH" if place < count - 1 else "bottom")
    merge = own.get("vMerge", "")
    return _Cell(top + content + bottom, "continue" if merge == "1" else merge, above, below, inner)


def _margin(own: Values, common: Values, side: str) -> float:
    text = own.get(f"tcMar/{side}") or common.get(f"tblCellMar/{side}") or "0"
    return float(text.split()[0]) / TWIPS_PER_POINT


def _rule(own: Values, common: Values, side: str, inherited: str) -> float:
    """The thickness of a cell's rule."""
    parts = (own.get(f"tcBorders/{side}") or common.get(f"tblBorders/{inherited}") or "nil").split()
    return 0.0 if parts[0] == "nil" else float(parts[1]) / EIGHTHS_PER_POINT


def _heights(rows: list[Element], cells: list[list[_Cell]]) -> Iterator[float]:
    for place, row in enumerate(rows):
        rule = row.find(f"{{{W}}}trPr/{{{W}}}trHeight")
        wanted = 0.0 if rule is None else float(rule.get(f"{{{W}}}val", "0")) / TWIPS_PER_POINT
        if rule is not None and rule.get(f"{{{W}}}hRule") == "exact":
            yield wanted
            continue
        rules = max((_between(cells, place, side) for side in range(len(cells[place]))), default=0.0)
        own = max((cell.height for cell in cells[place] if not cell.merge), default=0.0)
        yield max(wanted, own + rules)


def _between(cells: list[list[_Cell]], place: int, side: int) -> float:
    """The thickness of the rule above a row; below the last one, of both."""
    row = cells[place]
    above = row[side].rule_above
    if place and side < len(cells[place - 1]):
        above = max(above, cells[place - 1][side].rule_below)
    return above + (row[side].rule_below if place == len(cells) - 1 else 0.0)


def _kept(row: list[_Cell]) -> bool:
    """Whether a row stays with the next one: its first paragraph says so."""
    first = next((block for cell in row for block in cell.blocks[:1]), None)
    return isinstance(first, Paragraph) and first.format.keep_next


def _marks(row: list[_Cell]) -> tuple[str, ...]:
    return tuple(mark for cell in row for block in cell.blocks if isinstance(block, Paragraph) for mark in block.marks)
