"""SVG to PNG, without any outside resource."""

import io

import pytest
from PIL import Image

from terrinclus_publish.drawing.svg import rasterize

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#008000"/></svg>'
)


def test_a_drawing_becomes_a_picture_of_that_width():
    image = Image.open(io.BytesIO(rasterize(SQUARE, 60)))
    assert (image.format, image.size) == ("PNG", (60, 30))
    assert image.convert("RGB").getpixel((30, 15)) == (0, 128, 0)


def test_the_ground_is_transparent():
    empty = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>'
    assert Image.open(io.BytesIO(rasterize(empty, 10))).convert("RGBA").getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("broken", [b"", b"pas un dessin", b"<svg", b"\xff\xfe\x00", b"<p>x</p>"])
def test_what_is_no_drawing_is_refused(broken):
    with pytest.raises(ValueError, match=r"."):
        rasterize(broken, 10)


def test_a_picture_outside_the_drawing_is_not_read(tmp_path):
    Image.new("RGB", (10, 10), "red").save(tmp_path / "rouge.png")
    link = f'<image width="10" height="10" href="{(tmp_path / "rouge.png").as_uri()}"/>'
    path = f'<image width="10" height="10" href="{tmp_path / "rouge.png"}"/>'
    for inner in (link, path):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inner}</svg>'.encode()
        assert Image.open(io.BytesIO(rasterize(svg, 10))).convert("RGBA").getpixel((5, 5))[3] == 0
