"""The bar under a table: a picture with a name, segments as wide as the shares, no word that the tree has not."""

import re

import pytest
from lxml import etree, html

from terrinclus_publish import web
from terrinclus_publish.tree import Metadata

SHEET = """<article class="fiche" data-teinte="2" lang="fr"><section class="financement"><h2>Le financement</h2>
<figure class="barre" data-parts="0.6 0.3 0.1" data-lettres="A B C" aria-label="Répartition : A, 60 %."/></section>
</article>"""


@pytest.fixture(scope="module")
def page(project, project_theme):
    tree = etree.fromstring(SHEET)
    return html.fromstring(web.render(tree, Metadata("Un titre", "Ada Roux", "fr"), project_theme, project))


def test_a_bar_is_a_picture_with_a_name(page):
    (bar,) = page.find_class("barre")
    assert (bar.get("role"), bar.get("aria-label")) == ("img", "Répartition : A, 60 %.")
    assert not [name for name in bar.attrib if name.startswith("data-")]


def test_its_segments_bear_letters_that_are_no_text(page):
    (bar,) = page.find_class("barre")
    assert [segment.get("data-lettre") for segment in bar] == ["A", "B", "C"]
    assert "".join(bar.itertext()) == ""


def test_its_segments_are_as_wide_as_the_shares(page):
    css = page.findtext(".//style")
    widths = re.findall(r"#barre-1 :nth-child\((\d)\)\{flex-grow:([\d.]+)\}", css)
    assert widths == [("1", "60"), ("2", "30"), ("3", "10")]


def test_a_bar_holds_no_style_of_its_own(page):
    assert not page.xpath("//main//@style")
