"""Fills in a form as Word does: prompts give way to answers, rows are added by copying the last one.

Word drops ``showingPlcHdr`` where something is typed, sets the text as the control's own properties say, and gives each
copied control another number.
"""

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count

from lxml import etree

from terrinclus_publish.tree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NUMBERS = count(500_000)


class Filling:
    """A form that is being filled in."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])

    def answer(self, scope: Element, **answers: str | Sequence[str] | None) -> None:
        """Type answers; a sequence is several paragraphs; None leaves the prompt."""
        for name, value in answers.items():
            if value is not None:
                _type(control(scope, name), value)

    def rows(self, scope: Element, name: str, number: int) -> Iterator[Element]:
        """The rows of a part that may be repeated, once there are that many of them."""
        (content,) = control(scope, f"{name}_+").iterchildren(f"{W}sdtContent")
        while len(content) < number:
            row = copy.deepcopy(content[0])
            for identifier in row.iter(f"{W}id"):
                identifier.set(f"{W}val", str(next(_NUMBERS)))
            content.append(row)
        yield from content

    def to_bytes(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, content in self._parts.items():
                archive.writestr(name, etree.tostring(self.root) if name == "word/document.xml" else content)
        return buffer.getvalue()


def control(scope: Element, name: str) -> Element:
    """The first control of that tag."""
    return next(c for c in controls(scope) if c.find(f"{W}sdtPr/{W}tag") is not None and tag_of(c) == name)


def controls(scope: Element) -> list[Element]:
    """All the controls."""
    return list(scope.iter(f"{W}sdt"))


def tag_of(element: Element) -> str:
    """A control's tag; nothing where it has none."""
    tag = element.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else tag.get(f"{W}val")


def _type(element: Element, value: str | Sequence[str]) -> None:
    properties, content = element.find(f"{W}sdtPr"), element.find(f"{W}sdtContent")
    properties.remove(properties.find(f"{W}showingPlcHdr"))
    paragraph = content.find(f"{W}p")
    if paragraph is None:
        content[:] = _runs(str(value), properties)
        return
    texts = [value] if isinstance(value, str) else value
    written = [paragraph, *(copy.deepcopy(paragraph) for _ in texts[1:])]
    for text, target in zip(texts, written, strict=True):
        target[:] = [*target.findall(f"{W}pPr"), *_runs(text.removeprefix("- "), properties)]
        if text.startswith("- "):
            target.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "ListBullet")
    content[:] = written


def _runs(text: str, properties: Element) -> Iterator[Element]:
    """Runs; every other stretch between ``**`` is bold."""
    for rank, piece in enumerate(text.split("**")):
        if not piece:
            continue
        run = etree.Element(f"{W}r")
        look = etree.SubElement(run, f"{W}rPr")
        look.extend(copy.deepcopy(own) for own in properties.iterfind(f"{W}rPr/*"))
        if rank % 2:
            etree.SubElement(look, f"{W}b")
        shown = etree.SubElement(run, f"{W}t")
        shown.text = piece
        shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield run
