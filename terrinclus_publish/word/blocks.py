"""The blocks of running text: paragraphs, lists, boxes, tables, illustrations."""

from collections.abc import Iterable
from dataclasses import dataclass

from terrinclus_publish.tree import Element, classes
from terrinclus_publish.word.ooxml import Spec, spec
from terrinclus_publish.word.pictures import figure
from terrinclus_publish.word.story import Story
from terrinclus_publish.word.texttables import text_table


@dataclass(frozen=True, slots=True)
class Roles:
    """The styles of running text in one kind of place; lists have two levels."""

    text: str
    bullets: tuple[str, str]
    numbers: tuple[str, str]
    continued: tuple[str, str]


RUNNING = Roles(
    "BodyText", ("ListBullet", "ListBullet2"), ("ListNumber", "ListNumber2"), ("ListContinue", "ListContinue2")
)


def box_roles(frame: str) -> Roles:
    """The styles of text in a box; ``frame`` is what their ids start with."""
    return Roles(
        frame,
        (f"{frame}Puce", f"{frame}Puce2"),
        (f"{frame}Numero", f"{frame}Numero2"),
        (f"{frame}Suite", f"{frame}Suite2"),
    )


def blocks(story: Story, elements: Iterable[Element], roles: Roles = RUNNING) -> None:
    """Add blocks that are not boxes."""
    for element in elements:
        block(story, element, roles)


def block(story: Story, element: Element, roles: Roles = RUNNING) -> None:
    """Add one block; a paragraph that leads to a list or a table stays on its page."""
    if element.tag in ("ul", "ol"):
        add_list(story, element, roles)
        story.room_below_text(story.theme.styles["corps"].apres)
    elif element.tag == "table":
        text_table(story, element)
    elif element.tag == "figure":
        figure(story, element)
    else:
        style = _text_style(element, roles)
        spaces = _between_notes(element) if style == "Note" else (None, None)
        story.line(style, before=spaces[0], after=spaces[1], direct=_kept(element)).phrasing(element)


def _text_style(element: Element, roles: Roles) -> str:
    names = classes(element)
    return "Note" if "note" in names or "source" in names else roles.text


def _between_notes(element: Element) -> tuple[float | None, float | None]:
    """Notes in a row stand close to each other: the space before and after one of them, None as its style says."""
    before, after = (
        0.0 if beside is not None and "note" in classes(beside) else None
        for beside in (element.getprevious(), element.getnext())
    )
    return before, after


def _kept(element: Element) -> dict[str, Spec]:
    following = element.getnext()
    leads = following is not None and following.tag in ("ul", "ol")
    return {"keepNext": spec("keepNext"), "keepLines": spec("keepLines")} if leads else {}


def add_list(story: Story, element: Element, roles: Roles, level: int = 0) -> None:
    """Add a list; deeper than two levels, items stay at the second."""
    ordered = element.tag == "ol"
    style = (roles.numbers if ordered else roles.bullets)[min(level, 1)]
    number = story.job.numbering.restart(style, int(element.get("start", "1"))) if ordered else None
    for item in element:
        marked = False
        for child in item:
            if child.tag in ("ul", "ol"):
                add_list(story, child, roles, level + 1)
            elif marked:
                story.line(roles.continued[min(level, 1)]).phrasing(child)
            else:
                marked = True
                joined = _joined(child)
                story.line(style, number=number, after=joined).phrasing(child)
        if not len(item):
            story.line(style, number=number).phrasing(item)


def _joined(paragraph: Element) -> float | None:
    """No space after an item's first paragraph when the item goes on."""
    following = paragraph.getnext()
    return 0 if following is not None and following.tag == "p" else None
