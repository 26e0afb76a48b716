"""Pictures drawn from the data, as PNG: the bar of a table's shares, the map of the partnerships. Millimetres.

Letters and numbers in them are set in the theme's own font files, whatever fonts the computer has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path

import PIL

from terrinclus_publish.drawing.earth import SPOT_STEP, Home, Spot, View, threads
from terrinclus_publish.drawing.kept import kept
from terrinclus_publish.drawing.spots import Placed, Rectangle, place_spots
from terrinclus_publish.theme import MM, Rgb, Theme
from terrinclus_publish.word.faces import text_width
from terrinclus_publish.word.images import rendered
from terrinclus_publish.word.measure import hexadecimal

_COLOURS = 128
"""Of the map's palette: the dyes, and what lies between them and their ground."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text style of the theme, in a drawing."""

    file: Path
    family: str
    size: float
    colour: Rgb

    @classmethod
    def of(cls, theme: Theme, root: Path, style: str) -> "Lettering":
        """The style of that name."""
        text = theme.styles[style]
        font = theme.polices[text.police]
        return cls(font.file(text.graisse, root), font.famille, text.taille / MM, theme.couleurs[text.couleur].rvb)

    def width(self, text: str) -> float:
        """How wide a text is."""
        return text_width(self.file, text) * self.size

    def drawn(self, text: str, x: float, y: float) -> str:
        """The text around that middle."""
        return (
            f'<text x="{x:.3f}" y="{y:.3f}" font-family="{escape(self.family)}" font-size="{self.size:.3f}" '
            f'text-anchor="middle" dominant-baseline="central" fill="#{hexadecimal(self.colour)}">{escape(text)}</text>'
        )


def bar(theme: Theme, root: Path, accent: Rgb, shares: Sequence[float], letters: Sequence[str]) -> bytes:
    """Shares as segments of a bar across the text, solid, tinted and outlined in turn, each with its letter."""
    token = theme.page.barre
    room = theme.text_width - token.jeu * (len(shares) - 1)
    pieces, left = [], 0.0
    for place, (share, letter) in enumerate(zip(shares, letters, strict=True)):
        pieces.append(_segment(theme, accent, place, left, share * room))
        style = Lettering.of(theme, root, "barre_claire" if place % 3 else "barre")
        width = style.width(letter)
        if width <= share * room:
            margin = min(token.marge, (share * room - width) / 2)
            pieces.append(style.drawn(letter, left + margin + width / 2, token.hauteur / 2))
        left += share * room + token.jeu
    fonts = tuple(Lettering.of(theme, root, style).file for style in ("barre", "barre_claire"))
    return rendered(theme.text_width, token.hauteur, "".join(pieces), fonts=fonts)


def _segment(theme: Theme, accent: Rgb, place: int, left: float, width: float) -> str:
    """A segment of the bar; the outlined one has its line inside."""
    fill = (accent, theme.melanges["segment"].of(accent), theme.couleurs["blanc"].rvb)[place % 3]
    line = theme.filets.cadre if place % 3 == 2 else 0.0
    return (
        f'<rect x="{left + line / 2:.3f}" y="{line / 2:.3f}" width="{max(width - line, theme.filets.cadre):.3f}" '
        f'height="{theme.page.barre.hauteur - line:.3f}" fill="#{hexadecimal(fill)}" '
        f'stroke="#{hexadecimal(accent)}" stroke-width="{line}"/>'
    )


def world_map(theme: Theme, root: Path, spots: Sequence[Spot], home: Home | None) -> tuple[bytes, tuple[float, float]]:
    """The partnerships on the land's threads, and the picture's size: the text's width, unless it would be too high."""
    view, token = View.around(spots), theme.page.carte
    scale = min(theme.text_width, token.hauteur / view.height)
    number, name = Lettering.of(theme, root, "carte_point"), Lettering.of(theme, root, "carte_origine")
    label = _home_room(name, home, view, scale)
    placed = place_spots(spots, view, token.point / scale * SPOT_STEP, [label] if label else [])
    drawing = "".join(
        [
            *_land(theme, view, scale),
            _home_name(theme, name, home.name, label, scale) if home and label else "",
            *(_leaders(theme, square, scale) for square in placed),
            *(_square(theme, square, scale, number) for square in placed),
        ]
    )
    size = (scale, scale * view.height)
    picture = rendered(*size, drawing, fonts=(number.file, name.file))
    return kept(lambda: _with_palette(picture), b"palette", PIL.__version__.encode("ascii"), picture), size


def _home_room(name: Lettering, home: Home | None, view: View, scale: float) -> Rectangle | None:
    """The room of the home country's name around its middle, in the map's unit; None where the map does not show it."""
    if home is None or not view.shows(home.latitude, home.longitude):
        return None
    width, height = (name.width(home.name) + name.size / 2) / scale, name.size * 1.3 / scale
    return Rectangle(view.x(home.longitude) - width / 2, view.y(home.latitude) - height / 2, width, height)


def _home_name(theme: Theme, name: Lettering, text: str, room: Rectangle, scale: float) -> str:
    """The home country's name on white."""
    left, top, width, height = (side * scale for side in (room.left, room.top, room.width, room.height))
    ground = hexadecimal(theme.couleurs["blanc"].rvb)
    return (
        f'<rect x="{left:.3f}" y="{top:.3f}" width="{width:.3f}" height="{height:.3f}" fill="#{ground}"/>'
        + name.drawn(text, left + width / 2, top + height / 2)
    )


def _land(theme: Theme, view: View, scale: float) -> Iterator[str]:
    thread, colour = theme.page.carte.fil, hexadecimal(theme.couleurs["lin"].rvb)
    for left, right, y in threads(view):
        yield (
            f'<rect x="{left * scale:.3f}" y="{y * scale - thread / 2:.3f}" width="{(right - left) * scale:.3f}" '
            f'height="{thread}" fill="#{colour}"/>'
        )


def _leaders(theme: Theme, square: Placed, scale: float) -> str:
    """A thin line and a dot for each place that the square does not stand on."""
    colour, white = hexadecimal(theme.dye(square.spot.teinte).rvb), hexadecimal(theme.couleurs["blanc"].rvb)
    dot, line = theme.page.carte.repere, theme.filets.cadre
    pieces = []
    for x, y in ((x * scale, y * scale) for x, y in square.led_to):
        pieces.append(
            f'<line x1="{square.x * scale:.3f}" y1="{square.y * scale:.3f}" x2="{x:.3f}" y2="{y:.3f}" '
            f'stroke="#{colour}" stroke-width="{line}"/>'
            f'<rect x="{x - dot / 2:.3f}" y="{y - dot / 2:.3f}" width="{dot}" height="{dot}" '
            f'fill="#{colour}" stroke="#{white}" stroke-width="{line}" paint-order="stroke"/>'
        )
    return "".join(pieces)


def _square(theme: Theme, spot: Placed, scale: float, number: Lettering) -> str:
    side, rim = theme.page.carte.point, 2 * theme.filets.cadre
    x, y = spot.x * scale, spot.y * scale
    grounds = ((side + rim, theme.couleurs["blanc"].rvb), (side, theme.dye(spot.spot.teinte).rvb))
    squares = "".join(
        f'<rect x="{x - width / 2:.3f}" y="{y - width / 2:.3f}" width="{width}" height="{width}" '
        f'fill="#{hexadecimal(colour)}"/>'
        for width, colour in grounds
    )
    return squares + number.drawn(spot.spot.text, x, y)


def _with_palette(png: bytes) -> bytes:
    """The picture with few colours on white, a fraction of the size."""
    from PIL import Image  # large, and seldom needed: the map is kept

    with Image.open(BytesIO(png)) as drawn:
        ground = Image.new("RGB", drawn.size, "white")
        ground.paste(drawn, mask=drawn.getchannel("A") if "A" in drawn.getbands() else None)
    reduced = ground.quantize(_COLOURS, dither=Image.Dither.NONE)
    buffer = BytesIO()
    reduced.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
