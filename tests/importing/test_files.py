"""Which reader reads a file, and what is refused in words that help."""

import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.importing import read_document


@pytest.fixture
def read(tmp_path):
    def reading(content, name="fiche.docx"):
        file = tmp_path / name
        file.write_bytes(content)
        return read_document(file)

    return reading


def refusal(call):
    with pytest.raises(FaultsError) as raised:
        call()
    (fault,) = raised.value.faults
    return fault


def test_a_text_is_read_in_utf_8_and_in_windows_signs(read):
    for encoding in ("utf-8", "utf-8-sig", "cp1252"):
        assert [line.text for line in read("Été à Sète".encode(encoding), "fiche.txt").items] == ["Été à Sète"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "import-format"),
        (b"{\\rtf1 Bonjour}", "import-format"),
        (b"%PDF-1.7 ...", "import-format"),
        (b"PK\x03\x04 cut", "import-unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "import-unreadable"),
    ],
)
def test_what_is_no_document_is_refused_with_its_name(read, content, code):
    fault = refusal(lambda: read(content))
    assert (fault.code, fault.place.file) == (code, "fiche.docx")


def test_a_missing_file_is_told(tmp_path):
    assert refusal(lambda: read_document(tmp_path / "absent.docx")).code == "import-missing"
