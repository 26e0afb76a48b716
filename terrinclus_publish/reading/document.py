"""A document as its reader sees it, whatever the file: paragraphs and tables in order, with the names of their styles.

What comes in is Word, OpenDocument or plain text; what a sheet is made from knows only this.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from terrinclus_publish.prose import Mark, Span, tidy
from terrinclus_publish.prose.spans import Spans

TAB = "\t"
UNANSWERED = "\0prompt"
"""The style of a run that is the prompt of a form: the file says so itself."""
LINKED_PICTURES = "des images liées, hors du fichier, ne sont pas reprises\u00a0: insérez-les dans le document"
"""What an author is told of pictures that are not in the file: none is ever fetched."""
OBJECTS = (
    "le fichier contient un objet d'un autre logiciel (une feuille de calcul, par exemple)\u00a0: recopiez ce qu'il dit"
)
"""What an author is told of a workbook or a drawing that stands in the file as a file of its own."""


def tracked(count: int, authors: str) -> str:
    """What an author is told of tracked changes; ``authors`` are their names, or nothing."""
    whose = f" ({authors})" if authors else ""
    if count == 1:
        return f"1 modification en suivi{whose}, lue comme acceptée"
    return f"{count} modifications en suivi{whose}, lues comme acceptées"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line that is set alike; ``style`` is the name of a character style."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""
    style: str = ""

    @property
    def span(self) -> Span:
        """The same, without its style."""
        return Span(self.text, self.bold, self.italic, self.link, self.language)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes as they stand in the file, and the text that replaces it."""

    content: bytes
    ending: str
    """Of its file's name: ``png``."""
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. ``style`` is the name of its style; ``outline`` the level of a heading, from 0."""

    runs: tuple[Run, ...]
    style: str = ""
    mark: Mark | None = None
    outline: int | None = None
    pictures: tuple[Picture, ...] = ()
    aside: str = ""
    """Where it stands when it is outside the text: « note de bas de page »."""

    @classmethod
    def of(cls, text: str) -> "Line":
        """A paragraph without markup."""
        return cls((Run(text),))

    @property
    def text(self) -> str:
        """Its words, tabs kept."""
        return "".join(run.text for run in self.runs)

    @property
    def spans(self) -> Spans:
        """Its words as they are set."""
        return tidy(run.span for run in self.runs)

    def after_tab(self) -> "Line":
        """The line without what stands before its first tab."""
        seen, kept = False, []
        for run in self.runs:
            if seen:
                kept.append(run)
            elif TAB in run.text:
                seen = True
                kept.append(_cut(run, run.text.split(TAB, 1)[1]))
        return Line(tuple(kept), self.style, self.mark, self.outline, self.pictures) if seen else self

    def without_start(self, length: int) -> "Line":
        """The line without its first signs."""
        runs, left = [], length
        for run in self.runs:
            runs.append(_cut(run, run.text[left:]))
            left = max(0, left - len(run.text))
        return replace(self, runs=tuple(run for run in runs if run.text))

    def rows(self) -> list["Line"]:
        """The lines that breaks cut it into, each as a paragraph; its mark and its pictures stay with the first."""
        rows: list[list[Run]] = [[]]
        for run in self.runs:
            for rank, piece in enumerate(run.text.split("\n")):
                if rank:
                    rows.append([])
                rows[-1].append(_cut(run, piece))
        first, *others = (Line(tuple(row), self.style, None, self.outline) for row in rows)
        return [replace(first, mark=self.mark, pictures=self.pictures), *others]

    def lines(self) -> list[Spans]:
        """Its words, one row for each line that a break ends."""
        return [row.spans for row in self.rows() if row.spans]


def _cut(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.link, run.language, run.style)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over one or more columns."""

    items: tuple["Item", ...]
    span: int = 1

    @property
    def lines(self) -> list[Line]:
        """All its paragraphs, those of nested tables too."""
        return list(lines_of(self.items))

    @property
    def text(self) -> str:
        """Its words, a space between paragraphs."""
        return " ".join(line.text.strip() for line in self.lines if line.text.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``headers`` is the number of its header rows, as far as they are marked."""

    rows: tuple[tuple[Cell, ...], ...]
    headers: int = 0
    style: str = ""


Item = Line | Table


def lines_of(items: tuple[Item, ...] | list[Item]) -> Iterator[Line]:
    """All paragraphs, those in tables too, in reading order."""
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            for row in item.rows:
                for cell in row:
                    yield from lines_of(cell.items)


def is_empty(table: Table) -> bool:
    """Whether nothing stands in a table, neither words nor pictures."""
    return not any(line.spans or line.pictures for line in lines_of((table,)))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin, and the words that it is about."""

    author: str
    text: str
    about: str = ""


@dataclass
class Document:
    """A whole document."""

    items: list[Item]
    language: str = "fr"
    """BCP 47, as short as it can be."""
    comments: list[Comment] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    """What the author should know of how the file was read, in French sentences without a final stop."""
    passed_over: list[str] = field(default_factory=list)
    """Words that stand in the file and say nothing of the sheet: a contents list, page numbers."""
