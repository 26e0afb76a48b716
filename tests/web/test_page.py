"""The page is read back as a browser would: parsed as HTML, asked what it would fetch, what it shows and says."""

import re
from itertools import pairwise

import pytest
from lxml import etree, html

from terrinclus_publish import web
from terrinclus_publish.build.documents import FicheDocument
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer, Entry
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.models import Fiche, Guide
from terrinclus_publish.reading import read
from terrinclus_publish.theme import load_theme


def document(collection: Collection, name: str) -> FicheDocument:
    """A sheet alone."""
    guide = read(collection.guide_file, collection.root, Guide).model
    model = read(collection.sheets / f"{name}.yaml", collection.root, Fiche).model
    return FicheDocument(Entry(name, model, guide.fiches.index(name)), guide)


def render(collection: Collection, name: str) -> tuple[bytes, etree._Element]:
    """A sheet's page and the tree that it was made from."""
    job = document(collection, name)
    tree = job.compose(Composer(collection))
    return web.render(tree, job.metadata(), load_theme(collection), collection), tree


@pytest.fixture
def page(example):
    return html.fromstring(render(example, "port-exemple")[0])


def test_the_page_starts_as_html5_in_utf_8(example):
    content, _ = render(example, "port-exemple")
    assert content.startswith(b'<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">')
    assert "Exempleville" in content.decode("utf-8")
    assert content.count(b"charset=") == 1


def test_the_page_fetches_nothing(example):
    content, _ = render(example, "port-exemple")
    page = html.fromstring(content)
    assert not page.xpath("//script | //link | //iframe | //object | //*[@srcset] | //@style")
    assert all(source.startswith("data:") for source in page.xpath("//@src"))
    css = page.findtext(".//style")
    assert "@import" not in css
    assert all(address.startswith('"data:') for address in re.findall(r"url\(([^)]{6})", css))


def test_the_page_of_a_sheet_without_pictures_is_light(project):
    content, _ = render(project, "savoie-l-autre")
    assert len(content) < 150_000


def test_the_title_is_typeset_and_names_the_programme(page):
    assert page.findtext(".//title") == "Le quai des deux rives – QUAIS"


def test_the_page_names_its_author_and_its_date(page):
    meta = {element.get("name"): element.get("content") for element in page.iter("meta")}
    assert meta["author"] == "Camille Modèle"
    assert meta["dcterms.date"] == "2023-03-01"
    assert "width=device-width" in meta["viewport"]


def test_the_first_link_leads_to_the_content(page):
    first = page.xpath("//body//a")[0]
    assert first.text == "Aller au contenu"
    assert page.get_element_by_id(first.get("href").removeprefix("#")).tag == "main"


def test_the_page_holds_the_whole_text_of_the_tree(example):
    content, tree = render(example, "port-exemple")
    page = html.fromstring(content)
    assert "".join(page.find(".//main").itertext()) == "".join(tree.itertext())


def test_rendering_leaves_the_tree_as_it_is(example):
    job = document(example, "port-exemple")
    tree = job.compose(Composer(example))
    before = etree.tostring(tree)
    web.render(tree, job.metadata(), load_theme(example), example)
    assert etree.tostring(tree) == before


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_id_stands_once(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_an_icon_is_drawn_and_not_read(page):
    tiles = page.xpath("//*[@data-icone]")
    assert tiles
    for tile in tiles:
        (icon,) = tile.findall("svg")
        assert icon.get("aria-hidden") == "true"
        assert icon.find("path").get("d")
        assert icon.tail.strip()


def test_every_picture_says_what_it_shows_or_stands_beside_its_name(page):
    for picture in page.iter("img"):
        assert picture.get("alt") or picture.getnext().text


def test_photographs_have_their_size_so_that_text_does_not_jump(page):
    opening = page.xpath("//figure[@class='ouverture']/img")[0]
    assert (opening.get("width"), opening.get("height")) == ("1200", "427")


def test_a_photograph_loses_what_the_camera_noted(example):
    import base64
    import io

    from PIL import Image

    exif = Image.Exif()
    exif[0x010F] = "Appareil secret"
    Image.new("RGB", (40, 30)).save(example.sheets / "images" / "port.jpg", exif=exif)
    content, _ = render(example, "port-exemple")
    source = html.fromstring(content).xpath("//figure[@class='ouverture']/img/@src")[0]
    picture = Image.open(io.BytesIO(base64.b64decode(source.partition(",")[2])))
    assert not picture.getexif()


def test_a_table_of_three_columns_scrolls_with_the_keyboard_and_has_a_name(page):
    names = [frame.get("aria-label") for frame in page.xpath("//div[@role='region'][@tabindex='0'][table]")]
    assert names == ["Première tranche", "Deuxième tranche, à Port-Modèle", "Tableau\u00a01 Les gestes des deux ports"]


def test_a_passage_in_another_language_says_so(page):
    assert page.xpath("//span[@lang='es']/text()") == ["Ayuntamiento de Puerto Ejemplo", "el barco estaba vacío"]


def test_a_long_title_is_set_smaller(example):
    long, short = (html.fromstring(render(example, name)[0]).find(".//h1") for name in ("ville-modele", "port-exemple"))
    assert long.get("class") == "long"
    assert short.get("class") is None


def test_two_sheets_have_two_dyes(example):
    accents = {re.search(rb"--accent:(#\w+)", render(example, name)[0])[1] for name in ("ville-modele", "port-exemple")}
    assert len(accents) == 2


def test_a_collection_changes_a_colour_with_one_line(example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "theme.toml").write_text(
        "[couleurs]\nencre = { rvb = [1, 2, 3], cmjn = [0, 0, 0, 100] }"
    )
    assert b"--encre:#010203;" in render(example, "port-exemple")[0]


def test_a_collection_brings_its_own_style_sheet(example):
    (example.root / "templates").mkdir()
    (example.root / "templates" / "fiche.css").write_text("/* un essai */ h1 { color: var(--accent); }")
    css = html.fromstring(render(example, "port-exemple")[0]).findtext(".//style")
    assert css.endswith("h1 { color: var(--accent); }")
    assert "un essai" not in css


def test_every_property_that_the_style_sheet_uses_exists(page):
    css = page.findtext(".//style")
    used, defined = set(re.findall(r"var\(--([\w-]+)", css)), set(re.findall(r"--([\w-]+):", css))
    assert used <= defined


def test_the_style_sheet_keeps_the_licence_of_the_icons(page):
    assert "CC BY 4.0" in page.findtext(".//style")


def test_an_english_sheet_gives_an_english_page(example):
    file = example.sheets / "ville-modele.yaml"
    file.write_text(file.read_text("utf-8").replace("langue: fr", "langue: en"), "utf-8")
    page = html.fromstring(render(example, "ville-modele")[0])
    assert page.get("lang") == "en"
    assert page.xpath("//body/a/text()") == ["Skip to the content"]


def test_markup_in_a_sheet_is_shown_as_text(example):
    file = example.sheets / "ville-modele.yaml"
    file.write_text(file.read_text("utf-8").replace("- Ville de Modèle", "- Ville <script>x</script>", 1), "utf-8")
    page = html.fromstring(render(example, "ville-modele")[0])
    assert "Ville <script>x</script>" in page.text_content()
    assert not page.xpath("//script")


def test_a_picture_that_vanished_since_the_check_is_a_fault(example):
    job = document(example, "port-exemple")
    tree = job.compose(Composer(example))
    (example.sheets / "images" / "port.jpg").unlink()
    with pytest.raises(FaultsError, match=r"port\.jpg"):
        web.render(tree, job.metadata(), load_theme(example), example)
