"""What press files are painted with: the four process inks, or black alone. Operators and pictures, no geometry."""

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from PIL import Image, ImageCms
from reportlab.lib.colors import CMYKColor

from terrinclus_publish.pdf.pdfa import srgb_profile

PURE_BLACK = (0.0, 0.0, 0.0, 1.0)


class Inks(Protocol):
    """How a medium writes a colour, and which samples its pictures have."""

    @property
    def colour_space(self) -> str:
        """The PDF name of the pictures' colour space, and of the pages' blending space."""

    def fill(self, colour: CMYKColor) -> str:
        """The operator that sets the fill colour."""

    def stroke(self, colour: CMYKColor) -> str:
        """The operator that sets the stroke colour."""

    def separated(self, picture: Image.Image) -> Image.Image:
        """An RGB picture in this medium's samples."""


@dataclass(frozen=True)
class ProcessInks:
    """Cyan, magenta, yellow, black; ``profile`` (ICC, may be empty) converts pictures."""

    profile: bytes = b""
    colour_space: str = "DeviceCMYK"

    def fill(self, colour: CMYKColor) -> str:
        """CMYK, 0 to 1."""
        return f"{_components(colour)} k"

    def stroke(self, colour: CMYKColor) -> str:
        """CMYK, 0 to 1."""
        return f"{_components(colour)} K"

    def separated(self, picture: Image.Image) -> Image.Image:
        """Through the profile, perceptually; without one, the complement of RGB, whose ink never passes 300 %."""
        return _transform(self.profile).apply(picture) if self.profile else picture.convert("CMYK")


@dataclass(frozen=True)
class BlackInk:
    """Black alone, as an office printer spares it: only the black of a colour is looked at."""

    colour_space: str = "DeviceGray"

    def fill(self, colour: CMYKColor) -> str:
        """Grey, 1 is white."""
        return f"{1 - colour.black:.4g} g"

    def stroke(self, colour: CMYKColor) -> str:
        """Grey, 1 is white."""
        return f"{1 - colour.black:.4g} G"

    def separated(self, picture: Image.Image) -> Image.Image:
        """In grey."""
        return picture.convert("L")


def is_pure_black(colour: CMYKColor | None) -> bool:
    """Black alone, all of it: what may overprint."""
    if colour is None:
        return False
    return (colour.cyan, colour.magenta, colour.yellow, colour.black) == PURE_BLACK


def _components(colour: CMYKColor) -> str:
    return f"{colour.cyan:.4g} {colour.magenta:.4g} {colour.yellow:.4g} {colour.black:.4g}"


@lru_cache(maxsize=4)
def _transform(profile: bytes) -> ImageCms.ImageCmsTransform:
    """From sRGB to a press profile."""
    srgb, press = (ImageCms.ImageCmsProfile(io.BytesIO(data)) for data in (srgb_profile(), profile))
    return ImageCms.buildTransform(srgb, press, "RGB", "CMYK", ImageCms.Intent.PERCEPTUAL)
