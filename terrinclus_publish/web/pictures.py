"""Pictures inside the page, as ``data:`` addresses: no larger than a screen shows, and without what a camera noted."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageOps

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.tree import Element

WIDEST = 1200
"""Pixels: the text's width on a screen of double density, nearly."""
QUALITY = 78
"""JPEG quality."""


def embed_pictures(article: Element, collection: Collection) -> None:
    """Put each picture into its ``img``, with its size, so that text does not jump. Raises FaultsError."""
    for image in article.iter("img"):
        source = image.get("src", "")
        file = collection.sheets / source
        try:
            if not file.resolve().is_relative_to(collection.sheets.resolve()):
                raise OSError("outside the collection")
            if file.suffix.lower() == ".svg":
                image.set("src", _data("image/svg+xml", file.read_bytes()))
            else:
                _embed_photo(image, file)
        except (OSError, ValueError, SyntaxError) as error:
            raise FaultsError([_fault(source)]) from error


def _embed_photo(image: Element, file: Path) -> None:
    with Image.open(file, formats=("JPEG", "PNG", "GIF")) as opened:
        photo = ImageOps.exif_transpose(opened)
        photo.thumbnail((WIDEST, WIDEST), Image.Resampling.LANCZOS)
        image.set("width", str(photo.width))
        image.set("height", str(photo.height))
        image.set("src", _as_jpeg(photo) if opened.format == "JPEG" else _as_png(photo))


def _as_jpeg(photo: Image.Image) -> str:
    content = io.BytesIO()
    photo.convert("RGB").save(content, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return _data("image/jpeg", content.getvalue())


def _as_png(drawing: Image.Image) -> str:
    """For drawings, which may be transparent."""
    content = io.BytesIO()
    drawing.save(content, "PNG", optimize=True)
    return _data("image/png", content.getvalue())


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"


def _fault(source: str) -> Fault:
    message = f"L'image «\u00a0{source}\u00a0» ne se lit pas"
    expected = "Rangez dans «\u00a0sheets\u00a0» une image en JPEG ou en PNG"
    return Fault("picture-unreadable", Level.ERROR, Place(f"sheets/{source}"), message, expected=expected)
