"""Lists that no list style tells of: items typed with a dash; « item, paragraph, item, paragraph » as one list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from terrinclus_publish.prose import Mark
from terrinclus_publish.reading.document import Item, Line
from terrinclus_publish.stylenames import role_of

_TYPED = re.compile(r"^\s*(?P<sign>[-–—•·▪●◦*])[ \t\u00a0\u202f]+(?=\S)")
_INNER = frozenset("◦")


def with_typed_items(items: Sequence[Item]) -> list[Item]:
    """The same items, where paragraphs that begin with a typed dash or dot are items of a list."""
    return [_item(item) if isinstance(item, Line) else item for item in items]


def _item(line: Line) -> Line:
    match = _TYPED.match(line.text)
    if match is None or line.mark is not None or line.outline is not None or not _free(line):
        return line
    return replace(line.without_start(match.end()), mark=Mark("bullet", 1 if match["sign"] in _INNER else 0))


def with_continued(items: Sequence[Item]) -> list[Item]:
    """The same items, where paragraphs that stand between single items of a list belong to the item above."""
    joined = list(items)
    place = 0
    while place < len(joined):
        reach = _alternating(joined, place)
        if reach >= 2:
            for rank in range(reach):
                line = joined[place + 2 * rank + 1]
                assert isinstance(line, Line)
                joined[place + 2 * rank + 1] = replace(line, mark=Mark("continued", 0))
        place += max(2 * reach, 1)
    return joined


def _alternating(items: Sequence[Item], place: int) -> int:
    """How many times an item and a paragraph follow each other from a place on."""
    reach = 0
    while place + 1 < len(items) and _is_item(items[place]) and _is_paragraph(items[place + 1]):
        reach += 1
        place += 2
    return reach


def _is_item(item: Item) -> bool:
    return isinstance(item, Line) and item.mark is not None and item.mark.kind != "continued" and _free(item)


def _is_paragraph(item: Item) -> bool:
    """A paragraph of some length: a caption or a lead to another list is none."""
    if not isinstance(item, Line) or item.mark is not None or item.outline is not None or not _free(item):
        return False
    text = item.text.strip()
    return len(text) > 40 and not text.endswith(":") and not text.isupper()


def _free(line: Line) -> bool:
    return role_of(line.style) is None and not line.aside
