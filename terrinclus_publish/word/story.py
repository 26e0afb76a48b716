"""A story: where paragraphs and tables are added, in reading order.

A story is a body, a cell, a header or a footer. It holds Word's rules about neighbours: a paragraph stands between two
tables, and some space after one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.job import Job, Place
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.measure import twips_of_points
from terrinclus_publish.word.ooxml import NOTHING, Spec, local_name, ordered, properties, qualified, spec, w
from terrinclus_publish.word.parts import part


@dataclass(frozen=True)
class Story:
    """What is added to ``body``, at a place."""

    place: Place
    body: Element

    @property
    def job(self) -> Job:
        """What the document's stories share."""
        return self.place.job

    @property
    def theme(self) -> Theme:
        """The design tokens."""
        return self.place.job.theme

    def inside(self, body: Element) -> "Story":
        """The same story, going on in a cell."""
        return Story(self.place, body)

    def at(self, place: Place) -> "Story":
        """The same body, at another place."""
        return Story(place, self.body)

    def line(
        self,
        style: str,
        *,
        text: Style | None = None,
        before: float | None = None,
        after: float | None = None,
        number: int | None = None,
        direct: Mapping[str, Spec] = NOTHING,
    ) -> Line:
        """Add a paragraph of that style. ``before`` and ``after`` in points; ``number`` is another ``w:num``.

        ``direct`` are properties that it sets itself.
        """
        named = self.job.styles.paragraphs[style]
        own, letters = self.job.styles.variation(style, self.place.palette, text)
        specs = {"pStyle": spec("pStyle", val=style), **own, **direct}
        if before is None and self._after_table() and named.text.avant < self.theme.page.pas_pt:
            before = self.theme.page.pas_pt
        if before is not None or after is not None:
            spaces = {"before": before, "after": after}
            attributes = {side: twips_of_points(space) for side, space in spaces.items() if space is not None}
            specs["spacing"] = _merged(specs.get("spacing"), attributes)
        if number is not None:
            level = named.marker.level if named.marker else 0
            specs["numPr"] = spec("numPr", spec("ilvl", val=str(level)), spec("numId", val=str(number)))
        element = w("p", properties("pPr", specs, *self._mark(style, letters)))
        self.body.append(element)
        return Line(self.place, element, self.job.styles.face(text or named.text), letters)

    def table(self, element: Element) -> None:
        """Add a table, and a paragraph before it where another table would touch it."""
        if self._after_table():
            self.line("EntreTableaux")
        self.body.append(element)

    def room_below_text(self, points: float) -> None:
        """Space under the last paragraph, if it is not a heading, for a table or a box's end."""
        last = self._last()
        if last is None or local_name(last) != "p":
            return
        own = part(last, qualified("w:pPr"))
        style = part(own, qualified("w:pStyle")).get(qualified("w:val"), "")
        if self.job.styles.paragraphs[style].outline is not None:
            return
        spacing = own.find(qualified("w:spacing"))
        if spacing is None:
            spacing = w("spacing")
            own[:] = ordered("pPr", [*own, spacing])
        spacing.set(qualified("w:after"), twips_of_points(points))

    def keep_together(self, first: int) -> None:
        """Keep on one page all that was added from that place of the body on.

        Why the lines of each paragraph too: LibreOffice does not part a paragraph that stays with the next, Word does.
        """
        last = self._last()
        for element in islice(self.body, first, None):
            if local_name(element) == "p":
                own = part(element, qualified("w:pPr"))
                wanted = ("keepLines",) if element is last else ("keepNext", "keepLines")
                missing = [name for name in wanted if own.find(qualified(f"w:{name}")) is None]
                own[:] = ordered("pPr", [*own, *(w(name) for name in missing)])

    def _after_table(self) -> bool:
        last = self._last()
        return last is not None and local_name(last) == "tbl"

    def _last(self) -> Element | None:
        """What was added last."""
        return next(self.body.iterchildren(reversed=True), None)

    def _mark(self, style: str, letters: dict[str, Spec]) -> list[Element]:
        """The properties of the paragraph's mark, which lend a list's marker their colour."""
        specs = dict(letters)
        named = self.job.styles.paragraphs[style]
        if named.marker and named.marker.kind != "none" and self.job.numbering.marks is None and style != "Heading1":
            specs["color"] = spec("color", val=self.place.palette.colour("accent"))
        return [properties("rPr", specs)] if specs else []


def _merged(own: Spec | None, attributes: dict[str, str]) -> Spec:
    return spec("spacing", **{**(dict(own[1]) if own else {}), **attributes})
