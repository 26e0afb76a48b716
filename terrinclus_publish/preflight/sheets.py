"""The boxes of pages (ISO 32000-1, 14.11.2): what is cut, what bleeds, what is only paper."""

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from terrinclus_publish.preflight.findings import Nature, Remark
from terrinclus_publish.preflight.geometry import MM, Box, box_of, holds
from terrinclus_publish.preflight.rules import LEAST_BLEED

TOLERANCE = 0.1
"""Points: what rounding may take."""


@dataclass(frozen=True)
class Sheet:
    """A page's boxes, points; a missing trim or bleed box is the crop box (its default value)."""

    media: Box
    trim: Box
    bleed: Box
    has_trim: bool
    rotation: int

    @property
    def bleed_width(self) -> float:
        """The narrowest bleed, millimetres."""
        sides = (
            self.trim[0] - self.bleed[0],
            self.trim[1] - self.bleed[1],
            self.bleed[2] - self.trim[2],
            self.bleed[3] - self.trim[3],
        )
        return min(sides) / MM

    @property
    def size(self) -> tuple[float, float]:
        """The trimmed page, millimetres."""
        return (self.trim[2] - self.trim[0]) / MM, (self.trim[3] - self.trim[1]) / MM


def sheet_of(page: pikepdf.Page) -> Sheet:
    """The boxes of a page. Raises ValueError or TypeError on boxes that are none."""
    media = box_of(page.mediabox)
    crop = box_of(page.cropbox)
    entries = page.obj
    trim_entry = entries.get("/TrimBox", entries.get("/ArtBox"))
    return Sheet(
        media,
        box_of(trim_entry) if trim_entry is not None else crop,
        box_of(entries.BleedBox) if "/BleedBox" in entries else crop,
        trim_entry is not None,
        int(page.rotation if hasattr(page, "rotation") else entries.get("/Rotate", 0)) % 360,
    )


def check_sheets(sheets: list[Sheet], nature: Nature) -> Iterator[Remark]:
    """Remarks on the boxes of all pages, numbered from 1."""
    first = sheets[0].size if sheets else (0.0, 0.0)
    for number, sheet in enumerate(sheets, 1):
        if not sheet.has_trim:
            yield Remark("trim-missing", number)
        if not (holds(sheet.media, sheet.bleed, TOLERANCE) and holds(sheet.bleed, sheet.trim, TOLERANCE)):
            yield Remark("boxes-not-nested", number)
        elif nature is not Nature.SHEETS and sheet.bleed_width < LEAST_BLEED - TOLERANCE / MM:
            yield Remark("bleed-missing", number, f"{sheet.bleed_width:.1f} mm".replace(".", ","))
        if max(abs(one - other) for one, other in zip(sheet.size, first, strict=True)) > 0.5:
            yield Remark("mixed-sizes", number, "{:.0f} × {:.0f} mm".format(*sheet.size))
        if sheet.rotation:
            yield Remark("page-rotated", number, f"{sheet.rotation}°")
    if nature is Nature.PAGES and len(sheets) % 4:
        yield Remark("page-count", 0, f"{len(sheets)} pages")
