"""A PDF's size, and that of the pictures in it."""

from pathlib import Path

import pikepdf


def size_without_pictures(file: Path) -> int:
    """Bytes of a file, those of its pictures' streams left out."""
    with pikepdf.open(file) as document:
        pictures = sum(
            len(item.read_raw_bytes())
            for item in document.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"
        )
    return file.stat().st_size - pictures
