"""A sheet's tree to one long stack of blocks, in the order of the tree."""

from collections.abc import Iterator
from itertools import pairwise

from terrinclus_publish.pdf.boxes import Box
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block, Indented, Space, Stack, Whole
from terrinclus_publish.pdf.opening import AxisHeading, Band, Figures, Tiles
from terrinclus_publish.pdf.ornaments import Cloth, Rule
from terrinclus_publish.pdf.pictures import Picture
from terrinclus_publish.pdf.plates import Bar
from terrinclus_publish.pdf.story import Story
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes


class SheetStory(Story):
    """Makes a sheet's blocks."""

    def sheet(self, article: Element) -> Stack:
        """All of a sheet."""
        blocks = [block for element in article for block in self._top_level(element)]
        for block, following in pairwise(blocks):
            box = _inside(block)
            if isinstance(box, Box) and _is_section_heading(following):
                box.is_closed = False  # two thick rules would stand one on the other
        whole = Stack(blocks, self.full)
        whole.element, whole.grid = article, self.setting.theme.page.pas_pt / 2
        return whole

    def _top_level(self, element: Element) -> Iterator[Block]:
        name = (classes(element) or [str(element.tag)])[0]
        if name == "bandeau":
            yield Band(self.setting, element)
        elif name == "identite":
            yield self._identity(element)
        elif name == "chiffres":
            yield Figures(self.setting, element)
        elif name == "credits":
            yield self._credits(element)
        elif name == "financeurs":
            yield self.funders(element)
        else:
            yield from self._section(element)

    def _section(self, section: Element) -> Iterator[Block]:
        made: list[tuple[Element, Block]] = []
        for element in section:
            for block in self._in_section(element):
                made.append((element, block))
        for (element, block), (following, _) in pairwise(made):
            if element.tag == "p" and following.tag in ("ul", "ol"):
                block.keep = True
        return (block for _, block in made)

    def _in_section(self, element: Element) -> Iterator[Block]:
        names = classes(element)
        if element.tag == "h2":
            yield self.section_heading(element)
        elif "partie" in names:
            yield self.part_heading(element)
        elif "axe" in names:
            yield AxisHeading(self.setting, element, self.heading(element, self.measure), self.left)
        elif "tuiles" in names:
            yield Indented(self._tiles(element), self.left)
        elif "montants" in names:
            table = self.amounts_table(element)
            table.keep = _is_bar(element.getnext())
            yield table
        elif "barre" in names:
            bar = Bar(self.setting, element)
            bar.keep = element.getnext() is not None
            yield bar
        elif "rangees" in names:
            yield self._rows(element)
        else:
            yield Indented(self.block(element, self.measure), self.left)

    def _tiles(self, element: Element) -> Block:
        tiles = Tiles(self.setting, element, self.measure)
        tiles.before, tiles.after = self.setting.style("puce").apres, self.setting.style("corps").interligne
        return tiles

    def _identity(self, element: Element) -> Block:
        """Rows label ⇥ value with fine rules between."""
        padding = self.setting.theme.page.rangee_pt
        rows: list[Block] = []
        for row in element:
            term, description = row
            if rows:
                rule = Rule(self.setting, self.full, "fin", "filet")
                rule.before = rule.after = padding
                rows.append(rule)
            label = self.setting.paragraph(term, "identite_label", self.setting.mm("colonne_a"))
            rows.append(self.labelled(self._tile_label(label, description), self._value(description)))
        made = Stack(rows, self.full)
        made.element = element
        made.before = self.setting.style("corps").interligne
        return made

    def _tile_label(self, label: Block, description: Element) -> Block:
        """A label beside tiles is centred on the first row of squares."""
        if not len(description) or description[0].tag != "ul":
            return label
        drop = (self.setting.theme.page.tuile.cote * MM - label.height) / 2
        return Stack([Space(drop), label], label.width)

    def _value(self, description: Element) -> Block:
        if len(description) and description[0].tag == "ul":
            return Tiles(self.setting, description[0], self.measure)
        return self.setting.paragraph(description, "identite", self.measure)

    def _rows(self, element: Element) -> Block:
        """Contacts and resources; a few rows stay on one page."""
        rows = self.ruled_rows(element, "rangee_label", "rangee")
        made = Stack(rows, self.full)
        if made.height <= self.setting.mm("encart_entier"):
            made = Whole(rows, self.full)
        made.element = element
        return made

    def _credits(self, element: Element) -> Block:
        rows: list[Block] = []
        for term, description in element:
            label = self.setting.paragraph(term, "note", self.setting.mm("colonne_a"))
            rows.append(self.labelled(label, self.setting.paragraph(description, "note", self.measure)))
        made = Stack(rows, self.full)
        made.element = element
        made.before = self.setting.style("corps").interligne
        return made

    def funders(self, section: Element) -> Block:
        """The strip of funders under the sheet's cloth, at the foot of the page."""
        selvage = self.setting.theme.page.lisiere
        cloth = Cloth(self.setting, self.full, selvage.rangs, selvage.pas * MM)
        cloth.after = self.setting.style("corps").interligne
        made = Stack([cloth, self.logos(section)], self.full)
        made.before, made.at_foot = self.setting.style("h2").avant, True
        return made

    def logos(self, section: Element) -> Block:
        """The strip's title in A; logos and names in B, three a row."""
        title, logos = section
        label = self.setting.paragraph(title, "financeurs", self.setting.mm("colonne_a"))
        gap = self.setting.mm("gouttiere") / 2
        width = (self.measure - 2 * gap) / 3
        rows = [
            LogoRow([self._logo(item, width) for item in row], width + gap)
            for row in (list(logos)[i : i + 3] for i in range(0, len(logos), 3))
        ]
        for row in rows[1:]:
            row.before = self.setting.style("corps").apres
        return self.labelled(label, Stack(rows, self.measure))

    def _logo(self, item: Element, width: float) -> Block:
        blocks: list[Block] = []
        for child in item:
            if child.tag == "img":
                blocks.append(Picture(self.setting, child, width * LOGO_SHARE, LOGO_HEIGHT * MM))
            else:
                name = self.setting.paragraph(child, "financeur", width)
                name.before = self.setting.style("puce").apres
                blocks.append(name)
        return Stack(blocks, width)


LOGO_SHARE, LOGO_HEIGHT = 0.8, 14.0
"""A logo's greatest width, as a share of its column, and height, millimetres."""


def _inside(block: Block) -> Block:
    """What is moved to the right, without its moves."""
    return _inside(block.content) if isinstance(block, Indented) else block


def _is_section_heading(block: Block) -> bool:
    """Whether a block starts with the thick rule of a section."""
    return isinstance(block, Stack) and bool(block.blocks) and isinstance(block.blocks[0], Rule)


def _is_bar(element: Element | None) -> bool:
    """Whether it is the picture of a table's shares: it stays with the table whose letters it bears."""
    return element is not None and "barre" in classes(element)


class LogoRow(Block):
    """Logos side by side."""

    def __init__(self, logos: list[Block], step: float) -> None:
        super().__init__(step * len(logos))
        self.logos, self.step = logos, step

    @property
    def height(self) -> float:
        """The tallest one's."""
        return max(logo.height for logo in self.logos)

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The logos."""
        return ((logo, 0.0) for logo in self.logos)

    def draw(self, canvas: Canvas) -> None:
        """Draw them, tops level."""
        for number, logo in enumerate(self.logos):
            logo.draw_in(canvas, number * self.step, self.height)
