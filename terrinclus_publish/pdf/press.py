"""A tree to the files that are printed: pages for a shop, their cover, pages for an office printer.

The pages are laid out as on screen; only colours, boxes, marks and the place of the text block differ.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from terrinclus_publish.collection import Collection
from terrinclus_publish.pdf.covers import draw_ground, draw_title_page
from terrinclus_publish.pdf.document import lay_out
from terrinclus_publish.pdf.marks import Trim
from terrinclus_publish.pdf.pages import Page, draw_page
from terrinclus_publish.pdf.palette import PRESS
from terrinclus_publish.pdf.presscanvas import PressCanvas
from terrinclus_publish.pdf.pressfile import Paper, PressFile
from terrinclus_publish.theme import MM, Theme
from terrinclus_publish.tree import Element, Metadata, text_of

FOLD = 4
"""Pages come by four: two leaves of one folded sheet."""
SPINE_STYLE = "couverture_etiquette"


@dataclass(frozen=True)
class Copy:
    """A tree laid out to be printed."""

    tree: Element
    metadata: Metadata
    theme: Theme
    pages: Sequence[Page]

    @cached_property
    def has_cover(self) -> bool:
        """A guide has one, front and back; a sheet has none."""
        return len(self.pages) > 1 and self.pages[0].section.is_cover and self.pages[-1].section.is_cover

    @property
    def size(self) -> tuple[float, float]:
        """Of a trimmed page, points."""
        width, height = self.theme.page.format
        return width * MM, height * MM

    def whole(self) -> list[Page]:
        """Every page, the cover included, a multiple of four: blank ones stand before the back cover, or at the end."""
        back = list(self.pages[-1:]) if self.has_cover else []
        inside = self.pages[: len(self.pages) - len(back)]
        return [*inside, *self._blanks(len(inside), -len(self.pages) % FOLD), *back]

    def body(self) -> list[Page]:
        """The pages inside the cover, a multiple of four; the first one is a title page, so that folios stay."""
        inside = self.pages[:-1] if self.has_cover else self.pages
        return [*inside, *self._blanks(len(inside), -len(inside) % FOLD)]

    def _blanks(self, before: int, count: int) -> list[Page]:
        return [replace(self.pages[0], folio=before + 1 + place, block=None) for place in range(count)]


def copy_of(tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> Copy:
    """Lay a tree out in inks; the theme is one for print (``Theme.for_press``, ``Theme.for_economy``).

    Raises MissingGlyphError.
    """
    return Copy(tree, metadata, theme, lay_out(tree, theme, collection, PRESS))


def write_body(copy: Copy, paper: Paper) -> bytes:
    """The pages inside a cover."""
    file = _file(copy, paper)
    for page in copy.body():
        with file.page() as canvas:
            if page.section.is_cover and page.block is not None:
                draw_title_page(canvas, page.block, page.section.setting)
            else:
                draw_page(canvas, page, _shift(page, paper))
    return file.close()


def write_pages(copy: Copy, paper: Paper, prepare: Callable[[PressCanvas], None] = lambda _: None) -> bytes:
    """Every page, the cover included; ``prepare`` may ask the canvas for the fonts of what will be added later."""
    file = _file(copy, paper)
    prepare(file.canvas)
    for page in copy.whole():
        with file.page() as canvas:
            draw_page(canvas, page, _shift(page, paper))
    return file.close()


def write_cover(copy: Copy, paper: Paper, spine: float) -> bytes:
    """The cover flat: back, spine (points wide), front."""
    width, height = copy.size
    bleed = paper.bleed * MM
    trim = Trim(2 * width + spine, height, bleed, tuple(dict.fromkeys((width, width + spine))))
    file = PressFile(copy.tree, copy.metadata, copy.theme, paper, trim)
    with file.page() as canvas:
        draw_ground(canvas, copy.pages[0].section.setting, 2 * width + spine)
        for page, place, clip in ((copy.pages[-1], 0.0, -bleed), (copy.pages[0], width + spine, width + spine)):
            with canvas.clipped(clip, -bleed, width + bleed, height + 2 * bleed), canvas.page_at(place):
                draw_page(canvas, page)
        _draw_spine(canvas, copy, spine)
    return file.close()


def write_cover_pages(copy: Copy, paper: Paper) -> bytes:
    """The cover as two pages, front and back: a spiral leaves no spine."""
    file = _file(copy, paper)
    for page in (copy.pages[0], copy.pages[-1]):
        with file.page() as canvas:
            draw_page(canvas, page)
    return file.close()


def _file(copy: Copy, paper: Paper) -> PressFile:
    return PressFile(copy.tree, copy.metadata, copy.theme, paper, Trim(*copy.size, paper.bleed * MM))


def _draw_spine(canvas: PressCanvas, copy: Copy, spine: float) -> None:
    """The title along the spine, read upwards, where there is room for its line."""
    setting, (width, height) = copy.pages[0].section.setting, copy.size
    heading = copy.tree.find(".//h1")
    if heading is None or spine < setting.style(SPINE_STYLE).interligne:
        return
    margin = copy.theme.page.marges.bas * MM
    line = setting.line(" ".join(text_of(heading).split()), SPINE_STYLE, height - 2 * margin)
    with canvas.upright(width + spine / 2 + line.height / 2, margin):
        line.draw(canvas)


def _shift(page: Page, paper: Paper) -> float:
    """How far the text block stands to the right of its place, points: away from the spine; a cover's never moves."""
    if page.section.is_cover:
        return 0.0
    return paper.shift * MM if page.is_right else -paper.shift * MM
