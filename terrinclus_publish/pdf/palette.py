"""The theme's colours in the medium that a file is for: light on a screen, inks on paper."""

from functools import lru_cache
from typing import Protocol

from reportlab.lib.colors import CMYKColor, Color

from terrinclus_publish.theme import Cmyk, Dye, Rgb, Theme


class Palette(Protocol):
    """Gives a colour of the theme by its name; ``accent`` is the dye, or ink on pages that have none."""

    def colour(self, theme: Theme, dye: Dye | None, name: str) -> Color:
        """The colour, the same object for the same values."""


class ScreenPalette:
    """RGB."""

    def colour(self, theme: Theme, dye: Dye | None, name: str) -> Color:
        """The colour from the theme's ``rvb``."""
        own = dye.rvb if dye else theme.couleurs["encre"].rvb
        if name == "accent":
            return _light(own)
        if name in theme.melanges:
            return _light(theme.melanges[name].of(own))
        return _light(theme.couleurs[name].rvb)


class PressPalette:
    """CMYK as the theme gives it, chosen by hand: never converted from RGB."""

    def colour(self, theme: Theme, dye: Dye | None, name: str) -> Color:
        """The colour from the theme's ``cmjn``; the weft's is the dye's own ``cmjn_trame``."""
        own = dye.cmjn if dye else theme.couleurs["encre"].cmjn
        if name == "accent":
            return _ink(own)
        if name == "trame" and dye is not None:
            return _ink(dye.cmjn_trame)
        if name in theme.melanges:
            return _ink(theme.melanges[name].of_inks(own))
        return _ink(theme.couleurs[name].cmjn)


SCREEN, PRESS = ScreenPalette(), PressPalette()


@lru_cache(maxsize=256)
def _light(rgb: Rgb) -> Color:
    return Color(*(byte / 255 for byte in rgb))


@lru_cache(maxsize=256)
def _ink(cmyk: Cmyk) -> CMYKColor:
    return CMYKColor(*(percent / 100 for percent in cmyk))
