"""Boxes: the words of a person, the partners' view, framed passages, as runs of bordered and shaded paragraphs."""

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.blocks import Roles, block, box_roles
from terrinclus_publish.word.catalogue.boxes import Frame, frames
from terrinclus_publish.word.catalogue.grid import column_b
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.pictures import cloth_strip, strip
from terrinclus_publish.word.story import Story

_WHOLE = frozenset({"paroles", "encadre"})
"""Boxes that are not cut at the foot of a page, unless they are longer than one."""


def box(story: Story, aside: Element) -> None:
    """Add a box; its borders differ by a shade from those of a box just before it."""
    kind = classes(aside)[0]
    frame = frames(story.theme)[kind]
    framed = story.at(story.place.shifted(_boxes_before(aside) % 2))
    if kind == "regard":
        _selvage(story)
    roles = box_roles(frame.id)
    first = len(story.body)
    for child in aside:
        _part(framed, child, frame, roles, kind)
    if kind in _WHOLE:
        story.keep_together(first)
    story.room_below_text(story.theme.page.pas_pt)


def _boxes_before(aside: Element) -> int:
    """How many boxes stand directly before this one."""
    previous = aside.getprevious()
    return 0 if previous is None or previous.tag != "aside" else 1 + _boxes_before(previous)


def _part(story: Story, element: Element, frame: Frame, roles: Roles, kind: str) -> None:
    names = classes(element)
    if "etiquette" in names:
        before = 0.0 if kind == "regard" else None
        story.line(f"{frame.id}Etiquette", before=before).phrasing(element)
    elif "titre-encart" in names:
        level = int(element.tag[1]) - 1
        story.line(f"{frame.id}Titre", direct={"outlineLvl": spec("outlineLvl", val=str(level))}).heading(element)
    elif "signature" in names:
        story.line(f"{frame.id}Signature").phrasing(element)
    elif "source" in names:
        story.line(f"{frame.id}Source").phrasing(element)
    elif element.tag == "blockquote":
        for child in element:
            block(story, child, Roles(f"{frame.id}Citation", roles.bullets, roles.numbers, roles.continued))
    else:
        block(story, element, roles)


def _selvage(story: Story) -> None:
    """Two rows of the sheet's cloth on top of the box."""
    page = story.theme.page
    left = column_b(story.theme) - page.encart
    line = strip(story, left=left, before=story.theme.styles["h2"].avant)
    cloth_strip(line, story.theme.text_width - left, page.lisiere.rangs, page.lisiere.pas)
