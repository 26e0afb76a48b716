"""Paragraphs broken into lines as Word does it: as many words as go into a line, then the next one. Points.

Breaks: after spaces, hyphens and dashes, where a hyphen may come (U+00AD), and inside addresses (Unicode UAX 14,
classes SP, HY, BA, SY, EX); a word longer than its line is cut.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from terrinclus_publish.word.layout.formats import Letters

_WORD = re.compile(r"(?:[^ \-\u2013\u2014\u00ad/?]|[-/?](?![^\W\d_]))*[-\u2013\u2014/?\u00ad]?")
_SOFT_HYPHEN = "\u00ad"
_TAB_STEP = 14.15
"""Distance of the stops that nobody set, where the file says nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text in one manner."""

    text: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Picture:
    """An inline picture."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tab:
    """To the next stop."""


@dataclass(frozen=True, slots=True)
class Break:
    """The line ends here."""


Atom = Text | Picture | Tab | Break


@dataclass(slots=True)
class Line:
    """What stands on a line: the letters and pictures that make its height, and its text where one asks for it."""

    letters: list[Letters] = field(default_factory=list)
    picture: float = 0.0
    """The height of its highest picture."""
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Measure:
    """The room of a paragraph's lines: from where to where; the first line starts elsewhere."""

    left: float
    first: float
    right: float
    tabs: tuple[tuple[float, str], ...]


def broken(atoms: Iterable[Atom], measure: Measure) -> list[Line]:
    """The lines of a paragraph, one at least."""
    filling = _Filling(measure)
    for atom in atoms:
        match atom:
            case Text():
                filling.text(atom)
            case Picture():
                filling.picture(atom)
            case Tab():
                filling.tab()
            case Break():
                filling.close_word()
                filling.break_line()
    filling.close_word()
    return filling.lines


@dataclass
class _Filling:
    """Lines in the making. ``x`` is where the line has come to; a word waits until it is known to end."""

    measure: Measure
    lines: list[Line] = field(default_factory=lambda: [Line()])
    x: float = field(init=False)
    start: float = field(init=False)
    word: float = 0.0
    pieces: list[Text] = field(default_factory=list)
    spaces: float = 0.0
    """The spaces before the word that waits: they count only when it stays on the line."""
    reached: float = 0.0
    """The right stop to which the line's text comes."""

    def __post_init__(self) -> None:
        self.x = self.start = self.measure.first

    def text(self, atom: Text) -> None:
        """Add text: whole words are put, the last one waits for what follows."""
        letters, place, text = atom.letters, 0, atom.text
        while place < len(text):
            if text[place] == " ":
                self.close_word()
                end = place
                while end < len(text) and text[end] == " ":
                    end += 1
                self.spaces += letters.font.width(text[place:end]) * letters.size
                place = end
                continue
            found = _WORD.match(text, place)
            end = max(found.end() if found else 0, place + 1)
            self._grow(text[place:end], letters)
            if end < len(text) and text[end] != " ":
                self.close_word()
            place = end

    def _grow(self, text: str, letters: Letters) -> None:
        shown = text.rstrip(_SOFT_HYPHEN)
        self.word += letters.font.width(shown) * letters.size
        self.pieces.append(Text(shown, letters))

    def picture(self, atom: Picture) -> None:
        """Add a picture, which is a word of its own."""
        self.close_word()
        self._make_room(atom.width)
        self.x += self.spaces + atom.width
        self.spaces = 0.0
        self.lines[-1].picture = max(self.lines[-1].picture, atom.height)

    def tab(self) -> None:
        """Go to the next stop; text after a right one grows to the left, until the room before it is used up."""
        self.close_word()
        here = max(self.x + self.spaces, self.reached)
        self.spaces = 0.0
        place, kind = next(self._stops(here))
        if kind == "right":
            self.x, self.reached = here, place
        elif place > self.measure.right:
            self.break_line()
        else:
            self.x = place

    def _stops(self, here: float) -> Iterator[tuple[float, str]]:
        stops = list(self.measure.tabs)
        if self.measure.first < self.measure.left:
            stops = sorted([*stops, (self.measure.left, "left")])
        yield from ((place, kind) for place, kind in stops if place > here + 0.05)
        yield (int(here / _TAB_STEP) + 1) * _TAB_STEP, "left"

    def close_word(self) -> None:
        """Put the word that waits."""
        if not self.pieces:
            return
        self._make_room(self.word + self.pieces[-1].letters.slant)
        if self.x + self.word > self.measure.right:
            self._cut()
        self.x += self.spaces + self.word
        line = self.lines[-1]
        for piece in self.pieces:
            if not line.letters or line.letters[-1] is not piece.letters:
                line.letters.append(piece.letters)
            line.text.append(piece.text)
        self.spaces, self.word, self.pieces = 0.0, 0.0, []

    def _make_room(self, width: float) -> None:
        """A new line where the word does not go into this one."""
        if self.x + self.spaces + width > self.measure.right and self.x > self.start:
            self.break_line()

    def _cut(self) -> None:
        """Break a word that is longer than its line, where the line ends."""
        pieces, self.pieces, self.word = self.pieces, [], 0.0
        for piece in pieces:
            for sign in piece.text:
                width = piece.letters.font.width(sign) * piece.letters.size
                if self.x + self.word + width > self.measure.right and self.word:
                    self.lines[-1].letters.extend(part.letters for part in self.pieces)
                    self.lines[-1].text.extend(part.text for part in self.pieces)
                    self.break_line()
                    self.word, self.pieces = 0.0, []
                self.word += width
                self.pieces.append(Text(sign, piece.letters))

    def break_line(self) -> None:
        """Start a new line."""
        self.lines.append(Line())
        self.reached = 0.0
        self.x = self.start = self.measure.left
        self.spaces = 0.0
