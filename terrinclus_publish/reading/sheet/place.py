"""Where the reading of a document stands in the sheet: sections that open, text that goes to them."""

from dataclasses import replace

from terrinclus_publish.normal import Standard
from terrinclus_publish.printed import split_carriers
from terrinclus_publish.prose import Mark, Paragraph, Span, flat_text, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import Line
from terrinclus_publish.reading.sheet import rows
from terrinclus_publish.reading.sheet.content import Content
from terrinclus_publish.reading.sheet.making import Axis, Making, Section
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.wording import fold, head_of, starts_with, variants

_WHY = "fiche.pourquoi"
OPENING = frozenset({"", "chiffres", "identite"})
"""Sections above the running text."""


class Reading:
    """A sheet in the making and the place in it. ``section`` names the part that is open, ``target`` takes its text."""

    def __init__(self, standard: Standard, pictures: Pictures) -> None:
        self.standard = standard
        self.making = Making(standard, pictures)
        self.section = ""
        self.target: Content | Axis | None = None
        self.caption: Spans = ()
        """Of the table that follows."""
        self.money_title: Spans = ()
        """Of the table of money that follows."""
        self.passage: list[tuple[Spans, Mark | None]] = []
        """What an earlier import could not place, up to where it stood."""

    def open(self, section: str, heading: str, target: Content | Axis | None = None) -> None:
        """Begin a section of the sheet."""
        self.end_passage("")
        for left in (self.caption, self.money_title):
            self.making.keep(left)
        self.caption = self.money_title = ()
        if isinstance(self.target, Content):
            self.target.close_box()
        self.section, self.target = section, target
        if heading:
            self.making.under(heading)

    def pair(self, label: str, value: Line) -> bool:
        """A label and its line; whether the label is one of ours."""
        name = rows.field_of(label, self.standard)
        if not name:
            return False
        self.making.recognise(label)
        if name in ("thematiques", "preconisations"):
            for word in flat_text(value.spans).split(", "):
                self.tile(name, Line.of(word))
        else:
            self.making.put(name, rows.pair(name, label, value.spans, self.standard))
        return True

    def typed_pair(self, label: str, value: Line) -> bool:
        """The same, as people type it: « Porteur » in the singular may stand above two, joined by a dash."""
        if rows.field_of(label, self.standard) != "porteurs":
            return self.pair(label, value)
        self.making.recognise(label)
        self.making.put("porteurs", split_carriers(self.standard.text(value.spans)))
        return True

    def tile(self, name: str, line: Line) -> None:
        """A theme or an axis among the tiles; one that the vocabulary lacks is kept."""
        vocabulary = self.standard.vocabulary
        text = flat_text(line.spans)
        if not text:
            return
        if slug := rows.slug_of(text, vocabulary.thematiques if name == "thematiques" else vocabulary.axes):
            self.making.recognise(text)
            if name == "thematiques":
                self.making.put("thematiques", [slug])
            else:
                self.making.tiles.append(slug)
        else:
            self.making.keep(line.spans)

    def is_why(self, text: str) -> bool:
        """Whether a heading asks why the project was chosen, in the uniform words or in some that begin as they do."""
        forms = [form.split("{")[0].rstrip(" ?\u00a0\u202f") for form in variants(self.standard.labels, _WHY)]
        return starts_with(text, sorted(forms, key=len)[:1])

    def why(self, line: Line) -> None:
        """« Pourquoi ce projet est-il retenu… »."""
        text = flat_text(line.spans)
        if self.standard.is_label(text, _WHY):
            self.making.recognise(text)
        else:
            self.making.put("pourquoi", self.standard.heading(line.spans))
        self.open("pourquoi", text, self.making.content("pourquoi"))

    def begin_focus(self, title: Spans) -> None:
        """The focus, under that title."""
        self.making.put("focus", self.standard.heading(title))
        self.open("focus", flat_text(title), self.making.content("introduction"))

    def other(self, line: Line) -> None:
        """A further passage of the project, under a title of its own."""
        section = Section(line.spans, Content(self.standard))
        self.making.others.append(section)
        self.open("autres", flat_text(line.spans), section.content)

    def part(self, line: Line) -> None:
        """A part of the focus."""
        section = Section(line.spans, Content(self.standard))
        self.making.parts.append(section)
        self.open("parties", flat_text(line.spans), section.content)

    def begin_axis(self, slug: str, text: str) -> None:
        """The details of an axis."""
        axis = Axis(slug, self.standard)
        self.making.axes.append(axis)
        self.making.recognise(text)
        self.open("axe", text, axis)

    def text(self, line: Line) -> None:
        """A paragraph of running text."""
        self.illustrate(line)
        spans, mark = line.spans, line.mark
        if not spans:
            return
        if self.section == "a_classer":
            self.passage.append((spans, mark))
        elif isinstance(self.target, Content):
            self.target.paragraph(spans, mark)
        elif isinstance(self.target, Axis):
            self.point(self.target, spans, mark)
        else:
            self.making.keep(spans, mark)

    def point(self, axis: Axis, spans: Spans, mark: Mark | None) -> None:
        """A sentence or a point of an axis."""
        if mark is None and not axis.points:
            axis.introduction = tidy((*axis.introduction, Span(" "), *spans))
        elif mark is not None and mark.kind == "continued" and axis.points:
            axis.points[-1] = tidy((*axis.points[-1], Span(" "), *spans))
        elif mark is not None:
            axis.points.append(spans)
        else:
            self.making.keep(spans, mark)

    def end_passage(self, where: str) -> None:
        """A passage that an earlier import could not place, kept as it was."""
        if not self.passage:
            return
        text = self.standard.blocks([Paragraph(spans, mark) for spans, mark in self.passage])
        self.making.data.setdefault("a_classer", []).append({"texte": text, **({"ou": where} if where else {})})
        self.passage = []

    def running(self) -> Content:
        """Where boxes, tables and pictures can stand: the running text around."""
        if isinstance(self.target, Content):
            return self.target
        if self.section in ("axe", "odd", "pourquoi"):
            return self.making.content("pourquoi")
        return self.making.content("introduction" if self.section == "focus" else "genese")

    def without_label(self, spans: Spans, name: str) -> Spans:
        """A line without the label that it begins with."""
        head = fold(head_of(self.standard.labels, name))
        text = flat_text(spans)
        sign = text.find(":")
        if sign < 0 or fold(text[:sign]) != head:
            return spans
        return tidy(cut_spans(spans, sign + 1))

    def illustrate(self, line: Line) -> None:
        """The pictures of a line as blocks."""
        drawn = replace(line, pictures=tuple(one for one in line.pictures if not self._is_bar(one.alternative)))
        for block in self.making.illustrations(drawn):
            self.running().block(block)

    def _is_bar(self, alternative: str) -> bool:
        """Whether a picture is the layout's own: the bar of a table of money, told in words."""
        head = fold(head_of(self.standard.labels, "financement.repartition"))
        return bool(head) and fold(alternative).startswith(head)


def cut_spans(spans: Spans, start: int, end: int | None = None) -> list[Span]:
    """The spans of a stretch of a line."""
    kept, place = [], 0
    for span in spans:
        last = len(span.text) if end is None else max(0, end - place)
        kept.append(replace(span, text=span.text[max(0, start - place) : last]))
        place += len(span.text)
    return kept
