"""The guide's own pages: cover, front matter, contents, index, back cover."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Beside, Block, Columns, Indented, Stack, Whole
from terrinclus_publish.pdf.ornaments import Reach, Rule, Swatch, cloth_pitch, draw_cloth
from terrinclus_publish.pdf.plates import Matrix, WorldMap
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.sheet import SheetStory
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


class Placed(Block):
    """Blocks at fixed places of a page: ``(block, left, top)`` from the text block's upper left corner, points."""

    def __init__(self, blocks: Sequence[tuple[Block, float, float]], width: float, height: float) -> None:
        super().__init__(width)
        self.blocks, self._height = blocks, height

    @property
    def height(self) -> float:
        """The height given."""
        return self._height

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The blocks."""
        return ((block, top) for block, _, top in self.blocks)

    def draw(self, canvas: Canvas) -> None:
        """Draw the blocks."""
        for block, left, top in self.blocks:
            block.draw_in(canvas, left, self._height - top)


class GuideStory(SheetStory):
    """Makes the blocks of the guide's own pages."""

    def cover(self, section: Element, sheets: int) -> Block:
        """Title, publisher, and the cloths of the sheets."""
        setting, page = self.setting, self.setting.theme.page
        found = {(classes(child) or ["h1"])[0]: child for child in section}
        room = (page.format[1] - page.marges.haut - page.marges.bas) * MM
        overline = [setting.paragraph(found["surtitre"][0], "couverture_etiquette", page.colonne_a * MM)]
        overline += [setting.paragraph(span, "couverture_texte", self.measure) for span in list(found["surtitre"])[1:]]
        titles: list[Block] = [setting.heading(found["h1"], "couverture", self.full)]
        if "sous-titre" in found:
            subtitle = setting.paragraph(found["sous-titre"], "sous_titre", self.full * COVER_MEASURE)
            subtitle.before = setting.style("corps").interligne
            titles.append(subtitle)
        titles[0] = setting.heading(found["h1"], "couverture", self.full * COVER_MEASURE)
        publisher, edition = found["edition"]
        above = (page.marges.haut - COVER_OVERLINE) * MM
        line = (COVER_EDITION - page.marges.haut) * MM
        blocks: list[tuple[Block, float, float]] = [
            *((block, left, -above) for block, left in zip(overline, (0.0, self.left), strict=False)),
            (Rule(setting, self.full, "epais", "encre"), 0.0, 0.0),
            (Stack(titles, self.full), 0.0, setting.mm("encart") * 1.3),
            (setting.paragraph(publisher, "couverture_etiquette", self.measure), 0.0, line),
            (setting.paragraph(edition, "couverture_texte", self.full, "right"), 0.0, line),
            (CoverCloths(setting, sheets), -page.marges.gauche * MM, (COVER_CLOTHS - page.marges.haut) * MM),
        ]
        return Placed(blocks, self.full, room)

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
        """The table of contents: cloth, number, bearer over title, page."""
        heading, entries = nav
        blocks: list[Block] = [self.section_heading(heading)]
        first = Rule(self.setting, self.full, "fin", "filet")
        first.before, first.keep = self.setting.style("h2").avant, True
        blocks.append(first)
        for entry in entries:
            rule = Rule(self.setting, self.full, "fin", "filet")
            row = self._contents_row(entry)
            row.before = row.after = rule.before = CONTENTS_PADDING * MM
            row.keep = True
            blocks += [row, rule]
        return Stack(blocks, self.full)

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
        return Linked(row, link)

    def index(self, section: Element) -> Stack:
        """The index in the grid's three columns."""
        heading, *groups = section
        blocks: list[Block] = [self.section_heading(heading)]
        page = self.setting.theme.page
        lefts = [(left - page.marges.gauche) * MM for left in page.grille]
        for group in groups:
            title, *entries = group
            shown = self.setting.heading(title, "h3", self.full)
            blocks.append(shown)
            blocks.append(Columns(self._index_column(entries), lefts, self.full))
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

    def back_cover(self, section: Element) -> Block:
        """The text, the publisher, the funders, over a band of cloth in ink."""
        page, setting = self.setting.theme.page, self.setting
        room = (page.format[1] - page.marges.haut - page.marges.bas) * MM
        found = {(classes(child) or [""])[0]: child for child in section}
        top: list[Block] = [Rule(setting, self.full, "epais", "encre")]
        if "texte-quatrieme" in found:
            text = setting.paragraph(found["texte-quatrieme"], "quatrieme", self.full * COVER_MEASURE)
            text.before = setting.mm("encart") * 1.3
            top.append(text)
        if "note" in found:
            note = Indented(setting.paragraph(found["note"], "couverture_texte", self.measure), self.left)
            note.before = setting.mm("h2_minimum") / 2
            top.append(note)
        blocks: list[tuple[Block, float, float]] = [(Stack(top, self.full), 0.0, 0.0)]
        blocks += self._publisher(found["editeur"])
        if "financeurs" in found:
            strip = Stack([Rule(setting, self.full, "fin", "filet"), self.logos(found["financeurs"])], self.full)
            strip.blocks[1].before = setting.style("corps").apres
            blocks.append((strip, 0.0, (BACK_FUNDERS - page.marges.haut) * MM))
        blocks.append((BackCloth(setting), -page.marges.gauche * MM, (BACK_CLOTH - page.marges.haut) * MM))
        return Placed(blocks, self.full, room)

    def _publisher(self, element: Element) -> list[tuple[Block, float, float]]:
        page = self.setting.theme.page
        top = (BACK_PUBLISHER - page.marges.haut) * MM
        lefts = [(left - page.marges.gauche) * MM for left in page.grille]
        styles = ("couverture_etiquette", "couverture_texte", "couverture_texte")
        return [
            (self.setting.paragraph(child, style, page.colonne_a * MM), left, top)
            for child, style, left in zip(element, styles, lefts, strict=False)
        ]


COVER_MEASURE = 0.82
"""Share of the text block's width that titles and the back cover's text may take."""
COVER_OVERLINE, COVER_EDITION, COVER_CLOTHS = 15.5, 122.0, 139.5
"""Tops on the cover, millimetres from the page's top edge."""
BACK_PUBLISHER, BACK_FUNDERS, BACK_CLOTH = 165.5, 197.5, 244.0
"""Tops on the back cover, millimetres from the page's top edge."""
COVER_ROWS = 3
"""Rows of cloths on the cover."""
CONTENTS_PADDING, FOLIO_WIDTH, PILOT_NUMBER = 2.6, 12.0, 8.0
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


class CoverCloths(Block):
    """The sheets' cloths, four a row, to the page's edges; fewer sheets come again."""

    def __init__(self, setting: Setting, sheets: int) -> None:
        page = setting.theme.page
        super().__init__(page.format[0] * MM)
        self.setting, self.sheets = setting, max(1, sheets)
        self._height = (page.format[1] - COVER_CLOTHS) * MM

    @property
    def height(self) -> float:
        """Down to the page's lower edge."""
        return self._height

    def draw(self, canvas: Canvas) -> None:
        """Draw the cloths row by row."""
        page = self.setting.theme.page
        across, fils = page.couverture.tissus, page.couverture.fils
        step_x, step_y = self.width / across, self._height / COVER_ROWS
        pitch = step_x * (1 - page.jeu_de_fil / fils) / fils
        rest, bleed = step_x - fils * pitch, page.fond_perdu * MM
        for place in range(across * COVER_ROWS):
            row, column = divmod(place, across)
            setting = self.setting.dyed(place % self.sheets)
            top = self._height - row * step_y
            reach = Reach(
                bleed if column == 0 else None,
                bleed + rest if column == across - 1 else None,
                step_y - fils * pitch + bleed if row == COVER_ROWS - 1 and page.couverture.tisses >= fils else None,
            )
            draw_cloth(canvas, setting, column * step_x, top, fils, min(fils, page.couverture.tisses), pitch, reach)


class BackCloth(Block):
    """A band of cloth in ink, to the page's edges."""

    def __init__(self, setting: Setting) -> None:
        page = setting.theme.page
        super().__init__(page.format[0] * MM)
        self.setting = setting
        threads = page.couverture.tissus * page.couverture.fils
        self.columns, self.pitch = cloth_pitch(self.width, page.format[0] / threads * MM)
        self._height = (page.format[1] - BACK_CLOTH) * MM

    @property
    def height(self) -> float:
        """Down to the page's lower edge."""
        return self._height

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        page = self.setting.theme.page
        rows, bleed = round(self._height / self.pitch), page.fond_perdu * MM
        pitch = self._height / rows
        drawn = min(rows, page.couverture.dos_tisses)
        reach = Reach(bleed, bleed + self.width - self.columns * pitch, bleed if drawn == rows else None)
        draw_cloth(canvas, self.setting, 0, self._height, self.columns, drawn, pitch, reach)


def draw_ground(canvas: Canvas, setting: Setting, width: float | None = None) -> None:
    """The écru ground of the covers, bleed included; of a page, or so many points wide."""
    page = setting.theme.page
    bleed, height = page.fond_perdu * MM, page.format[1] * MM
    canvas.setFillColor(setting.colour("ecru"))
    canvas.rect(-bleed, -bleed, (width or page.format[0] * MM) + 2 * bleed, height + 2 * bleed, stroke=0, fill=1)


def draw_title_page(canvas: Canvas, cover: Block, setting: Setting) -> None:
    """A cover's texts, without its ground and its cloths: the first page inside a cover that is printed apart."""
    if not isinstance(cover, Placed):
        return
    page = setting.theme.page
    texts = [(block, left, top) for block, left, top in cover.blocks if not isinstance(block, CoverCloths)]
    bare = Placed(texts, cover.width, cover.height)
    bare.draw_in(canvas, page.marges.gauche * MM, (page.format[1] - page.marges.haut) * MM)
