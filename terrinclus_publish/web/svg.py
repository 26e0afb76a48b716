"""Drawings as SVG: icons inside the page, cloth as a picture that a style sheet repeats."""

import copy
from functools import lru_cache
from urllib.parse import quote

from lxml import etree

from terrinclus_publish.drawing.cloth import weave
from terrinclus_publish.drawing.iconfiles import icon_file
from terrinclus_publish.theme import Dye, Rgb, Theme
from terrinclus_publish.tree import Element

_SVG = "{http://www.w3.org/2000/svg}"
PITCH = 10
"""User units from one thread to the next; the style sheet gives the cloth its size."""


def icon_svg(name: str) -> Element:
    """An icon in the colour of the text around it, hidden from screen readers. Raises FileNotFoundError."""
    return copy.deepcopy(_icon(name))


@lru_cache(maxsize=128)
def _icon(name: str) -> Element:
    drawing = etree.fromstring(icon_file(name).read_bytes())
    icon = etree.Element("svg", {"viewBox": drawing.get("viewBox", ""), "aria-hidden": "true", "class": "icone"})
    for path in drawing.iter(f"{_SVG}path"):
        etree.SubElement(icon, "path", d=path.get("d", ""))
    return icon


def cloth_image(dye: Dye, rows: int, theme: Theme) -> str:
    """A strip of cloth as a CSS image that repeats to the right without a seam.

    Why three repeats are woven: a thread that passes the seam must not be cut there, so the middle one is shown. The
    half gaps above and below fall outside, so that the cloth hangs from what stands over it.
    """
    columns = len(dye.dessin[0])
    width = columns * PITCH
    weft = theme.melanges["trame"].of(dye.rvb)
    drawn = {True: "", False: ""}
    for thread in weave(tuple(dye.dessin), 3 * columns, rows, PITCH, theme.page.jeu_de_fil):
        left = thread.x - width
        if left < width and left + thread.width > 0:
            drawn[thread.warp] += f"M{left:g} {thread.y:g}h{thread.width:g}v{thread.height:g}h{-thread.width:g}z"
    gap = PITCH * theme.page.jeu_de_fil
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {gap / 2:g} {width} {rows * PITCH - gap:g}">'
        f'<path fill="{hexadecimal(weft)}" d="{drawn[False]}"/>'
        f'<path fill="{hexadecimal(dye.rvb)}" d="{drawn[True]}"/></svg>'
    )
    return f'url("data:image/svg+xml,{quote(svg, safe=" =:/")}")'


def hexadecimal(colour: Rgb) -> str:
    """A colour as CSS writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)
