"""The guide's tree to a story: cover, chapters, contents, sheets, index, back cover, each in sections of its own."""

from collections.abc import Callable

from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.contents import contents
from terrinclus_publish.word.images import mosaic
from terrinclus_publish.word.pages import (
    Head,
    Section,
    bare_pages,
    chapter_heads,
    end_document,
    end_section,
    sheet_heads,
)
from terrinclus_publish.word.parts import part, span
from terrinclus_publish.word.pictures import cloth_strip, strip
from terrinclus_publish.word.rows import funders
from terrinclus_publish.word.sheet import content, sheet, sheet_place
from terrinclus_publish.word.story import Story

_CHAPTER_HEADINGS = {"h1": "Chapitre", "h2": "Chapitre2", "h3": "Chapitre3"}
_COVER_ACROSS, _COVER_THREADS = 4, 8
"""Cloths in a row of the cover, and threads along a cloth."""
_BACK_ROWS = 6
"""Rows of cloth on the back cover."""


def guide(story: Story, tree: Element) -> None:
    """Add the guide. Sheets start on right pages."""
    mark = tree.get("data-repere", "")
    parts: dict[str, Callable[[Story, Element, str], None]] = {
        "couverture": _cover,
        "liminaire": _chapter,
        "sommaire": _chapter,
        "fiches": _sheets,
        "index": _index,
        "quatrieme": _back,
    }
    for child in tree:
        parts[classes(child)[0]](story, child, mark)


def _cover(story: Story, element: Element, mark: str) -> None:
    for child in element:
        names = classes(child)
        if child.tag == "h1":
            story.line("Title").phrasing(child)
        elif "sous-titre" in names:
            story.line("Subtitle").phrasing(child)
        else:
            style = "CouvertureSurtitre" if "surtitre" in names else "CouvertureEdition"
            _labelled(story, child, style)
    theme = story.theme
    data = mosaic(theme, theme.nuancier, _COVER_ACROSS, theme.text_width / _COVER_ACROSS, _COVER_THREADS)
    rows = -(-len(theme.nuancier) // _COVER_ACROSS)
    size = (theme.text_width, theme.text_width / _COVER_ACROSS * rows)
    strip(story, before=theme.page.pas_pt).picture(data, "png", size)
    end_section(story, Section(theme))


def _labelled(story: Story, element: Element, style: str) -> None:
    line = story.line(style)
    line.phrasing(span(element, "etiquette"), character="SurtitreEtiquette").tab().phrasing(
        element, without=("etiquette",)
    )


def _chapter(story: Story, element: Element, mark: str) -> None:
    for child in element:
        if child.tag in _CHAPTER_HEADINGS:
            identifier = element.get("id") if child.tag == "h1" else child.get("id")
            story.line(_CHAPTER_HEADINGS[str(child.tag)]).phrasing(child).bookmarked(identifier)
        elif child.tag == "ol" and "sommaire" in classes(element):
            contents(story, child)
        else:
            content(story, child)
    _end_part(story, element, mark, Section(story.theme))


def _end_part(story: Story, element: Element, mark: str, section: Section) -> None:
    chapter_heads(story.place, section, Head.of(element, mark))
    end_section(story, section)


def _sheets(story: Story, element: Element, mark: str) -> None:
    for article in element:
        place = sheet_place(story.place, article)
        told = story.at(place)
        sheet(told, article)
        section = Section(story.theme, start="oddPage", bare_first=True)
        sheet_heads(place, section, Head.of(article, article.get("data-repere", "")))
        end_section(told, section)


def _index(story: Story, element: Element, mark: str) -> None:
    story.line("Chapitre").phrasing(part(element, "h1")).bookmarked(element.get("id"))
    _end_part(story, element, mark, Section(story.theme))
    for group in element.findall("section"):
        for child in group:
            if child.tag == "h2":
                story.line("IndexRubrique").phrasing(child)
            elif child.tag == "h3":
                story.line("IndexTerme").phrasing(child)
            else:
                _entries(story, child)
    _end_part(story, element, mark, Section(story.theme, start="continuous", columns=3))


def _entries(story: Story, element: Element) -> None:
    for item in element:
        told = story.at(sheet_place(story.place, item))
        link = part(item, "a")
        line = told.line("Index1")
        line.open_link(link.get("href", ""))
        line.write(text_of(span(link, "numero")), "Numero").write(" ", "Renvoi")
        line.phrasing(span(link, "porteur"), character="Renvoi").write(" ", "Renvoi")
        page = span(link, "page")
        line.page_reference(page.get("data-renvoi", ""), page.text or "", "Renvoi")
        line.close_link()


def _back(story: Story, element: Element, mark: str) -> None:
    for child in element:
        names = classes(child)
        if "texte-quatrieme" in names:
            story.line("Quatrieme").phrasing(child)
        elif "note" in names:
            story.line("QuatriemeNote").phrasing(child)
        elif "editeur" in names:
            for paragraph in child:
                style = "EditeurNom" if "etiquette" in classes(paragraph) else "Editeur"
                story.line(style).phrasing(paragraph)
        else:
            funders(story, child)
    page, band = story.theme.page, story.theme.page.bandeau
    cloth_strip(strip(story, before=4 * page.pas_pt), story.theme.text_width, _BACK_ROWS, band.pas)
    section = Section(story.theme)
    bare_pages(story.place, section)
    end_document(story, section)
