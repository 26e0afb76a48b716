"""What Ghostscript sees in print copies: which inks each page lays, how far they reach, the profile of scribus-data."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from printing.conftest import Printed, wish_for

from referees.tools import MissingToolError, find_program, required
from terrinclus_publish.printing.profiles import SYSTEM_PROFILES, find_condition

MM = 72 / 25.4
TOLERANCE = 0.2
"""Points: what the device's pixels round."""


@pytest.fixture(scope="session")
def ghostscript() -> str:
    return required(lambda: find_program("gs", "ghostscript"))


def system_profile() -> Path:
    if not SYSTEM_PROFILES[0].is_file():
        raise MissingToolError("ISOcoated_v2_300_bas.icc", "apt-get install scribus-data")
    return SYSTEM_PROFILES[0]


@pytest.fixture(scope="session")
def wish(project, tmp_path_factory):
    condition = find_condition(required(system_profile))
    wish = wish_for(project, tmp_path_factory.mktemp("print"), condition)
    return replace(wish, documents=wish.documents[:2])


@pytest.fixture(scope="session")
def printed(wish) -> Printed:
    return Printed(wish)


@pytest.fixture(scope="session")
def economical(wish, tmp_path_factory) -> Printed:
    return Printed(replace(wish, output=tmp_path_factory.mktemp("economy"), is_economical=True))


def run(program, *arguments):
    command = [program, "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=300, check=True, text=True)
    return done.stdout + done.stderr


def inks(program, file, *arguments, device="inkcov"):
    """The shares of each page that have cyan, magenta, yellow and black; with « ink_cov », how much, per cent."""
    report = run(program, f"-sDEVICE={device}", "-o-", *arguments, str(file))
    rows = re.findall(r"^\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+CMYK OK", report, re.MULTILINE)
    return [tuple(map(float, row)) for row in rows]


def reach(program, file, *arguments):
    """The box of what is painted on each page, points."""
    report = run(program, "-sDEVICE=bbox", *arguments, str(file))
    rows = re.findall(r"%%HiResBoundingBox: (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+)", report)
    return [tuple(map(float, row)) for row in rows]


def test_the_systems_profile_is_one_of_fogra39(printed):
    assert printed.wish.condition.is_complete
    assert "FOGRA39" in printed.reports["guide-presse.pdf"].facts["Condition d'impression"]
    assert all(report.is_sound for report in printed.reports.values())


def test_opening_pages_reach_the_bleeds_end_and_text_pages_stay_inside(ghostscript, printed):
    """Seen through the bleed box, whose lower left corner is then the origin."""
    file = printed.file("guide-presse.pdf")
    found = reach(ghostscript, file, "-dUseBleedBox")
    with pikepdf.open(file) as pdf:
        left, foot, right, top = map(float, pdf.pages[0].BleedBox)
    width, height = right - left, top - foot
    opening = [
        box for box in found if box[0] < TOLERANCE and box[2] > width - TOLERANCE and box[3] > height - TOLERANCE
    ]
    assert len(opening) == 12
    assert all(box[1] > 10 * MM or box[1] == 0 for box in opening)


def test_marks_end_a_millimetre_from_the_sheets_edge(ghostscript, printed):
    file = printed.file("guide-presse.pdf")
    with pikepdf.open(file) as pdf:
        media = [float(edge) for edge in pdf.pages[0].MediaBox]
    for box in reach(ghostscript, file):
        assert box == pytest.approx((MM, MM, media[2] - MM, media[3] - MM), abs=0.5)


def test_blank_pages_lay_no_ink_inside_the_bleed(ghostscript, printed):
    shares = inks(ghostscript, printed.file("guide-presse.pdf"), "-dUseBleedBox", "-r36")
    blank = {number for number, share in enumerate(shares, 1) if not any(share)}
    with pikepdf.open(printed.file("guide-presse.pdf")) as pdf:
        untouched = {
            number
            for number, page in enumerate(pdf.pages, 1)
            if not list(pikepdf.parse_content_stream(page, "Tj TJ f"))
        }
    assert blank == untouched


def test_every_page_with_text_lays_more_black_than_its_dye_alone_would(ghostscript, printed):
    """Text is on the black plate: a page of plain text has black, and little of the other inks."""
    shares = inks(ghostscript, printed.file("guide-presse.pdf"), "-dUseBleedBox", "-r36")
    plain = shares[2]
    assert plain[3] > 0.02
    assert max(plain[:3]) < plain[3]


def test_the_economical_version_lays_black_alone_and_spares_most_of_the_ink(ghostscript, economical, printed):
    for name in ("guide-economique.pdf", "guide-livret-economique.pdf"):
        shares = inks(ghostscript, economical.file(name), "-r36")
        assert len(shares) > 40
        assert all(share[:3] == (0, 0, 0) for share in shares)
    spared = inks(ghostscript, economical.file("guide-economique.pdf"), "-r50", device="ink_cov")
    full = inks(ghostscript, printed.file("guide-presse.pdf"), "-r50", "-dUseTrimBox", device="ink_cov")
    assert sum(map(sum, spared)) / len(spared) < 0.5 * sum(map(sum, full)) / len(full)
