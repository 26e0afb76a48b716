"""Print copies: which files are made for a shop and for an office printer, in which order; each is looked at after."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf

from terrinclus_publish.build.copies import CopyWish, make_copies
from terrinclus_publish.build.documents import Document, GuideDocument
from terrinclus_publish.build.events import Failed, Made
from terrinclus_publish.build.files import write_whole
from terrinclus_publish.build.mishaps import told
from terrinclus_publish.collection import Collection
from terrinclus_publish.compose import Composer
from terrinclus_publish.faults import FaultsError
from terrinclus_publish.pdf.fonts import MissingGlyphError
from terrinclus_publish.pdf.inks import BlackInk, ProcessInks
from terrinclus_publish.pdf.pdfx import OutputCondition
from terrinclus_publish.pdf.press import copy_of, write_body, write_cover, write_cover_pages, write_pages
from terrinclus_publish.pdf.pressfile import Paper
from terrinclus_publish.preflight import Nature, Report, inspect
from terrinclus_publish.printing import Binding, Booklet, Stock, impose, usual_binding
from terrinclus_publish.theme import MM, Theme, load_theme

FOLDER = "impression"
HALF = 0.5**0.5
"""The scale from one ISO format to the next smaller one."""


@dataclass(frozen=True)
class PrintWish:
    """What is wanted on paper. Lengths in millimetres; ``binding`` None: what suits the number of pages."""

    collection: Collection
    output: Path
    documents: Sequence[Document]
    condition: OutputCondition
    stock: Stock
    bleed: float
    binding: Binding | None = None
    cover_is_apart: bool = True
    is_economical: bool = False
    is_reduced: bool = False
    """Booklets of half the page's format."""
    copies: CopyWish | None = None


@dataclass(frozen=True)
class Told:
    """Something that whoever orders the print should know, in French."""

    text: str


@dataclass(frozen=True)
class Checked:
    """A file was looked at by preflight."""

    shown: str
    report: Report


PrintEvent = Made | Failed | Told | Checked


def print_copies(wish: PrintWish) -> Iterator[PrintEvent]:
    """Make the files of each document, and look at each. Raises FaultsError on a broken theme."""
    theme, composer = load_theme(wish.collection), Composer(wish.collection)
    if not wish.condition.is_complete and not wish.is_economical:
        yield Told(
            f"Aucun profil ICC n'a été trouvé : les fichiers sont en CMJN pour {wish.condition.name}, mais n'annoncent "
            "pas PDF/X-4, et les images sont converties sans profil. Demandez le profil à l'imprimeur, et donnez-le "
            "avec --icc"
        )
    for document in wish.documents:
        try:
            maker = _Maker(wish, theme, document, composer)
            yield from maker.events()
        except (FaultsError, MissingGlyphError) as error:
            yield Failed(document.name, told(error, document.name))


class _Maker:
    """The files of one document."""

    def __init__(self, wish: PrintWish, theme: Theme, document: Document, composer: Composer) -> None:
        self.wish, self.document = wish, document
        own = theme.for_economy() if wish.is_economical else theme.for_press(wish.bleed)
        self.copy = copy_of(document.compose(composer), document.metadata(), own, wish.collection)
        self.printing = theme.impression
        self.pages = len(self.copy.whole())
        self.binding = wish.binding or usual_binding(self.pages, self.printing)
        inks = BlackInk() if wish.is_economical else ProcessInks(wish.condition.profile)
        bleed = 0.0 if wish.is_economical else wish.bleed
        self.paper = Paper(inks, None, bleed, False, self.printing.decalage[self.binding])
        self.shop = replace(self.paper, condition=wish.condition, is_marked=True)
        scale = HALF if wish.is_reduced else 1.0
        self.booklet = Booklet(self.printing.cahier, wish.stock.thickness, scale)

    def events(self) -> Iterator[PrintEvent]:
        """Make and look at each file."""
        if isinstance(self.document, GuideDocument):
            yield from self._advice()
        for name, nature, make in self._files():
            yield from self._made(name, nature, make)
        if self.wish.copies is not None:
            yield from self._copies(self.wish.copies)

    def _files(self) -> Iterator[tuple[str, Nature, Callable[[], bytes]]]:
        """The names, natures and makers of the files."""
        is_guide = isinstance(self.document, GuideDocument)
        name = self.document.name if is_guide else f"fiches/{self.document.name}"
        if self.wish.is_economical:
            yield f"{name}-economique.pdf", Nature.SHEETS, self._plain
            yield f"{name}-livret-economique.pdf", Nature.SHEETS, self._booklet
            return
        if is_guide and self.copy.has_cover and self.wish.cover_is_apart:
            yield "guide-presse.pdf", Nature.PAGES, lambda: write_body(self.copy, self.shop)
            yield "couverture-presse.pdf", Nature.COVER, self._cover
        elif is_guide:
            yield "guide-presse.pdf", Nature.PAGES, lambda: write_pages(self.copy, self.shop)
        yield f"{name}-livret.pdf", Nature.SHEETS, self._booklet

    def _plain(self) -> bytes:
        return write_pages(self.copy, self.paper)

    def _booklet(self) -> bytes:
        paper = replace(self.paper, shift=self.printing.decalage[Binding.STAPLED])
        return impose(write_pages(self.copy, paper), self.booklet)

    @property
    def spine(self) -> float:
        """The cover's spine, millimetres."""
        return self.wish.stock.spine(len(self.copy.body()), self.binding)

    def _cover(self) -> bytes:
        if self.binding is Binding.SPIRAL:
            return write_cover_pages(self.copy, self.shop)
        return write_cover(self.copy, self.shop, self.spine * MM)

    def _advice(self) -> Iterator[Told]:
        """What the shop will ask."""
        if self.binding is Binding.STAPLED and self.pages > self.printing.cahier:
            yield Told(
                f"{self.pages} pages, c'est beaucoup pour un cahier piqué ({self.printing.cahier} au plus) : "
                "préférez --reliure dos-carre"
            )
        if not self.wish.is_economical and self.wish.cover_is_apart and self.copy.has_cover:
            spine = f"dos de {self.spine:.1f} mm".replace(".", ",") if self.spine else "sans dos"
            yield Told(f"Intérieur de {len(self.copy.body())} pages, reliure « {self.binding} », couverture {spine}")

    def _made(self, name: str, nature: Nature, make: Callable[[], bytes]) -> Iterator[PrintEvent]:
        target = self.wish.output / FOLDER / name
        shown = shown_name(target, self.wish.collection)
        start = time.perf_counter()
        try:
            content = make()
            write_whole(target, content, shown)
        except (FaultsError, OSError, pikepdf.PdfError) as error:
            yield Failed(shown, told(error, shown))
            return
        yield Made(shown, target, time.perf_counter() - start, len(content))
        yield Checked(shown, inspect(target, nature))

    def _copies(self, copies: CopyWish) -> Iterator[PrintEvent]:
        form = "livret" if copies.as_booklet else "pages"
        target = self.wish.output / FOLDER / "exemplaires" / f"{self.document.name}-{form}"
        booklet = self.booklet if copies.as_booklet else None
        start = time.perf_counter()
        try:
            for file in make_copies(copies, self.copy, self.paper, booklet, target, self.wish.collection):
                shown = shown_name(file, self.wish.collection)
                yield Made(shown, file, time.perf_counter() - start, file.stat().st_size)
        except (FaultsError, MissingGlyphError, OSError) as error:
            yield Failed(shown_name(target, self.wish.collection), told(error, self.document.name))


def shown_name(target: Path, collection: Collection) -> str:
    """A file's name as messages show it: from the collection's folder where it stands inside."""
    return target.relative_to(collection.root).as_posix() if target.is_relative_to(collection.root) else str(target)
