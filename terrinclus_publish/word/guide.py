"""The guide's tree to a story: cover, chapters, contents, sheets, index, back cover, each in sections of its own."""

from collections.abc import Callable
from dataclasses import replace

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.contents import contents
from terrinclus_publish.word.images import mosaic
from terrinclus_publish.word.job import Place
from terrinclus_publish.word.pages import Section, end_document, end_section, running_heads
from terrinclus_publish.word.pictures import strip
from terrinclus_publish.word.rows import funders
from terrinclus_publish.word.sheet import content, sheet
from terrinclus_publish.word.story import Story

_CHAPTER_HEADINGS = {"h1": "Chapitre", "h2": "Chapitre2", "h3": "Chapitre3"}
_COVER_ACROSS, _COVER_THREADS = 4, 8
"""Cloths in a row of the cover, and threads along a cloth."""


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
    label = element.find("span[@class='etiquette']")
    line.phrasing(label, character="SurtitreEtiquette").tab().phrasing(element, without=("etiquette",))


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
    head = element.get("data-courant-recto", "")
    running_heads(story.place, section, mark, head, element.get("data-courant-verso", head))
    end_section(story, section)


def _sheets(story: Story, element: Element, mark: str) -> None:
    for article in element:
        place = sheet_place(story.place, article)
        told = story.at(place)
        sheet(told, article)
        section = Section(story.theme, start="oddPage", bare_first=True)
        sheet_heads(place, section, article)
        end_section(told, section)


def sheet_place(place: Place, article: Element) -> Place:
    """The place of a sheet: its dye, its language."""
    dyed = place.dyed(int(article.get("data-teinte", "0")))
    return replace(dyed, language=article.get("lang") or place.language)


def sheet_heads(place: Place, section: Section, article: Element) -> None:
    """A sheet's running heads: its title on right pages, who leads it on left ones."""
    right, left = article.get("data-courant-recto", ""), article.get("data-courant-verso", "")
    running_heads(place, section, article.get("data-repere", ""), right, left)


def _index(story: Story, element: Element, mark: str) -> None:
    title = element.find("h1")
    story.line("Chapitre").phrasing(title).bookmarked(element.get("id"))
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
        place = sheet_place(story.place, item)
        link = item.find("a")
        line = story.at(place).line("Index1")
        line.open_link(link.get("href", ""))
        line.write(link.findtext("span[@class='numero']", ""), "Numero").write(" ")
        line.phrasing(link.find("span[@class='porteur']")).write(" ")
        page = link.find("span[@class='page']")
        line.page_reference(page.get("data-renvoi", ""), page.text or "")
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
    end_document(story, Section(story.theme))


