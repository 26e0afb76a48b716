"""Running text in the making: paragraphs, then blocks, boxes that open and close."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from terrinclus_publish.fields import Data
from terrinclus_publish.normal import Standard
from terrinclus_publish.printed import read_person
from terrinclus_publish.prose import Mark, Paragraph, Span, flat_text, read_blocks, tidy
from terrinclus_publish.prose.spans import Spans

_LONGEST_CAPTION = 100
"""Signs."""


@dataclass
class Content:
    """Blocks in the making. A table or picture met in a box waits: it is the box's only if the box goes on after it."""

    standard: Standard
    blocks: list[Data] = field(default_factory=list)
    box: "Box | None" = None
    _paragraphs: list[Paragraph] = field(default_factory=list)
    _held: list[Data] = field(default_factory=list)

    def paragraph(self, spans: Spans, mark: Mark | None) -> None:
        """Add a paragraph outside boxes."""
        self.close_box()
        self._add(spans, mark)

    def block(self, block: Data) -> None:
        """Add a table or a picture."""
        if self.box is not None:
            self._held.append(block)
        else:
            self._flush()
            self.blocks.append(block)

    def open_box(self, kind: str) -> "Box":
        """Begin a box."""
        self.close_box()
        self._flush()
        self.box = Box(kind, self.standard)
        return self.box

    def in_box(self, kind: str) -> "Box":
        """The open box of that kind, going on; a new one where none is open."""
        if self.box is None or self.box.kind != kind:
            return self.open_box(kind)
        for block in self._held:
            self.box.content.block(block)
        self._held = []
        return self.box

    def close_box(self) -> None:
        """End the open box, if any."""
        if self.box is None:
            return
        box, self.box = self.box, None
        block = box.data()
        if block is not None:
            self.blocks.append(block)
        else:
            for paragraph in box.words():
                self._add(paragraph.spans, paragraph.mark)
            self._flush()
        self.blocks += self._held
        self._held = []

    def finish(self) -> list[Data]:
        """All the blocks."""
        self.close_box()
        self._flush()
        return self.blocks

    def take_caption(self) -> Spans:
        """Take away the last paragraph, if it is short and leads to a table: it is the table's caption."""
        if self.box is not None or not self._paragraphs:
            return ()
        text = flat_text(self._paragraphs[-1].spans)
        if not text.endswith(":") or len(text) > _LONGEST_CAPTION or "." in text:
            return ()
        spans = self._paragraphs.pop().spans
        return tidy((*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip(" :"))))

    def sign(self, box: "Box") -> None:
        """Say who spoke in the box that was closed last."""
        for block in reversed(self.blocks):
            if "paroles" in block:
                block["paroles"].update(box.speaker())
                return

    def words(self) -> Spans:
        """What the paragraphs that are not yet in a block say."""
        return tidy(span for paragraph in self._paragraphs for span in (*paragraph.spans, Span(" ")))

    def caption_last(self, legend: str, credit: str) -> bool:
        """Write under the picture that was added last; whether it stands at the end."""
        blocks = self._held if self.box is not None and self._held else [] if self.box else self.blocks
        if self.box is not None and not self._held:
            return bool(self.box.contents) and self.box.content.caption_last(legend, credit)
        if self._paragraphs or not blocks or "illustration" not in blocks[-1]:
            return False
        said = {"legende": legend, "credit": credit}
        blocks[-1]["illustration"].update({name: text for name, text in said.items() if text})
        return True

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not (self.blocks or self._paragraphs or self.box)

    def _add(self, spans: Spans, mark: Mark | None) -> None:
        if spans:
            self._paragraphs.append(Paragraph(spans, mark))

    def _flush(self) -> None:
        if self._paragraphs:
            self.blocks.append({"texte": self.standard.blocks(self._paragraphs)})
            self._paragraphs = []


@dataclass
class Box:
    """A box in the making; each title begins a part."""

    kind: str
    standard: Standard
    titles: list[Spans] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    signature: Spans = ()
    source: Spans = ()

    @property
    def content(self) -> Content:
        """The content of the part that is open."""
        if not self.contents:
            self.title(())
        return self.contents[-1]

    def title(self, spans: Spans) -> None:
        """Begin a part; a second title, in a box that has only one part, is a paragraph in bold."""
        if self.kind != "regard" and self.contents:
            self.content.paragraph(bold(spans), None)
            return
        if self.contents and self.contents[-1].is_empty:
            self.titles[-1] = (*self.titles[-1], Span(" – "), *spans) if self.titles[-1] else spans
            return
        self.titles.append(spans)
        self.contents.append(Content(self.standard))

    def data(self) -> Data | None:
        """The block; None where it holds no text."""
        self._join_bare_titles()
        parts = [(title, content.finish()) for title, content in zip(self.titles, self.contents, strict=True)]
        if not parts or not all(content for _, content in parts):
            return None
        made = [
            {**({"titre": self.standard.heading(title)} if title else {}), "contenu": content}
            for title, content in parts
        ]
        if self.kind == "regard":
            return {"regard": made}
        box: Data = made[0]
        if self.signature:
            box.update(self.speaker())
        if self.source and self.kind == "encadre":
            box["source"] = self.standard.line(self.source)
        return {self.kind: box}

    def speaker(self) -> Data:
        """The person who signs, and their function."""
        person = read_person([self.signature])
        names = {"nom": "personne", "fonction": "fonction"}
        return {names[name]: self.standard.text([Span(person[name])]) for name in names if name in person}

    def _join_bare_titles(self) -> None:
        """A title with nothing under it is a paragraph in bold of the part above."""
        for rank in range(len(self.contents) - 1, 0, -1):
            if self.contents[rank].is_empty:
                self.contents[rank - 1].paragraph(bold(self.titles[rank]), None)
                del self.contents[rank], self.titles[rank]

    def words(self) -> list[Paragraph]:
        """What a box without text says, as paragraphs."""
        found = []
        for title, content in zip(self.titles, self.contents, strict=True):
            found += [Paragraph(bold(title))] if title else []
            found += [par for block in content.finish() if "texte" in block for par in read_blocks(block["texte"])]
        return [*found, *(Paragraph(spans) for spans in (self.signature, self.source) if spans)]


def bold(spans: Sequence[Span]) -> Spans:
    """The same words in bold."""
    return tuple(replace(span, bold=True) for span in spans)
