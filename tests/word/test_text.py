"""Phrasing: emphasis, links, languages, signs that a font lacks."""

from word.extract import W, paragraph_text, value

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def runs(file, text):
    return [run for run in file.body.iter(f"{W}r") if paragraph_text(run) == text]


def targets(file):
    """The addresses of the links, in order."""
    known = {
        relation.get("Id"): relation.get("Target")
        for relation in file.part("word/_rels/document.xml.rels").iter(RELATION)
    }
    return [known[link.get(ID)] for link in file.body.iter(f"{W}hyperlink") if link.get(ID)]


def test_emphasis_is_kept(sheet):
    (bold,), (italic,), (raised,) = runs(sheet, "gras"), runs(sheet, "italique"), runs(sheet, "e")[:1]
    assert bold.find(f"{W}rPr/{W}b") is not None
    assert italic.find(f"{W}rPr/{W}i") is not None
    assert value(raised.find(f"{W}rPr/{W}vertAlign")) == "superscript"


def test_links_lead_where_the_tree_says(sheet):
    wanted = ["https://exemple.fr/?a=1&b=2", "https://exemple.fr/x", "mailto:ada@exemple.fr"]
    assert targets(sheet) == wanted
    assert value(runs(sheet, "Le carnet")[0].find(f"{W}rPr/{W}rStyle")) == "Hyperlink"


def test_a_passage_in_another_language_is_marked(sheet):
    (run,) = runs(sheet, "Centro superior")
    assert value(run.find(f"{W}rPr/{W}lang")) == "es-ES"
    assert len(list(sheet.body.iter(f"{W}lang"))) == 1


def test_a_sign_that_the_serif_lacks_is_set_in_the_sans(sheet):
    (title,) = sheet.paragraphs("Heading1")
    (narrow,) = (run for run in title.iter(f"{W}r") if "\u202f" in paragraph_text(run))
    assert paragraph_text(narrow) == "\u202f"
    assert narrow.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii") == "Source Sans Pro"


def test_a_hyphen_that_must_not_break_is_words_own(sheet):
    (paragraph,) = (p for p in sheet.paragraphs("BodyText") if "marocain" in paragraph_text(p))
    assert paragraph.find(f".//{W}noBreakHyphen") is not None
    assert "\u2060" not in paragraph_text(paragraph)


def test_a_paragraph_that_leads_to_a_list_stays_with_it(sheet):
    leads = [p for p in sheet.paragraphs("BodyText") if paragraph_text(p).endswith("liste :")]
    assert len(leads) == 2
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in leads)
