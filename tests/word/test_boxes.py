"""Boxes: runs of bordered paragraphs with one outer edge, a title that is a heading, neighbours that stay apart."""

import pytest

from word.extract import W, paragraph_text, value

KINDS = ("Encadre", "Regard", "Paroles")


def styles_of_box(file, kind):
    return [
        style
        for style in file.part("word/styles.xml").iter(f"{W}style")
        if style.get(f"{W}styleId").startswith(kind) and style.get(f"{W}type") == "paragraph"
    ]


def borders(paragraph, style):
    own = {border.tag: border for border in style.findall(f"{W}pPr/{W}pBdr/*")}
    own.update({border.tag: border for border in paragraph.findall(f"{W}pPr/{W}pBdr/*")})
    return {tag: tuple(sorted(border.items())) for tag, border in own.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_all_paragraphs_of_a_box_have_the_same_outer_edge_and_borders(sheet, kind):
    edges, frames = set(), set()
    for style in styles_of_box(sheet, kind):
        indent = style.find(f"{W}pPr/{W}ind")
        if indent is None:  # as in the style that it is based on
            indent = sheet.style(value(style.find(f"{W}basedOn"))).find(f"{W}pPr/{W}ind")
        edges.add(int(indent.get(f"{W}left")) - int(indent.get(f"{W}hanging") or 0))
        frames.add(tuple(tuple(sorted(border.items())) for border in style.findall(f"{W}pPr/{W}pBdr/*")))
    assert max(edges) - min(edges) <= 1  # twips
    assert len(frames) == 1


def test_a_box_is_no_table(sheet):
    for kind in KINDS:
        for style in styles_of_box(sheet, kind):
            for paragraph in sheet.paragraphs(style.get(f"{W}styleId")):
                assert paragraph.getparent().tag == f"{W}body"


def test_two_boxes_in_a_row_have_borders_of_different_colours(sheet):
    first, second = sheet.paragraphs("EncadreEtiquette")
    style = sheet.style("EncadreEtiquette")
    assert borders(first, style) != borders(second, style)


def test_the_label_stands_on_a_line_of_its_own_above_the_title(sheet):
    label = sheet.paragraphs("EncadreEtiquette")[0]
    assert paragraph_text(label) == "Encadré"
    assert paragraph_text(label.getnext()) == "Le réseau"
    assert value(label.getnext().find(f"{W}pPr/{W}pStyle")) == "EncadreTitre"


def test_words_of_a_person_stay_on_one_page_with_the_signature(sheet):
    (signature,) = sheet.paragraphs("ParolesSignature")
    (quotation,) = sheet.paragraphs("ParolesCitation")
    assert quotation.find(f"{W}pPr/{W}keepNext") is not None
    assert signature.find(f"{W}pPr/{W}keepNext") is None


def test_an_item_goes_on_within_the_box(sheet):
    (continued,) = sheet.paragraphs("EncadreSuite")
    assert paragraph_text(continued) == "et sa suite"
    assert paragraph_text(sheet.paragraphs("EncadrePuce2")[0]) == "plus bas"


def test_words_of_a_person_are_signed(sheet):
    assert [paragraph_text(p) for p in sheet.paragraphs("ParolesCitation")] == ["« Une question. »"]
    assert [paragraph_text(p) for p in sheet.paragraphs("ParolesSignature")] == ["Malek S., élu"]
