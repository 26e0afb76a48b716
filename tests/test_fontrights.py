"""What font files permit: read from their own bytes."""

import pytest
from fonts import BITMAPS, FORBIDDEN, PREVIEW, WHOLE_ONLY, regular, with_rights

from terrinclus_publish.fontrights import Rights, read_rights


def test_the_projects_fonts_may_be_embedded_and_cut(project):
    assert read_rights(regular(project)) == Rights(embedding=True, subsetting=True)


@pytest.mark.parametrize(
    ("bits", "rights"),
    [
        (FORBIDDEN, Rights(embedding=False, subsetting=True)),
        (PREVIEW, Rights(embedding=True, subsetting=True)),
        (FORBIDDEN | PREVIEW, Rights(embedding=True, subsetting=True)),
        (WHOLE_ONLY, Rights(embedding=True, subsetting=False)),
        (BITMAPS, Rights(embedding=False, subsetting=True)),
    ],
)
def test_each_level_is_told_and_the_mildest_of_several_holds(project, tmp_path, bits, rights):
    assert read_rights(with_rights(regular(project), tmp_path, bits)) == rights


@pytest.mark.parametrize("content", [b"", b"\0\1\0\0\0\5", b"\0\1\0\0\0\5\0\0\0\0\0\0head"])
def test_a_file_that_says_nothing_forbids_nothing(tmp_path, content):
    file = tmp_path / "police.ttf"
    file.write_bytes(content)
    assert read_rights(file) == Rights(embedding=True, subsetting=True)
