"""Running text to blocks: paragraphs, lists, boxes, tables, figures, in the two columns of the house.

Columns and indents follow ``theme.page``: labels in column A, content in column B.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from terrinclus_publish.pdf.boxes import BarForm, Box, ClothForm, Continued, Form, FrameForm
from terrinclus_publish.pdf.flow import Beside, Block, Indented, Space, Stack
from terrinclus_publish.pdf.ornaments import Dash, Rule, Square
from terrinclus_publish.pdf.pictures import Picture
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.structure import Role
from terrinclus_publish.pdf.tables import SPREAD_INSET, Cell, Row, Table
from terrinclus_publish.pdf.text import runs_after_label
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes

HEADINGS = {"h1", "h2", "h3", "h4", "h5"}


class Story:
    """Makes blocks out of elements, for one sheet or for the guide's own pages."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        page = setting.theme.page
        self.full = setting.theme.text_width * MM
        self.left = (page.colonne_a + page.gouttiere) * MM
        self.measure = page.colonne_b * MM

    # --- running text ------------------------------------------------------------------------------------------------

    def blocks(self, elements: Iterable[Element], width: float, body: str = "corps") -> list[Block]:
        """The elements as blocks of a column of that width; ``body`` is the style of plain paragraphs."""
        made = [(element, self.block(element, width, body)) for element in elements]
        for (element, block), (following, _) in pairwise(made):
            if element.tag == "p" and following.tag in ("ul", "ol"):  # a lead-in stays with its list
                block.keep = True
        return [block for _, block in made]

    def block(self, element: Element, width: float, body: str = "corps") -> Block:
        """One element as a block. Raises KeyError on an element that running text does not know."""
        names = classes(element)
        if element.tag in HEADINGS:
            return self.heading(element, width)
        if element.tag == "p":
            style = {"note": "note", "source": "note", "signature": "signature"}.get(names[0] if names else "", body)
            return self.setting.paragraph(element, style, width)
        if element.tag in ("ul", "ol"):
            return self.list_block(element, width, body)
        if element.tag == "blockquote":
            return self.quotation(element, width)
        makers: dict[str, Callable[[Element, float], Block]] = {
            "donnees": self.data_table,
            "illustration": self.figure,
            "paroles": self.box,
            "regard": self.box,
            "encadre": self.box,
        }
        return makers[names[0]](element, width)

    def heading(self, element: Element, width: float) -> Block:
        """A heading inside running text."""
        style = {"h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4"}[str(element.tag)]
        if "axe" in classes(element):
            style = "h4"
        if "titre-encart" in classes(element):
            style = "encadre_titre" if _within(element, "encadre") else "encart_titre"
        return self.setting.heading(element, style, width)

    def quotation(self, element: Element, width: float) -> Block:
        """Spoken words, in large italics."""
        return Stack(self.blocks(element, width, "citation"), width)

    # --- lists -------------------------------------------------------------------------------------------------------

    def list_block(self, element: Element, width: float, body: str = "corps") -> Block:
        """A list; items hold paragraphs and lists of the second level."""
        style = "puce" if body == "corps" else body
        indent = self.setting.mm("retrait")
        items: list[Block] = []
        for number, item in enumerate(element, int(element.get("start", "1"))):
            content = Stack(self.blocks(item, width - indent, style), width - indent)
            content.element = item
            items.append(Beside(self._marker(element, item, number, style), content, indent))
        made = Stack(items, width)
        made.element = element
        made.after = max(self.setting.style("corps").apres, made.after)
        return made

    def _marker(self, element: Element, item: Element, number: int, style: str) -> Block:
        leading = self.setting.style(style).interligne
        if element.tag == "ol":
            marker = self.setting.line(f"{number}.", "numero_liste", self.setting.mm("retrait"))
            marker.element, marker.role = item, Role.LABEL
            return marker
        nested = any(around.tag == "li" for around in element.iterancestors())
        return (Dash if nested else Square)(self.setting, leading)

    # --- boxes -------------------------------------------------------------------------------------------------------

    def box(self, element: Element, width: float) -> Block:
        """A box over both columns: its label in A, its content in B."""
        name = classes(element)[0]
        forms: dict[str, Callable[[Setting], Form]] = {"paroles": BarForm, "regard": ClothForm, "encadre": FrameForm}
        inset = 0.0 if name == "paroles" else self.setting.mm("encart")
        label, *content = element
        measure = self.measure - inset
        blocks = self.blocks(content, measure)
        if name == "encadre":
            blocks = list(self._ruled_source(content, blocks, measure))
        if blocks:
            blocks[0].before = blocks[-1].after = 0.0
        label_width = self.setting.mm("colonne_a") - inset
        shown = self.setting.paragraph(label, "etiquette", label_width)
        inside = Indented(Beside(shown, Stack(blocks, measure), self.left - inset), inset)
        again = Continued(self.setting.line(element.get("data-suite", ""), "etiquette", label_width), inset)
        made = Box(inside, forms[name](self.setting), self.full, again)
        made.element = element
        made.before = made.after = self.setting.theme.page.ecart_encart_pt
        return Indented(made, -self.left) if width < self.full else made

    def _ruled_source(self, content: Sequence[Element], blocks: Sequence[Block], width: float) -> Iterator[Block]:
        for element, block in zip(content, blocks, strict=True):
            if "source" in classes(element):
                rule = Rule(self.setting, width, "fin", "filet")
                rule.before, rule.after, rule.keep = 3.0, 4.0, True
                yield rule
            yield block

    # --- tables and figures ------------------------------------------------------------------------------------------

    def data_table(self, element: Element, width: float) -> Block:
        """A table of texts over both columns, under its caption; the first column in A, the others share B."""
        caption, head, body = element
        columns = len(head[0])
        lefts, widths = self._data_columns(columns)
        rows = [self._data_row(row, lefts, widths) for row in body]
        rows[-1] = replace(rows[-1], under=("tableau", "accent"))
        table = Table(self.setting, [self._head_row(head[0], lefts, widths)], rows, self.full)
        table.element = element
        title = self._caption(caption)
        title.keep = True
        made = Stack([title, table], self.full)
        made.before = made.after = self.setting.theme.page.ecart_encart_pt
        return Indented(made, -self.left) if width < self.full else made

    def _caption(self, caption: Element) -> Block:
        text = self.setting.paragraph(caption, "legende_tableau", self.measure, runs=runs_after_label)
        return Beside(self.setting.paragraph(caption[0], "etiquette", self.setting.mm("colonne_a")), text, self.left)

    def _data_columns(self, columns: int) -> tuple[list[float], list[float]]:
        gutter = self.setting.mm("gouttiere")
        share = (self.measure - (columns - 2) * gutter) / (columns - 1)
        lefts = [0.0, *(self.left + column * (share + gutter) for column in range(columns - 1))]
        return lefts, [self.setting.mm("colonne_a"), *[share] * (columns - 1)]

    def _head_row(self, row: Element, lefts: Sequence[float], widths: Sequence[float]) -> Row:
        cells = [
            Cell(self.setting.cell(cell, "tableau_tete", width), left, width)
            for cell, left, width in zip(row, lefts, widths, strict=True)
        ]
        return Row(cells, ("tableau", "accent"), element=row, padding=self.setting.mm("cellule"))

    def _data_row(self, row: Element, lefts: Sequence[float], widths: Sequence[float]) -> Row:
        cells, column = [], 0
        for cell in row:
            span = int(cell.get("colspan", "1"))
            left = lefts[column]
            width = lefts[column + span - 1] + widths[column + span - 1] - left
            spread = "etendue" in classes(cell)
            inset = SPREAD_INSET * MM if spread else 0.0
            style = "tableau_ligne" if cell.tag == "th" else "tableau"
            shown = self.setting.cell(cell, style, width - inset)
            cells.append(Cell(shown, left + inset, width - inset, spread))
            column += span
        return Row(cells, element=row, padding=self.setting.mm("cellule"))

    def amounts_table(self, element: Element) -> Block:
        """A table of funding or cost over both columns: amounts aligned at the right."""
        head, body, foot = element
        token = self.setting.theme.page.montants
        widths = [(token.part if "part" in classes(cell) else token.montant) * MM for cell in list(head[0])[1:]]
        rows = [self._amounts_row(row, widths) for row in body]
        rows[-1] = replace(rows[-1], under=("tableau", "accent"))
        total = replace(self._amounts_row(foot[0], widths), under=("tableau", "accent"))
        top = replace(self._amounts_row(head[0], widths), under=("tableau", "accent"))
        table = Table(self.setting, [top], [*rows, total], self.full)
        table.element = element
        table.after = self.setting.style("corps").interligne
        return table

    def _amounts_row(self, row: Element, widths: Sequence[float]) -> Row:
        label_width = self.full - sum(widths)
        style = {"total": "tableau_total", "sous-total": "tableau_ligne"}.get(" ".join(classes(row)), "tableau")
        if next(row.iterancestors()).tag == "thead":
            style = "tableau_tete"
        label, *amounts = row
        cells = [Cell(self._lettered(label, style, label_width), 0.0, label_width)]
        column = 0
        for amount in amounts:
            span = int(amount.get("colspan", "1"))
            left, width = label_width + sum(widths[:column]), sum(widths[column : column + span])
            cells.append(Cell(self.setting.cell(amount, style, width, "right"), left, width))
            column += span
        return Row(cells, element=row, padding=self.setting.mm("cellule"))

    def _lettered(self, label: Element, style: str, width: float) -> Block:
        """A line's label, after its letter where it has one."""
        if not len(label) or "lettre" not in classes(label[0]):
            return self.setting.cell(label, style, width)
        indent = self.setting.theme.page.montants.lettre * MM
        letter = self.setting.paragraph(label[0], "tableau_tete", indent)
        return Beside(letter, self.setting.paragraph(label, style, width - indent, runs=runs_after_label), indent)

    def figure(self, element: Element, width: float) -> Block:
        """A picture of the column's width, with its caption below."""
        picture: Block = Picture(self.setting, element[0], width, width * 1.2)
        blocks = [picture]
        if len(element) > 1:
            caption = self.setting.paragraph(element[1], "note", width)
            caption.before = self.setting.style("puce").apres
            picture.keep = True
            blocks.append(caption)
        made = Stack(blocks, width)
        made.before = made.after = self.setting.style("corps").interligne
        return made

    # --- label and content -------------------------------------------------------------------------------------------

    def labelled(self, label: Block, content: Block) -> Block:
        """A label in column A, its content in column B, on one baseline."""
        return Beside(label, content, self.left)

    def in_column_b(self, blocks: Sequence[Block]) -> list[Block]:
        """Blocks moved to column B; what is as wide as the page stays."""
        return [Indented(block, self.left) for block in blocks]

    def section_heading(self, element: Element) -> Block:
        """A section's title: a thick rule over both columns, the title below; a label goes to column A."""
        rule = Rule(self.setting, self.full, "epais", "accent")
        rule.after, rule.keep = RULE_TO_TITLE, True
        label = next((child for child in element if "etiquette" in classes(child)), None)
        title: Block
        if label is None:
            title = self.setting.heading(element, "h2", self.full)
        else:
            text = self.setting.heading(element, "h2", self.measure, runs_after_label)
            title = self.labelled(self.setting.paragraph(label, "etiquette", self.setting.mm("colonne_a")), text)
        title.before = 0.0
        made = Stack([rule, title], self.full)
        made.before, made.after = self.setting.style("h2").avant, self.setting.style("h2").apres
        made.keep, made.needs = True, self.setting.mm("h2_minimum")
        return made

    def part_heading(self, element: Element) -> Block:
        """A numbered part's title: its number in column A."""
        text = self.setting.heading(element, "numero", self.measure, runs_after_label)
        return self.labelled(self.setting.paragraph(element[0], "numero_partie", self.setting.mm("colonne_a")), text)

    def ruled_rows(self, element: Element, label_style: str, content_style: str) -> list[Block]:
        """A ``dl`` as rows label ⇥ content, a fine rule under each."""
        rows: list[Block] = []
        padding = self.setting.style("corps").apres
        for row in element:
            term, description = row
            label = self.setting.paragraph(term, label_style, self.setting.mm("colonne_a"))
            content = self.row_content(description, content_style)
            beside = self.labelled(label, content)
            beside.before = padding if rows else 0.0
            beside.after, beside.keep = padding, True
            rule = Rule(self.setting, self.full, "fin", "filet")
            rows += [beside, rule]
        return rows

    def row_content(self, element: Element, style: str) -> Block:
        """What stands in column B of a row: a text, or paragraphs and lists without marks."""
        if not any(child.tag in ("p", "ul") for child in element):
            return self.setting.paragraph(element, style, self.measure)
        paragraphs = list(element.iter("p"))
        shown: list[Block] = [self.setting.paragraph(p, style, self.measure) for p in paragraphs]
        for block in shown[1:]:
            block.before = self.setting.style("puce").apres
        return Stack(shown, self.measure)

    def gap(self, points: float) -> Block:
        """Room that does not collapse."""
        return Space(points)


RULE_TO_TITLE = 9.0
"""From the rule above a section's title to the title, points."""


def _within(element: Element, name: str) -> bool:
    """Whether the nearest box around an element is of that kind."""
    box = next(element.iterancestors("aside"), None)
    return box is not None and name in classes(box)
