"""What LibreOffice leaves and loses: taken out, put back."""

from lxml import etree

from odt.words import parse
from terrinclus_publish.odt.names import qualified
from terrinclus_publish.odt.tidying import (
    declared,
    tidied_content,
    tidied_metadata,
    tidied_settings,
    without_leftovers,
)


def test_pictures_without_a_text_are_decorative_and_others_are_not():
    content = parse("<draw:frame/><draw:frame><svg:desc>Une carte</svg:desc></draw:frame>")
    tidied_content(content)
    marks = [frame.get(qualified("loext:decorative")) for frame in content]
    assert marks == ["true", None]


def test_identifiers_are_numbered_and_lists_go_on_where_they_did():
    content = parse('<text:list xml:id="list987"/><text:list xml:id="list123" text:continue-list="list987"/>')
    tidied_content(content)
    first, second = content
    assert [item.get(qualified("xml:id")) for item in content] == ["id1", "id2"]
    assert second.get(qualified("text:continue-list")) == first.get(qualified("xml:id"))


def test_a_list_that_follows_a_later_one_is_numbered_too():
    content = parse('<text:list text:continue-list="list2"/><text:list xml:id="list2"/>')
    tidied_content(content)
    assert content[0].get(qualified("text:continue-list")) == "id1"


def test_settings_of_one_run_go_and_fonts_are_kept_when_it_is_saved():
    items = "".join(
        f'<config:config-item config:name="{name}">{value}</config:config-item>'
        for name, value in {"Rsid": "123", "EmbedFonts": "false", "PrinterName": "HP", "ShowGrid": "true"}.items()
    )
    settings = parse(items)
    tidied_settings(settings)
    assert {item.get(qualified("config:name")): item.text for item in settings} == {
        "EmbedFonts": "true",
        "ShowGrid": "true",
    }


def test_counts_that_follow_from_a_layout_go():
    meta = parse('<office:meta><meta:document-statistic meta:page-count="4"/></office:meta>')
    tidied_metadata(meta)
    assert len(meta[0]) == 0


def test_the_manifest_names_every_part_and_its_type():
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"", "Pictures/a.png": b""}
    manifest = etree.fromstring(declared(parts)["META-INF/manifest.xml"])
    rows = {row.get(qualified("manifest:full-path")): row.get(qualified("manifest:media-type")) for row in manifest}
    assert rows == {
        "/": "application/vnd.oasis.opendocument.text",
        "Pictures/a.png": "image/png",
        "content.xml": "text/xml",
    }


def test_leftovers_of_libreoffice_are_left_out():
    names = ["content.xml", "Thumbnails/thumbnail.png", "Configurations2/menubar/x.xml", "Fonts/Font_DejaVu_Sans_1.ttf"]
    assert list(without_leftovers(dict.fromkeys(names, b""))) == ["content.xml"]
