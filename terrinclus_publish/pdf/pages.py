"""Blocks to pages: where they are cut, which side they start on, what stands around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.covers import draw_ground
from terrinclus_publish.pdf.flow import Block, Stack
from terrinclus_publish.pdf.ornaments import Reach, cloth_pitch, draw_cloth
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.theme import MM
from terrinclus_publish.tree import Element


@dataclass(frozen=True)
class Section:
    """A run of pages: its blocks, and what its pages say around them."""

    block: Block
    setting: Setting
    landmark: str = ""
    """At the left of the running head: « Fiche 6 »."""
    recto: str = ""
    verso: str = ""
    """The running heads of right and left pages."""
    number: int | None = None
    """The sheet's number, on the thumb tab."""
    starts_right: bool = False
    is_cover: bool = False
    opens_with_band: bool = False
    """The first page has no running head."""
    closes_with_cloth: bool = False
    """The sheet's cloth stands at the foot of the last page, where there is room."""


@dataclass(frozen=True)
class Page:
    """A page: its folio from 1, what stands on it (None: a blank page), and the section it belongs to."""

    folio: int
    block: Block | None
    section: Section
    is_first: bool
    is_last: bool = False

    @cached_property
    def anchors(self) -> Sequence[tuple[Element, float]]:
        """Every element that a block shows, with the height of its top above the page's foot, points."""
        if self.block is None:
            return ()
        geometry = self.section.setting.theme.page
        edge = (geometry.format[1] - geometry.marges.haut) * MM
        return [(block.element, edge - top) for block, top in self.block.walk() if block.element is not None]

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids whose place is on the page, in order."""
        return [name for element, _ in self.anchors for name in ids_at(element)]

    @property
    def is_right(self) -> bool:
        """Odd pages are right-hand pages (book trade's rule)."""
        return self.folio % 2 == 1


def paginate(sections: Sequence[Section]) -> list[Page]:
    """The pages of the sections, in order."""
    pages: list[Page] = []
    for section in sections:
        if section.starts_right and len(pages) % 2 == 1:
            pages.append(Page(len(pages) + 1, None, pages[-1].section, False))
        blocks = _page_blocks(section)
        for number, block in enumerate(blocks):
            section = replace(section, recto=_chapter_at(block) or section.recto)
            pages.append(Page(len(pages) + 1, block, section, number == 0, block is blocks[-1]))
    return pages


def _chapter_at(block: Block) -> str:
    """The running head of the chapter that opens in a block; empty where none does."""
    for part, _ in block.walk():
        if part.element is not None and part.element.tag == "h1":
            chapter = part.element.getparent()
            return str(chapter.get("data-courant-recto", "")) if chapter is not None else ""
    return ""


def _page_blocks(section: Section) -> list[Block]:
    page = section.setting.theme.page
    room = (page.format[1] - page.marges.haut - page.marges.bas) * MM
    if not isinstance(section.block, Stack):
        return [section.block]
    pieces = _tightened(section.block, room, page.serrage)
    return [*pieces[:-1], _with_foot(pieces[-1], room)]


def _cut(block: Block, room: float) -> Iterator[Block]:
    """The block in pieces of a page each."""
    rest: Block | None = block
    while rest is not None:
        pieces = [] if rest.fits(room) else rest.split(room) or rest.cut(room)
        if len(pieces) < 2:  # fits, or cannot be cut: better over the margin than lost
            yield rest
            return
        yield pieces[0]
        rest = pieces[1]


def _tightened(block: Stack, room: float, factors: Sequence[float]) -> list[Block]:
    """The block in pages; when the last one is nearly empty, with less space between blocks if that spares it.

    Why: two lines of contacts on a page of their own cost a sheet of paper, since the next one starts on a right page.
    The grid of baselines gives way last.
    """
    pieces = list(_cut(block, room))
    if len(pieces) < 2 or pieces[-1].height > NEARLY_EMPTY * room:
        return pieces
    grid = block.grid
    trials = [*((factor, grid) for factor in factors), *((factor, 0.0) for factor in (1.0, *factors))]
    tightest = trials[-1]
    if len(_with_less_space(block, *tightest, room)) == len(pieces):  # then none spares a page
        trials = []
    block.tighten(1 / tightest[0])
    for factor, grid_kept in trials:
        fewer = _with_less_space(block, factor, grid_kept, room)
        if len(fewer) < len(pieces):
            return fewer
        block.tighten(1 / factor)
    block.grid = grid
    return pieces


def _with_less_space(block: Stack, factor: float, grid: float, room: float) -> list[Block]:
    block.tighten(factor)
    block.grid = grid
    return list(_cut(block, room))


def _with_foot(block: Block, room: float) -> Block:
    """The last block at the foot of the page, when it asks for it."""
    if not isinstance(block, Stack) or not block.blocks or not block.blocks[-1].at_foot:
        return block
    last = block.blocks[-1]
    last.before = max(last.before, block.blocks[-2].after if len(block.blocks) > 1 else 0.0) + room - block.height
    pinned = Stack(block.blocks, block.width)
    pinned.grid = block.grid
    return pinned


def ids_at(element: Element) -> Iterator[str]:
    """The ids whose place is an element's: its own, and those of what it opens."""
    current: Element | None = element
    while current is not None:
        name = current.get("id")
        if name:
            yield str(name)
        current = current.getparent() if current.getprevious() is None else None


def draw_page(canvas: Canvas, page: Page, shift: float = 0.0) -> None:
    """Draw a page's ground, furniture and blocks; binding may shift what stands inside the margins, points."""
    if page.block is None:
        _draw_blank(canvas, page)
        return
    geometry = page.section.setting.theme.page
    with canvas.moved(shift, 0):
        if page.section.is_cover:
            draw_ground(canvas, page.section.setting)
        else:
            _draw_furniture(canvas, page)
        x, top = geometry.marges.gauche * MM, (geometry.format[1] - geometry.marges.haut) * MM
        page.block.draw_in(canvas, x, top)
    if page.section.number is not None:
        with canvas.artifact("Pagination"):
            _draw_tab(canvas, page)


def _draw_blank(canvas: Canvas, page: Page) -> None:
    """The blank page after a sheet: its cloth from edge to edge at the foot."""
    section, setting = page.section, page.section.setting
    if section.number is None:
        return
    geometry, band = setting.theme.page, setting.theme.page.bandeau
    columns, pitch = cloth_pitch(geometry.format[0] * MM, band.pas * MM)
    bleed, rows = geometry.fond_perdu * MM, min(band.rangs, band.tisses)
    draw_cloth(canvas, setting, canvas.left_edge, rows * pitch, columns, rows, pitch, Reach(bleed, bleed, bleed))


def _draw_closing_cloth(canvas: Canvas, page: Page) -> None:
    """A selvage of the sheet's cloth at the foot of its last page, where the text leaves room for it."""
    setting, geometry = page.section.setting, page.section.setting.theme.page
    columns, pitch = cloth_pitch(setting.theme.text_width * MM, geometry.lisiere.pas * MM)
    height = geometry.lisiere.rangs * pitch
    room = (geometry.format[1] - geometry.marges.haut - geometry.marges.bas) * MM
    if page.block is not None and page.block.height + height + setting.style("h2").avant <= room:
        x, foot = geometry.marges.gauche * MM, geometry.marges.bas * MM
        draw_cloth(canvas, setting, x, foot + height, columns, geometry.lisiere.rangs, pitch)


def _draw_furniture(canvas: Canvas, page: Page) -> None:
    section, setting = page.section, page.section.setting
    geometry = setting.theme.page
    if page.is_last and section.closes_with_cloth:
        _draw_closing_cloth(canvas, page)
    if not (page.is_first and section.opens_with_band):
        with canvas.artifact("Pagination", "Header"):
            _draw_running_head(canvas, page)
    width = setting.theme.text_width * MM
    folio = setting.line(str(page.folio), "folio", width, "right" if page.is_right else "left")
    with canvas.artifact("Pagination", "Footer"):
        folio.draw_in(canvas, geometry.marges.gauche * MM, geometry.pied * MM + folio.height / 2)


def _draw_running_head(canvas: Canvas, page: Page) -> None:
    """Cloth, landmark ⇥ the bearer on left pages, the title on right ones."""
    section, setting = page.section, page.section.setting
    geometry = setting.theme.page
    x, y = geometry.marges.gauche * MM, (geometry.format[1] - geometry.tete) * MM
    column_a = geometry.colonne_a * MM
    indent = 0.0
    if setting.dye is not None:
        swatch = geometry.courant
        pitch = swatch.hauteur * MM / swatch.rangs
        draw_cloth(canvas, setting, x, y, round(swatch.largeur * MM / pitch), swatch.rangs, pitch)
        indent = (swatch.largeur + HEAD_GAP) * MM
    middle = y - geometry.courant.hauteur * MM / 2
    landmark = setting.line(section.landmark, "courant_repere", column_a - indent)
    landmark.draw_in(canvas, x + indent, middle + landmark.height / 2)
    title = section.recto if page.is_right or not section.verso else section.verso
    if len(title) > setting.theme.titres.courant_long and section.verso:
        title = section.verso
    head = setting.line(title, "courant", geometry.colonne_b * MM)
    head.lines = head.lines[:1]
    head.draw_in(canvas, x + column_a + geometry.gouttiere * MM, middle + head.height / 2)


def _draw_tab(canvas: Canvas, page: Page) -> None:
    """The thumb tab on the outer edge, one step lower for each sheet, from the top again after the last step."""
    section, setting = page.section, page.section.setting
    geometry, tab = setting.theme.page, setting.theme.page.onglet
    bleed = geometry.fond_perdu
    rank = ((section.number or 1) - 1) % tab.rangs
    top = (geometry.format[1] - tab.premier - rank * tab.pas) * MM
    width, height = tab.largeur * MM, tab.hauteur * MM
    x = (geometry.format[0] - tab.largeur) * MM if page.is_right else 0.0
    margin = setting.rule("epais")
    canvas.setFillColor(setting.colour("blanc"))  # parts the tab from a band that reaches down to it
    left = x if page.is_right else x - bleed * MM
    guard = left - margin if page.is_right else left
    canvas.rect(guard, top - height - margin, width + bleed * MM + margin, height + 2 * margin, stroke=0, fill=1)
    canvas.setFillColor(setting.colour("accent"))
    canvas.rect(left, top - height, width + bleed * MM, height, stroke=0, fill=1)
    number = setting.line(str(section.number), "onglet", width - tab.marge * MM, "center")
    inner = x if page.is_right else x + tab.marge * MM
    number.draw_in(canvas, inner, top - height / 2 + number.height / 2)


NEARLY_EMPTY = 0.35
"""A last page filled less than this is worth sparing."""
HEAD_GAP = 3.0
"""Millimetres between the running head's cloth and the landmark."""
