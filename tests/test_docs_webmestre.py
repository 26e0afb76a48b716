"""The webmaster's page tells the truth of the pages that are made: what they hold, what a server may forbid them."""

import re

import pytest
from lxml import etree, html

from terrinclus_publish import web
from terrinclus_publish.build.documents import FicheDocument
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.theme import load_theme
from tests.documents import PAGES

PAGE = PAGES["webmestre"]
POLICIES = re.findall(r'Content-Security-Policy "([^"]+)"', PAGE.text)


@pytest.fixture(scope="module")
def made(project):
    """The page of the sheet « aude », whose anchors the text names."""
    guide = read(project.guide_file, project.root, Guide).model
    model = read(project.sheets / "aude.yaml", project.root, Fiche).model
    job = FicheDocument(Entry("aude", model, guide.fiches.index("aude")), guide)
    return web.render(job.compose(Composer(project)), job.metadata(), load_theme(project), project)


def test_both_servers_get_the_same_policy():
    assert len(POLICIES) == 2
    assert len(set(POLICIES)) == 1


def test_the_policy_forbids_all_but_what_a_page_has(made):
    rules = dict(rule.strip().split(" ", 1) for rule in POLICIES[0].split(";"))
    assert rules["default-src"] == "'none'"
    assert (rules["style-src"], rules["img-src"]) == ("'unsafe-inline'", "data:")
    page = html.fromstring(made)
    assert page.xpath("//style") and not page.xpath("//script | //link | //form | //iframe | //object | //base")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert set(re.findall(rb"url\(([^)]{6})", made)) == {b'"data:'}


def test_the_anchors_that_the_text_names_exist(made):
    ids = set(html.fromstring(made).xpath("//@id"))
    named = set(re.findall(r"#(aude-\w+)", PAGE.text))
    assert len(named) == 4
    assert named <= ids


def test_the_elements_that_the_text_names_exist(made):
    page = html.fromstring(made)
    assert len(page.xpath("//main[@id='contenu']")) == len(page.xpath("//h1")) == 1
    assert page.xpath("//html[@lang] | //meta[@name='author'] | //meta[@name='dcterms.date']")
    assert page.xpath("//th[@scope]") and page.xpath("//@data-champ")
    assert "@media print" in page.findtext(".//style")


def test_a_page_weighs_what_the_text_says(made):
    assert "50\u00a0Ko" in PAGE.text or "50 Ko" in PAGE.text
    assert 30_000 < len(made) < 70_000


def test_the_examples_of_markup_are_well_formed_and_named():
    examples = [block.text for block in PAGE.blocks if block.info == "html"]
    assert len(examples) == 2
    for text in examples:
        etree.fromstring(f"<div>{text}</div>")
    [frame] = html.fragments_fromstring(examples[1])
    assert frame.get("title")
