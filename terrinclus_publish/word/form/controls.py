"""Content controls (``w:sdt``): around runs of a line, around paragraphs, around rows that may be added.

Controls are put around what stands already there. A control shows its prompt until it is filled in (``showingPlcHdr``,
ECMA-376 part 1, 17.5.2); Word takes the prompt back from the glossary when the control is emptied.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from terrinclus_publish.prompts import Prompts
from terrinclus_publish.tree import Element
from terrinclus_publish.word.form.styles import PLAIN, Look
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.ooxml import properties, qualified, spec, w
from terrinclus_publish.word.signs import run_content
from terrinclus_publish.word.story import Story

W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_KEPT = "sdtLocked"
"""The control cannot be deleted; what stands in it can."""


@dataclass
class Controls:
    """Makes the controls of one form, each with a number of its own."""

    prompts: Prompts
    printed: Callable[[str], str]
    """A text as typography prints it."""
    used: dict[str, Element] = field(default_factory=dict)
    """The prompt of each field that has a control, in the order of the page."""
    _open: int = 0
    """How many rows that may be added are open: what may be added may be taken away, so nothing in it is locked."""
    _numbers: "count[int]" = field(default_factory=lambda: count(1001))

    def text(self, line: Line, name: str, look: Look = PLAIN) -> None:
        """End a line with a control for text.

        Why not for plain text only (``w:text``): LibreOffice makes an input field of it, which looks like no field.
        """
        self._inline(line, name, look)

    def choice(self, line: Line, name: str, entries: Sequence[str]) -> None:
        """End a line with a drop-down."""
        items = [w("listItem", displayText=entry, value=entry) for entry in map(self.printed, entries)]
        self._inline(line, name, PLAIN, w("dropDownList", *items))

    def paragraphs(self, story: Story, name: str, style: str) -> None:
        """Add a paragraph of a style in a control that holds as many of them as the author likes."""
        first = len(story.body)
        story.line(style).element.append(self._prompt(name, PLAIN))
        _wrap(story.body, first, self._field(name, PLAIN))

    @contextmanager
    def repeating(self, parent: Element, name: str) -> Iterator[None]:
        """What is added to ``parent`` meanwhile is a row, or a passage, that may be added again ([MS-DOCX] 2.5.4)."""
        first, title = len(parent), self.printed(self.prompts.rangees[name])
        self._open += 1
        yield
        self._open -= 1
        _wrap(parent, first, w("sdtPr", self._number(), _w15("repeatingSectionItem")))
        section = _w15("repeatingSection", _w15("sectionTitle", title))
        _wrap(parent, first, w("sdtPr", w("alias", val=title), w("tag", val=f"{name}_+"), self._number(), section))

    def _inline(self, line: Line, name: str, look: Look, *kind: Element) -> None:
        first = len(line.element)
        line.element.append(self._prompt(name, look))
        _wrap(line.element, first, self._field(name, look, *kind))

    def _field(self, name: str, look: Look, *kind: Element) -> Element:
        """``w:sdtPr`` of a field that shows its prompt; without a kind, any text may stand in it."""
        own = [w("rPr", w("b"))] if look.bold else []
        own += [w("alias", val=self.printed(self.prompts.champs[name].nom)), w("tag", val=name), self._number()]
        own += [] if self._open else [w("lock", val=_KEPT)]
        return w("sdtPr", *own, w("placeholder", w("docPart", val=part_name(name))), w("showingPlcHdr"), *kind)

    def _prompt(self, name: str, look: Look) -> Element:
        """The run that stands in a control until it is filled in."""
        specs = {"rStyle": spec("rStyle", val=look.style), **({"b": spec("b")} if look.bold else {})}
        run = w("r", properties("rPr", specs), *run_content(self.printed(self.prompts.champs[name].invite)))
        self.used[name] = run
        return run

    def _number(self) -> Element:
        return w("id", val=str(next(self._numbers)))


def part_name(name: str) -> str:
    """The name of a field's prompt in the glossary."""
    return f"Invite_{name}"


def _wrap(parent: Element, first: int, own: Element) -> None:
    """Put a control around the children of ``parent`` from ``first`` on."""
    parent.append(w("sdt", own, w("sdtContent", *list(parent)[first:])))


def _w15(tag: str, *content: "Element | str") -> Element:
    """An element of Word 2013's additions; a text is its value, in Word's first namespace."""
    element = etree.Element(f"{{{W15}}}{tag}", nsmap={"w15": W15})
    for piece in content:
        if isinstance(piece, str):
            element.set(qualified("w:val"), piece)
        else:
            element.append(piece)
    return element
