"""SVG to PNG, without any outside resource."""

import resvg_py


def rasterize(svg: bytes, width: int) -> bytes:
    """The SVG as a PNG of ``width`` pixels. Raises ValueError when it is not a drawing."""
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode("utf-8"), width=width))
    except (ValueError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
