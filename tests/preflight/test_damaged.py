"""Files that are no PDF, cut or spoiled: a clear refusal or a report, never another exception."""

import random

import pytest

from terrinclus_publish.preflight import Nature, UnreadableFileError, inspect, report_text


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"PK\x03\x04 Word", b"\xff\xd8\xff\xe0", b"%PDF-1.4\n%%EOF"])
def test_another_file_is_refused_in_french(tmp_path, content):
    file = tmp_path / "document.pdf"
    file.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=r"document\.pdf"):
        inspect(file)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UnreadableFileError, match="n'existe pas"):
        inspect(tmp_path / "absent.pdf")
    with pytest.raises(UnreadableFileError):
        inspect(tmp_path)


def test_a_file_with_a_password_is_refused(planted):
    import pikepdf

    def plant(pdf):
        """Nothing but the password."""

    plant.encryption = pikepdf.Encryption(owner="a", user="b")
    with pytest.raises(UnreadableFileError, match="mot de passe"):
        inspect(planted(plant))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.filterwarnings("ignore")
def test_a_spoiled_file_gives_a_report_or_a_refusal(sound_bytes, tmp_path, seed):
    chance = random.Random(seed)
    content = bytearray(sound_bytes)
    if seed % 2:
        del content[chance.randrange(len(content)) :]
    else:
        for _ in range(chance.randrange(1, 80)):
            content[chance.randrange(len(content))] = chance.randrange(256)
    file = tmp_path / "abime.pdf"
    file.write_bytes(content)
    try:
        assert report_text(inspect(file, Nature.COVER))
    except UnreadableFileError as error:
        assert "abime.pdf" in str(error)


def test_the_file_is_only_read(planted):
    file = planted(lambda pdf: None)
    before = file.read_bytes(), file.stat().st_mtime_ns
    inspect(file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [found.name for found in file.parent.iterdir()] == [file.name]


def test_forms_that_hold_one_another_come_to_an_end(planted):
    import pikepdf

    def plant(pdf):
        form = pdf.make_stream(b"/Self Do /Self Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox = pikepdf.Array([0, 0, 10, 10])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Self=form))
        pdf.pages[0].Contents = pdf.make_stream(b"/Self Do")

    assert "too-complex" in {finding.code for finding in inspect(planted(plant)).findings}
