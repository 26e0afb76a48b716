"""A sheet in the making: its fields as they are found, and what has found no place yet."""

from dataclasses import dataclass, field

from terrinclus_publish.fields import Data
from terrinclus_publish.models import Fiche
from terrinclus_publish.normal import Standard, attach
from terrinclus_publish.prose import Mark, Paragraph, flat_text
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line, Table
from terrinclus_publish.reading.sheet.content import Content
from terrinclus_publish.reading.sheet.pictures import TO_DESCRIBE, Pictures
from terrinclus_publish.reading.sheet.tables import rows_as_items, text_table

TO_COMPLETE = "À compléter."
_REQUIRED = {
    "": ("titre", "chapeau", "porteurs"),
    "projet": ("genese", "objectifs", "acteurs"),
    "focus": ("titre", "parties"),
}
REQUIRED = frozenset(f"{parent}.{name}".lstrip(".") for parent, names in _REQUIRED.items() for name in names)
"""The fields without which there is no sheet."""


@dataclass
class Axis:
    """An axis in the making: a sentence, then points."""

    axe: str
    standard: Standard
    introduction: Spans = ()
    points: list[Spans] = field(default_factory=list)

    def data(self) -> Data:
        """Its fields."""
        found: Data = {"axe": self.axe}
        if self.introduction:
            found["introduction"] = self.standard.line(self.introduction)
        if self.points:
            found["points"] = [self.standard.line(point) for point in self.points]
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
        """A block for each picture of a line."""
        return [
            {
                "illustration": {
                    "fichier": self.pictures.file(picture),
                    "alternative": self.standard.text(Line.of(picture.alternative).spans) or TO_DESCRIBE,
                }
            }
            for picture in line.pictures
        ]

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
    text = [{"texte": TO_COMPLETE}]
    written = {"porteurs": [TO_COMPLETE], "parties": [{"titre": TO_COMPLETE, "contenu": text}]}
    for parent, names in _REQUIRED.items():
        fields = data.setdefault(parent, {}) if parent else data
        for name in names:
            if not fields.get(name):
                missing.append(f"{parent}.{name}".lstrip("."))
                fields[name] = written.get(name, text if parent == "projet" else TO_COMPLETE)
    return missing


def words_of(spans: Spans) -> str:
    """The words of a line, for a message."""
    return flat_text(spans)
