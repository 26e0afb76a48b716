"""The contents: a field of Word's over the sheets' titles, with the entries that it would compute already in it."""

from terrinclus_publish.tree import Element
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.ooxml import field_code, field_mark
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.pictures import cloth_strip
from terrinclus_publish.word.story import Story

_FIELD = r'TOC \o "1-1" \h \z'
"""Titles of level 1, as links, without page numbers in web view (ECMA-376 part 1, 17.16.5.68)."""


def contents(story: Story, entries: Element) -> None:
    """Add the contents. The field starts in the first entry and ends in the last."""
    lines = [_entry(story, entry) for entry in entries]
    if not lines:
        return
    opening = [field_mark("begin"), field_code(_FIELD), field_mark("separate")]
    lines[0].element[1:1] = opening
    lines[-1].element.append(field_mark("end"))


def _entry(story: Story, entry: Element) -> Line:
    """Cloth, number, who leads it, title, page."""
    theme = story.theme
    dye = theme.dye(int(entry.get("data-teinte", "0")))
    place = story.place
    told = story.at(type(place)(place.job, place.part, Palette.of(theme, dye.rvb), dye, place.language))
    link = entry.find("a")
    line = told.line("TOC1")
    line.open_link(link.get("href", ""))
    swatch = theme.page.courant
    cloth_strip(line, swatch.largeur, 4, swatch.hauteur / 4)
    parts = {name: link.find(f"span[@class='{name}']") for name in ("numero", "porteur", "titre", "page")}
    line.tab().phrasing(parts["numero"], character="SommaireNumero")
    line.tab().phrasing(parts["porteur"], character="SommairePorteur").line_break()
    line.phrasing(parts["titre"]).tab()
    page = parts["page"]
    line.page_reference(page.get("data-renvoi", ""), page.text or "", "SommairePage")
    line.close_link()
    return line
