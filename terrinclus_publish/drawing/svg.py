"""SVG to PNG, without any outside resource."""

import resvg_py
from lxml import etree

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_INSIDE = ("#", "data:")


def rasterize(svg: bytes, width: int) -> bytes:
    """The SVG as a PNG of ``width`` pixels; what it wants from outside is left out.

    Raises ValueError when it is not a drawing.
    """
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=_self_contained(svg), width=width, skip_system_fonts=True))
    except (ValueError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error


def _self_contained(svg: bytes) -> str:
    """The drawing without references to files: resvg would read them from the disk."""
    tree = etree.fromstring(svg, _SAFE)
    for element in tree.iter(etree.Element):
        for name, value in element.items():
            if etree.QName(name).localname == "href" and not str(value).strip().startswith(_INSIDE):
                del element.attrib[name]
    return str(etree.tostring(tree, encoding="unicode"))
