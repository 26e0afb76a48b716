"""The font table: the families that the styles name, what Word looks for where it has not got them, and their faces,
embedded so that lines fall alike on every computer.

A face is obfuscated as ECMA-376 part 4 asks (17.8.1): its first bytes are mixed with a key that stands beside it.
"""

import os
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from terrinclus_publish.coverage import ITALICS
from terrinclus_publish.fontrights import read_rights
from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.word.faces import face_names
from terrinclus_publish.word.fontdata import read_font
from terrinclus_publish.word.ooxml import qualified, w
from terrinclus_publish.word.package import Package
from terrinclus_publish.word.subset import subset

_EMBEDDINGS = {
    "Regular": "embedRegular",
    "Bold": "embedBold",
    "Italic": "embedItalic",
    "Bold Italic": "embedBoldItalic",
}
"""The elements of ``w:font``, in the schema's order, by the faces' names (OpenType ``name`` 2)."""
_MIXED = 32
"""Bytes of a face that are mixed with the key."""
_SCRIPTS = ("usb0", "usb1", "usb2", "usb3", "csb0", "csb1")
_LATIN_TEXT, _SERIFS, _SANS_SERIFS = 2, range(2, 11), range(11, 16)
"""PANOSE's first figure, and what its second one says."""


def font_files(theme: Theme, root: Path, families: Iterable[str]) -> dict[str, dict[str, Path]]:
    """For each family as Word names it, the files of its faces: ``{"Source Serif Pro": {"Italic": …}}``."""
    found: dict[str, dict[str, Path]] = {family: {} for family in families}
    for token, weights in _weights(theme).items():
        for weight in sorted(weights):
            file = theme.polices[token].file(weight, root)
            if file.is_file():
                family, face = face_names(file)
                if family in found:
                    found[family][face] = file
    return found


def _weights(theme: Theme) -> dict[str, set[str]]:
    """The weights of each font of the theme that a document may ask for: a style's, bold and italic."""
    weights: dict[str, set[str]] = defaultdict(set)
    styles: Iterable[Style] = theme.styles.values()
    for style in styles:
        weights[style.police] |= {style.graisse, ITALICS.get(style.graisse, style.graisse)}
    return {token: weights[token] | {"Regular", "It", "Bold", "BoldIt"} for token in theme.polices}


def fill_font_table(package: Package, files: Mapping[str, Mapping[str, Path]], signs: frozenset[int]) -> None:
    """Write the font table, with the faces that may be embedded (see ``fontrights``)."""
    _cut_all(files, signs)
    fonts = []
    for family, faces in sorted(files.items()):
        described = _description(faces.get("Regular") or next(iter(faces.values())))
        font = w("font", *(w(tag, **dict(attributes)) for tag, attributes in described), name=family)
        for face, tag in _EMBEDDINGS.items():
            if face in faces and read_rights(faces[face]).embedding:
                content, key = obfuscated(faces[face], signs)
                embedding = w(tag, fontKey=key)
                embedding.set(qualified("r:id"), package.font(content))
                font.append(embedding)
        fonts.append(font)
    package.set_fonts(fonts)


def _cut_all(files: Mapping[str, Mapping[str, Path]], signs: frozenset[int]) -> None:
    """Cut the faces that will be embedded, in an order of each process's own.

    Why: processes that begin together would all cut the same face, then the next; so each finds what others have kept.
    """
    embedded = {
        file
        for faces in files.values()
        for face, file in faces.items()
        if face in _EMBEDDINGS and read_rights(file).embedding
    }
    for file in sorted(embedded, key=lambda file: blake2b(f"{os.getpid()} {file}".encode()).digest()):
        obfuscated(file, signs)


@lru_cache(maxsize=64)
def obfuscated(file: Path, signs: frozenset[int]) -> tuple[bytes, str]:
    """A face's part, and its key, which is the same for the same face."""
    plain = subset(file, signs)
    key = uuid.UUID(bytes=blake2b(plain, digest_size=16).digest(), version=5)
    mask = key.bytes[::-1] * (_MIXED // 16)
    mixed = bytes(byte ^ own for byte, own in zip(plain[:_MIXED], mask, strict=True))
    return mixed + plain[_MIXED:], f"{{{str(key).upper()}}}"


@lru_cache(maxsize=64)
def _description(file: Path) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What Word compares to find another font: class, width, the scripts that it says to have."""
    font = read_font(file)
    panose, pitch = font.panose, "fixed" if font.is_fixed_pitch else "variable"
    kind = "auto"
    if panose[0] == _LATIN_TEXT:
        kind = "roman" if panose[1] in _SERIFS else "swiss" if panose[1] in _SANS_SERIFS else "auto"
    return (
        ("panose1", (("val", panose.hex().upper()),)),
        ("charset", (("val", "00"),)),
        ("family", (("val", kind),)),
        ("pitch", (("val", pitch),)),
        ("sig", tuple((name, f"{value:08X}") for name, value in zip(_SCRIPTS, font.scripts, strict=True))),
    )
