import os
import zlib
from struct import pack

import pytest
from PIL import Image

from terrinclus_publish.faults import Level


def picture(file, alternative="Des jeunes écrivent une charte."):
    return {"fichier": file, "alternative": alternative}


def empty_png_of(width, height):
    """A PNG that says to be of that size and holds nothing: 60 bytes that would unfold to gigabytes."""
    header = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    written = [pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data)) for name, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def test_a_readable_picture_is_no_fault(check, images):
    assert check(illustration=picture("images/aude.jpg")) == []


def test_a_missing_picture_is_an_error_with_the_nearest_file(the_fault, images):
    fault = the_fault("picture-missing", illustration=picture("images/audes.jpg"))
    assert fault.level is Level.ERROR
    assert fault.field == "illustration.fichier"
    assert "n'existe pas" in fault.message
    assert fault.expected == "Écrivez peut-être images/aude.jpg"


def test_a_picture_named_without_its_folder_is_found_by_its_name(the_fault, images):
    assert (
        the_fault("picture-missing", illustration=picture("aude.jpg")).expected == "Écrivez peut-être images/aude.jpg"
    )


def test_a_missing_picture_without_a_neighbour_says_where_to_put_it(the_fault, collection):
    assert "sheets/images" in the_fault("picture-missing", illustration=picture("photo.png")).expected


@pytest.mark.parametrize(
    "file",
    [
        "/etc/logo.png",
        "../logo.png",
        "images/../../logo.png",
        "C:/logo.png",
        r"C:\logo.png",
        r"..\logo.png",
        r"\\pc\logo.png",
    ],
)
def test_a_picture_outside_the_sheets_is_an_error(the_fault, images, file):
    Image.new("RGB", (4, 3)).save(images.parent.parent / "logo.png")
    fault = the_fault("picture-outside", illustration=picture(file))
    assert fault.level is Level.ERROR
    assert "hors du dossier" in fault.message


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_that_leaves_the_sheets_is_an_error(the_fault, images, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.jpg"
    Image.new("RGB", (4, 3)).save(outside)
    (images / "lien.jpg").symlink_to(outside)
    assert "raccourci" in the_fault("picture-outside", illustration=picture("images/lien.jpg")).message


def test_backslashes_are_an_error_with_the_path_to_write(the_fault, images):
    fault = the_fault("picture-backslashes", illustration=picture(r"images\aude.jpg"))
    assert fault.expected == "Écrivez images/aude.jpg"


@pytest.mark.parametrize("content", [b"", b"not a picture", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"])
def test_an_unreadable_picture_is_an_error(the_fault, images, content):
    (images / "aude.jpg").write_bytes(content)
    fault = the_fault("picture-unreadable", illustration=picture("images/aude.jpg"))
    assert fault.level is Level.ERROR
    assert "JPEG" in fault.expected


@pytest.mark.parametrize("file", ["aude.jpg", "aude.png"])
def test_a_picture_cut_short_is_an_error(check, the_fault, images, file):
    Image.effect_noise((400, 300), 80).save(images / file)
    assert check(illustration=picture(f"images/{file}")) == []
    whole = (images / file).read_bytes()
    (images / file).write_bytes(whole[: len(whole) // 2])
    the_fault("picture-unreadable", illustration=picture(f"images/{file}"))


def test_a_name_that_no_file_can_have_is_a_missing_picture(the_fault, images):
    the_fault("picture-missing", illustration=picture("a" * 5000 + ".jpg"))


def test_a_picture_of_another_format_is_an_error(the_fault, images):
    Image.new("RGB", (4, 3)).save(images / "aude.tiff")
    the_fault("picture-unreadable", illustration=picture("images/aude.tiff"))


@pytest.mark.parametrize(("width", "height"), [(10_000, 5_001), (10_000, 10_000), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_an_error_and_is_not_unfolded(the_fault, images, width, height):
    (images / "bombe.png").write_bytes(empty_png_of(width, height))
    fault = the_fault("picture-too-large", illustration=picture("images/bombe.png"))
    assert fault.level is Level.ERROR
    assert "50 millions de pixels" in fault.expected


def test_a_picture_of_fifty_million_pixels_is_accepted(check, images):
    (images / "grande.png").write_bytes(empty_png_of(10_000, 5_000))
    assert check(illustration=picture("images/grande.png")) == []


def test_a_picture_of_more_than_20_megabytes_is_an_error(the_fault, images):
    with (images / "aude.jpg").open("ab") as file:
        file.truncate(21_000_000)
    fault = the_fault("picture-too-heavy", illustration=picture("images/aude.jpg"))
    assert "21 Mo" in fault.message


def test_a_picture_inside_a_text_is_checked_too(the_fault, images):
    project = {
        "genese": [{"texte": "Un texte."}, {"illustration": picture("images/rien.jpg")}],
        "objectifs": "Écrire une charte.",
        "acteurs": "Des jeunes.",
    }
    assert the_fault("picture-missing", projet=project).field == "projet.genese.1.illustration.fichier"


@pytest.mark.parametrize("alternative", ["aude.jpg", "Aude", "images/aude.jpg", "Photo", "image"])
def test_an_alternative_text_that_says_nothing_is_an_error(the_fault, images, alternative):
    fault = the_fault("empty-alternative", illustration=picture("images/aude.jpg", alternative))
    assert fault.level is Level.ERROR
    assert fault.field == "illustration.alternative"


def test_a_picture_of_16_bits_is_refused_with_what_to_do(the_fault, images):
    Image.new("I;16", (60, 40), 40_000).save(images / "seize.png")
    shown = {"fichier": "images/seize.png", "alternative": "Un mur gris"}
    assert "8 bits" in the_fault("picture-depth", illustration=shown).expected
