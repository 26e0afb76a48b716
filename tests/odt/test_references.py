"""References to pages: the numbers of the Word file stand where LibreOffice has none, or an error."""

from lxml import etree

from odt.words import parse
from terrinclus_publish.odt.references import restore_pages, shown_pages

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>après</w:t></w:r>'
    )


def document(*fields: str) -> dict[str, bytes]:
    inside = "".join(f"<w:p>{own}</w:p>" for own in fields)
    return {"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode()}


def test_numbers_are_found_by_their_bookmarks():
    parts = document(field(r"PAGEREF carte \h", "7"), field("PAGE", "1"), field(r"PAGEREF ficheAude \h", "9"))
    assert shown_pages(parts) == {"carte": "7", "ficheAude": "9"}


def test_numbers_take_the_place_of_nothing_and_of_an_error():
    content = parse(
        '<text:bookmark-ref text:reference-format="page" text:ref-name="carte">Error</text:bookmark-ref>'
        '<text:bookmark-ref text:reference-format="page" text:ref-name="ficheAude"/>'
        '<text:bookmark-ref text:reference-format="page" text:ref-name="ailleurs">3</text:bookmark-ref>'
        '<text:bookmark-ref text:reference-format="text" text:ref-name="carte">La carte</text:bookmark-ref>'
    )
    restore_pages(content, {"carte": "7", "ficheAude": "9"})
    assert etree.tostring(content, method="text").decode() == "793La carte"
