"""A sheet in the making: its fields as they are found, and what has found no place yet."""

from dataclasses import dataclass, field

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, attach
from terrinclus_publish.prose import Mark, Paragraph
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line, Table
from terrinclus_publish.reading.sheet.content import Content
from terrinclus_publish.reading.sheet.pictures import TO_DESCRIBE, Pictures
from terrinclus_publish.reading.sheet.tables import rows_as_items, text_table

TO_COMPLETE = "À compléter."
_TEXT = [{"texte": TO_COMPLETE}]
REQUIRED: Data = {
    "titre": TO_COMPLETE,
    "chapeau": TO_COMPLETE,
    "porteurs": [TO_COMPLETE],
    "projet": {"genese": _TEXT, "objectifs": _TEXT, "acteurs": _TEXT},
    "focus": {"titre": TO_COMPLETE, "parties": [{"titre": TO_COMPLETE, "contenu": _TEXT}]},
}
"""The required fields, with a word that asks to complete them."""


@dataclass
class Axis:
    """An axis in the making: a sentence, then points."""

    axe: str
    standard: Standard
    introduction: Spans = ()
    points: list[Spans] = field(default_factory=list)
    typed: list[Spans] = field(default_factory=list)
    """Paragraphs without a style of ours: the sentence before the points, or the points where no list follows."""

    def data(self) -> Data:
        """Its fields."""
        found: Data = {"axe": self.axe}
        introduction = self.introduction if self.points or not self.typed else ()
        if introduction:
            found["introduction"] = self.standard.line(introduction)
        if points := self.points or self.typed:
            found["points"] = [self.standard.line(point) for point in points]
        return found


@dataclass
class Section:
    """A titled passage in the making."""

    title: Spans
    content: Content


@dataclass
class Making:
    """The fields found so far. ``where`` is the heading under which the reading stands, for what finds no place."""

    standard: Standard
    pictures: Pictures
    data: Data = field(default_factory=dict)
    tiles: list[str] = field(default_factory=list)
    axes: list[Axis] = field(default_factory=list)
    contents: dict[str, Content] = field(default_factory=dict)
    others: list[Section] = field(default_factory=list)
    parts: list[Section] = field(default_factory=list)
    unsorted: list[tuple[str, list[Paragraph]]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    where: str = "au début du document"

    def content(self, name: str) -> Content:
        """The running text of that name: ``pourquoi``, ``genese``, ``objectifs``, ``acteurs``, ``introduction``."""
        return self.contents.setdefault(name, Content(self.standard))

    def under(self, heading: str) -> None:
        """From here on, the reading stands under that heading."""
        self.where = f"sous « {heading.strip()} »"

    def recognise(self, heading: str) -> None:
        """A uniform heading, which no field holds."""
        self.headings.append(heading)

    def put(self, name: str, value: object) -> None:
        """Set a field, or add to one that holds a list; what a field cannot take twice is kept."""
        if value in (None, [], ""):
            return
        if isinstance(value, list):
            self.data.setdefault(name, []).extend(value)
        elif name in self.data:
            self.keep_text(str(value))
        else:
            self.data[name] = value

    def keep(self, spans: Spans, mark: Mark | None = None, where: str = "") -> None:
        """Keep words that have no place, with where they stood."""
        if not spans:
            return
        place = where or self.where
        if not self.unsorted or self.unsorted[-1][0] != place:
            self.unsorted.append((place, []))
        self.unsorted[-1][1].append(Paragraph(spans, mark))

    def keep_text(self, text: str) -> None:
        """Keep a text without markup."""
        self.keep(Line.of(text).spans)

    def keep_table(self, table: Table) -> None:
        """Keep a table that has no place, an item a row."""
        for item in rows_as_items(table):
            self.keep(item.spans, item.mark)

    def table(self, table: Table, caption: Spans, target: Content | None) -> None:
        """Put a table of text where running text is expected; elsewhere keep its words."""
        block = text_table(table, caption, self.standard)
        if target is not None and block is not None:
            target.block(block)
            return
        for paragraph in ([Paragraph(caption)] if caption else []) + rows_as_items(table):
            if target is not None:
                target.paragraph(paragraph.spans, paragraph.mark)
            else:
                self.keep(paragraph.spans, paragraph.mark)

    def illustrations(self, line: Line) -> list[Data]:
        """A block for each picture of a line; one that no page can show is kept, with where it stood."""
        blocks: list[Data] = []
        for picture in line.pictures:
            file = self.pictures.file(picture)
            alternative = self.standard.text(Line.of(picture.alternative).spans)
            if self.pictures.shows(file):
                blocks.append({"illustration": {"fichier": file, "alternative": alternative or TO_DESCRIBE}})
            else:
                self.keep_text(f"Image sheets/{file}{' : ' if alternative else ''}{alternative}")
        return blocks

    def finish(self, language: str) -> tuple[Data, list[str]]:
        """All the fields, in the order of the format, and the required ones that were missing."""
        data = dict(self.data)
        if self.tiles or self.axes:
            data["preconisations"] = attach(self.tiles, [axis.data() for axis in self.axes])
        why = self.contents.pop("pourquoi", None)
        self._add_why(data, why.finish() if why else [])
        ready = {name: blocks for name, content in self.contents.items() if (blocks := content.finish())}
        introduction = ready.pop("introduction", None)
        project: Data = {**data.pop("projet", {}), **ready}
        if self.others:
            project["autres"] = [section for one in self.others if (section := self._section(one))]
        focus: Data = {"titre": data.pop("focus", "")} if "focus" in data else {}
        if introduction:
            focus["introduction"] = introduction
        if self.parts:
            focus["parties"] = [section for one in self.parts if (section := self._section(one))]
        data.update({name: value for name, value in (("projet", project), ("focus", focus)) if value})
        if language != "fr":
            data["langue"] = language
        missing = _complete(data)
        data["a_classer"] = [
            {"texte": self.standard.blocks(paragraphs), "ou": place} for place, paragraphs in self.unsorted
        ] + data.get("a_classer", [])
        return {name: data[name] for name in Fiche.model_fields if data.get(name) not in (None, [], {})}, missing

    def _add_why(self, data: Data, blocks: list[Data]) -> None:
        title = data.pop("pourquoi", None)
        if blocks:
            data["pourquoi"] = {**({"titre": title} if title else {}), "contenu": blocks}
        elif title:
            self.keep_text(title)

    def _section(self, section: Section) -> Data | None:
        blocks = section.content.finish()
        title = self.standard.heading(section.title)
        if not blocks and not title:
            return None
        return {"titre": title or TO_COMPLETE, "contenu": blocks or [{"texte": TO_COMPLETE}]}


def _complete(data: Data) -> list[str]:
    """Write a word in the required fields that are missing, so that the sheet can be read; their names."""
    missing = []
    for name, wanted in REQUIRED.items():
        if not isinstance(wanted, dict):
            if name not in data:
                missing.append(name)
                data[name] = wanted
            continue
        fields = data.setdefault(name, {})
        for inner in wanted:
            if not fields.get(inner):
                missing.append(f"{name}.{inner}")
                fields[inner] = wanted[inner]
    return missing
