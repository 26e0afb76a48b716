"""Two pages on each side of a sheet that is folded in the middle, for an office printer that prints both sides.

Pages come as a PDF whose TrimBox is the page; what they have around it (bleed) fills what creep leaves free.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from terrinclus_publish.printing.folding import Side, sides
from terrinclus_publish.theme import MM

ISO_WIDTHS = {"A3": (420.0, 297.0), "A4": (297.0, 210.0), "A5": (210.0, 148.0)}
"""Sheets laid flat, millimetres."""
NEARLY = 2.0
"""Two pages may be so many millimetres less wide than the sheet that they are printed on (ISO 216 rounds down)."""


@dataclass(frozen=True)
class Booklet:
    """How pages are imposed: pages of a signature at most; a leaf's thickness (mm); the pages' scale."""

    most: int
    thickness: float
    scale: float = 1.0


@dataclass(frozen=True)
class Place:
    """Where a page's trimmed corner lands: which page of the imposed file (from 0), points, and the scale."""

    page: int
    x: float
    y: float
    scale: float


def impose(pages: bytes, booklet: Booklet) -> bytes:
    """The pages on sheets, front and back in turn; the last pages of the last sheet stay blank where pages are missing.

    Raises pikepdf.PdfError.
    """
    with pikepdf.open(io.BytesIO(pages)) as source, pikepdf.new() as target:
        layout = _Layout(source, booklet)
        for side in layout.sides():
            _add_side(target, source, layout, side)
        target.Root.ViewerPreferences = pikepdf.Dictionary(Duplex=pikepdf.Name.DuplexFlipShortEdge)
        target.Root.Metadata = target.copy_foreign(source.Root.Metadata)
        for key, value in source.docinfo.items():
            target.docinfo[key] = value if isinstance(value, str) else target.make_indirect(value)
        out = io.BytesIO()
        target.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, min_version="1.6")
        return out.getvalue()


def last_page_place(pages: bytes, booklet: Booklet) -> Place:
    """Where the last page of ``pages`` stands in the imposed file."""
    with pikepdf.open(io.BytesIO(pages)) as source:
        layout, last = _Layout(source, booklet), len(source.pages)
        for number, side in enumerate(layout.sides()):
            if last in (side.left, side.right):
                x, y = layout.corner(side, last == side.left)
                return Place(number, x, y, booklet.scale)
    raise ValueError(last)


class _Layout:
    """The sheet's geometry, points."""

    def __init__(self, source: pikepdf.Pdf, booklet: Booklet) -> None:
        self.count, self.booklet = len(source.pages), booklet
        left, foot, right, top = (float(edge) for edge in source.pages[0].trimbox)
        self.origin = (left, foot)
        self.page = ((right - left) * booklet.scale, (top - foot) * booklet.scale)
        self.sheet = _sheet(2 * self.page[0], self.page[1])

    def sides(self) -> Iterator[Side]:
        """The sides of all sheets."""
        return sides(self.count, self.booklet.most)

    def corner(self, side: Side, is_left: bool) -> tuple[float, float]:
        """Where a page's trimmed corner stands. An inner sheet's pages move towards the fold, by what creep takes."""
        fold, foot = self.sheet[0] / 2, (self.sheet[1] - self.page[1]) / 2
        creep = side.depth * self.booklet.thickness * MM
        return (fold - self.page[0] + creep if is_left else fold - creep), foot


def _sheet(width: float, height: float) -> tuple[float, float]:
    """The ISO sheet that holds two pages, or their own size."""
    for wide, high in ISO_WIDTHS.values():
        if 0 <= wide * MM - width + 0.5 <= NEARLY * MM and 0 <= high * MM - height + 0.5 <= NEARLY * MM:
            return wide * MM, high * MM
    return width, height


def _add_side(target: pikepdf.Pdf, source: pikepdf.Pdf, layout: _Layout, side: Side) -> None:
    width, height = layout.sheet
    forms, content = pikepdf.Dictionary(), []
    for name, number, is_left in (("/L", side.left, True), ("/R", side.right, False)):
        if number > layout.count:
            continue
        forms[name] = _form(target, source, number)
        x, y = layout.corner(side, is_left)
        scale, (left, foot) = layout.booklet.scale, layout.origin
        half = 0.0 if is_left else width / 2
        clip = f"{half:.3f} {y:.3f} {width / 2:.3f} {layout.page[1]:.3f} re W n"
        move = f"{scale:.6g} 0 0 {scale:.6g} {x - left * scale:.3f} {y - foot * scale:.3f} cm"
        content.append(f"q {clip} {move} {name} Do Q")
    target.add_blank_page(page_size=(width, height))
    page = target.pages[-1]
    page.TrimBox = page.BleedBox = page.MediaBox
    page.Contents = target.make_stream("\n".join(content).encode("ascii"))
    page.Resources = pikepdf.Dictionary(XObject=forms)
    first = source.pages[0].obj
    if "/Group" in first:
        page.Group = pikepdf.Dictionary({key: value for key, value in first.Group.items() if key != "/Parent"})


def _form(target: pikepdf.Pdf, source: pikepdf.Pdf, number: int) -> Any:  # noqa: ANN401
    """A page as a form; its box is all that the page shows, bleed included."""
    page = source.pages[number - 1]
    form = target.copy_foreign(page.as_form_xobject(handle_transformations=False))
    form.BBox = pikepdf.Array([float(edge) for edge in page.mediabox])
    return form
