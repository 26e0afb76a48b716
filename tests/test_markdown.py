"""Markdown of the sheets: what it knows, and what stays plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from terrinclus_publish.markdown import plain_text, render_blocks, render_inline
from terrinclus_publish.tree import VOCABULARY


def html(text):
    """The blocks of a text, without the line breaks between them."""
    return render_blocks(text, "f").replace("\n", "").replace(' data-champ="f"', "", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un **gras** et *ital*", "<p>un <strong>gras</strong> et <em>ital</em></p>"),
        ("__gras__ _ital_ ***les deux***", None),
        ("Un.\n\nDeux.", "<p>Un.</p><p>Deux.</p>"),
        ("[lien](https://exemple.fr/?a=1&b=2)", '<p><a href="https://exemple.fr/?a=1&amp;b=2">lien</a></p>'),
        ("- un\n- deux", "<ul><li><p>un</p></li><li><p>deux</p></li></ul>"),
        ("- un\n\n- deux", "<ul><li><p>un</p></li><li><p>deux</p></li></ul>"),
        ("- un\n  - sous", "<ul><li><p>un</p><ul><li><p>sous</p></li></ul></li></ul>"),
        ("- un\n\n  suite", "<ul><li><p>un</p><p>suite</p></li></ul>"),
        ("1. un\n2. deux", "<ol><li><p>un</p></li><li><p>deux</p></li></ol>"),
        ("un\\\ndeux", "<p>un<br />deux</p>"),
        (r"\*littéral\*", "<p>*littéral*</p>"),
        ("[Centro superior]{lang=es}", '<p><span lang="es">Centro superior</span></p>'),
    ],
)
def test_markdown_that_is_known(text, expected):
    if expected is None:
        assert "<strong>gras</strong> <em>ital</em>" in html(text)
    else:
        assert html(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Titre",
        "Titre\n=====",
        "> citation",
        "```\ncode\n```",
        "`code`",
        "---",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "~~barré~~",
        "[lien][ref]",
        "[ref]: https://exemple.fr",
        "https://exemple.fr",
        "<b>gras</b>",
        "<!-- rien -->",
        "<https://exemple.fr>",
        "&eacute; &lt;",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "{.note}",
    ],
)
def test_markdown_that_is_not_known_stays_as_it_is_written(text):
    (paragraph,) = etree.fromstring(f"<div>{render_blocks(text, 'f')}</div>")
    assert (paragraph.tag, paragraph.text, len(paragraph)) == ("p", text, 0)


@pytest.mark.parametrize(
    "attributes",
    ["lang=es .rouge #ici", "lang=es onclick=x", 'lang=es style="x"', "lang=es data-champ=faux class=x id=y"],
)
def test_a_passage_keeps_its_language_and_no_other_attribute(attributes):
    assert html(f"[mots]{{{attributes}}}") == '<p><span lang="es">mots</span></p>'


def test_an_attribute_cannot_leave_its_quotes():
    hostile = render_inline('[x]{lang="a&quot;><script>y</script>"}')
    span = etree.fromstring(f"<p>{hostile}</p>")
    assert not list(span.iter("script"))


def test_attributes_belong_to_passages_only():
    assert html("texte {lang=es}") == "<p>texte {lang=es}</p>"
    assert html("{lang=es}\ntexte").startswith("<p>{lang=es}")


def test_the_field_goes_to_the_first_block_only():
    blocks = etree.fromstring(
        f"<div>{render_blocks('Un.' + chr(10) * 2 + '- deux', 'aude:projet.genese.0.texte')}</div>"
    )
    assert [block.get("data-champ") for block in blocks] == ["aude:projet.genese.0.texte", None]


def test_a_line_makes_no_block():
    assert render_inline("- un **point**") == "- un <strong>point</strong>"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("des *jardins* & des **fleurs**", "des jardins & des fleurs"),
        ("[lien](https://exemple.fr)", "lien"),
        ("[Centro]{lang=es} <b>", "Centro <b>"),
        ("un\ndeux", "un deux"),
        ("un\\\ndeux", "un deux"),
        (r"5 \* 3", "5 * 3"),
    ],
)
def test_plain_text_is_without_markup(text, plain):
    assert plain_text(text) == plain


signs = st.text(st.sampled_from(list("ab é*_[](){}=<>&\"'`#-+1.)\\\n|!~:/")), min_size=1, max_size=60)


@given(signs)
def test_any_text_gives_well_formed_known_elements(text):
    tree = etree.fromstring(f"<div>{render_blocks(text, 'f')}<p>{render_inline(text)}</p></div>")
    allowed = {"lang", "href", "data-champ", "title", "start"}
    for element in tree.iter():
        assert element.tag in VOCABULARY
        assert set(element.attrib) <= allowed


@given(st.text(st.sampled_from("aé «»'’.,;:\n!?"), min_size=1, max_size=60))
def test_words_are_never_lost(text):
    tree = etree.fromstring(f"<div>{render_blocks(text, 'f')}</div>")
    assert "".join("".join(tree.itertext()).split()) == "".join(text.split())
