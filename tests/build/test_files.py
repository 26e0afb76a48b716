import stat

import pytest

from terrinclus_publish.build.files import write_whole, writing_fault
from terrinclus_publish.faults import FaultsError


def test_a_file_is_written_with_the_folders_above_it(tmp_path):
    write_whole(tmp_path / "a" / "b" / "x.pdf", b"nouveau", "x.pdf")
    assert (tmp_path / "a" / "b" / "x.pdf").read_bytes() == b"nouveau"


def test_the_old_file_is_replaced_and_nothing_else_stays(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"ancien")
    write_whole(tmp_path / "x.pdf", b"nouveau", "x.pdf")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("x.pdf", b"nouveau")]


def test_others_may_read_the_file(tmp_path):
    write_whole(tmp_path / "x.pdf", b"nouveau", "x.pdf")
    (tmp_path / "y").write_bytes(b"")
    assert stat.S_IMODE((tmp_path / "x.pdf").stat().st_mode) == stat.S_IMODE((tmp_path / "y").stat().st_mode)


def test_a_folder_of_that_name_is_a_clear_fault_and_leaves_no_half_file(tmp_path):
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(FaultsError) as caught:
        write_whole(tmp_path / "x.pdf", b"nouveau", "output/x.pdf")
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.file) == ("output-is-folder", "output/x.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["x.pdf"]


def test_a_file_where_a_folder_must_be_is_a_clear_fault(tmp_path):
    (tmp_path / "fiches").write_bytes(b"")
    with pytest.raises(FaultsError) as caught:
        write_whole(tmp_path / "fiches" / "x.pdf", b"nouveau", "x.pdf")
    assert caught.value.faults[0].code == "output-failed"


def test_a_document_that_is_open_in_word_is_told_as_such(tmp_path):
    """On Windows, renaming over a file that Word holds raises PermissionError."""
    fault = writing_fault(PermissionError(13, "Permission denied"), tmp_path / "aude.docx", "output/fiches/aude.docx")
    assert fault.code == "output-busy"
    assert "ouvert dans un autre logiciel" in fault.message
    assert "fermez-le" in fault.expected.lower()
