"""The way through a document: each paragraph and table goes to the field that its style, heading or label says."""

from collections.abc import Callable
from dataclasses import replace

from terrinclus_publish.normal import Standard
from terrinclus_publish.prose import Span, flat_text, tidy
from terrinclus_publish.prose.spans import Spans
from terrinclus_publish.reading.document import TAB, Item, Line, Table, is_empty
from terrinclus_publish.reading.sheet import rows
from terrinclus_publish.reading.sheet.free import Free
from terrinclus_publish.reading.sheet.making import TO_COMPLETE
from terrinclus_publish.reading.sheet.pictures import Pictures
from terrinclus_publish.reading.sheet.place import Reading, cut_spans
from terrinclus_publish.reading.sheet.tabular import free_table, styled_table
from terrinclus_publish.stylenames import Part, Role, role_of
from terrinclus_publish.wording import fold, head_of, starts_with, variants

_PROJECT = {"fiche.genese": "genese", "fiche.objectifs": "objectifs", "fiche.acteurs": "acteurs"}
_SECTIONS = {
    "fiche.projet": "projet",
    "financement.titre": "financement",
    "cout.titre": "cout",
    "fiche.ressources": "ressources",
    "fiche.contacts": "contacts",
    "fiche.a_classer": "a_classer",
}


class Walk(Reading):
    """Reads one item after the other, by their styles; what no style of ours marks is left to ``free``."""

    def __init__(self, standard: Standard, pictures: Pictures, styled: bool) -> None:
        super().__init__(standard, pictures)
        self.styled = styled
        """Whether the document has styles of ours, not only those that Word has too."""
        self.free = Free(self)

    def item(self, item: Item) -> None:
        """Read the next paragraph or table."""
        if isinstance(item, Table):
            if not is_empty(item) and not styled_table(self, item):
                free_table(self, item)
            return
        if item.aside and any(self.standard.is_label(item.text, name) for name in ("fiche.repere", "guide.courant")):
            self.making.recognise(item.text)
            return
        if item.aside:
            self.making.keep(item.spans, None, item.aside)
            return
        role = role_of(item.style)
        if role is None or (role.part in SHARED and not self.styled):
            self.free.line(item)
        else:
            _READERS[role.part](self, item, role)

    def finish(self, language: str) -> tuple[dict[str, object], list[str]]:
        """The fields of the sheet, and the required ones that were missing."""
        self.free.finish()
        self.open("", "")
        return self.making.finish(language)

    def ornament(self, line: Line, role: Role) -> None:
        """A strip of cloth, the opening photograph, a bar; words and pictures that somebody put there are read."""
        described = tuple(picture for picture in line.pictures if picture.alternative)
        if described and "illustration" not in self.making.data and not self.section:
            for block in self.making.illustrations(replace(line, pictures=described))[:1]:
                self.making.data["illustration"] = block["illustration"]
        else:
            self.illustrate(replace(line, pictures=described))
        if line.spans:
            self.free.line(replace(line, style="", pictures=()))

    def overline(self, line: Line, role: Role) -> None:
        """« PROGRAMME – fiche de capitalisation », which is the layout's."""
        words = flat_text(line.spans)
        forms = variants(self.standard.labels, "fiche.surtitre")
        if starts_with(words, forms) or any(fold(words).endswith(fold(form)) for form in forms[-1:]):
            self.making.recognise(words)
        else:
            self.making.keep(line.spans)

    def title(self, line: Line, role: Role) -> None:
        """The sheet's title."""
        self.making.put("titre", self.standard.heading(line.spans))
        self.making.under(flat_text(line.spans))

    def lead(self, line: Line, role: Role) -> None:
        """The sentence under the title."""
        self.making.put("chapeau", self.standard.line(line.spans))

    def heading_two(self, line: Line, role: Role) -> None:
        """The heading of a section."""
        text = flat_text(line.spans)
        name = next((section for label, section in _SECTIONS.items() if self.standard.is_label(text, label)), "")
        if name:
            self.making.recognise(text)
            self.open(name, text, self.making.content("genese") if name == "projet" else None)
        elif self.is_why(text) or (not self.section and "pourquoi" not in self.making.contents):
            self.why(line)
        else:
            self.free.heading(line, 1)

    def focus(self, line: Line, role: Role) -> None:
        """« Focus » and its title."""
        title = line.after_tab()
        if title is line:
            words = flat_text(line.spans).split(" ", 1)
            if starts_with(words[0], variants(self.standard.labels, "fiche.focus")) and len(words) > 1:
                title = Line.of(words[1])
        self.begin_focus(title.spans)

    def heading(self, line: Line, role: Role) -> None:
        """A heading below a section's: what it opens depends on the section."""
        text = flat_text(line.spans)
        if not text:
            return
        for label, name in _PROJECT.items():
            if self.section in ("projet", *_PROJECT.values(), "autres") and self.standard.is_label(text, label):
                self.making.recognise(text)
                self.open(name, text, self.making.content(name))
                return
        if self.standard.is_label(text, "fiche.odd"):
            self.making.recognise(text)
            self.open("odd", text)
        elif self.section in ("projet", *_PROJECT.values(), "autres"):
            self.other(line)
        elif self.section in ("financement", "cout"):
            self.money_title = (*self.money_title, *([Span(" – ")] if self.money_title else []), *line.spans)
        elif self.section in ("focus", "parties"):
            self.part(line)
        else:
            self.free.heading(line, 2)

    def axis(self, line: Line, role: Role) -> None:
        """An axis whose points follow."""
        text = flat_text(line.spans)
        slug = rows.slug_of(text, self.standard.vocabulary.axes)
        if not text:
            self.open("axe", "")
        elif not slug:
            self.free.heading(line, 2)
        else:
            self.begin_axis(slug, text)

    def focus_part(self, line: Line, role: Role) -> None:
        """A part of the focus; its number is Word's own."""
        self.part(line)

    def running_text(self, line: Line, role: Role) -> None:
        """A paragraph of running text."""
        self.text(line)

    def note(self, line: Line, role: Role) -> None:
        """A note: of a table of money, or where a passage that is to be sorted stood."""
        words = flat_text(line.spans)
        if words and self.section in ("financement", "cout") and self.making.data.get("financement"):
            if self._is_computed(words):
                self.making.recognise(words)
            elif self.making.data["financement"][-1].get("ecart", "à") in ("à", "à expliquer"):
                self.making.data["financement"][-1]["ecart"] = self.standard.line(line.spans)
            else:
                self.text(line)
        elif self.section == "a_classer" and self.passage:
            self.end_passage(self.standard.text(line.spans))
        else:
            self.text(line)

    def _is_computed(self, words: str) -> bool:
        """Whether a note is the layout's own: that parts are rounded."""
        name = "parts_arrondies"
        known = name in self.standard.labels.groups["financement"]
        return known and self.standard.is_label(words, f"financement.{name}")

    def box_label(self, line: Line, role: Role) -> None:
        """The label that begins a box."""
        self.making.recognise(flat_text(line.spans))
        self.running().open_box(role.box)

    def box_title(self, line: Line, role: Role) -> None:
        """The title of a box, or of one of its parts."""
        self.running().in_box(role.box).title(line.spans)

    def box_text(self, line: Line, role: Role) -> None:
        """Text in a box."""
        if not line.spans and not line.pictures:
            return
        box = self.running().in_box(role.box)
        for block in self.making.illustrations(line):
            box.content.block(block)
        if line.spans:
            box.content.paragraph(line.spans, line.mark)

    def signature(self, line: Line, role: Role) -> None:
        """Who speaks."""
        box = self.running().in_box(role.box)
        box.signature = tidy((*box.signature, *([Span(" ")] if box.signature else []), *line.spans))

    def source(self, line: Line, role: Role) -> None:
        """Where a box's text comes from."""
        spans = self.without_label(line.spans, "blocs.source")
        box = self.running().in_box(role.box)
        box.source = tidy((*box.source, *([Span(" ")] if box.source else []), *spans))

    def picture(self, line: Line, role: Role) -> None:
        """An illustration; words that somebody typed beside it are its caption."""
        self.illustrate(line)
        if line.spans:
            self.picture_caption(line, role)

    def picture_caption(self, line: Line, role: Role) -> None:
        """What is printed under a picture, and its credit."""
        legend, credit = self._with_credit(line.spans)
        opening = self.making.data.get("illustration")
        if not self.section and opening is not None and "legende" not in opening:
            opening["legende"] = self.standard.line(legend)
            return
        if not self.running().caption_last(self.standard.line(legend) if legend else "", credit):
            self.text(line)

    def _with_credit(self, spans: Spans) -> tuple[Spans, str]:
        """A caption and the credit that ends it."""
        head = head_of(self.standard.labels, "blocs.credit")
        text = flat_text(spans)
        for sign in range(len(text) - 1, -1, -1):
            before = text[:sign].rstrip(" \u00a0\u202f")
            if head and text[sign] == ":" and before.casefold().endswith(head.casefold()):
                start = len(before) - len(head)
                return tidy(cut_spans(spans, 0, start)), self.standard.text([Span(text[sign + 1 :])])
        return spans, ""

    def table_caption(self, line: Line, role: Role) -> None:
        """What a table is called; its number is the layout's."""
        title = line.after_tab()
        self.caption = tidy((*self.caption, *([Span(" ")] if self.caption else []), *title.spans))

    def credit(self, line: Line, role: Role) -> None:
        """Authors, date and credits; the study of the axes is the guide's to name."""
        if starts_with(flat_text(line.after_tab().spans), variants(self.standard.labels, "fiche.etude")):
            self.pass_over(line, role)
            return
        label, tab, _ = line.text.lstrip().partition(TAB)
        if not tab or not self.pair(label, line.after_tab()):
            self.free.line(replace(line, style=""))

    def funders(self, line: Line, role: Role) -> None:
        """The heading of the funders."""
        self.making.recognise(flat_text(line.spans))
        self.open("financeurs", flat_text(line.spans))

    def logo(self, line: Line, role: Role) -> None:
        """A funder, with its logo."""
        described = next((picture.alternative for picture in line.pictures), "")
        name = self.standard.text(line.spans) or self.standard.text(Line.of(described).spans)
        funder: dict[str, str] = {"nom": name or TO_COMPLETE}
        for picture in line.pictures[:1]:
            file = self.making.pictures.file(picture)
            if self.making.pictures.shows(file) or file.endswith(".svg"):
                funder["logo"] = file
        if name or line.pictures:
            self.making.put("financeurs", [funder])

    def goal(self, line: Line, role: Role) -> None:
        """An ODD on a line of its own, as a form has them: « ODD 4 : Éducation de qualité »."""
        self.free.line(line)

    def guidance(self, line: Line, role: Role) -> None:
        """What an author wrote where a form guides."""
        self.free.line(replace(line, style=""))

    def pass_over(self, line: Line, role: Role) -> None:
        """What the layout makes of the sheet's own words."""
        self.making.recognise(flat_text(line.spans))


SHARED = frozenset({Part.TEXT, Part.CAPTION, Part.TITLE, Part.SECTION, Part.HEADING, Part.NOTE, Part.CONTENTS})
"""Parts whose styles Word has too: in a document without any other style of ours, they may be anything."""
Reader = Callable[[Walk, Line, Role], None]
_READERS: dict[Part, Reader] = {
    Part.ORNAMENT: Walk.ornament,
    Part.OVERLINE: Walk.overline,
    Part.TITLE: Walk.title,
    Part.LEAD: Walk.lead,
    Part.SECTION: Walk.heading_two,
    Part.FOCUS: Walk.focus,
    Part.HEADING: Walk.heading,
    Part.FOCUS_PART: Walk.focus_part,
    Part.AXIS: Walk.axis,
    Part.TEXT: Walk.running_text,
    Part.NOTE: Walk.note,
    Part.PICTURE: Walk.picture,
    Part.CAPTION: Walk.picture_caption,
    Part.TABLE_CAPTION: Walk.table_caption,
    Part.BOX_LABEL: Walk.box_label,
    Part.BOX_TITLE: Walk.box_title,
    Part.BOX_TEXT: Walk.box_text,
    Part.SIGNATURE: Walk.signature,
    Part.SOURCE: Walk.source,
    Part.CREDIT: Walk.credit,
    Part.FUNDERS: Walk.funders,
    Part.LOGO: Walk.logo,
    Part.CONTENTS: Walk.pass_over,
    Part.GOAL: Walk.goal,
    Part.GUIDANCE: Walk.guidance,
    Part.CHAPTER: Walk.running_text,
    **dict.fromkeys(
        (Part.LABEL, Part.VALUE, Part.TILE, Part.GOAL_NUMBER, Part.FIGURE, Part.FIGURE_CAPTION),
        Walk.running_text,
    ),
    **dict.fromkeys(
        (Part.TABLE_HEAD, Part.CELL, Part.TOTAL, Part.ROW_LABEL, Part.ROW, Part.REFERENCE), Walk.running_text
    ),
}
