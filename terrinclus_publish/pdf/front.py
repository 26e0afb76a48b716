"""The guide's own pages between its covers: front matter, contents, index."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.columns import Columns
from terrinclus_publish.pdf.covers import CoverStory
from terrinclus_publish.pdf.flow import Beside, Block, Indented, Stack, Whole
from terrinclus_publish.pdf.ornaments import Rule, Swatch
from terrinclus_publish.pdf.plates import Matrix, WorldMap
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.tables import Cell, Row, Table
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes


class Folio(Block):
    """The page number of an id, set once the pages are known; its room does not depend on it."""

    def __init__(self, setting: Setting, element: Element, style: str, width: float) -> None:
        super().__init__(width)
        self.setting, self.element, self.style = setting, element, style
        self.target = str(element.get("data-renvoi"))

    @property
    def height(self) -> float:
        """One line."""
        return self.setting.style(self.style).interligne

    @property
    def baseline(self) -> float | None:
        """That of a line in the style."""
        return self.setting.line("0", self.style, self.width).baseline

    def draw(self, canvas: Canvas) -> None:
        """Draw the number at the right edge."""
        number = self.setting.line(self.setting.page_number(self.target), self.style, self.width, "right")
        number.element = self.element
        number.draw_in(canvas, 0, self.height)


class Linked(Block):
    """A block that is a link as a whole."""

    def __init__(self, content: Block, anchor: Element) -> None:
        super().__init__(content.width)
        self.content, self.anchor = content, anchor
        self.before, self.after, self.keep = content.before, content.after, content.keep

    @property
    def height(self) -> float:
        """The content's."""
        return self.content.height

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The content."""
        yield self.content, 0.0

    def draw(self, canvas: Canvas) -> None:
        """Draw the content and the link over it."""
        self.content.draw_in(canvas, 0, self.height)
        node = canvas.structure.node(self.anchor)
        if node is not None:
            canvas.link(node, str(self.anchor.get("href")), (0, 0, self.width, self.height))


class GuideStory(CoverStory):
    """Makes the blocks of the guide's own pages."""

    def chapters(self, sections: Sequence[Element]) -> Stack:
        """The chapters of the front matter, one after another."""
        whole = Stack([block for section in sections for block in self._chapter(section)], self.full)
        whole.grid = self.setting.theme.page.pas_pt / 2
        return whole

    def _chapter(self, section: Element) -> list[Block]:
        blocks: list[Block] = []
        elements = list(section)
        for element, following in zip(elements, [*elements[1:], None], strict=True):
            block = self._in_chapter(element)
            if element.tag == "p" and following is not None and following.tag in ("ul", "ol"):
                block.keep = True
            blocks.append(block)
        return blocks

    def _in_chapter(self, element: Element) -> Block:
        if element.tag == "h1":
            return self.section_heading(element)
        if "demarches" in classes(element):
            return self._pilots(element)
        if "carte" in classes(element):
            return WorldMap(self.setting, element)
        if "lieux-carte" in classes(element):
            return self._places(element)
        if "matrice" in classes(element):
            return Matrix(self.setting, element)
        return Indented(self.block(element, self.measure), self.left)

    def _pilots(self, element: Element) -> Block:
        """The table of the pilot projects: number and French partner in A, the others in B."""
        page = self.setting.theme.page
        lefts = [0.0, PILOT_NUMBER * MM, *((left - page.marges.gauche) * MM for left in page.grille[1:])]
        gutter = page.gouttiere * MM
        widths = [right - left - gutter for left, right in zip(lefts, [*lefts[1:], self.full + gutter], strict=True)]
        widths[0] += gutter
        head = self._pilot_row(element[0][0], lefts, widths)
        rows = [self._pilot_row(row, lefts, widths) for row in element[1]]
        rows[-1] = Row(rows[-1].cells, ("tableau", "encre"), element=rows[-1].element, padding=rows[-1].padding)
        table = Table(self.setting, [head], rows, self.full)
        table.element = element
        table.before = table.after = self.setting.style("corps").interligne
        return table

    def _pilot_row(self, row: Element, lefts: Sequence[float], widths: Sequence[float]) -> Row:
        head = next(row.iterancestors()).tag == "thead"
        teinte = row.get("data-teinte")
        setting = self.setting.dyed(int(teinte)) if teinte else self.setting
        cells = []
        for cell, left, width in zip(row, lefts, widths, strict=True):
            style = (
                "tableau_tete"
                if head or "numero" in classes(cell)
                else "tableau_ligne"
                if cell.tag == "th"
                else "tableau"
            )
            if head and "numero" in classes(cell):
                width = lefts[1]
            cells.append(Cell(setting.cell(cell, style, width), left, width))
        under = ("tableau", "encre") if head else ("fin", "filet")
        return Row(cells, under, element=row, padding=setting.mm("cellule"))

    def _places(self, element: Element) -> Block:
        """The map's list in the grid's three columns: number, bearer over places."""
        page = self.setting.theme.page
        lefts = [(left - page.marges.gauche) * MM for left in page.grille]
        width = self.setting.mm("colonne_a")
        rows: list[Block] = []
        for item in element:
            setting = self.setting.dyed(int(str(item.get("data-teinte"))))
            number, bearer, _, places = item
            indent = INDEX_NUMBER * MM
            names: list[Block] = [
                setting.paragraph(bearer, "carte_porteur", width - indent),
                setting.paragraph(places, "carte_liste", width - indent),
            ]
            row = Beside(setting.paragraph(number, "carte_porteur", indent), Whole(names, width - indent), indent)
            row.after = self.setting.style("corps").apres
            rows.append(row)
        return Columns(Stack(rows, width), lefts, self.full)

    def contents(self, nav: Element) -> Stack:
        """The table of contents: chapters as lines, sheets as rows between rules."""
        heading, entries = nav
        blocks: list[Block] = [self.section_heading(heading)]
        was_sheet = False
        for entry in entries:
            is_sheet = entry.get("data-teinte") is not None
            row = self._contents_row(entry) if is_sheet else self._contents_line(entry)
            if is_sheet and not was_sheet:
                blocks.append(self._contents_rule())
            elif was_sheet and not is_sheet:
                row.before = self.setting.style("corps").interligne / 2
            blocks += [row, self._contents_rule()] if is_sheet else [row]
            was_sheet = is_sheet
        return Stack(blocks, self.full)

    def _contents_rule(self) -> Rule:
        rule = Rule(self.setting, self.full, "fin", "filet")
        rule.before, rule.after = CONTENTS_PADDING * MM, CONTENTS_PADDING * MM
        return rule

    def _contents_line(self, entry: Element) -> Block:
        """A chapter: its title in column B, its page."""
        title, page = entry[0]
        measure = self.measure - FOLIO_WIDTH * MM
        text = self.setting.heading(title, "sommaire_chapitre", measure)
        folio = Folio(self.setting, page, "sommaire_page", FOLIO_WIDTH * MM)
        return Linked(Indented(Beside(text, folio, measure), self.left), entry[0])

    def _contents_row(self, entry: Element) -> Block:
        setting = self.setting.dyed(int(str(entry.get("data-teinte"))))
        link = entry[0]
        found = {classes(span)[0]: span for span in link}
        sample = setting.theme.page.echantillon
        measure = self.measure - FOLIO_WIDTH * MM
        texts = Stack(
            [
                setting.paragraph(found["porteur"], "sommaire_porteur", measure),
                setting.heading(found["titre"], "sommaire_titre", measure),
            ],
            measure,
        )
        folio = Folio(setting, found["page"], "sommaire_page", FOLIO_WIDTH * MM)
        number = setting.paragraph(
            found["numero"], "sommaire_numero", setting.mm("colonne_a") - setting.mm("gouttiere") / 2, "right"
        )
        swatch = Swatch(setting, sample.largeur * MM, sample.hauteur * MM, sample.rangs)
        row = ContentsRow(swatch, number, texts, folio, self.left, self.full)
        made = Linked(row, link)
        made.before = made.after = CONTENTS_PADDING * MM
        made.keep = True
        return made

    def index(self, section: Element) -> Stack:
        """The index in the grid's three columns."""
        heading, *groups = section
        blocks: list[Block] = [self.section_heading(heading)]
        page = self.setting.theme.page
        lefts = [(left - page.marges.gauche) * MM for left in page.grille]
        for group in groups:
            title, *entries = group
            shown = self.setting.heading(title, "h3", self.full)
            blocks.append(Whole([shown, Columns(self._index_column(entries), lefts, self.full)], self.full))
        return Stack(blocks, self.full)

    def _index_column(self, entries: Sequence[Element]) -> Stack:
        width = self.setting.mm("colonne_a")
        blocks: list[Block] = []
        for element in entries:
            if element.tag == "h3":
                term = self.setting.heading(element, "index_terme", width)
                term.before = self.setting.style("corps").apres if blocks else 0.0
                blocks.append(term)
            else:
                references = [self._reference(item, width) for item in element]
                for reference in references[:-1]:  # a term and its sheets stay in one column
                    reference.keep = True
                blocks += references
        return Stack(blocks, width)

    def _reference(self, item: Element, width: float) -> Block:
        setting = self.setting.dyed(int(str(item.get("data-teinte"))))
        found = {classes(span)[0]: span for span in item[0]}
        indent, room = INDEX_NUMBER * MM, INDEX_FOLIO * MM
        number = setting.paragraph(found["numero"], "index_numero", indent)
        name = setting.paragraph(found["porteur"], "index_entree", width - indent - room)
        folio = Folio(setting, found["page"], "index_page", room)
        return Linked(Beside(number, Beside(name, folio, width - indent - room), indent), item[0])


CONTENTS_PADDING, FOLIO_WIDTH, PILOT_NUMBER = 1.7, 12.0, 8.0
INDEX_NUMBER, INDEX_FOLIO = 6.0, 8.0
"""Millimetres."""


class ContentsRow(Block):
    """A row of the contents: cloth, number, texts, page; the number and the page on the first line's height."""

    def __init__(self, swatch: Block, number: Block, texts: Block, folio: Block, left: float, width: float) -> None:
        super().__init__(width)
        self.swatch, self.number, self.texts, self.folio, self.left = swatch, number, texts, folio, left

    @cached_property
    def height(self) -> float:
        """The tallest part's."""
        return max(self.swatch.height, self.number.height, self.texts.height)

    def parts(self) -> Iterator[tuple[Block, float]]:
        """Number, texts, page."""
        return iter(((self.number, 0.0), (self.texts, 0.0), (self.folio, 0.0)))

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts, tops level."""
        self.swatch.draw_in(canvas, 0, self.height)
        self.number.draw_in(canvas, 0, self.height)
        self.texts.draw_in(canvas, self.left, self.height)
        self.folio.draw_in(canvas, self.width - self.folio.width, self.height)
