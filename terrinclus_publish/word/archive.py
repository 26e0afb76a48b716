"""ZIP files without a clock: the same parts give the same bytes.

Why not ``zipfile``: it compresses a font or an icon anew for each file of a run that carries it, which takes longer
than all the rest of writing a file. Source: PKWARE APPNOTE 6.3.10, 4.3 and 4.4.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache

_LEVEL = 6
_RAW = -15
"""Deflate data without zlib's own head (zlib manual, ``deflateInit2``)."""
_LARGEST_KEPT = 0x10000
"""Bytes of a part that is compressed once for all files of a process; larger ones are texts, each file's own."""
_MOST_KEPT = 256

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _NO_FLAGS, _DEFLATED = 20, 0, 8
_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""The earliest moment that the format knows: 1 January 1980."""
_READABLE = 0o600 << 16


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Parts with their names, which are ASCII, as a ZIP file. Raises struct.error above 4 GB."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, data in entries:
        check, packed = _compressed_once(data) if len(data) <= _LARGEST_KEPT else _compressed(data)
        path = name.encode("ascii")
        about = struct.pack(
            "<HHHHHLLLHH",
            *(_VERSION, _NO_FLAGS, _DEFLATED, _MIDNIGHT, _FIRST_DAY),
            *(check, len(packed), len(data), len(path), 0),
        )
        parts += (_LOCAL, about, path, packed)
        where = struct.pack("<HHHLL", 0, 0, 0, _READABLE, offset)
        directory.append(_CENTRAL + struct.pack("<H", _VERSION) + about + where + path)
        offset += len(_LOCAL) + len(about) + len(path) + len(packed)
    listed = b"".join(directory)
    end = struct.pack("<HHHHLLH", 0, 0, len(directory), len(directory), len(listed), offset, 0)
    return b"".join((*parts, listed, _END, end))


def _compressed(data: bytes) -> tuple[int, bytes]:
    """The checksum of a part, and the part as deflate data."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


_compressed_once = lru_cache(maxsize=_MOST_KEPT)(_compressed)
