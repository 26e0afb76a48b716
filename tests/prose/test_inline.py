import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets import marked
from terrinclus_publish.prose import Span, read_line, tidy, write_line


@pytest.mark.parametrize(
    ("spans", "line"),
    [
        ([Span("Trois "), Span("enjeux", bold=True)], "Trois **enjeux**"),
        ([Span("un mot", italic=True)], "*un mot*"),
        ([Span("le site", link="https://exemple.fr")], "[le site](https://exemple.fr)"),
        ([Span("Centro", language="es")], "[Centro]{lang=es}"),
        ([Span("à_bas et R&D, 3 < 4")], "à_bas et R&D, 3 < 4"),
        ([Span("*étoile*")], "\\*étoile\\*"),
        ([Span("un\ndeux")], "un\\\ndeux"),
        ([Span("gras "), Span("et penché", bold=True, italic=True)], "gras ***et penché***"),
    ],
)
def test_a_line_is_written_in_the_simplest_way(spans, line):
    assert write_line(spans) == line


@given(text=st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12))
@settings(deadline=None, derandomize=True)
def test_any_words_survive(text):
    assert read_line(write_line([Span(text)])) == tidy([Span(text)])


@given(line=marked())
@settings(deadline=None, derandomize=True)
def test_a_written_line_is_not_written_otherwise_the_next_time(line):
    once = write_line(read_line(line))
    assert read_line(once) == read_line(line)
    assert write_line(read_line(once)) == once


def test_emphasis_on_a_lone_sign_is_given_up_not_the_sign():
    line = write_line([Span("mot"), Span("(", bold=True), Span("suite")])
    assert "".join(span.text for span in read_line(line)) == "mot(suite"
