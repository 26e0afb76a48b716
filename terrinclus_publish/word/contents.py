"""The contents: a field of Word's over the sheets' titles, with the entries that it would compute already in it."""

from terrinclus_publish.tree import Element
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.ooxml import field_code, field_mark
from terrinclus_publish.word.pictures import cloth_strip
from terrinclus_publish.word.story import Story

_FIELD = r'TOC \o "1-1" \h \z'
"""Titles of level 1, as links, without page numbers in web view (ECMA-376 part 1, 17.16.5.68)."""


def contents(story: Story, entries: Element) -> None:
    """Add the contents. The field starts in the first entry and ends in a line of its own, as Word does."""
    lines = [_entry(story, entry, rank) for rank, entry in enumerate(entries)]
    if not lines:
        return
    lines[0].element[1:1] = [field_mark("begin"), field_code(_FIELD), field_mark("separate")]
    story.line("EntreTableaux").element.append(field_mark("end"))


def _entry(story: Story, entry: Element, rank: int) -> Line:
    """Cloth, number, who leads it, title, page. Neighbours' rules differ by a shade, or only the first would show."""
    place = story.place.dyed(int(entry.get("data-teinte", "0"))).shifted(rank % 2)
    link = entry.find("a")
    line = story.at(place).line("TOC1")
    line.open_link(link.get("href", ""))
    swatch = story.theme.page.courant
    cloth_strip(line, swatch.largeur, 4, swatch.hauteur / 4)
    parts = {name: link.find(f"span[@class='{name}']") for name in ("numero", "porteur", "titre", "page")}
    line.tab().phrasing(parts["numero"], character="SommaireNumero")
    line.tab().phrasing(parts["porteur"], character="SommairePorteur").line_break()
    line.phrasing(parts["titre"]).tab()
    page = parts["page"]
    line.page_reference(page.get("data-renvoi", ""), page.text or "", "SommairePage")
    line.close_link()
    return line
