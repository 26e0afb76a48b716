"""The contents: a field of Word's over the sheets' titles, with the entries that it would compute already in it."""

from terrinclus_publish.tree import Element
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.ooxml import field_code, field_mark, w
from terrinclus_publish.word.parts import part, span
from terrinclus_publish.word.pictures import cloth_strip
from terrinclus_publish.word.story import Story

_FIELD = r'TOC \o "1-1" \h \z'
"""Titles of level 1, as links, without page numbers in web view (ECMA-376 part 1, 17.16.5.68)."""


def contents(story: Story, entries: Element) -> None:
    """Add the contents: chapters as lines, sheets in a field that starts in the first one and ends in the last.

    Why: a section must not end in it, or LibreOffice takes the section's running heads for contents too.
    """
    lines: list[Line] = []
    for entry in entries:
        if entry.get("data-teinte") is None:
            after_sheets = story.theme.styles["corps"].apres if lines else None
            _chapter(story, entry, after_sheets)
        else:
            lines.append(_entry(story, entry, len(lines)))
    if not lines:
        return
    lines[0].element[1:1] = [w("r", part) for part in (field_mark("begin"), field_code(_FIELD), field_mark("separate"))]
    lines[-1].element.append(w("r", field_mark("end")))
    story.line("EntreTableaux")


def _chapter(story: Story, entry: Element, before: float | None) -> None:
    """A chapter: its title, its page; ``before`` is the space above, points, where it is not the style's."""
    link = part(entry, "a")
    line = story.line("SommaireChapitre", before=before)
    line.open_link(link.get("href", ""))
    line.phrasing(span(link, "titre"), character="SommaireTitre").tab("SommaireTitre")
    page = span(link, "page")
    line.page_reference(page.get("data-renvoi", ""), page.text or "", "SommairePage")
    line.close_link()


def _entry(story: Story, entry: Element, rank: int) -> Line:
    """Cloth, number, who leads it, title, page. Neighbours' rules differ by a shade, or only the first would show."""
    place = story.place.dyed(int(entry.get("data-teinte", "0"))).shifted(rank % 2)
    link = part(entry, "a")
    line = story.at(place).line("TOC1")
    line.open_link(link.get("href", ""))
    swatch = story.theme.page.courant
    cloth_strip(line, swatch.largeur, swatch.rangs, swatch.hauteur / swatch.rangs)
    line.tab().phrasing(span(link, "numero"), character="SommaireNumero")
    line.tab().phrasing(span(link, "porteur"), character="SommairePorteur").line_break()
    line.heading(span(link, "titre")).tab()
    page = span(link, "page")
    line.page_reference(page.get("data-renvoi", ""), page.text or "", "SommairePage")
    line.close_link()
    return line
