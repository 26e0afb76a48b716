"""The guide's covers: title and cloths of the sheets, publisher, funders."""

from collections.abc import Iterator, Sequence

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.flow import Block, Indented, Stack
from terrinclus_publish.pdf.ornaments import Reach, Rule, cloth_pitch, draw_cloth
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.sheet import SheetStory
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element, classes


class CoverStory(SheetStory):
    """Makes the blocks of the covers."""

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
