"""What the guide in Word says of its pages, against LibreOffice's layout of it; words and links are all there."""

import re
from collections import Counter

import pytest
from word.extract import docx_text, part
from words import words

from referees.conftest import EXAMPLE, ROOT
from referees.laidout import collection_guide, find_libreoffice, fonts_of, laid_out
from referees.tools import required
from terrinclus_publish import word
from terrinclus_publish.build.laidout import pages_in_libreoffice
from terrinclus_publish.collection import Collection

PROJECT = Collection(ROOT)


def _as_it_is():
    return PROJECT, *collection_guide(PROJECT)


def _pictures():
    example = Collection(EXAMPLE)
    return example, *collection_guide(example)


def _one():
    model, fiches = collection_guide(PROJECT)
    name = model.fiches[3]
    return PROJECT, _reduced(model, [name]), {name: fiches[name]}


def _reduced(model, names):
    """The guide with these sheets only, without the table that names them all."""
    return model.model_copy(update={"fiches": names, "demarches_pilotes": None})


def _long():
    """Half of the sheets, the last one first, with the story of their project told three times."""
    model, fiches = collection_guide(PROJECT)
    names = model.fiches[::-2]
    told = {
        name: (fiche := fiches[name]).model_copy(
            update={"projet": fiche.projet.model_copy(update={"genese": [*fiche.projet.genese] * 3})}
        )
        for name in names
    }
    return PROJECT, _reduced(model, names), told


GUIDES = {"project": _as_it_is, "pictures": _pictures, "one sheet": _one, "long sheets": _long}


@pytest.fixture(scope="session", params=GUIDES)
def guide(request, tmp_path_factory):
    required(find_libreoffice)
    return laid_out(*GUIDES[request.param](), tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def project_guide_laid_out(tmp_path_factory):
    required(find_libreoffice)
    return laid_out(*_as_it_is(), tmp_path_factory.mktemp("libreoffice"))


def _plain(text):
    return "".join(re.findall(r"\w+", text.replace("\u00ad", "")))


def test_every_page_number_is_that_of_the_page_where_its_title_stands(guide):
    assert guide.titles
    for name, page in guide.shown:
        assert _plain(guide.titles[name]) in _plain(guide.pages[page - 1]), name


def test_sheets_are_numbered_as_their_folios(guide):
    """The page's own number, as a reader sees it at its foot."""
    for _, page in guide.shown:
        assert re.search(rf"(?<!\d){page}\s*$", guide.pages[page - 1]) or str(page) in guide.pages[page - 1].split()


def test_every_word_is_there(guide, pdftotext):
    wanted, found = Counter(words(docx_text(guide.content))), Counter(guide.words(pdftotext))
    assert dict(wanted - found) == {}


def test_every_link_is_there(guide):
    relations = part(guide.content, "word/_rels/document.xml.rels")
    targets = (found.get("Target") for found in relations if found.get("TargetMode") == "External")
    inside, outside = guide.links
    assert {target.rstrip("/") for target in targets} <= {address.rstrip("/") for address in outside}
    assert inside >= len({name for name, _ in guide.shown})


def test_the_twelve_entries_of_the_contents_are_right(project_guide_laid_out, tmp_path):
    """Read once more, by the file's own bookmarks, as « --pagination libreoffice » does."""
    guide = project_guide_laid_out
    with fonts_of(PROJECT, tmp_path):
        pages = pages_in_libreoffice(guide.content)
    assert [pages[name] for name, _ in guide.shown[:12]] == [page for _, page in guide.shown[:12]]
    renumbered = word.renumbered(guide.content, pages)
    assert docx_text(renumbered) == docx_text(guide.content)


def test_margins_of_four_per_cent_are_left(project_guide_laid_out):
    assert min(min(safety.shrinks, safety.grows) for safety in project_guide_laid_out.safeties) >= 0.04
