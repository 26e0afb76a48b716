"""Pictures held against the rules: how fine they are at their printed size, how much ink each of their pixels lays."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from PIL import Image, ImageChops

from terrinclus_publish.preflight.colour import Family
from terrinclus_publish.preflight.damage import DAMAGE
from terrinclus_publish.preflight.events import Pictured
from terrinclus_publish.preflight.findings import Remark
from terrinclus_publish.preflight.rules import LEAST_BITMAP_DPI, LEAST_DPI, MOST_INK, WANTED_DPI

DPI_SLACK = 1.5
"""Half a pixel more or less on a small picture."""
INK_SLACK = 6.0
"""Per cent: what eight bits and their sum may round."""
LEAST_SHARE = 0.001
"""Of a picture's pixels: fewer of them dry."""
MOST_PIXELS = 150_000_000
SMALLEST = 2
"""Pixels: a picture of less is a plain colour."""


def check_picture(picture: Pictured, page: int) -> Iterator[Remark]:
    """Remarks on one picture."""
    yield from _check_resolution(picture, page)
    if picture.space is None or picture.space.family is not Family.CMYK or picture.space.is_indexed:
        return
    if picture.columns * picture.rows > MOST_PIXELS:
        yield Remark("image-unreadable", page, f"{picture.name} : {picture.columns} × {picture.rows} pixels")
        return
    try:
        share, most = heavy_share(_inks(picture.image))
    except (*DAMAGE, OSError):
        yield Remark("image-unreadable", page, picture.name)
        return
    if share > LEAST_SHARE:
        yield Remark("image-ink-coverage", page, f"{picture.name}, {most:.0f} % sur {share:.0%} de sa surface")


def dpi(picture: Pictured) -> float:
    """The coarser of the two resolutions at printed size, dots per inch."""
    if not picture.across or not picture.up:
        return float("inf")
    return min(picture.columns / picture.across, picture.rows / picture.up) * 72


def _check_resolution(picture: Pictured, page: int) -> Iterator[Remark]:
    found = dpi(picture)
    if min(picture.columns, picture.rows) < SMALLEST:
        return
    shown = f"{picture.name}, {found:.0f} ppp"
    if picture.bits == 1:
        if found < LEAST_BITMAP_DPI - DPI_SLACK:
            yield Remark("bitmap-resolution", page, shown)
    elif found < LEAST_DPI - DPI_SLACK:
        yield Remark("image-resolution", page, shown)
    elif found < WANTED_DPI - DPI_SLACK:
        yield Remark("image-resolution-low", page, shown)


def heavy_share(inks: Image.Image) -> tuple[float, float]:
    """Which share of the pixels lays too much ink, and how much the heaviest lays, per cent."""
    cyan, magenta, yellow, black = inks.split()
    pair, other = ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2)
    histogram = ImageChops.add(pair, other, scale=2).histogram()
    per_step = 400 / 255
    limit = int((MOST_INK + INK_SLACK) / per_step)
    heavy = sum(histogram[limit + 1 :])
    most = max((step for step, count in enumerate(histogram) if count), default=0) * per_step
    return heavy / max(1, sum(histogram)), most


def _inks(image: Any) -> Image.Image:  # noqa: ANN401
    """The picture's inks, 255 is all of one. Raises NotImplementedError for ways of storing them that are rare.

    Why: photographs in CMYK JPEG are often stored inverted (Adobe's marker); Pillow turns those, ``Decode`` may too.
    """
    is_inverted = [float(value) for value in image.get("/Decode", [])][:2] == [1, 0]
    filters = image.get("/Filter", pikepdf.Array())
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if names == ["/DCTDecode"]:
        picture = Image.open(io.BytesIO(image.read_raw_bytes()))
        if picture.mode != "CMYK":
            raise NotImplementedError(picture.mode)
        return ImageChops.invert(picture) if ("adobe" in picture.info) != is_inverted else picture
    size = (int(image.Width), int(image.Height))
    if int(image.get("/BitsPerComponent", 8)) != 8:
        raise NotImplementedError("BitsPerComponent")
    plain = Image.frombytes("CMYK", size, image.read_bytes())
    return ImageChops.invert(plain) if is_inverted else plain
