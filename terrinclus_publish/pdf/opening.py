"""A sheet's opening: the band with its cloth, the tiles, the key figures."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from reportlab.lib.colors import Color

from terrinclus_publish.drawing.icons import load_icon
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Beside, Block, Space
from terrinclus_publish.pdf.ornaments import Reach, cloth_pitch, draw_cloth, draw_icon, draw_rule
from terrinclus_publish.pdf.paragraph import Paragraph
from terrinclus_publish.pdf.pictures import Cover
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.text import runs_after_label, styled_runs
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes, text_of


class Band(Block):
    """The title band: full bleed, from the page's top edge; the sheet's cloth hangs from it.

    It stands first on its page, in the text block, and reaches out of it: its height is what it takes of that block.
    Under a photograph the cloth has one row less.
    """

    def __init__(self, setting: Setting, header: Element) -> None:
        super().__init__(setting.theme.text_width * MM)
        self.setting, self.element = setting, header
        page, band = setting.theme.page, setting.theme.page.bandeau
        self.page_width = page.format[0] * MM
        self.above = page.marges.haut * MM
        self.photo = next((child[0] for child in header if child.tag == "figure"), None)
        self.photo_height = self.setting.theme.page.ouverture * MM if self.photo is not None else 0.0
        self.rows = band.rangs - (1 if self.photo is not None else 0)
        self.columns, self.pitch = cloth_pitch(self.page_width, band.pas * MM)
        texts = [child for child in header if child.tag != "figure"]
        self.caption = self._caption(header.find("figure/figcaption"))
        self.overline, self.title, self.chapeau = self._texts(texts)
        self.after = setting.style("corps").interligne

    def _texts(self, texts: Sequence[Element]) -> tuple[Block, Block, Block]:
        overline, title, chapeau = texts
        setting, page = self.setting, self.setting.theme.page
        column_a, measure = page.colonne_a * MM, page.colonne_b * MM
        left = column_a + page.gouttiere * MM
        style = "titre" if len(text_of(title)) <= setting.theme.titres.titre_court else "titre_long"
        numbered = len(title) > 0 and "numero" in classes(title[0])
        text = setting.heading(title, style, measure, runs_after_label if numbered else styled_runs)
        number: Block = setting.paragraph(title[0], "titre_numero", column_a) if numbered else Space(0)
        label: Block = setting.paragraph(overline[0], "surtitre_label", column_a) if len(overline) > 1 else Space(0)
        return (
            Beside(label, setting.paragraph(overline[-1], "surtitre", measure), left),
            NumberedTitle(number, text, left),
            Beside(Space(0), setting.paragraph(chapeau, "chapeau", measure), left),
        )

    def _caption(self, element: Element | None) -> Paragraph | None:
        """What the photograph shows, in column B under the cloth: over the picture it would not be read."""
        page = self.setting.theme.page
        return None if element is None else self.setting.paragraph(element, "note", page.colonne_b * MM)

    @cached_property
    def _caption_height(self) -> float:
        return 0.0 if self.caption is None else self.caption.height + self.setting.style("corps").apres

    @cached_property
    def _places(self) -> tuple[float, float, float, float]:
        """Tops of overline, title and chapeau, and the solid part's foot, from the page's top edge."""
        band = self.setting.theme.page.bandeau
        overline = self.photo_height + band.surtitre * MM
        title = self.photo_height + band.titre * MM
        chapeau = title + self.title.height + self.setting.style("chapeau").avant
        return overline, title, chapeau, chapeau + self.chapeau.height + band.sous_chapeau * MM

    @cached_property
    def height(self) -> float:
        """What the band and its cloth take of the text block."""
        return self._places[3] + self.rows * self.pitch + self._caption_height - self.above

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The three texts, and the photograph's caption."""
        texts = (self.overline, self.title, self.chapeau)
        yield from ((block, top - self.above) for block, top in zip(texts, self._places[:3], strict=True))
        if self.caption is not None:
            yield self.caption, self.height - self.caption.height

    def draw(self, canvas: Canvas) -> None:
        """Draw photograph, ground, cloth, texts."""
        edge = self.height + self.above
        foot = edge - self._places[3]
        token, left = self.setting.theme.page.bandeau, canvas.left_edge
        bleed = self.setting.theme.page.fond_perdu * MM
        if self.photo is not None:
            photo = Cover(self.setting, self.photo, self.page_width + 2 * bleed, self.photo_height + bleed)
            photo.draw_in(canvas, left - bleed, edge + bleed)
        canvas.setFillColor(self.setting.colour(token.fond))
        solid_top = edge - self.photo_height + (bleed if self.photo is None else 0.0)
        canvas.rect(left - bleed, foot, self.page_width + 2 * bleed, solid_top - foot, stroke=0, fill=1)
        if token.filet:
            rule_top = edge - self.photo_height - token.filet * MM
            draw_rule(canvas, self.setting, 0, rule_top, self.width, "epais", "accent")
        rows = min(self.rows, token.tisses)
        reach = Reach(left=bleed, right=bleed)
        draw_cloth(canvas, self.setting, left, foot, self.columns, rows, self.pitch, reach, hanging=True)
        for block, top in zip((self.overline, self.title, self.chapeau), self._places[:3], strict=True):
            block.draw_in(canvas, 0, edge - top)
        if self.caption is not None:
            self.caption.draw_in(canvas, self.width - self.caption.width, self.caption.height)


class NumberedTitle(Beside):
    """The sheet's large number beside its title: the tops of the figures and of the capitals are level."""

    @cached_property
    def _drops(self) -> tuple[float, float]:
        return (-self.label.height * 0.08, 0.0) if self.label.height else (0.0, 0.0)

    @property
    def height(self) -> float:
        """The title's, or the number's where it is taller."""
        return max(self.content.height, self.label.height * 0.92)


class Tile(Block):
    """A square with an icon or a number, and its name beside it."""

    def __init__(self, setting: Setting, element: Element, kind: str, width: float) -> None:
        super().__init__(width)
        self.setting, self.element, self.kind = setting, element, kind
        self.side = setting.theme.page.tuile.cote * MM
        gap = setting.theme.page.cellule * 2 * MM
        self.number = setting.paragraph(element[0], "tuile", self.side, "center") if kind == "odd" else None
        runs = runs_after_label if kind == "odd" else styled_runs
        self.name = setting.paragraph(element, "tuile", width - self.side - gap, runs=runs)
        self.offset = self.side + gap

    @property
    def height(self) -> float:
        """The square's, or the name's where it has many lines."""
        return max(self.side, self.name.height)

    def parts(self) -> Iterator[tuple[Block, float]]:
        """Number, if any, and name."""
        if self.number is not None:
            yield self.number, (self.height - self.number.height) / 2
        yield self.name, (self.height - self.name.height) / 2

    def draw(self, canvas: Canvas) -> None:
        """Draw the square, what is in it, and the name."""
        foot = (self.height - self.side) / 2
        draw_square(canvas, self.setting, self.element, self.kind, 0, foot, self.side)
        if self.number is not None:
            self.number.draw_in(canvas, 0, self.height / 2 + self.number.height / 2)
        self.name.draw_in(canvas, self.offset, self.height / 2 + self.name.height / 2)


def draw_square(
    canvas: Canvas, setting: Setting, element: Element | None, kind: str, x: float, y: float, side: float
) -> None:
    """A tile's square with the icon that the element names: a theme outlined, an axis solid, an ODD on écru."""
    line = setting.rule("tableau")
    accent: Color = setting.colour("accent")
    if kind == "odd":
        canvas.setFillColor(setting.colour("ecru"))
        canvas.rect(x, y, side, side, stroke=0, fill=1)
        draw_rule(canvas, setting, x, y + setting.rule("epais"), side, "epais", "accent")
        return
    canvas.setFillColor(accent)
    canvas.setStrokeColor(accent)
    canvas.setLineWidth(line)
    solid = kind == "preconisations"
    canvas.rect(x + line / 2, y + line / 2, side - line, side - line, stroke=1, fill=int(solid))
    if element is not None and element.get("data-icone"):
        canvas.setFillColor(setting.colour("blanc") if solid else accent)
        share = setting.theme.page.tuile.icone
        inset = side * (1 - share) / 2
        draw_icon(canvas, load_icon(str(element.get("data-icone"))), x + inset, y + inset, side * share)


class Tiles(Block):
    """Tiles, two a row."""

    def __init__(self, setting: Setting, element: Element, width: float) -> None:
        super().__init__(width)
        page = setting.theme.page
        self.element = element
        step = (page.grille[2] - page.grille[1]) * MM
        kind = classes(element)[1]
        self.tiles = [Tile(setting, item, kind, min(step, width - step) - page.cellule * MM) for item in element]
        self.lefts = (0.0, step)
        self.step = page.tuile.rang * MM

    @cached_property
    def _tops(self) -> list[float]:
        tops, y = [], 0.0
        for first in range(0, len(self.tiles), 2):
            row = self.tiles[first : first + 2]
            tallest = max(tile.height for tile in row)
            tops += [y + (tallest - tile.height) / 2 for tile in row]  # squares are level
            y += max(self.step, tallest + self.step - self.tiles[0].side)
        return tops

    @cached_property
    def height(self) -> float:
        """From the first row's top to the last row's foot."""
        return max((top + tile.height for top, tile in zip(self._tops, self.tiles, strict=True)), default=0.0)

    def parts(self) -> Iterator[tuple[Block, float]]:
        """The tiles."""
        return iter(zip(self.tiles, self._tops, strict=True))

    def draw(self, canvas: Canvas) -> None:
        """Draw the tiles row by row."""
        for number, (tile, top) in enumerate(zip(self.tiles, self._tops, strict=True)):
            tile.draw_in(canvas, self.lefts[number % 2], self.height - top)


class Figures(Block):
    """Key figures in the grid's three columns: a thick rule, a large numeral, its caption."""

    def __init__(self, setting: Setting, element: Element) -> None:
        super().__init__(setting.theme.text_width * MM)
        self.setting, self.element = setting, element
        page = setting.theme.page
        lefts = [(left - page.marges.gauche) * MM for left in page.grille]
        ends = [*(left - page.gouttiere * MM for left in lefts[1:]), self.width]
        values, captions = element[0][0], element[1][0]
        self.columns = []
        for left, end, value, caption in zip(lefts, ends, values, captions, strict=False):
            width = end - left
            number = setting.paragraph(value, "chiffre", width)
            self.columns.append((left, width, number, setting.paragraph(caption, "legende_chiffre", width)))
        self.before = self.after = setting.style("corps").interligne
        self.rule = setting.rule("epais") + setting.style("corps").apres / 2

    @cached_property
    def _value_height(self) -> float:
        return max(number.height for _, _, number, _ in self.columns)

    @cached_property
    def height(self) -> float:
        """Rule, numerals, the longest caption."""
        return self.rule + self._value_height + max(caption.height for *_, caption in self.columns)

    def parts(self) -> Iterator[tuple[Block, float]]:
        """Numerals, then captions: the order in which the table is read."""
        for _, _, number, _ in self.columns:
            yield number, self.rule
        for *_, caption in self.columns:
            yield caption, self.rule + self._value_height

    def draw(self, canvas: Canvas) -> None:
        """Draw rules, numerals, captions."""
        for left, width, number, _ in self.columns:
            draw_rule(canvas, self.setting, left, self.height, width, "epais", "accent")
            number.draw_in(canvas, left, self.height - self.rule)
        for left, _, _, caption in self.columns:
            caption.draw_in(canvas, left, self.height - self.rule - self._value_height)


class AxisHeading(Beside):
    """The name of an axis, with its solid tile in column A, at the gutter."""

    def __init__(self, setting: Setting, element: Element, content: Block, left: float) -> None:
        super().__init__(Space(0), content, left)
        self.setting, self.element = setting, element
        self.side = setting.theme.page.tuile.cote * MM

    def draw(self, canvas: Canvas) -> None:
        """Draw the tile, its centre on the name's line, then the name."""
        x = self.offset - self.setting.mm("gouttiere") - self.side
        leading = self.setting.style("h4").interligne
        foot = self.height - leading / 2 - self.side / 2
        draw_square(canvas, self.setting, self.element, "preconisations", x, foot, self.side)
        super().draw(canvas)
