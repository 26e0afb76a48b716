"""Paragraphs and tables that no style of ours marks: what they are is told by headings, labels and the place.

Where a box ends is never marked in such a document. A speaker's words end with their speaker; other boxes end at the
next heading, or at the first paragraph after a list.
"""

from dataclasses import dataclass, replace

from terrinclus_publish.printed import split_carriers, split_names
from terrinclus_publish.prose import flat_text, tidy
from terrinclus_publish.reading.document import Line, Run
from terrinclus_publish.reading.sheet import endings, rows
from terrinclus_publish.reading.sheet.content import Box, Content
from terrinclus_publish.reading.sheet.figures import read_figure, read_goals
from terrinclus_publish.reading.sheet.headings import (
    box_label,
    label_and_value,
    looks_like_heading,
    one_line,
    part_number,
    uniform_heading,
    words,
)
from terrinclus_publish.reading.sheet.making import Axis
from terrinclus_publish.reading.sheet.place import OPENING, Reading
from terrinclus_publish.wording import fold

_PROJECT = frozenset({"projet", "genese", "objectifs", "acteurs", "autres"})
_TITLES = frozenset({"title", "titre"})
_LONGEST_SIGNATURE = 160
_PARTED = {"porteurs": split_carriers, "credits_photos": split_names}
_WRAPPED = 60
"""Signs of a line that was broken because the page ended, not because the author wanted it."""


@dataclass
class Free:
    """Reads lines without a style of ours."""

    walk: Reading
    field: str = ""
    """The field that a label has announced, and whose lines follow it."""
    wants_title: str = ""
    """``focus``, or a kind of box: a heading that follows at once is its title."""
    is_numbered: bool = False
    """Whether the parts of the focus bear numbers: another heading there is no part."""
    after_list: bool = False
    """Whether a list was read in the open box."""

    def __post_init__(self) -> None:
        self.ending = endings.Ending(self.walk)

    @property
    def box(self) -> Box | None:
        """The box that is open where the reading stands."""
        target = self.walk.target
        return target.box if isinstance(target, Content) else None

    # --- one line ----------------------------------------------------------------------------------------------------

    def line(self, line: Line) -> None:
        """Read a line: each reader takes it, or leaves it to the next."""
        if not line.spans:
            self.walk.illustrate(line)
            return
        readers = (
            self._goals,
            self._labelled,
            self._uniform,
            self._box_label,
            self._title_wanted,
            self._opening,
            self._axis,
            self._part,
            self._heading_line,
            self._figure,
            self.ending.line,
            self._money_title,
            self._box_line,
        )
        if any(reader(line) for reader in readers):
            return
        line = replace(line, runs=unwrapped(line.runs))
        if isinstance(self.walk.target, Axis) and line.mark is None and not self.walk.target.points:
            self.walk.target.typed.append(line.spans)
        self.walk.text(line)

    def finish(self) -> None:
        """The document ends."""
        self.ending.finish()

    def heading(self, line: Line, level: int) -> None:
        """A heading with a style of ours, in words that are not uniform."""
        if not (self._uniform(line) or self._box_label(line)):
            self.walk.making.under(words(line))
            self.walk.text(replace(line, mark=None))

    def _open(self, section: str, heading: str) -> None:
        self.ending.finish()
        self.field, self.wants_title, self.after_list = "", "", False
        making = self.walk.making
        target = making.content("genese" if section == "projet" else section) if section in _PROJECT else None
        self.walk.open(section, heading, target)

    # --- headings and labels -----------------------------------------------------------------------------------------

    def _uniform(self, line: Line) -> bool:
        """A heading in the uniform words."""
        walk, text = self.walk, words(line)
        if walk.is_why(text) and not line.mark and walk.section in OPENING:
            self._open("pourquoi", text)
            walk.why(line)
            return True
        found = uniform_heading(line, walk.standard)
        if found is None or (found.section in ("projet", *_PROJECT) and walk.section in ("focus", "parties")):
            return False
        if found.section in ("genese", "objectifs", "acteurs") and walk.section not in _PROJECT:
            return False
        title = text.casefold().rfind(found.rest.casefold()) if found.rest else len(text)
        walk.making.recognise(text[:title])
        self._open(found.section, text)
        if found.section == "focus":
            self.wants_title = "" if found.rest else "focus"
            walk.target = walk.making.content("introduction")
            if found.rest:
                walk.begin_focus(Line.of(found.rest).spans)
        return True

    def _labelled(self, line: Line) -> bool:
        """``Porteur : …``; a label alone announces the lines that follow."""
        allowed = self.walk.section in (*OPENING, "contacts", "ressources", "financeurs", "credits")
        if not allowed or line.mark is not None:
            return self._announced(line)
        first, *others = self._cut_at_labels(line)
        found = label_and_value(flat_text(first.lines()[0]))
        name = rows.field_of(found[0], self.walk.standard) if found else ""
        if found and name:
            self._label(name, *found, [flat_text(spans) for spans in first.lines()])
        elif others:
            self.line(first)
        for other in others:
            self.line(other)
        return bool(name or others) or self._announced(line)

    def _cut_at_labels(self, line: Line) -> list[Line]:
        """The line, cut where a row of it begins with a label of ours."""
        pieces: list[Line] = []
        for row in line.rows():
            found = label_and_value(flat_text(row.spans))
            if not pieces or (found and rows.field_of(found[0], self.walk.standard)):
                pieces.append(row)
            else:
                pieces[-1] = replace(pieces[-1], runs=(*pieces[-1].runs, Run("\n"), *row.runs))
        return pieces

    def _label(self, name: str, label: str, value: str, lines: list[str]) -> None:
        """A label and the lines that stand with it."""
        if self.walk.section in ("contacts", "ressources"):
            self._open("credits", label)
        self.ending.finish()
        self.field = name
        value = " ".join([value, *lines[1:]]).strip() if name not in endings.BY_LINE else value
        if value:
            self.walk.typed_pair(label, Line.of(value))
            self.field = ""
        else:
            self.walk.making.recognise(label)
            self.walk.making.under(label)
        for other in lines[1:] if name in endings.BY_LINE else ():
            self.walk.typed_pair(label, Line.of(other))
        if not self.walk.section:
            self.walk.section = "identite"

    def _announced(self, line: Line) -> bool:
        """A line of the field that a label has announced: a tile, a name."""
        if not self.field or looks_like_section(line, self.walk):
            return False
        if self.field in ("thematiques", "preconisations"):
            self.walk.tile(self.field, Line.of(words(line)))
        elif self.field in endings.BY_LINE:
            values = [self.walk.standard.text(spans) for spans in line.lines()]
            parted = _PARTED.get(self.field, lambda value: [value])
            self.walk.making.put(self.field, [name for value in values for name in parted(value)])
        else:
            label = self.walk.making.headings[-1] if self.walk.making.headings else ""
            self.walk.making.put(self.field, rows.pair(self.field, label, line.spans, self.walk.standard))
            self.field = ""
        return True

    def _title_wanted(self, line: Line) -> bool:
        """The title of a focus or of a box, on a line of its own right after its label."""
        wanted, self.wants_title = self.wants_title, ""
        if not wanted or not looks_like_heading(line) or part_number(words(line)):
            return False
        if wanted == "focus":
            self.walk.begin_focus(one_line(line.spans))
        elif self.box is not None:
            self.box.title(one_line(line.spans))
        return True

    def _opening(self, line: Line) -> bool:
        """Title and lead."""
        making = self.walk.making
        if self.walk.section not in OPENING or self.field:
            return False
        is_title = looks_like_heading(line) or fold(line.style) in _TITLES
        if "titre" not in making.data and (is_title or not making.data):
            making.put("titre", self.walk.standard.heading(one_line(line.spans)))
            making.under(words(line))
            return True
        if "chapeau" not in making.data and self.walk.section == "" and line.mark is None:
            making.put("chapeau", self.walk.standard.line(one_line(line.spans)))
            return True
        return False

    def _axis(self, line: Line) -> bool:
        """An axis as a heading, above its points."""
        text = words(line).rstrip(" :")
        slug = rows.slug_of(text, self.walk.standard.vocabulary.axes) if line.mark is None else ""
        if not slug or self.walk.section not in ("pourquoi", "axe", "odd"):
            return False
        self.walk.begin_axis(slug, words(line))
        return True

    def _part(self, line: Line) -> bool:
        """A numbered part of the focus."""
        text = words(line)
        number = part_number(text)
        if not number or self.walk.section not in ("focus", "parties") or (line.mark and line.mark.level):
            return False
        title = text[number.end() :]
        if line.outline is None and title != title.upper() and not all(span.bold for span in line.spans):
            return False
        self.is_numbered = True
        self.walk.making.recognise(number[0])
        self._open("parties", title)
        self.walk.part(Line.of(title))
        return True

    def _heading_line(self, line: Line) -> bool:
        """A heading in words of the author's: what it opens depends on where it stands."""
        walk = self.walk
        if not looks_like_heading(line):
            return False
        spans = one_line(line.spans)
        if self.box is not None and self.box.kind == "regard":
            self.box.title(spans)
            self.after_list = False
        elif walk.section in ("focus", "parties") and (self.is_numbered or line.outline is None):
            walk.running().open_box("encadre").title(spans)
            self.after_list = False
        elif walk.section in ("focus", "parties"):
            walk.part(replace(line, runs=(Run(words(line)),)))
        elif walk.section in _PROJECT:
            walk.other(replace(line, runs=(Run(words(line)),)))
        else:
            return False
        return True

    # --- boxes -------------------------------------------------------------------------------------------------------

    def _box_label(self, line: Line) -> bool:
        """« Paroles d'acteurs », « Regard des partenaires… », with or without a title."""
        found = box_label(line, self.walk.standard)
        if found is None or self.walk.section in OPENING:
            return False
        kind, label, title = found
        self.walk.making.recognise(label)
        box = self.walk.running().open_box(kind)
        self.after_list, self.wants_title = False, "" if title else kind
        if title:
            box.title(Line.of(title).spans)
        return True

    def _box_line(self, line: Line) -> bool:
        """A line of the open box; whether the box goes on with it."""
        box = self.box
        if box is None:
            return False
        spans = self.walk.without_label(line.spans, "blocs.source")
        if box.kind == "encadre" and spans != line.spans:
            box.source = one_line(spans)
            self._close()
        elif box.kind == "paroles" and _has_spoken(box):
            return self._signature(line, box)
        elif self.after_list and line.mark is None and not (box.kind == "regard" and words(line).endswith(":")):
            self._close()
            return False
        else:
            self.after_list = line.mark is not None
            box.content.paragraph(tidy(run.span for run in unwrapped(line.runs)), line.mark)
        return True

    def _signature(self, line: Line, box: Box) -> bool:
        """Who has spoken: a short line, or several."""
        self._close()
        if line.mark is not None or len(words(line)) > _LONGEST_SIGNATURE or words(line).endswith(":"):
            return False
        box.signature = one_line(line.spans)
        self.walk.running().sign(box)
        return True

    def _close(self) -> None:
        self.after_list = False
        if isinstance(self.walk.target, Content):
            self.walk.target.close_box()

    def _goals(self, line: Line) -> bool:
        return read_goals(self.walk, line)

    def _figure(self, line: Line) -> bool:
        return read_figure(self.walk, line)

    # --- money -------------------------------------------------------------------------------------------------------

    def _money_title(self, line: Line) -> bool:
        """A short line above a table of money is its title."""
        if self.walk.section not in ("financement", "cout"):
            return False
        if self.walk.money_title:
            self.walk.making.keep(self.walk.money_title)
        self.walk.money_title = one_line(line.spans)
        return True


def looks_like_section(line: Line, walk: Reading) -> bool:
    """Whether a line begins another part of the sheet, so that the field announced before has ended."""
    return uniform_heading(line, walk.standard) is not None or walk.is_why(words(line))


def unwrapped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A paragraph whose lines were broken by the page, on one line; short lines stay as they are."""
    longest = max((len(piece) for piece in "".join(run.text for run in runs).split("\n")), default=0)
    if longest < _WRAPPED:
        return runs
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs)


def _has_spoken(box: Box) -> bool:
    """Whether the words of a person are complete: they opened with « and have closed."""
    text = flat_text(box.content.words())
    return text.startswith("«") and text.rstrip(" .").endswith("»")
