"""The signs that every font of a theme has."""

import pytest

from terrinclus_publish.coverage import covered_signs


@pytest.fixture
def covered(project):
    return covered_signs(project)


@pytest.mark.parametrize("sign", "aéàçœŒÉ«»’–—…€°0/\u00a0\u202f")
def test_french_signs_are_covered(covered, sign):
    assert ord(sign) in covered


@pytest.mark.parametrize("sign", "中\u2011😀")
def test_signs_of_no_font_are_not_covered(covered, sign):
    assert ord(sign) not in covered


def test_a_sign_that_is_covered_can_be_printed_in_every_style(covered, project, project_theme):
    from terrinclus_publish.pdf.fonts import Fonts

    fonts = Fonts(project_theme, project.root)
    signs = "".join(map(chr, sorted(covered)))
    for style in project_theme.styles.values():
        shown = "".join(text for _, text in fonts.face(style.police, style.graisse).runs(signs))
        assert shown == signs
