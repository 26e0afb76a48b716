"""Pictures of every kind are shown as they are meant, in all three formats; none of them makes a document fail.

« As they are meant » is looked at in the PDF: red is left of blue, as in the picture that each of them was made from.
"""

import io
import zipfile

import pypdfium2
import pytest
import yaml
from PIL import Image
from samples import SHEET

from terrinclus_publish.build.formats import OWN, Format
from terrinclus_publish.build.orders import FicheMaking, ReviewOrder
from terrinclus_publish.build.parcel import Folder
from terrinclus_publish.build.work import carry_out

ORIENTATION = 0x0112


def drawn():
    """A picture whose left half is red, its right one blue."""
    picture = Image.new("RGB", (600, 400), (255, 0, 0))
    picture.paste((0, 0, 255), (300, 0, 600, 400))
    return picture


def saved(file, kind):
    """That picture as a file of some kind."""
    picture = drawn()
    match kind:
        case "cmyk.jpg":
            picture.convert("CMYK").save(file)
        case "palette.png":
            picture.convert("P").save(file)
        case "clear.png":
            picture.putalpha(200)
            picture.save(file)
        case "animated.gif":
            picture.save(file, save_all=True, append_images=[picture.rotate(180)], duration=100, loop=0)
        case "turned.jpg":
            exif = Image.Exif()
            exif[ORIENTATION] = 3
            picture.rotate(180).save(file, exif=exif)
        case "progressive.jpg":
            picture.save(file, progressive=True)


KINDS = ["cmyk.jpg", "palette.png", "clear.png", "animated.gif", "turned.jpg", "progressive.jpg"]


def made(root, kind):
    """The files of a sheet with that picture."""
    (root / "sheets" / "images").mkdir(parents=True)
    saved(root / "sheets" / "images" / kind, kind)
    shown = {"fichier": f"images/{kind}", "alternative": "Deux moitiés, rouge à gauche et bleue à droite"}
    text = yaml.safe_dump({**SHEET, "illustration": shown}, allow_unicode=True, sort_keys=False)
    (root / "sheets" / "essai.yaml").write_text(text, "utf-8")
    (reviewed,) = carry_out(ReviewOrder(("sheets/essai.yaml",)), Folder(root))
    assert reviewed.is_sound, reviewed.faults
    product = carry_out(FicheMaking("essai", "sheets/essai.yaml", 0, OWN, ""), Folder(root))
    assert product.faults == {}
    return product.files


def middles(page):
    """The middles, from left to right, of what is red and of what is blue on a picture."""
    places = {"red": [], "blue": []}
    for x in range(0, page.width, 4):
        for y in range(0, page.height, 4):
            red, green, blue = page.getpixel((x, y))
            if red > 180 and green < 110 and blue < 110:
                places["red"].append(x)
            elif blue > 110 and red < 130 and green < 130 and blue - red > 60:
                places["blue"].append(x)
    return {name: sum(found) / len(found) for name, found in places.items() if len(found) > 500}


@pytest.mark.parametrize("kind", KINDS)
def test_red_is_left_of_blue(tmp_path, kind):
    files = made(tmp_path, kind)
    page = pypdfium2.PdfDocument(io.BytesIO(files[Format.PDF]))[0].render(scale=1).to_pil().convert("RGB")
    found = middles(page)
    assert found["red"] < found["blue"]


@pytest.mark.parametrize("kind", KINDS)
def test_word_and_the_web_hold_a_picture_that_any_program_reads(tmp_path, kind):
    files = made(tmp_path, kind)
    with zipfile.ZipFile(io.BytesIO(files[Format.DOCX])) as package:
        names = [name for name in package.namelist() if name.startswith("word/media/")]
        for name in names:
            Image.open(io.BytesIO(package.read(name))).load()
    assert names
    assert b"data:image/" in files[Format.HTML]
