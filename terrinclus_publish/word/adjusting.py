"""Safer page numbers: a sheet whose length is close to an even count of pages is set a little looser or tighter.

What may change stands in the theme (``page.ajustement``): the foot of the sheet's pages, the spaces above its headings.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from terrinclus_publish.theme import MM
from terrinclus_publish.tokens import Adjustment
from terrinclus_publish.tree import Element
from terrinclus_publish.word.job import Job
from terrinclus_publish.word.layout.document import references
from terrinclus_publish.word.layout.paging import Part, Room
from terrinclus_publish.word.layout.safety import Margin, Run
from terrinclus_publish.word.measure import TWIPS_PER_POINT, twips_of_points
from terrinclus_publish.word.ooxml import ordered, qualified, w
from terrinclus_publish.word.parts import part as found_part


@dataclass(frozen=True, slots=True)
class Change:
    """What a sheet's pages lose at their foot (millimetres), and what its spaces above headings are multiplied by."""

    foot: float
    headings: float


NONE = Change(0, 1)


def settled(run: Run, token: Adjustment) -> tuple[Run, Margin, Change]:
    """The run changed as little as makes its margin large enough, or as makes it largest, where none does."""
    if run.bears(token.marge / 100):
        return run, run.margin(), NONE
    changed = [(_changed(run, change), change) for change in _changes(token)]
    enough = next(((own, change) for own, change in changed if own.bears(token.marge / 100)), None)
    if enough is not None:
        return enough[0], enough[0].margin(), enough[1]
    margins = [(own, own.margin(), change) for own, change in ((run, NONE), *changed)]
    return max(margins, key=lambda item: item[1].least)


def _changes(token: Adjustment) -> Iterator[Change]:
    """All changes, the slightest first: a millimetre at the foot counts as much as a tenth of the headings' spaces."""
    pairs = (Change(foot, headings) for foot, headings in product(token.pied, token.titres))
    yield from sorted(pairs, key=lambda change: abs(change.foot) + 10 * abs(change.headings - 1))


def _changed(run: Run, change: Change) -> Run:
    spaced = run.spaced(change.headings)
    return replace(spaced, parts=[_lifted(part, change.foot) for part in spaced.parts])


def _lifted(part: Part, foot: float) -> Part:
    odd, even = (bottom - foot * MM for bottom in part.room.bottoms)
    return replace(part, room=Room(part.room.tops, (odd, even)))


def apply(run: Run, change: Change, job: Job) -> None:
    """Write a change into the file: sections' feet and margins, headings' spaces."""
    for part in run.parts:
        if change.foot:
            _lift(part.section, change.foot, job)
        for strip in part.strips:
            if change.headings != 1 and strip.above and strip.element is not None:
                _set_before(strip.element, strip.above * change.headings)


def _lift(section: Element, foot: float, job: Job) -> None:
    """Change the margin at the foot; folios stay where they are."""
    room = job.styles.paragraphs["Footer"].text.avant + foot * MM
    margins = found_part(section, qualified("w:pgMar"))
    bottom = qualified("w:bottom")
    margins.set(bottom, str(int(margins.get(bottom, "0")) + round(foot * MM * TWIPS_PER_POINT)))
    for (kind, _), relation in references(section):
        if kind == "footerReference":
            for paragraph in job.package.running(relation).iterchildren(qualified("w:p")):
                _set_before(paragraph, max(room, 0))


def _set_before(paragraph: Element, points: float) -> None:
    own = found_part(paragraph, qualified("w:pPr"))
    spacing = own.find(qualified("w:spacing"))
    if spacing is None:
        spacing = w("spacing")
        own[:] = ordered("pPr", [*own, spacing])
    spacing.set(qualified("w:before"), twips_of_points(points))
