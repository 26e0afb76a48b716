"""What a Word file can hold: words in are words out, each once, whatever they stand in."""

import base64
import io
import re
import zipfile
from collections import Counter

import pytest

from reading.word.building import SPACES, docx, p, r, related, root, table
from terrinclus_publish.reading.document import Document, Line, Table, lines_of
from terrinclus_publish.reading.word import read_word

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
BOX = "<w:txbxContent>{}</w:txbxContent>"
MAIN, STRICT = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"


def framed(inner: str) -> str:
    """A text box, as old Word draws it."""
    return f"<w:r><w:pict><v:shape><v:textbox>{BOX.format(inner)}</v:textbox></v:shape></w:pict></w:r>"


def shaped(inner: str) -> str:
    """A text box, as newer Word draws it."""
    return f"<w:r><w:drawing><wps:wsp><wps:txbx>{BOX.format(inner)}</wps:txbx></wps:wsp></w:drawing></w:r>"


def read(body: str, **more) -> Document:
    return read_word(docx(body, **more), "fiche.docx")


def words(document: Document) -> list[str]:
    """The words of a document, in their order."""
    return re.findall(r"\w+", " ".join(line.text for line in lines_of(document.items)))


def asides(document: Document) -> list[tuple[str, str]]:
    return [(line.aside, line.text) for line in lines_of(document.items) if line.aside]


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate")
        + result
        + mark.format("end")
    )


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def sdt(inner: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="caché"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


CELLS = (
    f"<w:tbl>{sdt('<w:tr>' + sdt('<w:tc>' + p('un') + '</w:tc>') + '<w:tc>' + p('deux') + '</w:tc></w:tr>')}</w:tbl>"
)
ZOO = {
    "block content control": (sdt(p("un") + p("deux")), "un deux"),
    "inline content control": (paragraph(r("un ") + sdt(r("deux ")) + r("trois")), "un deux trois"),
    "row and cell content controls": (CELLS, "un deux"),
    "nested content controls": (sdt(sdt(p("un")) + sdt(p("deux"))), "un deux"),
    "insertion": (paragraph(r("un ") + f'<w:ins w:id="1">{r("deux")}</w:ins>'), "un deux"),
    "deletion": (paragraph(r("un") + '<w:del w:id="1"><w:r><w:delText>deux</w:delText></w:r></w:del>'), "un"),
    "move": (
        paragraph(f'<w:moveFrom w:id="1">{r("deux")}</w:moveFrom>' + r("un "))
        + paragraph(f'<w:moveTo w:id="2">{r("deux")}</w:moveTo>'),
        "un deux",
    ),
    "nested insertion": (paragraph(f'<w:ins w:id="1"><w:smartTag>{sdt(r("un"))}</w:smartTag></w:ins>'), "un"),
    "smart tag": (paragraph(f"<w:smartTag><w:smartTagPr/>{r('un ')}</w:smartTag>" + r("deux")), "un deux"),
    "custom XML": (f"<w:customXml><w:customXmlPr/>{p('un')}</w:customXml>" + p("deux"), "un deux"),
    "simple field": (paragraph(f'<w:fldSimple w:instr="REF a">{r("un")}</w:fldSimple>'), "un"),
    "complex field": (paragraph(field("REF a", r("un ")) + r("deux")), "un deux"),
    "nested field": (paragraph(field(' IF "x" ', r("un ") + field("REF b", r("deux")))), "un deux"),
    "field over two paragraphs": (
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
                  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("un"))
        + paragraph(r("deux") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "un deux",
    ),
    "hyperlink": (paragraph(f'<w:hyperlink w:anchor="a">{r("un ")}</w:hyperlink>' + r("deux")), "un deux"),
    "text box of VML": (
        paragraph(r("un") + framed(p("deux"))),
        "un deux",
    ),
    "text box of DrawingML": (
        paragraph(r("un") + shaped(p("deux") + p("trois"))),
        "un deux trois",
    ),
    "alternate content": (
        paragraph(
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX.format(p("un"))}</wps:txbx></w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('un'))}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        ),
        "un",
    ),
    "alternate content with an empty choice": (
        paragraph(
            '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice>'
            f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('un'))}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        ),
        "un",
    ),
    "box in a box": (
        paragraph(framed(p("un") + table(("deux", "trois")))),
        "un deux trois",
    ),
    "nested tables": (
        f"<w:tbl><w:tr><w:tc>{p('un')}{table(('deux', 'trois'))}{p('quatre')}</w:tc></w:tr></w:tbl>",
        "un deux trois quatre",
    ),
    "merged cells": (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{p('un')}</w:tc>"
        f"<w:tc>{p('deux')}</w:tc></w:tr>"
        f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('trois')}</w:tc></w:tr></w:tbl>",
        "un deux trois",
    ),
    "ruby": (
        paragraph(f"<w:r><w:ruby><w:rt>{r('un ')}</w:rt><w:rubyBase>{r('deux')}</w:rubyBase></w:ruby></w:r>"),
        "un deux",
    ),
    "equation": (paragraph("<m:oMath><m:r><m:t>un</m:t></m:r></m:oMath>" + r(" deux")), "un deux"),
    "equation of its own": (paragraph("<m:oMathPara><m:oMath><m:r><m:t>un</m:t></m:r></m:oMath></m:oMathPara>"), "un"),
    "text in a shape": (
        paragraph("<w:r><w:drawing><a:p><a:r><a:t>un</a:t></a:r></a:p></w:drawing></w:r>"),
        "un",
    ),
    "hidden text": (paragraph(r("un") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>deux</w:t></w:r>"), "un deux"),
    "word cut into runs": (
        paragraph('<w:bookmarkStart w:id="0" w:name="a"/>' + r("terri") + '<w:proofErr w:type="x"/>' + r("toire")),
        "territoire",
    ),
    "page and column breaks": (
        paragraph(r("un ") + '<w:r><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>deux</w:t></w:r>'),
        "un deux",
    ),
    "right to left": (paragraph(f"<w:bdo>{r('un ')}</w:bdo><w:dir>{r('deux')}</w:dir>"), "un deux"),
    "permission": (paragraph('<w:permStart w:id="1"/>' + r("un") + '<w:permEnd w:id="1"/>'), "un"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), ZOO.values(), ids=list(ZOO))
def test_words_in_are_words_out(body, expected):
    assert words(read(body)) == expected.split()


def test_all_of_it_at_once_keeps_its_words():
    whole = "".join(body for body, _ in ZOO.values())
    expected = Counter(word for _, text in ZOO.values() for word in text.split())
    assert Counter(words(read(whole))) == expected


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:softHyphen/><w:t>lieu</w:t>", "milieu"),
        ("<w:noBreakHyphen/><w:t>lieu</w:t>", "mi\u2011lieu"),
        ("<w:tab/><w:t>lieu</w:t>", "mi\tlieu"),
        ("<w:br/><w:t>lieu</w:t>", "mi\nlieu"),
        ("<w:cr/><w:t>lieu</w:t>", "mi\nlieu"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/><w:t>lieu</w:t>', "mi•lieu"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>lieu</w:t>', "mi✓lieu"),
        ('<w:sym w:font="Arial" w:char="20AC"/><w:t>lieu</w:t>', "mi€lieu"),
    ],
)
def test_signs_that_are_elements_are_read(inner, text):
    (line,) = read(f"<w:p><w:r><w:t>mi</w:t>{inner}</w:r></w:p>").items
    assert line.text == text


def test_a_raised_digit_is_read_as_one():
    (line,) = read(
        '<w:p><w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>'
    ).items
    assert line.text == "m²"


def test_links_are_read_wherever_they_stand():
    relations = related("a", "hyperlink", "https://exemple.fr/a", outside=True)
    body = paragraph(
        f'<w:hyperlink r:id="a">{r("un")}</w:hyperlink>'
        + field(' HYPERLINK "https://exemple.fr/b" ', r("deux"))
        + f"<w:fldSimple w:instr='HYPERLINK \"https://exemple.fr/c\"'>{r('trois')}</w:fldSimple>"
        + field(' HYPERLINK "javascript:alert(1)" ', r("quatre"))
    )
    (line,) = read(body, relations=relations).items
    assert [(run.text, run.link) for run in line.runs] == [
        ("un", "https://exemple.fr/a"),
        ("deux", "https://exemple.fr/b"),
        ("trois", "https://exemple.fr/c"),
        ("quatre", ""),
    ]


def test_page_numbers_say_nothing():
    document = read(paragraph(r("page ") + field(" PAGE ", r("7"))))
    assert words(document) == ["page"]
    assert document.passed_over == ["7"]


def test_notes_are_kept_with_the_words_before_them():
    notes = root("footnotes", '<w:footnote w:id="2">' + p("une note") + "</w:footnote>")
    ends = root(
        "endnotes",
        '<w:endnote w:id="2">' + p("une fin") + '</w:endnote><w:endnote w:id="3">' + p("seule") + "</w:endnote>",
    )
    body = paragraph(
        r("un mot")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + r(" puis")
        + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    )
    document = read(body, parts={"word/footnotes.xml": notes, "word/endnotes.xml": ends})
    assert asides(document) == [
        ("note de bas de page, après « un mot »", "une note"),
        ("note de fin, après « un mot puis »", "une fin"),
        ("note sans renvoi", "seule"),
    ]


def test_words_of_page_heads_are_kept_once_and_only_if_they_stand_nowhere_else():
    relations = related("h", "header", "header1.xml") + related("f", "footer", "footer1.xml")
    parts = {
        "word/header1.xml": root("hdr", p("Un titre") + p("confidentiel")),
        "word/footer1.xml": root("ftr", p("confidentiel")),
    }
    document = read(p("Un titre"), parts=parts, relations=relations)
    assert asides(document) == [("en-tête de page", "confidentiel")]


def test_words_of_a_diagram_and_of_a_chart_are_kept():
    data = f"<dgm:dataModel {SPACES}><a:p><a:r><a:t>une étape</a:t></a:r></a:p></dgm:dataModel>"
    body = paragraph('<w:r><w:drawing><dgm:relIds r:dm="d"/></w:drawing></w:r>')
    document = read(
        body, parts={"word/diagrams/data1.xml": data}, relations=related("d", "diagramData", "diagrams/data1.xml")
    )
    assert asides(document) == [("diagramme", "une étape")]


def test_comments_have_their_author_and_the_words_under_them():
    comments = root("comments", '<w:comment w:id="4" w:author="Ada Roux">' + p("à revoir") + "</w:comment>")
    body = paragraph(
        r("un ")
        + '<w:commentRangeStart w:id="4"/>'
        + r("deux trois")
        + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    document = read(body, parts={"word/comments.xml": comments})
    (comment,) = document.comments
    assert (comment.author, comment.text, comment.about) == ("Ada Roux", "à revoir", "deux trois")
    assert words(document) == ["un", "deux", "trois"]


def test_tracked_changes_are_counted_by_author():
    body = paragraph(
        f'<w:ins w:id="1" w:author="Bo">{r("un")}</w:ins>'
        '<w:del w:id="2" w:author="Bo"><w:r><w:delText>x</w:delText></w:r></w:del>'
    )
    assert read(body).notices == ["2 modifications en suivi (Bo), lues comme acceptées"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{r("un ")}</w:p>' + p("deux")
    assert [line.text for line in read(body).items] == ["un deux"]


def test_a_deleted_row_is_gone():
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    deleted = '<w:trPr><w:del w:id="1"/></w:trPr>'
    body = f"<w:tbl>{row.format('', p('un'))}{row.format(deleted, p('deux'))}</w:tbl>"
    assert words(read(body)) == ["un"]


def picture(identifier: str, described: str = "", link: str = "embed") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{described}"/>'
        f'<pic:pic><a:blip r:{link}="{identifier}"/></pic:pic></wp:inline></w:drawing></w:r>'
    )


def test_a_picture_has_its_bytes_and_its_alternative_text():
    (line,) = read(
        paragraph(picture("i", "Un port")),
        parts={"word/media/a.png": PNG},
        relations=related("i", "image", "media/a.png"),
    ).items
    (found,) = line.pictures
    assert (found.content, found.ending, found.alternative) == (PNG, "png", "Un port")


def test_a_picture_of_vml_is_read_too():
    body = paragraph('<w:r><w:pict><v:shape alt="Un port"><v:imagedata r:id="i"/></v:shape></w:pict></w:r>')
    (line,) = read(body, parts={"word/media/a.png": PNG}, relations=related("i", "image", "media/a.png")).items
    assert [picture.alternative for picture in line.pictures] == ["Un port"]


def test_a_linked_picture_is_never_fetched_and_the_author_is_told():
    document = read(
        paragraph(picture("i", link="link")), relations=related("i", "image", "http://exemple.fr/a.png", outside=True)
    )
    assert not document.items[0].pictures
    assert document.notices and "hors du fichier" in document.notices[0]


def test_an_embedded_object_is_told():
    body = paragraph('<w:r><w:object><o:OLEObject r:id="x" ProgID="Excel.Sheet.12"/></w:object></w:r>')
    document = read(
        body, parts={"word/embeddings/a.xlsx": b"x"}, relations=related("x", "package", "embeddings/a.xlsx")
    )
    assert [notice for notice in document.notices if "objet" in notice]


def test_macros_are_ignored_and_the_author_is_told():
    document = read(p("un"), parts={"word/vbaProject.bin": b"x"})
    assert document.notices == ["le fichier contient des macros\u00a0: elles sont ignorées"]


def test_a_chunk_of_another_format_keeps_its_words():
    body = p("un") + '<w:altChunk r:id="c"/>'
    document = read(
        body, parts={"word/a.htm": "<html><body><p>deux</p></body></html>"}, relations=related("c", "aFChunk", "a.htm")
    )
    assert words(document) == ["un", "deux"]


def test_strict_files_are_read():
    content = docx(p("un") + table(("deux", "trois")))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            for kind in ("wordprocessingml/2006/", "officeDocument/2006/"):
                text = text.replace(MAIN + kind, STRICT + kind.removesuffix("2006/"))
            target.writestr(name, text)
    assert words(read_word(buffer.getvalue(), "fiche.docx")) == ["un", "deux", "trois"]


NUMBERING = root(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
)


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_lists_count_as_word_counts():
    body = item("a", 1) + item("b", 1, 1) + p("un mot") + item("c", 1) + item("d", 2)
    lines = read(body, parts={"word/numbering.xml": NUMBERING}).items
    marks = [(line.mark.kind, line.mark.level, line.mark.number) if line.mark else None for line in lines]
    assert marks == [("number", 0, 1), ("bullet", 1, 0), None, ("number", 0, 2), ("bullet", 0, 0)]


def test_header_rows_and_spans_are_known():
    body = (
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        + p("un")
        + "</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('deux')}</w:tc><w:tc>{p('trois')}</w:tc></w:tr></w:tbl>"
    )
    (found,) = read(body).items
    assert isinstance(found, Table)
    assert (found.headers, found.rows[0][0].span) == (1, 2)


def test_a_style_s_bold_is_not_the_author_s():
    styles = root(
        "styles", '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Gras"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    lines = read(p("un", "a") + p("deux", "a", run="<w:b/>"), parts={"word/styles.xml": styles}).items
    assert [(line.style, line.runs[0].bold) for line in lines if isinstance(line, Line)] == [
        ("Gras", False),
        ("Gras", True),
    ]
