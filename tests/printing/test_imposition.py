import io
import re

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from printing.fold import fold
from terrinclus_publish.printing import Booklet, impose
from terrinclus_publish.printing.folding import signatures

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)


def numbered(count, size=A4, bleed=0.0):
    """A PDF whose pages say their number in their middle."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(size[0] + 2 * bleed, size[1] + 2 * bleed), pageCompression=0)
    canvas.setTrimBox((bleed, bleed, size[0] + bleed, size[1] + bleed))
    for number in range(1, count + 1):
        canvas.drawCentredString(size[0] / 2 + bleed, size[1] / 2, str(number))
        canvas.showPage()
    canvas.save()
    return with_xmp(out.getvalue())


def with_xmp(content):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        with pdf.open_metadata() as xmp:
            xmp["dc:title"] = "Essai"
        pdf.save(out)
    return out.getvalue()


def halves(source):
    """The texts of the left and right halves of each page."""
    found = []
    for page in pypdfium2.PdfDocument(source):
        width, height = page.get_size()
        text = page.get_textpage()
        found.append([text.get_text_bounded(x, 0, x + width / 2, height) for x in (0, width / 2)])
    return found


@pytest.mark.parametrize(("pages", "most"), [(4, 48), (8, 48), (6, 48), (80, 48), (92, 48), (23, 8)])
def test_an_imposed_file_cut_and_folded_reads_from_first_to_last(pages, most):
    faces = [tuple(half.strip() for half in side) for side in halves(impose(numbered(pages), Booklet(most, 0.11)))]
    read = fold(faces, signatures(pages, most))
    assert read[:pages] == [str(number) for number in range(1, pages + 1)]
    assert not any(read[pages:])


def folio_of(text):
    """The folio at the foot: the last or, on left-hand pages too, the only line of digits alone near the foot."""
    lines = [line.strip() for line in text.splitlines()]
    return next((int(line) for line in reversed(lines) if re.fullmatch(r"\d{1,3}", line)), None)


def foot_halves(source):
    """The same for the lowest 18 mm of each half, where folios stand."""
    found = []
    for page in pypdfium2.PdfDocument(source):
        width, _ = page.get_size()
        text = page.get_textpage()
        found.append(tuple(folio_of(text.get_text_bounded(x, 0, x + width / 2, 18 * MM)) for x in (0, width / 2)))
    return found


def test_the_folios_of_the_printed_booklet_read_from_first_to_last(printed):
    faces = foot_halves(printed.file("guide-livret.pdf"))
    read = fold(faces, signatures(2 * len(faces), 48))
    folios = {place: folio for place, folio in enumerate(read, 1) if folio is not None}
    assert len(folios) > 70
    assert all(place == folio for place, folio in folios.items())


def test_every_sheets_leaflet_is_a_booklet_of_its_own(printed):
    leaflets = sorted((printed.folder / "fiches").glob("*-livret.pdf"))
    assert len(leaflets) == 12
    for leaflet in leaflets:
        faces = foot_halves(leaflet)
        assert len(faces) in (2, 4), leaflet.name
        read = [folio for folio in fold(faces, [2 * len(faces)]) if folio is not None]
        assert read == list(range(1, len(read) + 1)), leaflet.name


@pytest.mark.parametrize(("size", "sheet"), [(A4, (420, 297)), ((148 * MM, 210 * MM), (297, 210))])
def test_two_pages_stand_on_the_next_larger_iso_sheet(size, sheet):
    with pikepdf.open(io.BytesIO(impose(numbered(4, size), Booklet(48, 0.11)))) as pdf:
        found = [float(edge) / MM for edge in pdf.pages[0].MediaBox[2:]]
    assert found == pytest.approx(sheet, abs=0.3)


def test_reduced_pages_of_a4_stand_on_a4():
    with pikepdf.open(io.BytesIO(impose(numbered(4), Booklet(48, 0.11, 0.5**0.5)))) as pdf:
        found = [float(edge) / MM for edge in pdf.pages[0].MediaBox[2:]]
    assert found == pytest.approx((297, 210), abs=0.3)


def test_the_file_asks_for_both_sides_turned_on_the_short_edge():
    with pikepdf.open(io.BytesIO(impose(numbered(4), Booklet(48, 0.11)))) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"


def test_inner_sheets_move_towards_the_fold_by_the_papers_thickness():
    """The numbers stand in the middle of their pages; on sheet k they are k thicknesses nearer to the fold."""
    document = pypdfium2.PdfDocument(impose(numbered(16), Booklet(48, 0.2)))
    middles = []
    for page in document:
        text = page.get_textpage()
        rects = [text.get_rect(index) for index in range(text.count_rects())]
        middles.append([(rect[0] + rect[2]) / 2 for rect in rects])
    for depth in range(4):
        for side in middles[2 * depth : 2 * depth + 2]:
            gap = max(side) - min(side)
            assert gap / MM == pytest.approx(210 - 2 * 0.2 * depth, abs=0.35), depth
