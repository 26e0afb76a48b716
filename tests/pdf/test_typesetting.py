"""How text is set over the project's sheets: lines, cuts between pages, length; and that it is always the same."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from math import sqrt
from pathlib import Path
from statistics import fmean, pstdev

import pytest

from pdf.content import Shown
from pdf.documents import documents, guide, justified, sheets
from pdf.structure import HEADINGS
from pdf.tagged import INLINE, Content, Node, TaggedFile
from terrinclus_publish.collection import Collection
from terrinclus_publish.pdf.document import lay_out
from terrinclus_publish.pdf.paragraph import Line, Paragraph
from terrinclus_publish.pdf.text import Word
from terrinclus_publish.theme import load_theme

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "fixtures" / "collection"


@pytest.fixture(scope="module")
def justified_project(tmp_path_factory) -> Collection:
    return justified(Collection(ROOT), tmp_path_factory.mktemp("justified"))


# --- lines -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Set:
    """A paragraph of running text as it was set; its measure in points."""

    lines: list[Line]
    measure: float

    @property
    def words(self) -> list[Word]:
        return [word for line in self.lines for word in line.words]


def running_text(collection: Collection) -> list[Set]:
    """The paragraphs of the sheets in the styles of running text; those that are cut between pages are whole again."""
    theme = load_theme(collection)
    styles = [theme.styles[name] for name in theme.texte.styles]
    found: dict[object, Set] = {}
    for document in sheets(collection):
        for page in lay_out(document.tree, theme, collection):
            for block, _ in page.block.walk() if page.block is not None else ():
                if isinstance(block, Paragraph) and block.style in styles and block.element is not None:
                    found.setdefault((block.element, block.role), Set([], block.width)).lines.extend(block.lines)
    return [paragraph for paragraph in found.values() if paragraph.lines]


def greedy(words: Sequence[Word], measure: float) -> list[list[Word]]:
    """The lines that a breaker makes which fills each as far as it can."""
    lines: list[list[Word]] = [[]]
    for word in words:
        line = lines[-1]
        if line and (line[-1].forced or length([*line, word]) > measure):
            lines.append([word])
        else:
            line.append(word)
    return lines


def length(words: Sequence[Word]) -> float:
    return sum(word.width + word.space for word in words) - words[-1].space + words[-1].hyphen


def lengths(lines: Sequence[Sequence[Word]], measure: float) -> list[float]:
    """The lengths of the lines that could be longer, as shares of the measure: neither the last nor forced ones."""
    return [length(line) / measure for line in lines[:-1] if not line[-1].forced]


def spread(paragraphs: Sequence[Sequence[float]]) -> float:
    """How far lines are from the mean length of their paragraph: the root of the mean square."""
    compared = [found for found in paragraphs if len(found) > 1]
    squares = [(one - fmean(found)) ** 2 for found in compared for one in found]
    return sqrt(fmean(squares))


def test_the_right_edge_is_a_quarter_more_even_than_a_greedy_breakers(capsys):
    paragraphs = running_text(Collection(ROOT))
    ours = [lengths([line.words for line in found.lines], found.measure) for found in paragraphs]
    theirs = [lengths(greedy(found.words, found.measure), found.measure) for found in paragraphs]
    ratio = spread(ours) / spread(theirs)
    lines = sum(len(found.lines) for found in paragraphs)
    overall = pstdev(chain(*ours)) / pstdev(chain(*theirs))
    with capsys.disabled():
        print(
            f"\nragged, {len(paragraphs)} paragraphs, {lines} lines: spread {spread(ours):.4f} of the measure, "
            f"greedy {spread(theirs):.4f}, ratio {ratio:.2f} (all lines together: {overall:.2f})"
        )
    assert ratio <= 0.75
    assert lines <= sum(len(greedy(found.words, found.measure)) for found in paragraphs)


def test_justified_spaces_are_at_most_two_fifths_and_twice_their_width(justified_project, capsys):
    widest, short, lines = 1.0, 0, 0
    for paragraph in running_text(justified_project):
        for line in paragraph.lines:
            spaces = [word.space for word in line.words[:-1] if word.space]
            widest = max([widest, *((space + line.stretch) / space for space in spaces)])
            lines += 1
            short += line.stretch > 0 and paragraph.measure - line.width - len(spaces) * line.stretch > 0.5
    with capsys.disabled():
        print(f"\njustified, {lines} lines: widest space {widest:.2f} × its width; {short} lines end short instead")
    assert 1 < widest <= 2.2 + 1e-6
    assert short < lines * 0.025


def test_a_line_of_running_text_holds_between_55_and_80_signs(capsys):
    signs: dict[int, list[int]] = {}
    for paragraph in running_text(Collection(ROOT)):
        for line in paragraph.lines[:-1]:
            text = sum(len(glyphs.text) for word in line.words for _, glyphs in word.pieces)
            signs.setdefault(round(paragraph.measure), []).append(text + sum(1 for w in line.words[:-1] if w.space))
    means = {measure: fmean(found) for measure, found in signs.items()}
    with capsys.disabled():
        print("\nsigns a line:", ", ".join(f"{mean:.0f} in {measure} pt" for measure, mean in sorted(means.items())))
    assert all(55 <= mean <= 80 for mean in means.values())


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["project", "example", "justified"])
def files(request) -> dict[str, TaggedFile]:
    """Every document of a collection, read back."""
    if request.param == "justified":
        collection = request.getfixturevalue("justified_project")
    else:
        collection = Collection({"project": ROOT, "example": EXAMPLE}[request.param])
    return {document.name: TaggedFile(document.content) for document in documents(collection)}


def test_the_guide_stays_within_96_pages(capsys):
    pages = len(TaggedFile(guide(Collection(ROOT)).content).pages)
    with capsys.disabled():
        print(f"\nthe guide has {pages} pages")
    assert 60 < pages <= 96


def own_texts(file: TaggedFile, node: Node) -> Iterator[Shown]:
    """The texts of an element itself, phrasing included, without those of blocks in it."""
    for kid in node.kids:
        if isinstance(kid, Content):
            yield from file.texts_of(kid)
        elif isinstance(kid, Node) and kid.kind in INLINE:
            yield from own_texts(file, kid)


def lines_by_page(file: TaggedFile, node: Node) -> dict[int, int]:
    """How many lines an element has on each page; a raised sign belongs to its line."""
    counts = {}
    for page, run in groupby(own_texts(file, node), key=lambda text: text.page):
        feet = sorted({(text.box[1], text.size) for text in run})
        counts[page] = 1 + sum(foot - below > size for (below, _), (foot, size) in pairwise(feet))
    return counts


def test_no_line_of_a_paragraph_stands_alone_on_a_page(files):
    alone = [
        (name, page + 1, file.text(node)[:60])
        for name, file in files.items()
        for node in file.nodes("P", "LBody", "BlockQuote")
        for page, count in lines_by_page(file, node).items()
        if count < 2 and len(lines_by_page(file, node)) > 1
    ]
    assert alone == []


def test_no_heading_stands_at_the_foot_of_a_page(files):
    left = []
    for name, file in files.items():
        headings = {content: node for node in file.nodes(*HEADINGS) for content in node.contents()}
        order = [content for root in file.roots for content in root.contents()]
        for content, following in pairwise(order):
            if content in headings and following.page != content.page:
                left.append((name, content.page + 1, file.text(headings[content])))
    assert left == []


def test_no_row_of_a_table_is_cut(files):
    cut = [
        (name, file.text(row))
        for name, file in files.items()
        for row in file.nodes("TR")
        if len({content.page for content in row.contents()}) > 1
    ]
    assert cut == []


# --- always the same -------------------------------------------------------------------------------------------------


def made_elsewhere(folder: Path, seed: str, zone: str) -> dict[str, bytes]:
    """The PDF files of a copy of the invented collection, made by another process."""
    shutil.copytree(EXAMPLE, folder)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    for command in ("render", "guide"):
        arguments = [command, "--format", "pdf", "--collection", str(folder)]
        program = [sys.executable, "-m", "terrinclus_publish", *arguments]
        subprocess.run(program, env=environment, capture_output=True, check=True, timeout=120)
    return {file.name: file.read_bytes() for file in (folder / "output").rglob("*.pdf")}


def test_two_processes_make_the_same_bytes_in_two_folders(tmp_path):
    one = made_elsewhere(tmp_path / "ici", "1", "UTC")
    other = made_elsewhere(tmp_path / "un autre dossier" / "là", "2", "Asia/Tokyo")
    assert set(one) == {"port-exemple.pdf", "ville-modele.pdf", "guide.pdf"}
    assert one == other


def test_every_document_of_a_copy_elsewhere_has_the_same_bytes(tmp_path):
    shutil.copytree(ROOT / "sheets", tmp_path / "sheets")
    copies = {document.name: document.content for document in documents(Collection(tmp_path))}
    assert {document.name: document.content for document in documents(Collection(ROOT))} == copies
