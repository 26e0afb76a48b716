"""Fonts cut down to the signs that a document may need, for those who have not got them.

Cutting takes a tenth of a second for each font: what was cut is kept, in the process and in the user's folder of what
may be lost. An entry there that is damaged counts as none.
"""

import os
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

import fontTools

from terrinclus_publish.collection import user_folder
from terrinclus_publish.fontrights import read_rights
from terrinclus_publish.word.fontdata import read_font

LATIN = frozenset(
    code
    for start, end in (
        *((0x20, 0x7F), (0xA0, 0x180), (0x192, 0x193), (0x218, 0x21C), (0x2C6, 0x2C8), (0x2D8, 0x2DE)),
        *((0x1E80, 0x1E86), (0x1E9E, 0x1E9F), (0x1EF2, 0x1EF4), (0x2000, 0x20A0), (0x20AC, 0x20AD), (0x2116, 0x2117)),
        *((0x2122, 0x2123), (0x2190, 0x2194), (0x2212, 0x2213), (0x2248, 0x2249), (0x2260, 0x2266), (0x25A0, 0x25D0)),
    )
    for code in range(start, end)
)
"""The letters of Europe's languages in Latin script, their punctuation, spaces and figures, a few signs and shapes."""
_ELSEWHERE, _BLOCK = 0x180, 128
"""Signs come by so many: a letter of another script brings its neighbours, so that the text can be changed."""
_KEPT_NAMES = frozenset({0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17})
"""Families, faces, and what the licence asks to keep (SIL Open Font License 1.1, condition 2)."""
_DROPPED = ["BASE", "DSIG", "GDEF", "GSUB"]
"""Ligatures and other exchanges of signs, which Word does not make unless asked."""
_RECIPE = "1"
"""Changed when the same font is to be cut otherwise."""
_CHECK = 16
"""Bytes of the digest before what is kept."""


def signs_for(texts: Iterable[str]) -> frozenset[int]:
    """The code points that fonts must have for some texts, and for what may be written between them."""
    others = {code for sign in set().union(*texts) if (code := ord(sign)) >= _ELSEWHERE} - LATIN
    blocks = {code // _BLOCK for code in others}
    return LATIN.union(*(range(block * _BLOCK, (block + 1) * _BLOCK) for block in blocks))


@lru_cache(maxsize=64)
def subset(file: Path, signs: frozenset[int]) -> bytes:
    """A font with those of the signs that it has, without its hints for coarse screens; kerning is kept.

    A font that must not be cut stays whole (see ``fontrights``). Raises FileNotFoundError.
    """
    whole = read_font(file).data
    if not read_rights(file).subsetting:
        return whole
    recipe = f"{_RECIPE} {fontTools.version} {sorted(signs)}".encode()
    name = blake2b(recipe + whole, digest_size=_CHECK).hexdigest()
    kept = _recall(name)
    if kept is None:
        kept = _cut(whole, signs)
        _keep(name, kept)
    return kept


def _cut(whole: bytes, signs: frozenset[int]) -> bytes:
    from fontTools.subset import Options, Subsetter  # large, and seldom needed: what was cut is kept
    from fontTools.ttLib import TTFont

    options = Options()
    options.hinting, options.glyph_names, options.notdef_outline = False, False, True
    options.layout_features, options.drop_tables = ["kern"], [*options.drop_tables, *_DROPPED]
    with TTFont(BytesIO(whole), lazy=True, recalcTimestamp=False) as font:
        names = font["name"]
        del font["name"]  # fontTools looks through the whole font for names that are used, which takes half of the time
        cutter = Subsetter(options)
        cutter.populate(unicodes=signs)
        cutter.subset(font)
        names.names = [name for name in names.names if name.nameID in _KEPT_NAMES and name.isUnicode()]
        font["name"] = names
        buffer = BytesIO()
        font.save(buffer)
        return buffer.getvalue()


def _recall(name: str) -> bytes | None:
    try:
        entry = (user_folder() / "polices" / name).read_bytes()
    except (OSError, RuntimeError):
        return None
    check, content = entry[:_CHECK], entry[_CHECK:]
    return content if check == blake2b(content, digest_size=_CHECK).digest() else None


def _keep(name: str, content: bytes) -> None:
    try:
        folder = user_folder() / "polices"
        folder.mkdir(parents=True, exist_ok=True)
        temporary = folder / f"{name}.{os.getpid()}"
        temporary.write_bytes(blake2b(content, digest_size=_CHECK).digest() + content)
        temporary.replace(folder / name)
    except (OSError, RuntimeError):
        return  # a full disk, a user without a home: the font is cut again next time
