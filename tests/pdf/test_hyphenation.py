"""Where words may be cut: as LibreOffice's dictionaries say, which pyphen reads in its own way."""

import re
from itertools import pairwise

import pyphen
import pytest

from terrinclus_publish.pdf.hyphenation import LEFT, RIGHT, cutter

FRENCH = "coopération démocratie départements méthodologique sensibilisation aujourd'hui chef-d'œuvre bibliothèque eau"
TEXTS = {
    "fr": FRENCH,
    "de": "zusammenarbeit städtepartnerschaft entwicklungshilfe",
    "es": "cooperación descentralizada ciudadanía",
    "hu": "együttműködés asszonnyal",
}


@pytest.mark.parametrize("language", TEXTS)
def test_words_are_cut_where_pyphen_cuts_them(language):
    pieces, dictionary = cutter(language), pyphen.Pyphen(lang=language, left=LEFT, right=RIGHT)
    for word in TEXTS[language].split():
        places = [0, *dictionary.positions(word), len(word)]
        assert list(pieces(word)) == [word[start:end] for start, end in pairwise(places)]


def test_the_words_of_the_sheets_are_cut_where_pyphen_cuts_them(project):
    text = "\n".join(file.read_text("utf-8") for file in sorted(project.sheets.glob("*.yaml")))
    pieces, dictionary = cutter("fr"), pyphen.Pyphen(lang="fr", left=LEFT, right=RIGHT)
    words = set(re.findall(r"[a-zà-öø-ÿœæ]{6,}", text))
    assert len(words) > 2000
    assert not [word for word in words if len(pieces(word)) != len(dictionary.positions(word)) + 1]


def test_a_language_without_dictionary_has_no_cutter():
    assert cutter("tlh") is None
