"""Archives: the type first and as it is, and the same bytes for the same parts."""

import io
import zipfile

from terrinclus_publish.odt.archive import read_archive, written

PARTS = {"styles.xml": b"<s/>", "mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<c/>" * 50}


def test_the_type_comes_first_and_is_not_compressed():
    first = zipfile.ZipFile(io.BytesIO(written(PARTS))).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert written(PARTS)[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


def test_the_order_of_the_parts_changes_nothing():
    assert written(PARTS) == written(dict(reversed(PARTS.items())))


def test_what_was_written_is_read_back_without_its_folders():
    buffer = io.BytesIO(written(PARTS))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("Configurations2/menubar/", b"")
    assert read_archive(buffer.getvalue()) == PARTS
