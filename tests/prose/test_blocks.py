from hypothesis import given, settings

from sheets import prose
from terrinclus_publish.prose import Mark, Paragraph, Span, read_blocks, write_blocks


def paragraph(text, kind=None, level=0, number=0):
    return Paragraph((Span(text),), Mark(kind, level, number) if kind else None)


def test_paragraphs_and_lists_are_parted_by_a_blank_line():
    written = write_blocks([paragraph("Un."), paragraph("a", "bullet"), paragraph("b", "bullet"), paragraph("Deux.")])
    assert written == "Un.\n\n- a\n- b\n\nDeux."


def test_an_item_keeps_its_second_paragraph_and_its_inner_list():
    items = [paragraph("a", "bullet"), paragraph("suite", "continued"), paragraph("b", "bullet", 1)]
    assert write_blocks(items) == "- a\n\n  suite\n\n  - b"
    assert read_blocks(write_blocks(items)) == items


def test_numbers_go_on_and_start_anew():
    items = [paragraph("a", "number", 0, 3), paragraph("b", "number", 0, 4), paragraph("c", "number", 0, 1)]
    assert write_blocks(items) == "3. a\n4. b\n1) c"
    assert read_blocks(write_blocks(items)) == items


def test_a_paragraph_that_looks_like_an_item_is_none():
    assert write_blocks([paragraph("2012. Une année")]) == "2012\\. Une année"
    assert read_blocks(write_blocks([paragraph("- tiret")])) == [paragraph("- tiret")]


def test_a_list_does_not_begin_at_the_second_level():
    assert write_blocks([paragraph("a", "bullet", 1)]) == "- a"


@given(text=prose())
@settings(deadline=None, derandomize=True)
def test_what_is_written_is_not_written_otherwise_the_next_time(text):
    once = write_blocks(read_blocks(text))
    assert read_blocks(once) == read_blocks(text)
    assert write_blocks(read_blocks(once)) == once
