"""Paragraphs broken into lines as Word does it: as many words as go into a line, then the next one. Points.

Breaks: after spaces, hyphens and dashes, where a hyphen may come (U+00AD), and inside addresses (Unicode UAX 14,
classes SP, HY, BA, SY, EX); a word longer than its line is cut.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from terrinclus_publish.word.layout.formats import Letters

_PIECE = re.compile(
    r" +|(?:[^ \-\u2013\u2014\u00ad/?]|[-/?](?![^\W\d_]))+[-\u2013\u2014/?\u00ad]?|[-\u2013\u2014/?\u00ad]"
)
"""Spaces; a word, or its part up to where a line may end."""
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


@dataclass(slots=True)
class _Filling:
    """Lines in the making. ``x`` is where the line has come to; a word waits until it is known to end."""

    measure: Measure
    lines: list[Line] = field(default_factory=lambda: [Line()])
    x: float = field(init=False)
    start: float = field(init=False)
    word: float = 0.0
    pieces: list[tuple[str, Letters]] = field(default_factory=list)
    parted: bool = False
    """Whether a line may end after the word that waits."""
    spaces: float = 0.0
    """The spaces before the word that waits: they count only when it stays on the line."""
    reached: float = 0.0
    """The right stop to which the line's text comes."""

    def __post_init__(self) -> None:
        self.x = self.start = self.measure.first

    def text(self, atom: Text) -> None:
        """Add text: whole words are put, the last one waits for what follows."""
        letters, size, widths = atom.letters, atom.letters.size, atom.letters.font.widths
        for piece in _PIECE.findall(atom.text):
            if piece[0] == " ":
                if self.pieces:
                    self.close_word()
                self.spaces += widths[piece] * size
                continue
            if self.pieces and self.parted:
                self.close_word()
            shown = piece.rstrip(_SOFT_HYPHEN) if piece[-1] == _SOFT_HYPHEN else piece
            self.word += widths[shown] * size
            self.pieces.append((shown, letters))
            self.parted = True
        self.parted = False

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
        width, right = self.word, self.measure.right
        if self.x + self.spaces + (width + self.pieces[-1][1].slant) > right:
            self._make_room(width + self.pieces[-1][1].slant)
            if self.x + width > right:
                self._cut()
        self.x += self.spaces + self.word
        self._show()

    def _show(self) -> None:
        """The pieces of the word that waited are on the line."""
        line = self.lines[-1]
        for text, letters in self.pieces:
            if not line.letters or line.letters[-1] is not letters:
                line.letters.append(letters)
            line.text.append(text)
        self.spaces = self.word = 0.0
        self.pieces.clear()

    def _make_room(self, width: float) -> None:
        """A new line where the word does not go into this one."""
        if self.x + self.spaces + width > self.measure.right and self.x > self.start:
            self.break_line()

    def _cut(self) -> None:
        """Break a word that is longer than its line, where the line ends."""
        pieces, self.pieces, self.word = self.pieces, [], 0.0
        for text, letters in pieces:
            for sign in text:
                width = letters.font.width(sign) * letters.size
                if self.x + self.word + width > self.measure.right and self.word:
                    self._show()
                    self.break_line()
                self.word += width
                self.pieces.append((sign, letters))

    def break_line(self) -> None:
        """Start a new line."""
        self.lines.append(Line())
        self.reached = 0.0
        self.x = self.start = self.measure.left
        self.spaces = 0.0
