"""Fonts to try things on: copies of the project's own whose makers permit otherwise."""

import shutil
from pathlib import Path

from fontTools.ttLib import TTFont

from terrinclus_publish.collection import Collection
from terrinclus_publish.theme import load_theme

FORBIDDEN, PREVIEW, WHOLE_ONLY, BITMAPS = 0x0002, 0x0004, 0x0100, 0x0200
"""``OS/2.fsType``."""
_THEME = '[polices.texte]\nfamille = "Source Sans Pro"\ndossier = "polices"\nfichiers = "SourceSansPro-{graisse}.ttf"\n'


def regular(collection: Collection) -> Path:
    """The project's text font."""
    return load_theme(collection).polices["texte"].file("Regular", collection.root)


def with_rights(source: Path, folder: Path, bits: int) -> Path:
    """A copy of a font with other rights."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / source.name
    with TTFont(source) as font:
        font["OS/2"].fsType = bits
        font.save(copy)
    return copy


def with_font_folder(root: Path, source: Path, bits: int) -> Collection:
    """A collection whose text font stands in a folder of its own, the regular face under other rights."""
    shutil.copytree(source.parent, root / "polices", ignore=shutil.ignore_patterns("*.otf"))
    with_rights(source, root / "polices", bits)
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "theme.toml").write_text(_THEME, "utf-8")
    (root / "sheets").mkdir(exist_ok=True)
    return Collection(root)
