"""The file, read back by pdfium and pikepdf: what a reader, a screen reader and a printer would find."""

import datetime
import io
import re

import pikepdf
import pytest
import samples
from PIL import Image
from words import tree_text, words

from pdf.extract import MM, body, drawn, is_furniture, pdf_text
from terrinclus_publish import pdf
from terrinclus_publish.build.rendering import with_page_numbers
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.pdf.fonts import MissingGlyphError
from terrinclus_publish.theme import load_theme
from terrinclus_publish.tree import Metadata, text_of

METADATA = Metadata("Un guide : l’essai", "Éditeur", "fr", "PROGRAMME", datetime.date(2017, 7, 1))


@pytest.fixture(scope="session")
def guide_tree(composer, project_guide, project_entries):
    return composer.guide(project_guide, project_entries)


@pytest.fixture(scope="session")
def guide_pdf(guide_tree, project, project_theme):
    return pdf.render(guide_tree, METADATA, project_theme, project)


@pytest.fixture(scope="session")
def guide_pages(guide_tree, project, project_theme):
    """The page of every id."""
    return pdf.page_numbers(guide_tree, project_theme, project)


@pytest.fixture(scope="session")
def sheet_tree(composer, project_guide, project_entries):
    entry = project_entries[5]
    return composer.fiche(Entry(entry.nom, entry.model, entry.teinte), project_guide)


@pytest.fixture(scope="session")
def sheet_pdf(sheet_tree, project, project_theme):
    return pdf.render(sheet_tree, METADATA, project_theme, project)


@pytest.fixture(params=["sheet_pdf", "guide_pdf"])
def document(request):
    """A sheet, then the guide, opened."""
    with pikepdf.open(io.BytesIO(request.getfixturevalue(request.param))) as opened:
        yield opened


@pytest.fixture
def make(tmp_path):
    """The PDF of the sample sheet with some fields changed, and its tree."""
    (tmp_path / "sheets" / "images").mkdir(parents=True)
    Image.new("RGB", (400, 300), "green").save(tmp_path / "sheets" / "images" / "vert.jpg")
    Image.new("RGBA", (100, 100), (0, 90, 0, 90)).save(tmp_path / "sheets" / "images" / "logo.png")
    collection = Collection(tmp_path)

    def render(**changes):
        tree = Composer(collection).fiche(Entry("jardins", samples.fiche(**changes), 3), samples.guide())
        return pdf.render(tree, METADATA, load_theme(collection), collection), tree

    return render


# --- what the file says of itself ------------------------------------------------------------------------------------


def test_the_file_says_its_title_author_subject_and_language(document):
    info = document.docinfo
    assert str(info["/Title"]) == METADATA.title
    assert str(info["/Author"]) == METADATA.author
    assert str(info["/Subject"]) == METADATA.subject
    assert str(document.Root.Lang) == "fr"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_the_dates_are_the_editions_and_never_the_clocks(document):
    assert str(document.docinfo["/CreationDate"]).startswith("D:20170701")


def test_two_runs_give_the_same_bytes(guide_tree, guide_pdf, sheet_tree, sheet_pdf, project, project_theme):
    assert pdf.render(sheet_tree, METADATA, project_theme, project) == sheet_pdf
    assert pdf.render(guide_tree, METADATA, project_theme, project) == guide_pdf


def test_rendering_leaves_the_tree_alone(guide_tree, sheet_tree, project, project_theme):
    from lxml import etree

    before = etree.tostring(sheet_tree)
    pdf.render(sheet_tree, METADATA, project_theme, project)
    assert etree.tostring(sheet_tree) == before


# --- fonts -----------------------------------------------------------------------------------------------------------


def fonts(document):
    return [item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]


def test_every_font_is_embedded_as_a_subset(document):
    found = fonts(document)
    assert len(found) >= 4
    for font in found:
        if font.Subtype == "/Type0":
            continue  # its descendant is among the fonts
        assert font.Subtype in ("/TrueType", "/CIDFontType2")
        assert "/FontFile2" in font.FontDescriptor
        assert re.match(r"/[A-Z]{6}\+Source(Sans|Serif)Pro", str(font.BaseFont)), font.BaseFont


def test_every_font_can_be_read_back_as_text(document):
    assert all("/ToUnicode" in font for font in fonts(document) if font.Subtype in ("/Type0", "/TrueType"))


# --- links and bookmarks ---------------------------------------------------------------------------------------------


def links(document):
    return [
        annotation
        for page in document.pages
        for annotation in page.get("/Annots", [])
        if annotation.get("/Subtype") == "/Link"
    ]


def destinations(document):
    """Every place in the document that a name leads to, with its page's index."""
    pages = {page.objgen: number for number, page in enumerate(document.pages)}
    places = {}
    if "/Dests" in document.Root:
        places = {str(name).lstrip("/"): place for name, place in document.Root.Dests.items()}
    elif "/Names" in document.Root and "/Dests" in document.Root.Names:
        places = {str(name): place for name, place in pikepdf.NameTree(document.Root.Names.Dests).items()}
    found = {}
    for name, place in places.items():
        place = place.D if isinstance(place, pikepdf.Dictionary) else place
        found[name] = pages[place[0].objgen]
    return found


def test_addresses_are_live_links(sheet_pdf, sheet_tree):
    wanted = {str(link.get("href")) for link in sheet_tree.iter("a")}
    assert wanted
    with pikepdf.open(io.BytesIO(sheet_pdf)) as document:
        assert {str(link.A.URI) for link in links(document) if "/A" in link} == wanted


def test_links_inside_the_guide_lead_to_the_page_of_their_target(guide_pdf, guide_tree, guide_pages):
    wanted = {str(link.get("href"))[1:] for link in guide_tree.iter("a") if str(link.get("href")).startswith("#")}
    with pikepdf.open(io.BytesIO(guide_pdf)) as document:
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
        named = destinations(document)
        reached = set()
        for link in links(document):
            if "/Dest" not in link:
                continue
            place = link.Dest
            is_name = isinstance(place, pikepdf.Name | pikepdf.String)
            reached.add(named[str(place).lstrip("/")] if is_name else pages[place[0].objgen])
        assert reached == {guide_pages[target] - 1 for target in wanted}


def test_every_link_has_an_area_on_the_page(document):
    for link in links(document):
        left, foot, right, top = (float(edge) for edge in link.Rect)
        assert 0 <= left < right <= 210 * MM + 0.01
        assert 0 <= foot < top <= 297 * MM + 0.01


def glued(text):
    """A text without what its setting in lines changes: spaces and hyphens."""
    return "".join(words(text))


def outline(items):
    return [(str(item.title), outline(item.children)) for item in items]


def test_bookmarks_name_every_sheet_and_its_sections(guide_pdf, guide_tree):
    with pikepdf.open(io.BytesIO(guide_pdf)) as document, document.open_outline() as found:
        top = outline(found.root)
    titles = [glued(title) for title, _ in top]
    for article in guide_tree.iter("article"):
        place = titles.index(glued(text_of(article.find(".//h1"))))
        inner = [glued(title) for title, _ in top[place][1]]
        assert inner == [glued(text_of(heading)) for heading in article.iter("h2")]
    assert [title for title in titles if "Sommaire" in title]


def test_bookmarks_of_a_sheet_hold_its_headings_in_order(sheet_pdf, sheet_tree):
    with pikepdf.open(io.BytesIO(sheet_pdf)) as document, document.open_outline() as found:
        (title, sections), *others = outline(found.root)
    assert others == []
    assert glued(title) == glued(text_of(sheet_tree.find(".//h1")))
    flat = [glued(name) for section, inner in sections for name in (section, *(name for name, _ in inner))]
    wanted = [h for h in sheet_tree.iter("h2", "h3") if h.get("class") != "titre-encart"]
    assert flat == [glued(text_of(heading)) for heading in wanted]


# --- pages -----------------------------------------------------------------------------------------------------------


def test_sheets_start_on_odd_pages_where_their_titles_stand(guide_pdf, guide_tree, guide_pages):
    titles = {}
    for run in drawn(guide_pdf):
        if run.mark[0] == "H1" and run.size >= 24:
            titles.setdefault(run.page + 1, []).append(run.text)
    for article in guide_tree.iter("article"):
        number = guide_pages[str(article.get("id"))]
        assert number % 2 == 1
        assert glued("".join(titles[number])) == glued(text_of(article.find(".//h1")))


def test_the_contents_give_the_pages_of_the_titles(guide_pdf, guide_tree, guide_pages):
    page = guide_pages["sommaire"] - 1
    shown = words("\n".join(run.text for run in body(guide_pdf) if run.page == page))
    for entry in guide_tree.find("nav").iter("li"):
        target = str(entry.find(".//span[@class='page']").get("data-renvoi"))
        wanted = [*words(text_of(entry)), str(guide_pages[target])]
        assert any(shown[place : place + len(wanted)] == wanted for place in range(len(shown)))


def test_every_page_but_covers_and_blank_ones_has_its_folio(guide_pdf):
    folios, texts = {}, {}
    for run in drawn(guide_pdf):
        texts[run.page] = True
        if run.top < 19 * MM and run.text.strip().isdigit():
            folios[run.page] = (int(run.text), run.left)
    pages = sorted(texts)
    assert sorted(folios) == pages[1:-1]
    for page, (number, left) in folios.items():
        assert number == page + 1
        assert (left > 105 * MM) is (number % 2 == 1)


def test_the_thumb_tabs_are_on_the_outer_edge_with_the_sheets_number(guide_pdf, guide_tree, guide_pages):
    starts = [guide_pages[str(article.get("id"))] - 1 for article in guide_tree.iter("article")]
    texts = (run for run in drawn(guide_pdf) if run.mark[0] != "Figure")
    tabs = [run for run in texts if run.right < 12 * MM or run.left > 198 * MM]
    assert tabs
    for run in tabs:
        assert (run.left > 105 * MM) is (run.page % 2 == 0)
        assert int(run.text) == sum(1 for start in starts if start <= run.page)


@pytest.mark.parametrize("name", ["sheet_pdf", "guide_pdf"])
def test_no_text_leaves_its_frame(request, name):
    width, height = 210 * MM, 297 * MM
    for run in drawn(request.getfixturevalue(name)):
        assert run.left >= 0, run
        assert run.foot >= 0, run
        assert run.right <= width, run
        assert run.top <= height, run
        if not is_furniture(run):
            assert run.left >= 19 * MM, run
            assert run.right <= 191 * MM, run
            assert run.foot >= 19 * MM, run


def test_the_page_is_a4(document):
    for page in document.pages:
        left, foot, right, top = (float(edge) for edge in page.mediabox)
        trim = [float(edge) for edge in page.get("/TrimBox", page.mediabox)]
        assert (trim[2] - trim[0], trim[3] - trim[1]) == (
            pytest.approx(210 * MM, abs=0.1),
            pytest.approx(297 * MM, abs=0.1),
        )
        assert right - left >= 210 * MM - 0.1
        assert top - foot >= 297 * MM - 0.1


# --- words -----------------------------------------------------------------------------------------------------------


def test_the_guide_holds_every_word_of_the_tree_in_order(guide_pdf, guide_tree, guide_pages):
    assert words(pdf_text(guide_pdf)) == words(tree_text(with_page_numbers(guide_tree, guide_pages)))


LONG_TEXT = """Un **gras**, un *ital*, un [lien](https://exemple.fr).

- un
  - sous

  suite
- deux

1. premier
2. second
"""
ROWS = [["x", "y", "z"], ["un", {"texte": "deux", "colonnes": 2}]]
TABLE = {"tableau": {"legende": "Lieux", "entetes": ["A", "B", "C"], "lignes": ROWS}}
EVERYTHING = [
    {"texte": LONG_TEXT},
    {"paroles": {"titre": "Titre", "contenu": "Des mots.\n\nEncore.", "personne": "Ada", "fonction": "élue"}},
    {"paroles": {"contenu": "- une liste\n- sans personne"}},
    {"regard": [{"titre": "Un volet", "contenu": "Texte."}, {"contenu": [{"texte": "Autre."}, TABLE]}]},
    {"encadre": {"titre": "Méthode", "contenu": "Faire.", "source": "un *livre*"}},
    TABLE,
    {"illustration": {"fichier": "images/vert.jpg", "alternative": "Du vert.", "legende": "Vert", "credit": "Max"}},
]


def test_blocks_of_every_kind_are_shown_with_all_their_words(make):
    project = {
        "genese": EVERYTHING,
        "objectifs": EVERYTHING,
        "acteurs": "Fin.",
        "autres": [{"titre": "T", "contenu": EVERYTHING}],
    }
    opening = {"fichier": "images/vert.jpg", "alternative": "Du vert.", "credit": "Léa"}
    funders = [{"nom": f"Financeur {n}", "logo": "images/logo.png"} for n in range(4)]
    content, tree = make(projet=project, illustration=opening, financeurs=funders, thematiques=["jeunesse", "femmes"])
    assert words(pdf_text(content)) == words(tree_text(tree))


def test_a_list_that_starts_at_another_number_keeps_it(make):
    content, _ = make(pourquoi={"contenu": "Suite :\n\n3. trois\n4. quatre"})
    assert words("3. trois 4. quatre") == words(pdf_text(content).partition("Suite")[2])[1:7]


def test_a_sheet_of_the_required_fields_only_is_shown(make):
    optional = [name for name in samples.SHEET if name not in ("titre", "chapeau", "porteurs", "projet", "focus")]
    content, tree = make(**dict.fromkeys(optional))
    assert words(pdf_text(content)) == words(tree_text(tree))


def test_a_sheet_far_too_long_loses_nothing(make):
    lines = [
        {"libelle": f"Ligne {n} du financement", "montant": str(1000 + n), "precision": "sur 24 mois"}
        for n in range(90)
    ]
    rows = [[f"ligne {n}", "mot " * 40, "z"] for n in range(40)]
    boxes = [
        {"encadre": {"titre": "Long", "contenu": "Une phrase entière, assez longue. " * 300}},
        {"paroles": {"contenu": "Des mots dits. " * 300, "personne": "Ada"}},
        {"regard": {"contenu": "Un regard. " * 400}},
        {"tableau": {"legende": "Long", "entetes": ["A", "B", "C"], "lignes": rows}},
    ]
    content, tree = make(
        titre="Un titre beaucoup trop long pour la place qu’il a " * 4,
        chapeau="Un chapeau trop long. " * 30,
        financement=[{"lignes": lines}],
        projet={"genese": boxes, "objectifs": "- point\n" * 120, "acteurs": "Fin."},
    )
    assert words(pdf_text(content)) == words(tree_text(tree))
    assert all(run.foot >= 19 * MM for run in body(content))


def test_a_table_over_pages_repeats_its_head_as_furniture(make):
    rows = [[f"ligne {n}", "mot " * 30, "z"] for n in range(40)]
    table = {"tableau": {"legende": "Long", "entetes": ["Colonnaire", "B", "C"], "lignes": rows}}
    content, _ = make(projet={"genese": [table], "objectifs": "O.", "acteurs": "A."})
    heads = [run for run in drawn(content) if run.text.strip() == "Colonnaire"]
    assert len(heads) > 1
    assert [is_furniture(run) for run in heads] == [False] + [True] * (len(heads) - 1)


def test_an_english_sheet_says_so(make, tmp_path):
    tree = Composer(Collection(tmp_path)).fiche(Entry("gardens", samples.fiche(langue="en"), 0), None)
    content = pdf.render(tree, Metadata("Gardens", "A", "en"), load_theme(Collection(tmp_path)), Collection(tmp_path))
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == "en"
    assert words(pdf_text(content)) == words(tree_text(tree))


def test_a_sign_of_no_font_is_refused_with_its_field(make):
    with pytest.raises(MissingGlyphError) as caught:
        make(contacts=[{"organisme": "Signe \u4e2d"}])
    assert caught.value.field == "jardins:contacts.0"
    assert caught.value.name == "CJK UNIFIED IDEOGRAPH-4E2D"


def test_a_theme_changes_the_letters_size(tmp_path, project, sheet_tree, project_theme, sheet_pdf):
    (tmp_path / "sheets").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "theme.toml").write_text("styles.corps.taille = 12", "utf-8")
    theme = load_theme(Collection(tmp_path))
    sizes = {run.size for run in body(pdf.render(sheet_tree, METADATA, theme, project))}
    assert 12.0 in sizes
    assert 12.0 not in {run.size for run in body(sheet_pdf)}


def test_a_box_that_goes_on_over_a_page_says_so_outside_the_reading_order(guide_pdf):
    again = [run for run in drawn(guide_pdf) if run.text.rstrip().endswith("(suite)")]
    assert again
    assert {run.mark[0] for run in again} == {"Artifact"}


def test_the_contents_come_first_and_name_the_chapters(guide_tree, guide_pages):
    assert guide_pages["sommaire"] == 2
    chapters = [entry for entry in guide_tree.find("nav").iter("li") if entry.get("data-teinte") is None]
    assert [guide_pages[str(entry[0].get("href"))[1:]] for entry in chapters] == sorted(
        guide_pages[str(entry[0].get("href"))[1:]] for entry in chapters
    )
    assert len(chapters) >= 5
