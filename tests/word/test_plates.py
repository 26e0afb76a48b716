"""What is drawn from the data: the bar of a table, the map with its list, the matrix; and what lines keep whole."""

import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from terrinclus_publish.word.signs import bound, run_content
from word import trees
from word.extract import W, paragraph_text, value

DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
BAR = """<section class="financement"><h2 id="x">Le financement</h2><table class="montants"><thead><tr>
<th scope="col">Financeur</th><th scope="col" class="montant">Contribution</th><th scope="col" class="part">Part</th>
</tr></thead><tbody><tr><th scope="row"><span class="lettre">A</span> <span>Aude</span></th><td class="montant">3 €</td>
<td class="part">60 %</td></tr><tr><th scope="row"><span class="lettre">B</span> <span>Ville</span></th>
<td class="montant">2 €</td><td class="part">40 %</td></tr></tbody><tfoot><tr class="total"><th scope="row">Total</th>
<td class="montant">5 €</td><td class="part">100 %</td></tr></tfoot></table>
<figure class="barre" data-parts="0.6 0.4" data-lettres="A B" aria-label="Répartition."></figure>
<p class="note">Parts arrondies.</p><p class="note">Une autre note.</p></section>"""


def pictures(file):
    """The pictures that say what they show, by what they say: their size (millimetres), their drawing."""
    blips = file.part("word/_rels/document.xml.rels")
    targets = {relation.get("Id"): relation.get("Target") for relation in blips}
    found = {}
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        for drawing in file.body.iter(f"{W}drawing"):
            said = drawing.find(f".//{DESCRIBED}").get("descr")
            if said:
                extent = drawing.find(f".//{EXTENT}")
                relation = next(value for element in drawing.iter() for key, value in element.items() if "embed" in key)
                data = archive.read(f"word/{targets[relation]}")
                found[said] = (int(extent.get("cx")) / 36000, int(extent.get("cy")) / 36000), data
    return found


@pytest.fixture(scope="module")
def funding(make):
    return make(trees.sheet(BAR))


@pytest.fixture
def matrix(guide):
    (table,) = (t for t in guide.body.iter(f"{W}tbl") if value(t.find(f"{W}tblPr/{W}tblStyle")) == "Matrice")
    return table


def test_a_bar_says_its_shares_and_is_as_wide_as_the_text(funding):
    (size, data) = pictures(funding)["Répartition."]
    assert size == pytest.approx((170, 10), abs=0.01)
    with Image.open(io.BytesIO(data)) as drawn:
        solid, tinted = (drawn.convert("RGB").getpixel((int(drawn.width * place), 8)) for place in (0.4, 0.9))
    assert solid == (103, 98, 21)
    assert sum(tinted) > sum(solid)


def test_the_letters_of_a_bar_are_drawn(make, funding):
    bare = trees.sheet(BAR.replace('data-lettres="A B"', 'data-lettres="&#xE000; &#xE000;"'))
    assert pictures(make(bare))["Répartition."][1] != pictures(funding)["Répartition."][1]


def test_a_table_stays_with_its_bar_and_the_bar_with_its_note(funding):
    (bar,) = funding.paragraphs("Barre")
    assert bar.getprevious().tag == f"{W}tbl"
    assert all(row.find(f".//{W}keepNext") is not None for row in bar.getprevious().iter(f"{W}tr"))
    assert bar.find(f"{W}pPr/{W}keepNext") is not None


def test_the_letter_of_a_line_stands_before_its_label(funding):
    assert [paragraph_text(p) for p in funding.paragraphs("TableauPoste")] == ["A\tAude", "B\tVille"]


def test_notes_in_a_row_stand_close(funding):
    first, second = funding.paragraphs("Note")
    assert first.find(f"{W}pPr/{W}spacing").get(f"{W}after") == "0"
    assert second.find(f"{W}pPr/{W}spacing").get(f"{W}before") == "0"


def test_the_map_is_described_light_and_as_wide_as_the_text(guide):
    (said,) = (text for text in pictures(guide) if text.startswith("Carte du monde"))
    size, data = pictures(guide)[said]
    assert size[0] == pytest.approx(170, abs=0.01)
    assert len(data) < 200_000
    with Image.open(io.BytesIO(data)) as drawn:
        assert drawn.mode == "P"
        assert drawn.width / size[0] * 25.4 == pytest.approx(300, rel=0.01)


def test_the_list_of_the_map_stands_in_columns(guide):
    entries = guide.paragraphs("CarteLieu")
    assert paragraph_text(entries[0]) == "1\tAude\nSousse"
    assert len(entries) == 12
    assert entries[-1].find(f"{W}pPr/{W}sectPr/{W}cols").get(f"{W}num") == "3"


def test_the_heads_of_the_matrix_are_upright(matrix):
    groups, names, icons, *_ = matrix.findall(f"{W}tr")
    assert [paragraph_text(cell) for cell in groups.findall(f"{W}tc")] == ["", "Thématiques", "Préconisations", ""]
    upright = [value(cell.find(f"{W}tcPr/{W}textDirection")) for cell in names.findall(f"{W}tc")]
    assert upright == [None, *["btLr"] * (len(upright) - 2), None]
    assert len(list(icons.iter(f"{W}drawing"))) == len(upright) - 2


def test_a_square_of_the_matrix_is_a_sign_in_the_dye_of_the_sheet(matrix, guide, project_theme):
    shown, wanted = [], []
    for row, line in zip(
        matrix.findall(f"{W}tr")[3:], guide.tree.iterfind(".//table[@class='matrice']/tbody/tr"), strict=True
    ):
        shown.append([paragraph_text(cell) for cell in row.findall(f"{W}tc")][1:-1])
        wanted.append([cell.text or "" for cell in line][1:-1])
        (colour,) = {value(run.find(f"{W}rPr/{W}color")) for run in row.iter(f"{W}r") if paragraph_text(run) == "■"}
        assert colour == "".join(f"{part:02X}" for part in project_theme.dye(int(line.get("data-teinte"))).rvb)
    assert shown == wanted


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Loire-Atlantique", 1),
        ("Chtouka-Aït Baha", 1),
        ("franco-marocain", 0),
        ("vis-à-vis", 2),
        ("16-25 ans", 1),
        ("prenom@loire-atlantique-44.fr", 0),
        ("https://a-b.fr/c-d et Pas-de-Calais", 2),
    ],
)
def test_a_name_is_not_cut_at_its_hyphen(text, kept):
    content = run_content(text)
    assert [element.tag for element in content].count(f"{W}noBreakHyphen") == kept
    run = etree.Element(f"{W}r")
    run.extend(content)
    assert paragraph_text(run) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<h2>Un projet de codéveloppement</h2>", "Un projet de codéveloppement"),
        ("<h2>L’action sociale de l’Autre</h2>", "L’action sociale de\u00a0l’Autre"),
        ("<h2>Le temps <em>long</em></h2>", "Le temps\u00a0long"),
        ("<h2>Deux mots</h2>", "Deux mots"),
    ],
)
def test_the_last_two_words_of_a_heading_stay_together_when_short(written, shown):
    heading = etree.fromstring(written)
    assert "".join(bound(heading, 16).itertext()) == shown
    assert "\u00a0" not in "".join(heading.itertext())
