import errno

import pytest

from terrinclus_publish.refusals import why


def test_a_missing_file_is_told_in_french(tmp_path):
    with pytest.raises(OSError) as raised:
        (tmp_path / "absent").read_bytes()
    assert why(raised.value) == "il n'existe pas"


def test_a_folder_in_place_of_a_file_is_told_in_french(tmp_path):
    assert why(IsADirectoryError(errno.EISDIR, "Is a directory")) == "c'est un dossier"


def test_a_reason_that_is_not_known_is_given_as_the_system_gives_it():
    assert why(OSError(errno.ELOOP, "Too many links")) == "Too many links"
    assert why(OSError()) == "OSError"
