from urllib.parse import unquote

import pytest
from lxml import etree

from terrinclus_publish.web.svg import PITCH, cloth_image, icon_svg

PATH = "{http://www.w3.org/2000/svg}path"


def cloth(theme, rank, rows):
    image = cloth_image(theme.dye(rank), rows, theme)
    return etree.fromstring(unquote(image.removeprefix('url("data:image/svg+xml,').removesuffix('")')))


def test_a_cloth_is_one_repeat_wide(project_theme):
    width = float(cloth(project_theme, 5, 3).get("viewBox").split()[2])
    assert width == len(project_theme.dye(5).dessin[0]) * PITCH


def test_a_cloth_has_the_dye_and_its_paler_weft(project_theme):
    colours = [path.get("fill") for path in cloth(project_theme, 5, 3).iter(PATH)]
    assert colours == ["#d7a89c", "#a8332a"]


def test_a_thread_that_passes_the_seam_is_not_cut_there(project_theme):
    """The chevron's weft floats four threads at the edge of its repeat: its rectangle goes over the edge."""
    weft = next(cloth(project_theme, 5, 3).iter(PATH)).get("d")
    lefts = [float(step.split(" ")[0]) for step in weft.split("M")[1:]]
    assert min(lefts) < 0


@pytest.mark.parametrize("rank", range(12))
def test_every_dye_has_its_cloth(project_theme, rank):
    assert len(list(cloth(project_theme, rank, 2).iter(PATH))) == 2


def test_two_icons_of_one_name_are_two_elements():
    assert icon_svg("clock") is not icon_svg("clock")


def test_an_unknown_icon_is_refused():
    with pytest.raises(FileNotFoundError):
        icon_svg("no-such-icon")
