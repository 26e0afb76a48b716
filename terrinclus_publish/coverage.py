"""Which signs every text of a theme can show: in each of its fonts, or in the one that lends its own."""

from functools import lru_cache
from pathlib import Path

from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import Theme, load_theme

ITALICS = {"Regular": "It", "Semibold": "SemiboldIt", "Light": "LightIt"}
"""The italic of a weight, which any text may ask for."""


@lru_cache(maxsize=4)
def covered_signs(collection: Collection) -> frozenset[int]:
    """The code points that all fonts of the collection's theme have.

    Raises FaultsError on a broken theme, FileNotFoundError where a font file is missing.
    """
    theme = load_theme(collection)
    used = {(style.police, style.graisse) for style in theme.styles.values()}
    signs = [_signs(theme, collection.root, family, weight) for family, weight in sorted(used)]
    return frozenset.intersection(*signs)


def _signs(theme: Theme, root: Path, family: str, weight: str) -> frozenset[int]:
    token = theme.polices[family]
    italic = token.file(ITALICS.get(weight, weight), root)
    signs = _read(token.file(weight, root)) & (_read(italic) if italic.is_file() else _read(token.file(weight, root)))
    return signs | _signs(theme, root, token.repli, "Regular") if token.repli else signs


@lru_cache(maxsize=32)
def _read(file: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # large, and asked for by checks only

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
