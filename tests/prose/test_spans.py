from terrinclus_publish.prose import Span, tidy


def test_a_word_cut_into_runs_is_one_span():
    assert tidy([Span("terri", bold=True), Span("toire", bold=True)]) == (Span("territoire", bold=True),)


def test_nobody_sees_a_bold_space():
    assert tidy([Span("a "), Span(" b", bold=True)]) == (Span("a "), Span("b", bold=True))
    assert tidy([Span("a", bold=True), Span(" "), Span("b", bold=True)]) == (Span("a b", bold=True),)


def test_spaces_at_the_ends_and_around_breaks_go():
    assert tidy([Span("  a \n b  ")]) == (Span("a\nb"),)


def test_no_break_spaces_are_kept():
    assert tidy([Span("10\u00a0%")]) == (Span("10\u00a0%"),)
