"""What a font file permits: whether a document may carry it, whole or cut down to some signs.

Read from the file's own bytes (OpenType, ``OS/2.fsType``), so that telling it costs no library.
"""

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_RESTRICTED, _PREVIEW, _EDITABLE = 0x0002, 0x0004, 0x0008
_NO_SUBSETTING, _BITMAPS_ONLY = 0x0100, 0x0200
_FS_TYPE = 8
"""Where ``fsType`` stands in the table ``OS/2``, bytes."""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a font's maker permits."""

    embedding: bool
    subsetting: bool


@lru_cache(maxsize=128)
def read_rights(file: Path) -> Rights:
    """What a font file permits; a file without the table ``OS/2`` says nothing, and permits all.

    Raises FileNotFoundError.
    """
    with file.open("rb") as stream:
        head = stream.read(12)
        tables = struct.unpack(">H", head[4:6])[0] if len(head) == 12 else 0
        for _ in range(tables):
            row = stream.read(16)
            if row[:4] == b"OS/2" and len(row) == 16:
                stream.seek(struct.unpack(">I", row[8:12])[0] + _FS_TYPE)
                return _rights(int.from_bytes(stream.read(2), "big"))
    return Rights(embedding=True, subsetting=True)


def _rights(bits: int) -> Rights:
    """The least restrictive of several levels holds (OpenType 1.9, ``fsType``)."""
    restricted = bool(bits & _RESTRICTED) and not bits & (_PREVIEW | _EDITABLE)
    return Rights(not restricted and not bits & _BITMAPS_ONLY, not bits & _NO_SUBSETTING)
