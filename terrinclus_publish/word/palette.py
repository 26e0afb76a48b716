"""The theme's colours as Word writes them, with the accent of the place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from terrinclus_publish.theme import Rgb, Theme
from terrinclus_publish.word.measure import hexadecimal


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their token; ``accent`` is the dye of the sheet. ``shift`` moves borders aside by steps of blue.

    Why: two boxes in a row whose borders are the same become one box; a step that nobody sees keeps them apart.
    """

    tokens: Mapping[str, Rgb] = field(hash=False, compare=False)
    accent: Rgb
    shift: int = 0

    @classmethod
    def of(cls, theme: Theme, accent: Rgb) -> "Palette":
        """The palette of a theme with that accent."""
        return cls({name: colour.rvb for name, colour in theme.couleurs.items()}, accent)

    def rgb(self, token: str) -> Rgb:
        """A token's colour."""
        return self.accent if token == "accent" else self.tokens[token]

    def colour(self, token: str) -> str:
        """A token's colour, as Word writes it."""
        return hexadecimal(self.rgb(token))

    def border(self, token: str, step: int) -> str:
        """The colour of a border, moved by that many steps and by the palette's own."""
        red, green, blue = self.rgb(token)
        steps = step + self.shift
        return hexadecimal((red, green, blue + steps if blue + steps <= 255 else blue - steps))
