"""Prints that differ from the usual one: without a profile, economical, other bindings and covers."""

from dataclasses import replace

import pikepdf
import pytest

from printing.conftest import Printed
from printing.walk import boxes, page_marks
from terrinclus_publish.build.printing import Told
from terrinclus_publish.pdf.pdfx import OutputCondition
from terrinclus_publish.printing import Binding

MM = 72 / 25.4


@pytest.fixture
def guide_with(wish, tmp_path):
    def make(**changes):
        return Printed(replace(wish, output=tmp_path, documents=wish.documents[:1], **changes))

    return make


def test_without_a_profile_the_file_is_in_inks_but_claims_nothing(guide_with):
    printed = guide_with(condition=OutputCondition("FOGRA39"))
    assert any("n'annoncent pas PDF/X-4" in event.text for event in printed.events if isinstance(event, Told))
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        assert b"GTS_PDFXVersion" not in pdf.Root.Metadata.read_bytes()
        assert "/DestOutputProfile" not in pdf.Root.OutputIntents[0]
        assert all(mark.fill[0] != "rg" for mark in page_marks(pdf.pages[6]))
    report = printed.reports["guide-presse.pdf"]
    assert report.is_sound and report.facts["Norme annoncée"] == "aucune"


def test_the_economical_version_is_black_and_one_grey(economical):
    greys = set()
    for file in economical.files:
        with pikepdf.open(file) as pdf:
            for page in pdf.pages:
                for mark in page_marks(page):
                    assert mark.fill[0] == "g" and mark.stroke[0] == "G"
                    greys |= {round(mark.fill[1], 2), round(mark.stroke[1], 2)}
    assert greys == {0.0, 0.66, 1.0}


def test_the_economical_version_has_no_bleed_and_no_large_solid(economical):
    """No filled rectangle that leaves ink is larger than a tenth of the page."""
    with pikepdf.open(economical.file("guide-economique.pdf")) as pdf:
        for page in pdf.pages:
            trim, bleed, media = boxes(page)
            assert trim == bleed == media
            for mark in page_marks(page):
                if mark.what == "f" and len(mark.points) == 2 and mark.fill[1] < 0.99:
                    (x1, y1), (x2, y2) = mark.points
                    assert abs((x2 - x1) * (y2 - y1)) < 0.1 * trim[2] * trim[3]


def test_the_economical_version_has_the_same_pages(economical, printed):
    from printing.test_press import page_texts

    plain, press = page_texts(economical.file("guide-economique.pdf")), page_texts(printed.file("guide-presse.pdf"))
    folios = range(1, len(plain) - 4)
    assert [plain[folio] for folio in folios] == [press[folio] for folio in folios]


def test_a_stapled_cover_has_a_fold_and_no_spine(guide_with):
    printed = guide_with(binding=Binding.STAPLED)
    assert any(
        "c'est beaucoup pour un cahier piqué" in event.text for event in printed.events if isinstance(event, Told)
    )
    with pikepdf.open(printed.file("couverture-presse.pdf")) as pdf:
        trim = boxes(pdf.pages[0])[0]
    assert (trim[2] - trim[0]) / MM == pytest.approx(420, abs=0.05)


def test_a_spirals_cover_is_two_pages(guide_with):
    with pikepdf.open(guide_with(binding=Binding.SPIRAL).file("couverture-presse.pdf")) as pdf:
        assert len(pdf.pages) == 2


def test_the_cover_may_be_included(guide_with):
    printed = guide_with(cover_is_apart=False)
    assert not printed.file("couverture-presse.pdf").exists()
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        assert len(pdf.pages) % 4 == 0


def test_five_millimetres_of_bleed_are_filled_to_their_end(guide_with):
    printed = guide_with(bleed=5.0)
    assert printed.reports["guide-presse.pdf"].is_sound
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        trim, bleed, _ = boxes(pdf.pages[6])
        assert (trim[0] - bleed[0]) / MM == pytest.approx(5, abs=0.01)
        fills = (mark for page in pdf.pages[:12] for mark in page_marks(page) if mark.what == "f")
        reach = max(x for mark in fills for x, _ in mark.points)
    assert reach == pytest.approx(bleed[2], abs=0.02)


def test_a_reduced_booklet_stands_on_a4(guide_with):
    with pikepdf.open(guide_with(is_reduced=True).file("guide-livret.pdf")) as pdf:
        assert [float(edge) / MM for edge in pdf.pages[0].MediaBox[2:]] == pytest.approx((297, 210), abs=0.3)
