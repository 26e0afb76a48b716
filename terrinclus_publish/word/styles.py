"""What a named style is: its type, its place on the grid, its borders, the marker of a list. No XML here."""

from dataclasses import dataclass
from typing import Literal

from terrinclus_publish.theme import Style

ROOT = "Normal"
LINK = "Hyperlink"
Side = Literal["top", "left", "bottom", "right", "insideH", "insideV"]


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: its side, its thickness (millimetres), its colour, its distance to the text (points).

    ``step`` moves the colour by as many steps of blue, which nobody sees (see ``Palette.border``).
    """

    side: Side
    thickness: float
    colour: str
    space: float
    step: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the items of a list: ``text`` is a sign, or Word's pattern (``%1.``); level from 0."""

    kind: Literal["bullet", "decimal", "none"]
    text: str = ""
    level: int = 0
    size: float | None = None
    """Points; None is the text's own size."""
    follow: Literal["tab", "nothing"] = "tab"
    """What comes between the marker and the text."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A named paragraph style. Indents and tabs in millimetres from the left margin, spacing (in ``text``) in points.

    Lines are ``text.interligne`` apart: exactly, or at least (``atLeast``) where a picture stands in the line, or as
    the font wants it (``auto``) where nothing but a picture does.
    """

    id: str
    name: str
    text: Style
    based_on: str = ROOT
    following: str | None = None
    left: float = 0
    hanging: float = 0
    right: float = 0
    pitch: Literal["exact", "atLeast", "auto"] = "exact"
    edges: tuple[Edge, ...] = ()
    fill: str | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    align: Literal["left", "center", "right", "both"] = "left"
    centred_line: bool = False
    tabs: tuple[tuple[Literal["left", "right"], float], ...] = ()
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A named character style; ``keys`` are the properties of ``text`` that it sets."""

    id: str
    name: str
    text: Style
    keys: tuple[str, ...] = ("rFonts", "b", "i", "color", "sz", "szCs")
    underlined: bool = False
    set_directly: bool = False
    """Whether runs set these properties themselves too: LibreOffice drops character styles in the contents."""


UNMARKED = Marker("none", follow="nothing")
"""A list whose items show no marker."""
HUNG = Marker("none")
"""A list whose items show no marker, and whose text hangs as if they did: no tab has to bring it to its place."""
