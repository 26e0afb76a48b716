"""The guide: its contents are a field that is filled in, its sheets start on right pages, its links lead somewhere."""

import copy
import re

from word.extract import W, paragraph_text, value

NO_PAGE = "…"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9]{0,39}")
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def bookmarks(file):
    return [mark.get(f"{W}name") for mark in file.body.iter(f"{W}bookmarkStart")]


def codes(file):
    return [(code.text or "").strip() for code in file.body.iter(f"{W}instrText")]


def sections(file):
    return list(file.body.iter(f"{W}sectPr"))


def running_text(file, section, kind, pages):
    """What a section's header or footer says on some pages."""
    (reference,) = (found for found in section.findall(f"{W}{kind}Reference") if found.get(f"{W}type") == pages)
    targets = {
        relation.get("Id"): relation.get("Target")
        for relation in file.part("word/_rels/document.xml.rels").iter(RELATION)
    }
    root = file.part(f"word/{targets[reference.get(R_ID)]}")
    return "".join(paragraph_text(paragraph) for paragraph in root.iter(f"{W}p")).strip()


def test_fields_open_and_close_in_turn(file):
    depth = 0
    for mark in file.body.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= (0 if kind == "end" else 1)
    assert depth == 0


def test_bookmarks_have_unique_plain_names_and_are_closed(file):
    names = bookmarks(file)
    assert names
    assert len({name.lower() for name in names}) == len(names)
    assert all(NAME.fullmatch(name) for name in names)
    opened = [mark.get(f"{W}id") for mark in file.body.iter(f"{W}bookmarkStart")]
    closed = [mark.get(f"{W}id") for mark in file.body.iter(f"{W}bookmarkEnd")]
    assert sorted(opened) == sorted(closed)
    assert len(opened) == len(set(opened))


def test_links_inside_the_guide_lead_to_bookmarks(guide):
    anchors = {link.get(f"{W}anchor") for link in guide.body.iter(f"{W}hyperlink")} - {None}
    assert len(anchors) == 12 + 6  # sheets; chapters, map, matrix, index
    assert anchors <= set(bookmarks(guide))
    assert {code.split()[1] for code in codes(guide) if code.startswith("PAGEREF")} <= set(bookmarks(guide))


def test_chapters_stand_in_the_contents_around_the_field_of_the_sheets(guide):
    entries = [paragraph_text(entry) for entry in guide.paragraphs("SommaireChapitre")]
    assert [entry.partition("\t")[0] for entry in entries][-3:] == [
        "Où, et avec qui",
        "Ce que croise chaque fiche",
        "Index",
    ]


def test_the_contents_are_a_field_over_the_titles(guide):
    assert [code for code in codes(guide) if code.startswith("TOC")] == [r'TOC \o "1-1" \h \z']


def test_the_entries_of_the_contents_are_filled_in(guide):
    entries = [paragraph_text(entry) for entry in guide.paragraphs("TOC1")]
    assert len(entries) == 12
    assert (
        re.sub(r"\s+", " ", entries[7])
        == " 8 Département du Val-de-Marne La promotion de la citoyenneté des migrants 51"
    )


def test_a_page_number_that_is_not_known_is_not_invented(make, guide):
    tree = copy.deepcopy(guide.tree)
    for reference in tree.iterfind(".//nav//span[@class='page']"):
        reference.text = None
    (entry, *_) = make(tree).paragraphs("TOC1")
    assert "".join(entry.itertext()).strip().endswith(NO_PAGE)


def sheet_sections(guide):
    return [section for section in sections(guide) if value(section.find(f"{W}type")) == "oddPage"]


def test_sheets_start_on_right_pages(guide):
    """All their pages have a running head: LibreOffice would take it from the second page too."""
    assert len(sheet_sections(guide)) == 12
    assert all(section.find(f"{W}titlePg") is None for section in sheet_sections(guide))


def test_a_sheet_alone_has_no_section_that_starts_on_an_odd_page(sheet):
    (section,) = sections(sheet)
    assert value(section.find(f"{W}type")) == "nextPage"


def test_running_heads_say_the_title_on_right_pages_and_who_leads_it_on_left_ones(guide):
    sheet, article = sheet_sections(guide)[5], guide.tree.findall(".//article")[5]
    assert running_text(guide, sheet, "header", "default").endswith(article.get("data-courant-recto"))
    assert running_text(guide, sheet, "header", "even").endswith(article.get("data-courant-verso"))
    assert running_text(guide, sheet, "header", "even").startswith("Fiche\u00a06\t")
    assert guide.part("word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_a_long_title_gives_way_to_who_leads_the_sheet(guide, project_theme):
    sheet, article = sheet_sections(guide)[0], guide.tree.find(".//article")
    assert len(article.get("data-courant-recto")) > project_theme.titres.courant_long
    assert running_text(guide, sheet, "header", "default").endswith(article.get("data-courant-verso"))


def test_chapters_follow_one_another_and_their_heads_follow_the_page(guide):
    _, first, second, *_ = guide.paragraphs("Chapitre")  # the contents stand before them
    assert first.getparent() is second.getparent()
    between = list(first.itersiblings())[: list(first.itersiblings()).index(second)]
    assert not [element for element in between if element.find(f"{W}pPr/{W}sectPr") is not None]
    chapters = sections(guide)[2]
    (reference,) = (found for found in chapters.findall(f"{W}headerReference") if found.get(f"{W}type") == "default")
    relations = guide.part("word/_rels/document.xml.rels").iter(RELATION)
    target = next(found.get("Target") for found in relations if found.get("Id") == reference.get(R_ID))
    codes_there = [code.text.strip() for code in guide.part(f"word/{target}").iter(f"{W}instrText")]
    assert codes_there == ['STYLEREF "Titre de chapitre"']
    assert value(guide.style("Chapitre").find(f"{W}name")) == "Titre de chapitre"


def test_a_head_that_follows_the_page_shows_the_guides_title_where_nobody_looks_for_it(guide):
    title = guide.tree.find("section[@class='couverture']/h1").text
    assert running_text(guide, sections(guide)[2], "header", "default").endswith(title)
    assert running_text(guide, sections(guide)[2], "header", "even").endswith(title)


def test_covers_bear_neither_head_nor_folio(guide):
    first, *_, last = sections(guide)
    assert not first.findall(f"{W}headerReference")
    assert not first.findall(f"{W}footerReference")
    assert {running_text(guide, last, kind, "default") for kind in ("header", "footer")} == {""}


def test_the_index_stands_in_three_columns(guide):
    """A section on the same page follows them: before one on another page, Word would not make them equally long."""
    starts = [value(section.find(f"{W}type")) for section in sections(guide)]
    assert starts[-3:] == ["continuous", "continuous", "nextPage"]
    columns = sections(guide)[-3].find(f"{W}cols")
    assert columns.get(f"{W}num") == "3"
    assert [round(int(column.get(f"{W}w")) / 56.7) for column in columns] == [50, 51, 57]  # millimetres of the grid


def test_no_right_indent_hides_the_pages_of_the_contents(guide):
    """LibreOffice drops a number whose stop stands beyond a right indent."""
    indent = guide.style("TOC1").find(f"{W}pPr/{W}ind")
    assert indent.get(f"{W}right") in (None, "0")


def test_each_part_of_the_index_stands_in_columns_under_its_heading(guide):
    for heading in guide.paragraphs("IndexRubrique"):
        above = heading.find(f"{W}pPr/{W}sectPr")
        after = next(p for p in heading.itersiblings() if p.find(f"{W}pPr/{W}sectPr") is not None)
        assert above.find(f"{W}cols").get(f"{W}num") is None
        assert after.find(f"{W}pPr/{W}sectPr/{W}cols").get(f"{W}num") == "3"
        assert value(after.find(f"{W}pPr/{W}sectPr/{W}type")) == "continuous"


def test_a_part_of_few_entries_has_no_columns(make, guide):
    """With an empty column to even out, LibreOffice never ends."""
    tree = copy.deepcopy(guide.tree)
    for group in tree.iterfind("section[@class='index']/section"):
        first = group.find(".//li")
        for item in list(group.iter("li")):
            if item is not first:
                item.getparent().remove(item)
    file = make(tree)
    (*_, last) = file.paragraphs("IndexRubrique")
    after = [p.find(f"{W}pPr/{W}sectPr/{W}cols") for p in last.itersiblings()]
    assert not [columns for columns in after if columns is not None and columns.get(f"{W}num")]
