"""Pictures for Word: cloth, icons and SVG files become PNG; JPEG and PNG stay as they are, turned as EXIF says."""

from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

import resvg_py

from terrinclus_publish.drawing.cloth import weave
from terrinclus_publish.drawing.icons import Icon, load_icon
from terrinclus_publish.drawing.kept import kept
from terrinclus_publish.drawing.svg import rasterize
from terrinclus_publish.theme import Dye, Rgb, Theme
from terrinclus_publish.tokens import Tile
from terrinclus_publish.word.measure import hexadecimal

PIXELS_PER_MM = 300 / 25.4
"""A resolution for office printers."""
CLOTH_PIXELS_PER_MM = PIXELS_PER_MM / 2
"""Straight edges need no more."""
_DRAWING_WIDTH = 50
"""Millimetres at which an SVG file's pixels are computed."""
_EXIF_ORIENTATION = 0x0112
_PNG_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_KEPT = {"PNG": "png", "JPEG": "jpeg"}


def cloth(theme: Theme, dye: Dye, columns: int, rows: int, pitch: float) -> bytes:
    """A piece of cloth as PNG, cut at its outer threads; ``pitch`` in millimetres."""
    weft = theme.melanges["trame"].of(dye.rvb)
    return _cloth(tuple(dye.dessin), dye.rvb, weft, columns, rows, pitch, theme.page.jeu_de_fil)


@lru_cache(maxsize=256)
def _cloth(dessin: tuple[str, ...], warp: Rgb, weft: Rgb, columns: int, rows: int, pitch: float, gap: float) -> bytes:
    drawn = "".join(
        f'<rect x="{piece.x:.3f}" y="{piece.y:.3f}" width="{piece.width:.3f}" height="{piece.height:.3f}" '
        f'fill="#{hexadecimal(warp if piece.warp else weft)}"/>'
        for piece in weave(dessin, columns, rows, pitch, gap)
    )
    outside = pitch * gap / 2
    return rendered(columns * pitch - 2 * outside, rows * pitch, drawn, left=outside, density=CLOTH_PIXELS_PER_MM)


def mosaic(theme: Theme, dyes: list[Dye], across: int, side: float, threads: int) -> bytes:
    """Square cloths side by side, ``across`` in a row, as PNG; ``side`` in millimetres, ``threads`` along it."""
    pitch = side / threads
    pieces: list[str] = []
    for place, dye in enumerate(dyes):
        weft = theme.melanges["trame"].of(dye.rvb)
        left, top = place % across * side, place // across * side
        pieces.extend(
            f'<rect x="{left + piece.x:.3f}" y="{top + piece.y:.3f}" width="{piece.width:.3f}" '
            f'height="{piece.height:.3f}" fill="#{hexadecimal(dye.rvb if piece.warp else weft)}"/>'
            for piece in weave(tuple(dye.dessin), threads, threads, pitch, theme.page.jeu_de_fil)
        )
    return rendered(across * side, -(-len(dyes) // across) * side, "".join(pieces), density=CLOTH_PIXELS_PER_MM)


@lru_cache(maxsize=256)
def solid_icon(name: str, tile: Tile, width: float, ground: Rgb, sign: Rgb) -> bytes:
    """A white sign on a square, with clear space after it up to ``width``. Millimetres."""
    side = tile.cote
    square = f'<rect width="{side}" height="{side}" fill="#{hexadecimal(ground)}"/>'
    return rendered(width, side, square + _sign(load_icon(name), side, sign, tile.icone))


@lru_cache(maxsize=256)
def outlined_icon(name: str, tile: Tile, width: float, line: float, sign: Rgb) -> bytes:
    """A sign in a frame, with clear space after it up to ``width``. Millimetres."""
    side, inner = tile.cote, tile.cote - line
    frame = (
        f'<rect x="{line / 2}" y="{line / 2}" width="{inner}" height="{inner}" fill="none" '
        f'stroke="#{hexadecimal(sign)}" stroke-width="{line}"/>'
    )
    return rendered(width, side, frame + _sign(load_icon(name), side, sign, tile.icone))


@lru_cache(maxsize=256)
def bare_icon(name: str, side: float, width: float, sign: Rgb) -> bytes:
    """A sign alone, with clear space after it up to ``width``. Millimetres."""
    return rendered(width, side, _sign(load_icon(name), side, sign, 1))


def _sign(icon: Icon, side: float, colour: Rgb, share: float) -> str:
    """The icon's outline in the middle of the square, of which it fills a share."""
    scale = side * share / max(icon.width, icon.height)
    x, y = (side - icon.width * scale) / 2, (side - icon.height * scale) / 2
    steps = " ".join(step[0] + " ".join(f"{number:.2f}" for number in step[1:]) for step in icon.outline)
    place = f"translate({x:.4f} {y:.4f}) scale({scale:.6f})"
    return f'<path transform="{place}" fill="#{hexadecimal(colour)}" d="{steps}"/>'


@lru_cache(maxsize=256)
def rendered(
    width: float,
    height: float,
    drawing: str,
    left: float = 0,
    density: float = PIXELS_PER_MM,
    fonts: tuple[Path, ...] = (),
) -> bytes:
    """An SVG drawing as PNG, from ``left`` on; millimetres, and pixels in one of them; ``fonts`` are those it names."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.3f}" height="{height:.3f}" '
        f'viewBox="{left:.3f} 0 {width:.3f} {height:.3f}">{drawing}</svg>'
    )
    files = [str(file) for file in fonts]
    pixels = round(width * density)

    def draw() -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=pixels, skip_system_fonts=True, font_files=files))

    sources = (svg.encode("utf-8"), *map(_digest, fonts))
    return kept(draw, b"resvg", _drawing_version(), str(pixels).encode("ascii"), *sources)


@lru_cache(maxsize=64)
def _digest(file: Path) -> bytes:
    return blake2b(file.read_bytes(), digest_size=16).digest()


@lru_cache(maxsize=1)
def _drawing_version() -> bytes:
    """Another version may draw otherwise."""
    return version("resvg_py").encode("ascii")


def load_picture(file: Path) -> tuple[bytes, str, tuple[int, int]]:
    """A picture's bytes, its type (``png``, ``jpeg``) and its size in pixels, upright.

    Raises OSError, and ValueError for an SVG file that is no drawing.
    """
    from PIL import Image, ImageOps  # large, and not needed by documents without pictures of their own

    if file.suffix.lower() == ".svg":
        data = rasterize(file.read_bytes(), round(_DRAWING_WIDTH * PIXELS_PER_MM))
        with Image.open(BytesIO(data)) as image:
            return data, "png", image.size
    with Image.open(file) as image:
        turned = image.getexif().get(_EXIF_ORIENTATION, 1) != 1
        if image.format in _KEPT and not turned:
            return file.read_bytes(), _KEPT[image.format], image.size
        upright = ImageOps.exif_transpose(image)
        kind = "jpeg" if image.format == "JPEG" else "png"
        if upright.mode not in _PNG_MODES and kind == "png":
            upright = upright.convert("RGB")
        buffer = BytesIO()
        upright.save(buffer, kind.upper(), quality=92)
        return buffer.getvalue(), kind, upright.size
