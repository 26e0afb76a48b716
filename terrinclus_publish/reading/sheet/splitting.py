"""A guide to its sheets: each begins under the line that every sheet of ours has above its title, or, where no style
tells, with its title, above the sentence that stands before « Porteur : ».
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from terrinclus_publish.normal import Standard
from terrinclus_publish.reading.document import Document, Item, Line
from terrinclus_publish.reading.sheet import rows
from terrinclus_publish.reading.sheet.headings import label_and_value, looks_like_heading, uniform_heading, words
from terrinclus_publish.stylenames import Part, role_of


@dataclass(frozen=True)
class Sheets:
    """The sheets of a document, and what stands before and after them."""

    sheets: list[Document]
    outside: list[Item]


def split_sheets(document: Document, standard: Standard) -> Sheets:
    """The sheets of a document; one that holds a single sheet is that sheet, whole."""
    starts = _overlines(document.items)
    starts = starts or [_start(document.items, place) for place in _carriers(document.items, standard)]
    if len(starts) < 2:
        return Sheets([document], [])
    bounds = list(zip(starts, [*starts[1:], len(document.items)], strict=True))
    last = _end(document.items, bounds[-1], standard)
    bounds[-1] = (bounds[-1][0], last)
    parts = [replace(document, items=document.items[start:end]) for start, end in bounds]
    return Sheets(parts, [*document.items[: starts[0]], *document.items[last:]])


def _overlines(items: Sequence[Item]) -> list[int]:
    """Where the line above a title of ours stands."""
    return [place for place, item in enumerate(items) if _part(item) is Part.OVERLINE]


def _part(item: Item) -> Part | None:
    role = role_of(item.style) if isinstance(item, Line) else None
    return None if role is None else role.part


def _carriers(items: Sequence[Item], standard: Standard) -> list[int]:
    """Where « Porteur : … » stands."""
    found = []
    for place, item in enumerate(items):
        pair = label_and_value(words(item)) if isinstance(item, Line) and item.mark is None else None
        if pair and pair[1] and rows.field_of(pair[0], standard) == "porteurs":
            found.append(place)
    return found


def _start(items: Sequence[Item], carrier: int) -> int:
    """The title of the sheet whose carrier stands there: the headings above the paragraph above."""
    place = carrier - 1
    while place > 0 and not _is_heading(items[place]) and carrier - place < 4:
        place -= 1
    while place > 0 and _is_heading(items[place - 1]) and not _ends_a_sheet(items[place - 1]):
        place -= 1
    return place


def _is_heading(item: Item) -> bool:
    return isinstance(item, Line) and looks_like_heading(item)


def _ends_a_sheet(item: Item) -> bool:
    return isinstance(item, Line) and words(item).endswith(":")


def _end(items: Sequence[Item], bounds: tuple[int, int], standard: Standard) -> int:
    """Where the last sheet ends: after the heading of its funders, or above the next chapter."""
    for place in range(*bounds):
        item = items[place]
        if _part(item) is Part.CHAPTER:
            return place
        if _part(item) is not None:
            continue
        heading = uniform_heading(item, standard) if isinstance(item, Line) else None
        if heading is not None and heading.section == "financeurs":
            return place + 1
    return bounds[1]
