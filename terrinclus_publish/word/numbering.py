"""The numbering part: one list for the headings, and one for each list style (two styles that share a list lose their
markers in LibreOffice).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from terrinclus_publish.theme import Style
from terrinclus_publish.tree import Element
from terrinclus_publish.word.catalogue.headings import HEADING_LEVELS
from terrinclus_publish.word.faces import Face
from terrinclus_publish.word.formatting import run_specs
from terrinclus_publish.word.measure import half_points, twips
from terrinclus_publish.word.ooxml import Spec, properties, spec, w
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.styles import HUNG, UNMARKED, Marker, ParagraphStyle

HEADINGS = 1
"""The list of the numbered headings."""


def list_numbers(styles: Sequence[ParagraphStyle], numbered_headings: Collection[str]) -> dict[str, int]:
    """The list (``w:numId``) of each style that has one; ``numbered_headings`` are the headings that bear a number."""
    lists = [style.id for style in styles if style.marker and style.id not in HEADING_LEVELS]
    numbers = {identifier: number for number, identifier in enumerate(lists, HEADINGS + 1)}
    return {**dict.fromkeys(numbered_headings, HEADINGS), **numbers}


class Numbering:
    """The lists of a document. ``marks`` is the colour of bullets and part numbers.

    Where the sheets of a document differ in colour, ``marks`` is None, and a marker takes the colour of its
    paragraph's mark.
    """

    def __init__(
        self,
        styles: Mapping[str, ParagraphStyle],
        numbers: Mapping[str, int],
        palette: Palette,
        marks: str | None,
    ) -> None:
        self._styles, self._numbers, self._palette, self.marks = styles, numbers, palette, marks
        self._restarts: list[tuple[int, int, int, int]] = []

    def restart(self, style_id: str, first: int) -> int:
        """A new list of that style's kind, which counts from ``first`` on."""
        number = 1 + max([HEADINGS, *self._numbers.values()]) + len(self._restarts)
        level = marker.level if (marker := self._styles[style_id].marker) else 0
        self._restarts.append((number, self._numbers[style_id], level, first))
        return number

    def elements(self, headings: Mapping[str, tuple[str, int, Style, Face]]) -> list[Element]:
        """All of ``w:numbering``. ``headings`` gives each numbered heading's pattern, first number, type and face."""
        lists = [identifier for identifier, number in self._numbers.items() if number != HEADINGS]
        numbers = [w("num", w("abstractNumId", val=str(n)), numId=str(n)) for n in self._all_numbers()]
        for number, source, level, first in self._restarts:
            override = w("lvlOverride", w("startOverride", val=str(first)), ilvl=str(level))
            numbers.append(w("num", w("abstractNumId", val=str(source)), override, numId=str(number)))
        return [self._headings(headings), *(self._list(identifier) for identifier in lists), *numbers]

    def _all_numbers(self) -> list[int]:
        return [HEADINGS, *(number for number in self._numbers.values() if number != HEADINGS)]

    def _headings(self, headings: Mapping[str, tuple[str, int, Style, Face]]) -> Element:
        levels = []
        for identifier, level in HEADING_LEVELS.items():
            style = self._styles[identifier]
            if identifier not in headings:
                hangs = style.marker is not None and style.marker.kind == "none"
                levels.append(_level(HUNG, style, {}) if hangs else _level(replace(UNMARKED, level=level), None, {}))
                continue
            pattern, start, text, face = headings[identifier]
            specs = run_specs(text, face, self._palette)
            if text.couleur == "accent":
                del specs["color"]
                specs.update(self._colour())
            levels.append(_level(Marker("decimal", pattern, level), style, specs, start))
        return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=str(HEADINGS))

    def _list(self, identifier: str) -> Element:
        """The list of one style: its levels up to the style's own, which alone is tied to it."""
        style = self._styles[identifier]
        assert style.marker is not None
        levels = []
        for level in range(style.marker.level + 1):
            own = level == style.marker.level
            specs = self._colour() if own and style.marker.kind == "bullet" else {}
            if own and style.marker.size:
                specs["sz"] = spec("sz", val=half_points(style.marker.size))
            levels.append(_level(style.marker if own else UNMARKED, style if own else None, specs))
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        number = str(self._numbers[identifier])
        return w("abstractNum", w("multiLevelType", val=kind), *levels, abstractNumId=number)

    def _colour(self) -> dict[str, Spec]:
        return {} if self.marks is None else {"color": spec("color", val=self.marks)}


def _level(marker: Marker, style: ParagraphStyle | None, specs: dict[str, Spec], start: int = 1) -> Element:
    level = w("lvl", w("start", val=str(start)), w("numFmt", val=marker.kind), ilvl=str(marker.level))
    if style is not None:
        level.append(w("pStyle", val=style.id))
    level.extend([w("suff", val=marker.follow), w("lvlText", val=marker.text), w("lvlJc", val="left")])
    left, hanging = (style.left, style.hanging) if style else (0.0, 0.0)
    level.append(w("pPr", w("ind", left=twips(left), hanging=twips(hanging))))
    level.append(properties("rPr", specs))
    return level
