"""Fonts as preflight reads them: widths and signs of codes, whether the file is inside (ISO 32000-1, 9.6, 9.7)."""

import re
from typing import Any

import pikepdf

_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
UNKNOWN_WIDTH = 500.0


class Typeface:
    """A font of a page. Widths are thousandths of the size."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401
        self.font = font
        self.is_composite = str(font.get("/Subtype")) == "/Type0"
        self._widths = _composite_widths(font) if self.is_composite else _simple_widths(font)
        self._missing = UNKNOWN_WIDTH
        if self.is_composite and "/DescendantFonts" in font:
            self._missing = float(font.DescendantFonts[0].get("/DW", 1000))
        self._signs = _signs(font)

    def codes(self, text: bytes) -> list[int]:
        """The codes of a string: two bytes each in composite fonts."""
        if not self.is_composite:
            return list(text)
        return [int.from_bytes(text[place : place + 2], "big") for place in range(0, len(text) - 1, 2)]

    def width(self, codes: list[int]) -> float:
        """How wide the codes are together."""
        return sum(self._widths.get(code, self._missing) for code in codes)

    def text(self, codes: list[int]) -> str:
        """The signs, as far as the font tells them."""
        return "".join(self._signs.get(code, chr(code) if 32 <= code < 127 else "") for code in codes)


def name_of(font: Any) -> str:  # noqa: ANN401
    """The font's name without its subset's tag."""
    return re.sub(r"^[A-Z]{6}\+", "", str(font.get("/BaseFont", font.get("/Name", "?"))).lstrip("/"))


def is_embedded(font: Any) -> bool:  # noqa: ANN401
    """Whether the font's file is in the PDF; a font of type 3 is drawn in it."""
    if str(font.get("/Subtype")) == "/Type3":
        return True
    holder = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = holder.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _simple_widths(font: Any) -> dict[int, float]:  # noqa: ANN401
    first = int(font.get("/FirstChar", 0))
    scale = 1.0
    if str(font.get("/Subtype")) == "/Type3" and "/FontMatrix" in font:
        scale = abs(float(font.FontMatrix[0])) * 1000
    return {first + place: float(width) * scale for place, width in enumerate(font.get("/Widths", []))}


def _composite_widths(font: Any) -> dict[int, float]:  # noqa: ANN401
    widths: dict[int, float] = {}
    if "/DescendantFonts" not in font:
        return widths
    items = list(font.DescendantFonts[0].get("/W", []))
    while len(items) >= 2:
        first, second = int(items[0]), items[1]
        if isinstance(second, pikepdf.Array):
            widths.update({first + place: float(width) for place, width in enumerate(second)})
            items = items[2:]
        elif len(items) >= 3 and int(second) - first < 65536:
            widths.update(dict.fromkeys(range(first, int(second) + 1), float(items[2])))
            items = items[3:]
        else:
            break
    return widths


def _signs(font: Any) -> dict[int, str]:  # noqa: ANN401
    """The signs of the ToUnicode map (9.10.3), ranges of consecutive signs included."""
    if not isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        return {}
    cmap = font.ToUnicode.read_bytes()
    signs: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, sign in _PAIR.findall(block):
            signs[int(code, 16)] = bytes.fromhex(sign.decode()).decode("utf-16-be", "replace")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, sign in _RANGE.findall(block):
            if int(last, 16) - int(first, 16) < 65536:
                for offset in range(int(last, 16) - int(first, 16) + 1):
                    signs[int(first, 16) + offset] = chr(min(int(sign, 16) + offset, 0x10FFFF))
    return signs
