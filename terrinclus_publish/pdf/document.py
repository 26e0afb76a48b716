"""A tree to a PDF file: its sections, its pages, its metadata, its bookmarks."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab import rl_config

from terrinclus_publish.collection import Collection
from terrinclus_publish.collector import collector_paused
from terrinclus_publish.pdf.canvas import Canvas
from terrinclus_publish.pdf.file import finish
from terrinclus_publish.pdf.fonts import Fonts
from terrinclus_publish.pdf.front import GuideStory
from terrinclus_publish.pdf.metadata import describe
from terrinclus_publish.pdf.pages import Page, Section, draw_page, ids_at, paginate
from terrinclus_publish.pdf.palette import SCREEN, Palette
from terrinclus_publish.pdf.setting import Setting
from terrinclus_publish.pdf.sheet import SheetStory
from terrinclus_publish.pdf.structure import Structure
from terrinclus_publish.theme import MM, Theme
from terrinclus_publish.tree import Element, Metadata, classes, text_of

OUTLINE_LEVELS = {"h1": 0, "h2": 1, "h3": 2}


def render(tree: Element, metadata: Metadata, theme: Theme, collection: Collection) -> bytes:
    """The PDF of a sheet (``article``) or of a guide (``div``).

    Raises MissingGlyphError, with the field, for a sign that no font of the theme has.
    """
    return render_numbered(tree, metadata, theme, collection)[0]


def render_numbered(
    tree: Element, metadata: Metadata, theme: Theme, collection: Collection
) -> tuple[bytes, dict[str, int]]:
    """The PDF, and what ``page_numbers`` gives: laid out once for both. Raises as ``render`` does."""
    with collector_paused():
        pages = lay_out(tree, theme, collection)
        return write(pages, tree, metadata, theme), _numbers(pages)


def page_numbers(tree: Element, theme: Theme, collection: Collection) -> dict[str, int]:
    """The folio of the page on which each id of the tree stands."""
    return _numbers(lay_out(tree, theme, collection))


def lay_out(tree: Element, theme: Theme, collection: Collection, palette: Palette = SCREEN) -> list[Page]:
    """The tree's pages; the numbers in the contents and the index are those of these pages."""
    numbers: dict[str, int] = {}
    setting = Setting(
        theme,
        Fonts(theme, collection.root),
        collection.sheets,
        str(tree.get("lang")),
        palette=palette,
        page_number=lambda target: str(numbers.get(target, "")),
    )
    is_sheet = tree.tag == "article"
    pages = paginate([_sheet_section(tree, setting)] if is_sheet else list(_guide_sections(tree, setting)))
    numbers.update(_numbers(pages))
    return pages


def _numbers(pages: Sequence[Page]) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in pages:
        for name in page.ids:
            found.setdefault(name, page.folio)
    return found


def _sheet_section(article: Element, setting: Setting) -> Section:
    dyed = replace(setting.dyed(int(str(article.get("data-teinte")))), language=str(article.get("lang")))
    number = article.get("data-numero")
    return Section(
        SheetStory(dyed).sheet(article),
        dyed,
        landmark=str(article.get("data-repere", "")),
        recto=str(article.get("data-courant-recto")),
        verso=str(article.get("data-courant-verso")),
        number=int(number) if number else None,
        starts_right=True,
        opens_with_band=True,
        closes_with_cloth=not any("financeurs" in classes(part) for part in article),
    )


def _guide_sections(guide: Element, setting: Setting) -> Iterator[Section]:
    story = GuideStory(setting)
    landmark = str(guide.get("data-repere"))
    sheets = sum(1 for _ in guide.iter("article"))
    chapters = [part for part in guide if "liminaire" in classes(part)]
    for part in guide:
        head = str(part.get("data-courant-recto", ""))
        around = Section(story.gap(0), setting, landmark=landmark, recto=head)
        name = classes(part)[0]
        if name == "couverture":
            yield replace(around, block=story.cover(part, sheets), is_cover=True)
        elif name == "liminaire" and part is chapters[0]:  # chapters follow one another on a page
            yield replace(around, block=story.chapters(chapters))
        elif name == "sommaire":
            yield replace(around, block=story.contents(part))
        elif name == "fiches":
            yield from (_sheet_section(article, setting) for article in part)
        elif name == "index":
            yield replace(around, block=story.index(part))
        elif name == "quatrieme":
            yield replace(around, block=story.back_cover(part), is_cover=True)


def write(pages: Sequence[Page], tree: Element, metadata: Metadata, theme: Theme) -> bytes:
    """The pages as a PDF file: the same bytes for the same pages."""
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    size = (theme.page.format[0] * MM, theme.page.format[1] * MM)
    canvas = Canvas(buffer, size, metadata.language, Structure(tree))
    describe(canvas, metadata)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    marks = _marks(pages)
    for page in pages:
        for element, top in marks.get(page.folio, ()):
            _mark(canvas, element, top + 2 * MM)
        draw_page(canvas, page)
        canvas.showPage()
    finish(canvas, metadata)
    canvas.save()
    return buffer.getvalue()


def _marks(pages: Sequence[Page]) -> dict[int, list[tuple[Element, float]]]:
    """The elements on each page where they are first shown, with their heights."""
    marks: dict[int, list[tuple[Element, float]]] = {}
    seen: set[Element] = set()
    for page in pages:
        for element, top in page.anchors:
            if element not in seen:
                seen.add(element)
                marks.setdefault(page.folio, []).append((element, top))
    return marks


def _mark(canvas: Canvas, element: Element, top: float) -> None:
    """The places of an element's ids, and its bookmark if it is a heading."""
    for name in ids_at(element):
        canvas.mark_place(name, top)
    level = OUTLINE_LEVELS.get(str(element.tag))
    if level is not None and "titre-encart" not in classes(element) and not _in_cover(element):
        canvas.add_bookmark(text_of(element), level, top)


def _in_cover(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and "couverture" in classes(parent)
