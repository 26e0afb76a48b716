"""The tree's closed list, and the white space that only lays out templates."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from terrinclus_publish.tree import (
    PHRASING,
    VOCABULARY,
    UnknownElementError,
    check_vocabulary,
    classes,
    text_of,
    tidy_spaces,
)


def tidied(source):
    tree = etree.fromstring(source)
    tidy_spaces(tree)
    return etree.tostring(tree, encoding="unicode")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>  un\n   deux  </p>", "<p>un deux</p>"),
        ("<p> <em> un </em> deux </p>", "<p><em>un </em>deux</p>"),
        ("<p>un <em> deux</em></p>", "<p>un <em>deux</em></p>"),
        ("<p>un<em> deux </em> </p>", "<p>un<em> deux</em></p>"),
        ("<p>un <br/> deux</p>", "<p>un<br/>deux</p>"),
        ("<p>un<em> </em><br/>deux</p>", "<p>un<em/><br/>deux</p>"),
        ("<section>\n  <p>un</p>\n  <p>deux</p>\n</section>", "<section><p>un</p><p>deux</p></section>"),
        ("<ul>\n <li>\n <p> a </p>\n </li>\n</ul>", "<ul><li><p>a</p></li></ul>"),
        ("<p>un\u00a0:\u202fdeux\u00a0</p>", "<p>un\u00a0:\u202fdeux\u00a0</p>"),
        ("<p><span> </span>x</p>", "<p><span/>x</p>"),
        ("<td> </td>", "<td/>"),
    ],
)
def test_white_space_of_templates_is_dropped(source, expected):
    assert (
        tidied(source).replace("<td></td>", "<td/>").replace("<em></em>", "<em/>").replace("<span></span>", "<span/>")
        == expected
    )


def test_a_space_before_a_page_number_is_kept():
    tree = '<p><span>Titre</span> <span class="page" data-renvoi="x"/></p>'
    assert tidied(tree) == tree


def test_a_space_after_a_page_number_is_kept_inside_a_line():
    tree = '<p>voir <span class="page" data-renvoi="x"/> et suivantes</p>'
    assert tidied(tree) == tree


@pytest.mark.parametrize("source", ["<section>texte<p>un</p></section>", "<section><p>un</p>texte</section>"])
def test_text_beside_blocks_is_refused(source):
    with pytest.raises(UnknownElementError):
        tidy_spaces(etree.fromstring(source))


@pytest.mark.parametrize("source", ["<section><em>un</em><p>deux</p></section>", "<li><p>un</p><span>deux</span></li>"])
def test_phrasing_beside_blocks_is_refused(source):
    with pytest.raises(UnknownElementError):
        tidy_spaces(etree.fromstring(source))


spaces = st.sampled_from(["", " ", "  ", "\n ", "\t", "\u00a0", "a", " b", "c ", " d  e "])


@st.composite
def phrasing(draw, depth=2):
    """A line with inline elements and white space of any kind."""
    pieces = [draw(spaces)]
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["em", "br", "page", "span"])) if depth else "br"
        if kind == "br":
            pieces.append("<br/>")
        elif kind == "page":
            pieces.append('<span class="page" data-renvoi="x"/>')
        else:
            pieces.append(f"<{kind}>{draw(phrasing(depth - 1))}</{kind}>")
        pieces.append(draw(spaces))
    return "".join(pieces)


@given(st.lists(phrasing(), min_size=1, max_size=3))
def test_tidying_twice_changes_nothing_more(lines):
    tree = etree.fromstring("<section>\n" + "\n".join(f"<p>{line}</p>" for line in lines) + " </section>")
    before = text_of(tree)
    tidy_spaces(tree)
    once = etree.tostring(tree)
    tidy_spaces(tree)
    assert etree.tostring(tree) == once
    assert re.sub(r"[ \n\t]", "", text_of(tree)) == re.sub(r"[ \n\t]", "", before)


@given(phrasing())
def test_no_two_ordinary_spaces_are_left(line):
    tree = etree.fromstring(f"<p>{line}</p>")
    tidy_spaces(tree)
    seen = "".join("§" if e.get("data-renvoi") else "" for e in tree.iter())
    text = etree.tostring(tree, encoding="unicode")
    bare = re.sub(r"<span class=\"page\"[^>]*>", "§", text)
    bare = re.sub(r"<(?!br)[^>]*>", "", bare)
    assert "  " not in bare
    assert bare.count("§") == len(seen)
    assert not re.search(r"<br/> | <br/>", bare)


# --- the closed list -------------------------------------------------------------------------------------------------


def test_an_unknown_element_is_refused_with_its_name():
    with pytest.raises(UnknownElementError) as caught:
        check_vocabulary(etree.fromstring("<section><table><col/></table></section>"))
    assert str(caught.value) == "col"
    assert (caught.value.element, caught.value.unknown_class) == ("col", None)


def test_an_unknown_class_is_refused_with_its_name():
    with pytest.raises(UnknownElementError, match=r"^p\.rouge$"):
        check_vocabulary(etree.fromstring('<p class="note rouge">x</p>'))


def test_a_class_belongs_to_its_element():
    check_vocabulary(etree.fromstring('<td class="montant">x</td>'))
    with pytest.raises(UnknownElementError):
        check_vocabulary(etree.fromstring('<p class="montant">x</p>'))


@pytest.mark.parametrize("source", ["<p><!-- x --></p>", "<p><?x y?></p>"])
def test_comments_and_instructions_are_refused(source):
    with pytest.raises(UnknownElementError):
        check_vocabulary(etree.fromstring(source))


def test_the_documentation_names_every_element_and_class():
    text = (Path(__file__).resolve().parents[1] / "docs" / "architecture.md").read_text("utf-8")
    tree = text[text.index("## The tree") :]
    words = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", tree))
    names = {name for element, found in VOCABULARY.items() for name in (element, *found)}
    headings = {"h4"}  # « h3–h5 »
    assert not names - words - headings


def test_phrasing_is_part_of_the_list():
    assert set(VOCABULARY) >= PHRASING


def test_text_counts_a_line_break_as_a_space():
    assert text_of(etree.fromstring("<p>un<br/>deux <em>trois</em>.</p>")) == "un deux trois."


def test_classes_are_given_in_their_order():
    assert classes(etree.fromstring('<ul class="tuiles odd"/>')) == ["tuiles", "odd"]
    assert classes(etree.fromstring("<p/>")) == []
