import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from printing.conftest import Printed
from printing.test_imposition import numbered
from terrinclus_publish.build.copies import CopyWish
from terrinclus_publish.printing import CopyWriter, Stamp, read_recipients

CSV = "Nom;Service;Ville\nAïcha Œuvre-Été;Direction des solidarités;L’Haÿ-les-Roses\n;;\nJosé Ñandú;;\n"


@pytest.fixture
def recipients(tmp_path):
    file = tmp_path / "invites.csv"
    file.write_text(CSV, "utf-8-sig")
    return read_recipients(file)


@pytest.fixture
def copied(wish, tmp_path):
    """Copies of the first sheet."""

    def make(copies, **changes):
        changed = replace(wish, output=tmp_path / "out", documents=wish.documents[1:2], copies=copies, **changes)
        return sorted((Printed(changed).folder / "exemplaires").glob("*.pdf"))

    return make


def texts(file):
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)]


def test_each_copy_bears_its_number_once(copied):
    [file] = copied(CopyWish(7, as_booklet=False))
    pages = texts(file)
    assert len(pages) % 7 == 0
    length = len(pages) // 7
    for number in range(7):
        own = pages[number * length : (number + 1) * length]
        assert [f"Exemplaire n° {number + 1} sur 7" in page for page in own] == [False] * (length - 1) + [True]


def test_recipients_come_in_order_and_the_others_have_a_number_only(copied, recipients):
    [file] = copied(CopyWish(3, recipients, as_booklet=False))
    last = [text for text in texts(file) if "Exemplaire" in text and "sur 3" in text]
    assert len(last) == 3
    assert "Aïcha Œuvre-Été" in last[0] and "L’Haÿ-les-Roses" in last[0]
    assert "José Ñandú" in last[1] and "solidarités" not in last[1].split("sur 3")[1]
    assert last[2].strip().endswith("sur 3")


def test_copies_of_a_booklet_bear_the_number_on_the_last_page_of_the_folded_booklet(copied):
    [file] = copied(CopyWish(2))
    document = pypdfium2.PdfDocument(file)
    length = len(document) // 2
    for copy in range(2):
        page = document[copy * length]
        width, height = page.get_size()
        left = page.get_textpage().get_text_bounded(0, 0, width / 2, height)
        assert f"n° {copy + 1} sur 2" in left


def test_copies_may_be_files_of_their_own(copied):
    files = copied(CopyWish(12, one_file_each=True))
    assert [file.stem[-3:] for file in files] == [f"-{number:02d}" for number in range(1, 13)]
    for number, file in enumerate(files, 1):
        with pikepdf.open(file) as pdf:
            assert len(pdf.pages) == 4
        assert sum(f"n° {number} sur 12" in text for text in texts(file)) == 1


def test_every_font_of_a_stamp_is_embedded_and_no_operator_is_in_rgb(copied, recipients):
    [file] = copied(CopyWish(2, recipients))
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            names = {str(operands[0]) for operands, operator in pikepdf.parse_content_stream(page, "Tf")}
            assert all("/FontFile2" in page.Resources.Font[name].FontDescriptor for name in names)
            assert not list(pikepdf.parse_content_stream(page, "rg RG"))


def test_what_memory_holds_does_not_grow_with_the_copies():
    """A hundred times as many copies: the writer keeps a few bytes for each object, not the pages."""

    class Counting(io.RawIOBase):
        length = 0

        def write(self, data):
            self.length += len(data)
            return len(data)

    import tracemalloc

    peaks = []
    for count in (20, 2000):
        out = Counting()
        tracemalloc.start()
        writer = CopyWriter(out, numbered(8))
        for _ in range(count):
            writer.add(Stamp(7, b"q Q"))
        writer.close()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert out.length > 2_000_000
    assert peaks[1] - peaks[0] < 1_200_000


def test_many_copies_are_one_sound_file():
    out = io.BytesIO()
    writer = CopyWriter(out, numbered(8))
    for number in range(300):
        writer.add(Stamp(7, f"q 1 0 0 1 {number} 0 cm Q".encode()))
    writer.close()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        assert len(pdf.pages) == 2400
        assert not pdf.check_pdf_syntax()
