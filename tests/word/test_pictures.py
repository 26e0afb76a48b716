"""Pictures: a text for who does not see them, or the mark that they are decorative; upright; in the line."""

import io
import zipfile

import pytest
from PIL import Image

from word.extract import W

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
EMU_PER_MM = 36000


def identities(root):
    return list(root.iter(f"{DRAWING}docPr"))


def size(identity):
    extent = identity.getparent().find(f"{DRAWING}extent")
    return int(extent.get("cx")) / EMU_PER_MM, int(extent.get("cy")) / EMU_PER_MM


def picture(file, identity):
    """The picture that a drawing shows."""
    relation = identity.getparent().find(f".//{BLIP}").get(EMBED)
    (target,) = (
        found.get("Target")
        for found in file.part("word/_rels/document.xml.rels").iter(RELATION)
        if found.get("Id") == relation
    )
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        return Image.open(io.BytesIO(archive.read(f"word/{target}")))


def described(file):
    return {identity.get("descr"): identity for identity in identities(file.body) if identity.get("descr")}


def test_pictures_of_the_author_say_what_they_show(sheet):
    assert set(described(sheet)) == {"Une place", "Un mur", "Une photo tournée"}


def test_other_pictures_are_marked_as_decorative(file):
    bare = [identity for identity in identities(file.body) if not identity.get("descr")]
    assert bare
    assert all(identity.find(f".//{DECORATIVE}").get("val") == "1" for identity in bare)


def test_the_numbers_of_pictures_are_unique_in_the_file(file):
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        names = [name for name in archive.namelist() if name.startswith(("word/document", "word/header"))]
    numbers = [identity.get("id") for name in names for identity in identities(file.part(name))]
    assert len(numbers) == len(set(numbers))


def test_a_photo_taken_sideways_stands_upright(sheet):
    identity = described(sheet)["Une photo tournée"]
    width, height = size(identity)
    assert height == pytest.approx(2 * width, rel=0.01)
    assert picture(sheet, identity).size == (20, 40)


def test_an_illustration_fills_column_b(sheet):
    assert size(described(sheet)["Un mur"]) == pytest.approx((114, 76), abs=0.1)


def test_an_opening_photograph_is_cut_not_squeezed(sheet):
    identity = described(sheet)["Une place"]
    width, height = size(identity)
    cut = identity.getparent().find(".//{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect")
    left = 1 - 2 * int(cut.get("l")) / 100_000
    down = 1 - 2 * int(cut.get("t")) / 100_000
    assert width / height == pytest.approx(160 * left / (90 * down), rel=0.01)


def test_a_logo_drawn_in_svg_becomes_png(sheet):
    logo = sheet.paragraphs("Logotype")[0]
    (identity,) = identities(logo)
    assert picture(sheet, identity).format == "PNG"
    assert size(identity) == pytest.approx((30, 12), abs=0.1)


def test_icons_stand_in_the_line_of_their_names(sheet):
    assert all(len(identities(tile)) == 1 for tile in sheet.paragraphs("Tuile"))
    assert not sheet.body.findall(f".//{DRAWING}anchor")
    assert len(list(sheet.body.iter(f"{W}drawing"))) == len(list(sheet.body.iter(f"{DRAWING}inline")))
