"""A PDF text object written directly (ISO 32000-1, 9.4): a font, a colour, a rise is written where it changes."""

from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.ttfonts import TTFont

_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\", 13: "\\r", 10: "\\n"}


class TextObject:
    """Collects the operators of one text object of a document."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 (ReportLab has no types)
        self.operators = ["BT"]
        self._document = document
        self._font: tuple[str, float] | None = None
        self._colour: Color | None = None
        self._rise = 0.0

    def move_to(self, x: float, y: float) -> None:
        """Start a line at a place, points."""
        self.operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def set_look(self, font: TTFont, size: float, colour: Color, rise: float) -> None:
        """What the next signs look like."""
        self._face, self._size = font, size
        if colour != self._colour:
            self._colour = colour
            self.operators.append(f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg")
        if rise != self._rise:
            self._rise = rise
            self.operators.append(f"{rise:.2f} Ts")

    def show(self, text: str, stretch: float) -> None:
        """Show signs; ``stretch`` points are added to each ordinary space."""
        if not stretch:
            for subset, codes in self._face.splitString(text, self._document):
                self._set_font(subset)
                self.operators.append(f"({_escape(codes)}) Tj")
            return
        shift = f"{-stretch * 1000 / self._size:.0f}"
        for place, word in enumerate(text.split(" ")):
            if place:
                self._show_with_shift(" ", shift)
            if word:
                for subset, codes in self._face.splitString(word, self._document):
                    self._set_font(subset)
                    self.operators.append(f"({_escape(codes)}) Tj")

    def _show_with_shift(self, text: str, shift: str) -> None:
        for subset, codes in self._face.splitString(text, self._document):
            self._set_font(subset)
            self.operators.append(f"[({_escape(codes)}) {shift}] TJ")

    def _set_font(self, subset: int) -> None:
        name = self._face.getSubsetInternalName(subset, self._document)
        if (name, self._size) != self._font:
            self._font = (name, self._size)
            self.operators.append(f"{name} {self._size:.4g} Tf")

    def end(self) -> str:
        """The operators."""
        if self._rise:
            self.operators.append("0 Ts")
        self.operators.append("ET")
        return "\n".join(self.operators)


def _escape(codes: bytes) -> str:
    """A literal string's content; bytes above 126 in octal."""
    text = codes.decode("latin-1").translate(_ESCAPES)
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if 32 <= ord(sign) < 127 else f"\\{ord(sign):03o}" for sign in text)
