"""The guide's tree to a story: cover, chapters, contents, sheets, index, back cover, each in sections of its own."""

from collections.abc import Callable
from dataclasses import replace

from terrinclus_publish.tree import Element, classes, text_of
from terrinclus_publish.word.contents import contents
from terrinclus_publish.word.images import mosaic
from terrinclus_publish.word.matrix import matrix
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
from terrinclus_publish.word.plates import places, world_map
from terrinclus_publish.word.rows import funders
from terrinclus_publish.word.sheet import content, sheet
from terrinclus_publish.word.signs import NO_BREAK_SPACE
from terrinclus_publish.word.story import Story

_CHAPTER_HEADINGS = {"h1": "Chapitre", "h2": "Chapitre2", "h3": "Chapitre3"}


def guide(story: Story, tree: Element) -> None:
    """Add the guide. Sheets start on right pages."""
    mark = tree.get("data-repere", "")
    parts: dict[str, Callable[[Story, Element, str], None]] = {
        "couverture": _cover,
        "liminaire": _chapter,
        "carte": _map,
        "sommaire": _contents,
        "fiches": _sheets,
        "index": _index,
        "quatrieme": _back,
    }
    for child in tree:
        name = "carte" if child.find("figure[@class='carte']") is not None else classes(child)[0]
        parts[name](story, child, mark)


def _cover(story: Story, element: Element, mark: str) -> None:
    for child in element:
        names = classes(child)
        if child.tag == "h1":
            story.line("Title").heading(child)
        elif "sous-titre" in names:
            story.line("Subtitle").phrasing(child)
        else:
            style = "CouvertureSurtitre" if "surtitre" in names else "CouvertureEdition"
            _labelled(story, child, style)
    theme, cover = story.theme, story.theme.page.couverture
    side = theme.text_width / cover.tissus
    data = mosaic(theme, theme.nuancier, cover.tissus, side, cover.fils)
    size = (theme.text_width, side * -(-len(theme.nuancier) // cover.tissus))
    strip(story, before=theme.page.pas_pt).picture(data, "png", size)
    end_section(story, Section(theme))


def _labelled(story: Story, element: Element, style: str) -> None:
    line = story.line(style)
    line.phrasing(span(element, "etiquette"), character="SurtitreEtiquette").tab().phrasing(
        element, without=("etiquette",)
    )


def _chapter(story: Story, element: Element, mark: str) -> None:
    """A chapter; it follows the one before it on the page, but for those that a picture fills."""
    for child in element:
        if child.tag in _CHAPTER_HEADINGS:
            _chapter_heading(story, element, child)
        elif "matrice" in classes(child):
            matrix(story, child)
        else:
            content(story, child)
    following = element.getnext()
    if following is None or not _follows(following):
        head = Head.of(_first_of_run(element), mark, story.theme.titres.courant_long)
        if _follows(element):
            head = _followed(head, element, story.theme.titres.courant_long)
        section = Section(story.theme)
        chapter_heads(story.place, section, head)
        end_section(story, section)


def _followed(head: Head, element: Element, longest: int) -> Head:
    """The running head of chapters that share their pages: Word looks for the page's own.

    Until it does, and in LibreOffice, which did not before its version 24.2, the guide's title stands there: it is true
    of every page.
    """
    title = element.find("../section[@class='couverture']/h1")
    shown = "" if title is None else text_of(title)
    shown = shown if 0 < len(shown) <= longest else head.left
    return replace(head, style=_CHAPTER_HEADINGS["h1"], right=shown, left=shown)


def _map(story: Story, element: Element, mark: str) -> None:
    """The map's chapter: its list stands in columns."""
    story.line(_CHAPTER_HEADINGS["h1"]).heading(part(element, "h1")).bookmarked(element.get("id"))
    world_map(story, part(element, "figure"))
    _end_part(story, element, mark, Section(story.theme))
    places(story, part(element, "ul"))
    _end_columns(story, element, mark)


def _end_columns(story: Story, element: Element, mark: str) -> None:
    """End a part that stands in columns.

    Why the section of one empty line: Word makes columns equally long only before a section on the same page.
    """
    _end_part(story, element, mark, Section(story.theme, start="continuous", in_columns=True))
    story.line("EntreTableaux", before=0)
    _end_part(story, element, mark, Section(story.theme, start="continuous"))


def _follows(element: Element) -> bool:
    """Whether a part is a chapter of text that goes on after another one."""
    before = element.getprevious()
    return before is not None and all(
        "liminaire" in classes(part) and not _is_plate(part) for part in (before, element)
    )


def _is_plate(element: Element) -> bool:
    """Whether a chapter is a picture that takes its page."""
    return any(name in ("carte", "matrice") for child in element for name in classes(child))


def _first_of_run(element: Element) -> Element:
    """The first of the chapters that follow one another up to this one."""
    before = element.getprevious()
    return _first_of_run(before) if before is not None and _follows(element) else element


def _chapter_heading(story: Story, chapter: Element, element: Element) -> None:
    """A heading; a chapter's own stands at a distance from a chapter before it."""
    is_title = element.tag == "h1"
    space = story.theme.styles["h2"].avant if is_title and _follows(chapter) else None
    line = story.line(_CHAPTER_HEADINGS[str(element.tag)], before=space).heading(element)
    line.bookmarked(chapter.get("id") if is_title else element.get("id"))


def _contents(story: Story, element: Element, mark: str) -> None:
    story.line("Chapitre").heading(part(element, "h1")).bookmarked(element.get("id"))
    contents(story, part(element, "ol"))
    _end_part(story, element, mark, Section(story.theme))


def _end_part(story: Story, element: Element, mark: str, section: Section) -> None:
    chapter_heads(story.place, section, Head.of(element, mark, story.theme.titres.courant_long))
    end_section(story, section)


def _sheets(story: Story, element: Element, mark: str) -> None:
    for article in element:
        place = story.place.told_by(article)
        told = story.at(place)
        sheet(told, article)
        section = Section(story.theme, start="oddPage")
        head = Head.of(article, article.get("data-repere", ""), story.theme.titres.courant_long)
        sheet_heads(place, section, head)
        end_section(told, section)


def _index(story: Story, element: Element, mark: str) -> None:
    """The index: each of its parts in columns of its own, under a heading that stands over them."""
    story.line("Chapitre").heading(part(element, "h1")).bookmarked(element.get("id"))
    start = "nextPage"
    for group in element.findall("section"):
        heading, *rest = group
        story.line("IndexRubrique").heading(heading)
        _end_part(story, element, mark, Section(story.theme, start=start))
        start = "continuous"
        for child in rest:
            if child.tag == "h3":
                story.line("IndexTerme").heading(child)
            else:
                _entries(story, child)
        is_long = sum(1 for _ in group.iter("li")) > len(story.theme.page.grille)
        _end_part(story, element, mark, Section(story.theme, start=start, in_columns=is_long))
    story.line("EntreTableaux", before=0)
    _end_part(story, element, mark, Section(story.theme, start=start))


def _entries(story: Story, element: Element) -> None:
    for item in element:
        told = story.at(story.place.told_by(item))
        link = part(item, "a")
        line = told.line("Index1")
        line.open_link(link.get("href", ""))
        line.write(text_of(span(link, "numero")), "Numero").tab("Renvoi")
        line.phrasing(span(link, "porteur"), character="Renvoi").write(NO_BREAK_SPACE, "Renvoi")
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
    cloth_strip(strip(story, before=4 * page.pas_pt), story.theme.text_width, page.couverture.dos, band.pas)
    section = Section(story.theme)
    bare_pages(story.place, section)
    end_document(story, section)
