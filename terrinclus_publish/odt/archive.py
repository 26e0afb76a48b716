"""ZIP archives of documents: read whole, and written so that the same parts give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "mimetype"
_DATE = (1980, 1, 1, 0, 0, 0)


def read_archive(content: bytes) -> dict[str, bytes]:
    """The parts of an archive of ours or of LibreOffice's, by name; folders are none."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def written(parts: Mapping[str, bytes]) -> bytes:
    """An archive: its type first and as it is (OpenDocument 1.3 part 2, 3.3), then the others by name."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != MIMETYPE, name)):
            entry = ZipInfo(name, _DATE)
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if name == MIMETYPE else ZIP_DEFLATED
            archive.writestr(entry, parts[name], compresslevel=None if name == MIMETYPE else 6)
    return buffer.getvalue()
