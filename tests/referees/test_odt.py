"""OpenDocument texts beside the Word files that they come from: nothing that a reader needs is lost on the way."""

import io
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
import pytest
from lxml import etree
from pdf.documents import guide, sheets
from wishes import make, wish
from word.extract import W, paragraph_text, value
from word.structure import IDENTITY, Docx

from referees.tools import find_libreoffice, required
from terrinclus_publish import odt, word
from terrinclus_publish.build import Format, Made, Planned
from terrinclus_publish.collection import Collection
from terrinclus_publish.libreoffice import PDF, convert
from terrinclus_publish.odt.archive import read_archive
from terrinclus_publish.odt.names import qualified
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Element

LEVELS = 4


@dataclass(frozen=True)
class Both:
    """A document as a Word file, and as an OpenDocument text."""

    name: str
    title: str
    docx: bytes
    odt: bytes

    @cached_property
    def word(self) -> Docx:
        return Docx(self.docx)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        return read_archive(self.odt)

    def root(self, name: str) -> Element:
        return etree.fromstring(self.parts[f"{name}.xml"])

    @cached_property
    def content(self) -> Element:
        return self.root("content")


@pytest.fixture(scope="module", params=["sheet", "example", "guide"])
def both(request, project) -> Both:
    """A sheet of the project, a sheet with pictures, the guide."""
    required(find_libreoffice)
    example = Collection(project.root / "tests" / "fixtures" / "collection")
    collection = example if request.param == "example" else project
    document = guide(collection) if request.param == "guide" else sheets(collection)[-1]
    docx = word.render(document.tree, document.metadata, load_theme(collection), collection)
    return Both(document.name, document.metadata.title, docx, odt.from_word(docx))


def odt_text(element: Element) -> str:
    """The words of a paragraph; spaces, tabs and breaks are elements of their own."""
    signs = {qualified("text:tab"): "\t", qualified("text:s"): " ", qualified("text:line-break"): "\n"}
    pieces = [element.text or ""]
    for child in element:
        pieces.append(signs.get(str(child.tag)) or ("" if child.tag == qualified("draw:frame") else odt_text(child)))
        pieces.append(child.tail or "")
    return "".join(pieces)


def words(text: str) -> list[str]:
    """Words whatever hyphens and spaces they are told with."""
    return re.sub(r"[\u2011\u00ad]", "-", text).replace("\u00ad", "").split()


def test_every_word_is_there_in_order(both):
    said = [word for p in both.word.body.iter(f"{W}p") for word in words(paragraph_text(p))]
    paragraphs = both.content.iter(qualified("text:p"), qualified("text:h"))
    there = [word for paragraph in paragraphs for word in words(odt_text(paragraph))]
    assert there == said


def test_headings_are_headings_of_the_same_level(both):
    levels = Counter()
    for paragraph in both.word.body.iter(f"{W}p"):
        level = outline(both.word, paragraph)
        if level is not None and paragraph_text(paragraph):
            levels[level + 1] += 1
    headings = both.content.iter(qualified("text:h"))
    assert Counter(int(heading.get(qualified("text:outline-level"))) for heading in headings) == levels


def outline(docx: Docx, paragraph: Element) -> int | None:
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    name = value(paragraph.find(f"{W}pPr/{W}pStyle"))
    while own is None and name is not None:
        style = docx.styles[name]
        own, name = style.find(f"{W}pPr/{W}outlineLvl"), value(style.find(f"{W}basedOn"))
    return None if own is None or int(value(own)) >= LEVELS else int(value(own))


def test_styles_keep_their_names(both):
    """LibreOffice has its own names for Word's (« Text body »); ours are what a person changes in one place."""
    used = {value(mark) for mark in both.word.body.iter(f"{W}pStyle")}
    own = {name for name in used if both.word.styles[name].get(f"{W}customStyle")}
    wanted = {value(both.word.styles[name].find(f"{W}name")) for name in own}
    there = {
        style.get(qualified("style:display-name")) or style.get(qualified("style:name"))
        for style in both.root("styles").iter(qualified("style:style"))
    }
    assert wanted <= there


def test_header_rows_are_header_rows(both):
    groups = both.content.iter(qualified("table:table-header-rows"))
    there = [len(group.findall(qualified("table:table-row"))) for group in groups]
    tables = both.word.body.iter(f"{W}tbl")
    rows = [len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) for table in tables]
    assert there == [count for count in rows if count]


def test_alternative_texts_are_kept_and_other_pictures_are_decorative(both):
    texts = [identity.get("descr") for identity in both.word.body.iter(IDENTITY)]
    frames = list(both.content.iter(qualified("draw:frame")))
    assert [odt_description(frame) for frame in frames] == texts
    marks = [frame.get(qualified("loext:decorative")) for frame in frames]
    assert marks == [None if text else "true" for text in texts]


def odt_description(frame: Element) -> str:
    return frame.findtext(qualified("svg:desc")) or ""


def test_links_lead_on(both):
    assert len(list(both.content.iter(qualified("text:a")))) >= len(list(both.word.body.iter(f"{W}hyperlink")))


def test_the_contents_are_an_index_with_their_page_numbers(both):
    entries = [paragraph_text(p) for p in both.word.body.iter(f"{W}p") if value(p.find(f"{W}pPr/{W}pStyle")) == "TOC1"]
    index = both.content.find(f".//{qualified('text:index-body')}")
    there = [] if index is None else [odt_text(entry) for entry in index.iter(qualified("text:p"))]
    assert [words(entry) for entry in there if entry.strip()] == [words(entry) for entry in entries]


def test_title_and_language_are_told(both):
    meta = both.root("meta")
    said = {element.tag.rpartition("}")[2]: element.text for element in meta[0]}
    assert (said["title"], said["language"]) == (both.title, "fr")
    assert "fr" in both.root("styles").xpath("//@*[local-name()='language']")


def test_another_language_is_marked_as_in_the_word_file(both):
    foreign = {value(mark).partition("-")[0] for mark in both.word.body.iter(f"{W}lang")}
    there = set(both.content.xpath("//*[local-name()='text-properties']/@*[local-name()='language']"))
    assert foreign <= there


def test_all_faces_of_the_fonts_are_in_it_and_no_other(both):
    fonts = [name for name in both.parts if name.startswith("Fonts/")]
    embedded = re.findall(r"embed(?:Regular|Bold|Italic|BoldItalic) ", etree.tostring(both.word["fontTable"]).decode())
    assert len(fonts) == len(embedded)
    assert all(name.startswith("Fonts/Source") for name in fonts)


def test_it_is_small(both):
    assert len(both.odt) < 1_000_000


def test_the_same_word_file_gives_the_same_bytes(both):
    assert odt.from_word(both.docx) == both.odt


def test_it_opens_with_as_many_pages_as_the_word_file(both):
    from_odt, from_word = convert(both.odt, PDF, ending="odt"), convert(both.docx, PDF)
    assert pages(from_odt) == pages(from_word)


def pages(content: bytes) -> int:
    return len(pypdfium2.PdfDocument(io.BytesIO(content)))


def test_a_build_makes_them_and_remembers_them(project, tmp_path):
    required(find_libreoffice)
    shutil.copytree(project.root / "tests" / "fixtures" / "collection", tmp_path / "exemples")
    asked = wish(Collection(tmp_path / "exemples"), fiche_forms=[Format.ODT], guide_forms=[Format.ODT])
    assert sorted(event.file.name for event in make(asked) if isinstance(event, Made)) == [
        "guide.odt",
        "port-exemple.odt",
        "ville-modele.odt",
    ]
    assert make(asked) == [Planned(0, 3)]
