"""Where a line may end after a hyphen."""

import pytest

from terrinclus_publish.hyphens import BREAKABLE_HYPHEN


def test_a_compound_of_small_letters_may_be_cut_after_its_hyphen():
    assert [match.start() for match in BREAKABLE_HYPHEN.finditer("socio-éducatif")] == [6]


@pytest.mark.parametrize("word", ["Seine-Saint-Denis", "a-t-il", "2013-2016", "est-ce", "-ci", "rendez-"])
def test_names_numbers_and_short_words_are_not_cut(word):
    assert BREAKABLE_HYPHEN.search(word) is None
