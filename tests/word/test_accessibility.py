"""What Microsoft's accessibility checker and RGAA 13.3 ask of a Word file, looked for in its XML."""

import re

import pytest

from terrinclus_publish import word
from terrinclus_publish.tree import Metadata
from word import trees
from word.extract import W, paragraph_text, value
from word.structure import Docx, is_empty, style_of

DECORATIVE = ".//{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
IDENTITY = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
SAYS_NOTHING = re.compile(r"(?i)(cliquez )?(ici|lien|au lien suivant|lire la suite|en savoir plus|https?://\S+)")
TYPED_MARK = re.compile(r"\s*(?:[•■▪●○*–—-]|\d+[.)])\s")


@pytest.fixture
def docx(file) -> Docx:
    return Docx(file.content)


def test_the_file_has_a_title_and_a_language(file, docx):
    core = docx.parts["docProps/core.xml"]
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert said["title"]
    assert said["language"] == file.tree.get("lang", "fr")
    assert value(docx["settings"].find(f"{W}themeFontLang")) == "fr-FR"


def test_a_sheet_in_another_language_says_so(project_theme, pictures):
    tree = trees.sheet(trees.WHY)
    tree.set("lang", "es")
    docx = Docx(word.render(tree, Metadata("Un título", "", "es"), project_theme, pictures))
    assert docx["styles"].find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "es-ES"


def test_every_picture_has_a_text_or_is_decorative_never_both(docx):
    identities = list(docx.all(IDENTITY))
    assert identities
    for identity in identities:
        assert bool(identity.get("descr")) != (identity.find(DECORATIVE) is not None)


def test_pictures_that_say_something_say_it(sheet, guide):
    texts = {identity.get("descr") for file in (sheet, guide) for identity in Docx(file.content).all(IDENTITY)}
    assert {"Une place", "Un mur", "Une photo tournée"} <= texts
    assert sum(text.startswith("Carte") for text in texts) == 1


def test_tables_of_data_have_a_header_row_that_their_look_announces(docx):
    styled = [table for table in docx.all("tbl") if table.find(f"{W}tblPr/{W}tblStyle") is not None]
    for table in styled:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"


def test_cells_are_merged_only_where_the_author_merged_them(file, docx):
    """A cell over several columns is the author's own, in a table of texts or amounts; none goes over several rows."""
    assert list(docx.all("vMerge")) == []
    spans = [int(value(span) or 1) for span in docx.all("gridSpan")]
    assert spans == [int(cell.get("colspan")) for cell in file.tree.iter("td", "th") if cell.get("colspan")]


def test_no_row_and_no_column_is_empty(docx):
    """Empty cells are data (a theme that a sheet does not treat, an amount that is not known), or the end of a row."""
    for table in docx.all("tbl"):
        cells = [
            [all(map(is_empty, cell.iter(f"{W}p"))) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
        ]
        assert not any(all(row) for row in cells)
        if len({len(row) for row in cells}) == 1:
            assert not any(all(column) for column in zip(*cells, strict=True))


def test_no_table_stands_in_another(docx):
    assert not [table for table in docx.all("tbl") if any(up.tag == f"{W}tc" for up in table.iterancestors())]


def test_no_list_is_typed(docx):
    terms = "IndexTerme"  # the numbers of the ODD are part of their names
    paragraphs = [p for p in docx.all("p") if style_of(p) != terms]
    assert [paragraph_text(p) for p in paragraphs if TYPED_MARK.match(paragraph_text(p))] == []


def test_links_say_where_they_lead(docx):
    links = ["".join(link.itertext()).strip() for link in docx.all("hyperlink")]
    assert links
    assert [text for text in links if not text or SAYS_NOTHING.fullmatch(text)] == []


def test_links_are_not_told_by_their_colour_alone(docx):
    link = docx.styles["Hyperlink"]
    assert value(link.find(f"{W}rPr/{W}u")) == "single"


def test_every_colour_of_text_is_one_of_the_themes(docx, project_theme):
    """The theme's own are checked for their contrast when it is loaded (``contrast``)."""
    known = [colour.rvb for colour in (*project_theme.couleurs.values(), *project_theme.nuancier)]
    allowed = {"".join(f"{channel:02X}" for channel in rgb) for rgb in known}
    marks = [*docx.all("color"), *docx["styles"].iter(f"{W}color"), *docx["numbering"].iter(f"{W}color")]
    assert {value(mark) for mark in marks} <= allowed
