import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pdf.documents import guide

from printing.conftest import Printed
from printing.walk import boxes, page_marks
from terrinclus_publish.preflight import Severity

TOLERANCE = 0.02
BLACK = ("k", 0.0, 0.0, 0.0, 1.0)


@pytest.fixture(params=["project", "example"])
def every_file(request, printed, printed_example):
    return {"project": printed, "example": printed_example}[request.param].files


def shop_pages(printed):
    for name in ("guide-presse.pdf", "couverture-presse.pdf"):
        with pikepdf.open(printed.file(name)) as pdf:
            yield from ((name, number, page) for number, page in enumerate(pdf.pages, 1))


def folded(text):
    return "".join(re.sub(r"[\s\u00ad\u2060\ufffe\x02-]", "", text))


def page_texts(source):
    return [folded(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(source)]


def text_lefts(page):
    """The left edges of a page's runs of text."""
    text = page.get_textpage()
    return [text.get_rect(index)[0] for index in range(text.count_rects())]


def theme_colours(theme):
    """Every CMYK value that the theme gives, or mixes from what it gives."""
    own = [colour.cmjn for colour in (*theme.couleurs.values(), *theme.nuancier)]
    values = [*own, *(dye.cmjn_trame for dye in theme.nuancier)]
    values += [mix.of_inks(colour) for mix in theme.melanges.values() for colour in own]
    return {tuple(round(percent / 100, 2) for percent in value) for value in values}


def test_preflight_finds_no_error_in_any_file(printed, economical):
    for reports in (printed.reports, economical.reports):
        assert len(reports) >= 15
        for name, report in reports.items():
            assert report.is_sound, (name, report.findings)


def test_preflight_tells_of_the_examples_coarse_pictures_and_of_no_other_error(printed_example):
    found = {finding.code for finding in printed_example.reports["guide-presse.pdf"].of(Severity.ERROR)}
    assert found == {"image-resolution"}


def test_no_operator_and_no_picture_is_in_rgb(every_file):
    kinds = set()
    for file in every_file:
        with pikepdf.open(file) as pdf:
            for page in pdf.pages:
                for mark in page_marks(page):
                    assert mark.fill[0] != "rg" and mark.stroke[0] != "RG", file.name
                    kinds.add(mark.what)
    assert {"text", "f"} <= kinds
    assert not {kind for kind in kinds if kind.startswith("/")} - {"/DeviceCMYK"}


def test_the_pictures_of_the_example_are_in_inks(printed_example):
    with pikepdf.open(printed_example.file("guide-presse.pdf")) as pdf:
        found = [mark.what for page in pdf.pages for mark in page_marks(page)]
    assert "/DeviceCMYK" in found


def test_colours_are_those_of_the_theme(printed, project_theme):
    known = theme_colours(project_theme)
    for name, number, page in shop_pages(printed):
        for mark in page_marks(page):
            if mark.fill[0] == "k":
                assert tuple(round(value, 2) for value in mark.fill[1:]) in known, (name, number, mark.fill)


def test_boxes_are_nested_and_hold_three_millimetres_of_bleed(printed):
    for name, number, page in shop_pages(printed):
        trim, bleed, media = boxes(page)
        for inner, outer in ((trim, bleed), (bleed, media)):
            assert inner[0] > outer[0] and inner[1] > outer[1] and inner[2] < outer[2] and inner[3] < outer[3]
        assert trim[0] - bleed[0] == pytest.approx(3 * 72 / 25.4, abs=TOLERANCE), (name, number)


def test_nothing_but_marks_stands_outside_the_bleed(printed):
    for name, number, page in shop_pages(printed):
        _, bleed, _ = boxes(page)
        marks = 0
        for mark in page_marks(page):
            xs, ys = zip(*mark.points, strict=True)
            inside = min(xs) >= bleed[0] - TOLERANCE and max(xs) <= bleed[2] + TOLERANCE
            inside = inside and min(ys) >= bleed[1] - TOLERANCE and max(ys) <= bleed[3] + TOLERANCE
            is_mark = mark.what == "S" and mark.stroke == ("SCN", 1.0)
            outside = max(xs) < bleed[0] or min(xs) > bleed[2] or max(ys) < bleed[1] or min(ys) > bleed[3]
            assert outside if is_mark else inside, (name, number, mark)
            marks += is_mark
        assert marks >= 8


def test_black_text_is_black_alone_and_overprints_and_nothing_else_does(printed):
    count = 0
    for name, number, page in shop_pages(printed):
        for mark in page_marks(page):
            is_black_text = mark.what == "text" and mark.fill == BLACK
            assert mark.overprints == is_black_text, (name, number, mark)
            count += is_black_text
    assert count > 1000


def test_the_file_declares_pdf_x_4_with_its_profile(printed, condition):
    for name in ("guide-presse.pdf", "couverture-presse.pdf"):
        with pikepdf.open(printed.file(name)) as pdf:
            assert pdf.pdf_version == "1.6"
            [intent] = pdf.Root.OutputIntents
            assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "FOGRA39")
            assert intent.DestOutputProfile.read_bytes() == condition.profile
            assert pdf.docinfo["/Trapped"] == "/False"
            assert "/ID" in pdf.trailer
            with pdf.open_metadata() as xmp:
                assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
                assert xmp["pdf:Trapped"] == "False" and xmp["dc:title"] == str(pdf.docinfo["/Title"])
                assert xmp["xmpMM:DocumentID"].startswith("uuid:")
            assert not [page for page in pdf.pages if "/Annots" in page]
            assert "/StructTreeRoot" not in pdf.Root and "/Outlines" not in pdf.Root


def test_every_font_is_embedded(printed):
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        fonts = pdf.pages[6].Resources.Font
        assert len(fonts) > 4
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())


def test_the_pages_say_what_the_screen_says_under_the_same_folios(printed, project):
    screen = page_texts(guide(project).content)
    inside = page_texts(printed.file("guide-presse.pdf"))
    assert len(inside) % 4 == 0
    assert inside[: len(screen) - 1] == screen[:-1]
    assert not any(inside[len(screen) - 1 :])
    [cover] = page_texts(printed.file("couverture-presse.pdf"))
    assert screen[-1] in cover and screen[0] in cover


def test_sheets_open_on_right_hand_pages(printed, project_theme):
    opening = {tuple(round(percent / 100, 2) for percent in dye.cmjn) for dye in project_theme.nuancier}
    found = []
    for name, number, page in shop_pages(printed):
        trim = boxes(page)[0]
        wide = [
            mark
            for mark in page_marks(page)
            if mark.what == "f"
            and mark.fill[1:] in opening
            and len(mark.points) == 2
            and mark.points[1][0] - mark.points[0][0] > trim[2] - trim[0]
        ]
        if name == "guide-presse.pdf" and wide:
            found.append(number)
    assert len(found) == 12
    assert all(number % 2 == 1 for number in found)


def test_the_binding_moves_the_text_block_outwards_and_resizes_nothing(printed, project):
    """5 mm in dos carré: to the right on right-hand pages, to the left on left-hand ones."""
    screen, press = (
        pypdfium2.PdfDocument(source) for source in (guide(project).content, printed.file("guide-presse.pdf"))
    )
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        left_edge = float(pdf.pages[0].TrimBox[0])
    for number, shift in ((2, 5), (1, -5)):
        lefts = [text_lefts(doc[number]) for doc in (screen, press)]
        moved = {round(two - left_edge - one, 1) for one, two in zip(*lefts, strict=True)}
        assert moved == {round(shift * 72 / 25.4, 1)}


def test_the_cover_is_as_wide_as_two_pages_and_the_spine(printed):
    with (
        pikepdf.open(printed.file("couverture-presse.pdf")) as pdf,
        pikepdf.open(printed.file("guide-presse.pdf")) as body,
    ):
        trim = boxes(pdf.pages[0])[0]
        leaves = len(body.pages) / 2
    assert (trim[2] - trim[0]) / 72 * 25.4 == pytest.approx(2 * 210 + leaves * 0.1125, abs=0.02)


def test_the_same_wish_gives_the_same_bytes(wish, printed, tmp_path):
    again = Printed(replace(wish, output=tmp_path, documents=wish.documents[:1]))
    for file in again.files:
        assert file.read_bytes() == printed.file(file.name).read_bytes()
