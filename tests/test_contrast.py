"""Texts are told from their grounds (WCAG 2.1, 1.4.3)."""

import pytest

from terrinclus_publish.contrast import LEAST, check_contrast, luminance, ratio
from terrinclus_publish.theme import Colour, Mix

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def test_luminance_goes_from_black_to_white():
    assert luminance(BLACK) == 0
    assert luminance(WHITE) == pytest.approx(1)
    assert luminance((0, 255, 0)) > luminance((255, 0, 0)) > luminance((0, 0, 255))


def test_the_contrast_of_black_and_white_is_the_largest():
    assert ratio(BLACK, WHITE) == ratio(WHITE, BLACK) == pytest.approx(21)
    assert ratio(WHITE, WHITE) == 1


@pytest.mark.parametrize(("grey", "passes"), [((118, 118, 118), True), ((120, 120, 120), False)])
def test_the_limit_is_that_of_the_norm(grey, passes):
    """#767676 is the lightest grey that passes on white."""
    assert (ratio(grey, WHITE) >= LEAST) is passes


def test_the_packaged_theme_can_be_read(project_theme):
    assert list(check_contrast(project_theme)) == []


def test_a_pale_text_is_named_with_its_contrast(project_theme):
    colours = {**project_theme.couleurs, "gris": Colour(rvb=(170, 170, 170), cmjn=(0, 0, 0, 30))}
    faults = list(check_contrast(project_theme.model_copy(update={"couleurs": colours})))
    assert len(faults) == 2  # on white, on écru
    assert all("gris" in fault.message for fault in faults)
    assert {fault.found for fault in faults} == {"2,3:1", "2,1:1"}


def test_a_pale_dye_is_named_on_every_ground(project_theme):
    pale = project_theme.nuancier[0].model_copy(update={"rvb": (200, 220, 210), "nom": "brume"})
    faults = list(check_contrast(project_theme.model_copy(update={"nuancier": [pale]})))
    assert len(faults) == 3
    assert all("brume" in fault.message for fault in faults)


def test_a_dark_mix_is_named_with_each_dye(project_theme):
    mixes = {**project_theme.melanges, "segment": Mix(part=0, vers=(255, 255, 255), vers_cmjn=(0, 0, 0, 0))}
    faults = list(check_contrast(project_theme.model_copy(update={"melanges": mixes})))
    assert len(faults) == len(project_theme.nuancier)
    assert all("segment" in fault.message for fault in faults)
