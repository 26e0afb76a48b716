"""ZIP files of ours, read by Python's own reader."""

import io
import os
import zipfile

import pytest

from terrinclus_publish.word.archive import zipped

PARTS = {"[Content_Types].xml": b"<Types/>", "word/empty.xml": b"", "word/media/image1.png": os.urandom(200_000)}


def opened(parts):
    return zipfile.ZipFile(io.BytesIO(zipped(parts.items())))


def test_parts_come_back_in_their_order_and_whole():
    archive = opened(PARTS)
    assert {name: archive.read(name) for name in archive.namelist()} == PARTS
    assert archive.namelist() == list(PARTS)
    assert archive.testzip() is None


def test_the_file_is_what_the_standard_library_writes_of_the_same_parts():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in PARTS.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, data)
    assert zipped(PARTS.items()) == buffer.getvalue()


def test_a_file_without_parts_is_a_file():
    assert opened({}).namelist() == []


def test_names_are_ascii():
    with pytest.raises(UnicodeEncodeError):
        zipped([("word/été.xml", b"")])
