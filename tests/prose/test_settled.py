import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets import WORDS
from terrinclus_publish.prose import Span, read_line, settled, settled_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("l’action et l'autre", "l'action et l'autre"),
        ("21\u202f170\u00a0€", "21 170 €"),
        ("Pourquoi\u202f?", "Pourquoi ?"),
        ("suite…", "suite..."),
        ("ODD4", "ODD 4"),
        ("2013–2016, un – deux", "2013-2016, un – deux"),
        ("mi\u00adlieu, porte\u2011monnaie", "milieu, porte-monnaie"),
    ],
)
def test_french_typography_is_written_with_the_signs_of_a_keyboard(written, plain):
    assert settled_text(written, "fr") == plain


@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
@settings(deadline=None, derandomize=True)
def test_settling_twice_gives_the_same_as_once(words):
    once = settled(read_line(" ".join(words)), "fr")
    assert settled(once, "fr") == once


def test_a_passage_in_another_language_keeps_its_signs():
    (span,) = settled((Span("¿ l’altre…?", language="es"),), "fr")
    assert span.text == "¿ l’altre…?"
