"""Numbered and addressed copies: which lines each one bears, into which file it goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from terrinclus_publish.collection import Collection
from terrinclus_publish.pdf.press import Copy, write_pages
from terrinclus_publish.pdf.presscanvas import PressCanvas
from terrinclus_publish.pdf.pressfile import Paper
from terrinclus_publish.pdf.stamps import StampMaker, StampPlace
from terrinclus_publish.printing import Booklet, CopyWriter, Recipients, Stamp, impose, last_page_place
from terrinclus_publish.theme import MM

NUMBER = "Exemplaire n°\u00a0{number} sur {count}"
SEPARATOR = " · "


@dataclass(frozen=True)
class CopyWish:
    """How many copies, for whom (None: numbered only), imposed or page by page, in one file or one each."""

    count: int
    recipients: Recipients | None = None
    as_booklet: bool = True
    one_file_each: bool = False

    def lines(self) -> Iterator[tuple[str, ...]]:
        """What each copy bears: its number, then its recipient if the file names one."""
        rows = self.recipients.rows() if self.recipients is not None else iter(())
        for number in range(1, self.count + 1):
            yield (NUMBER.format(number=number, count=self.count), *next(rows, ()))

    @property
    def signs(self) -> set[str]:
        """Every sign that the copies bear."""
        own = set(NUMBER + SEPARATOR + "0123456789 ")
        return own | (self.recipients.signs if self.recipients is not None else set())


def make_copies(
    wish: CopyWish, copy: Copy, paper: Paper, booklet: Booklet | None, target: Path, collection: Collection
) -> Iterator[Path]:
    """Write the copies beside ``target``, which has their name without its ending; tell each file when it is whole.

    ``booklet`` None: one page on a page.

    Raises MissingGlyphError, OSError.
    """
    makers: list[StampMaker] = []

    def prepare(canvas: PressCanvas) -> None:
        makers.append(StampMaker(canvas, copy.theme, collection.root, wish.signs))

    pages = write_pages(copy, replace(paper, is_marked=False), prepare)
    base, place = pages, f"1 0 0 1 {paper.bleed * MM:.3f} {paper.bleed * MM:.3f} cm\n"
    number = len(copy.whole()) - 1
    if booklet is not None:
        landed = last_page_place(pages, booklet)
        base, number = impose(pages, booklet), landed.page
        place = f"{landed.scale:.6g} 0 0 {landed.scale:.6g} {landed.x:.3f} {landed.y:.3f} cm\n"
    stamps = (
        Stamp(number, f"q {place}".encode("ascii") + makers[0].operators(*_set(lines, copy)) + b"\nQ")
        for lines in wish.lines()
    )
    groups = range(wish.count) if wish.one_file_each else range(1)
    for group in groups:
        ending = f"-{group + 1:0{len(str(wish.count))}d}" if wish.one_file_each else "-exemplaires"
        file = target.with_name(f"{target.name}{ending}.pdf")
        with _written(file) as out:
            writer = CopyWriter(out, base)
            for stamp in islice(stamps, 1) if wish.one_file_each else stamps:
                writer.add(stamp)
            writer.close()
        yield file


def _set(lines: tuple[str, ...], copy: Copy) -> tuple[tuple[str, ...], StampPlace]:
    """The lines at their place: a block on a blank page or a cover, one line at the foot of a page with a text."""
    printing, (width, height) = copy.theme.impression, copy.size
    last, left = copy.whole()[-1], printing.nombre_place[0] * MM
    room = width - left - copy.theme.page.marges.droite * MM
    if last.block is None or last.section.is_cover:
        return lines, StampPlace(left, height - printing.nombre_place[1] * MM, room)
    return (SEPARATOR.join(lines),), StampPlace(left, height - printing.nombre_pied * MM, room)


@contextmanager
def _written(file: Path) -> Iterator[BinaryIO]:
    """A stream into a temporary file that becomes the file at the end: a killed run leaves the old one whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.tmp")
    try:
        with temporary.open("wb") as out:
            yield out
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
