"""Pictures of the tree in a story: illustrations, opening photographs, logos; and strips of cloth."""

from terrinclus_publish.tree import Element
from terrinclus_publish.word.images import cloth, load_picture
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.measure import twips
from terrinclus_publish.word.ooxml import spec
from terrinclus_publish.word.parts import part
from terrinclus_publish.word.story import Story


def figure(story: Story, element: Element) -> None:
    """An illustration in column B with its caption."""
    image, caption = part(element, "img"), element.find("figcaption")
    data, kind, (width, height) = load_picture(story.job.collection.sheets / image.get("src", ""))
    across = story.theme.page.colonne_b
    size = fitted(width, height, across, story.theme.page.colonne_b)
    line = story.line("Illustration", direct={} if caption is None else {"keepNext": spec("keepNext")})
    line.picture(data, kind, size, image.get("alt", ""))
    if caption is not None:
        story.line("Caption").phrasing(caption)


def opening_photograph(story: Story, element: Element, size: tuple[float, float], left: float) -> None:
    """A photograph above the band, cut to its place; millimetres."""
    width, height = size
    image = part(element, "img")
    data, kind, pixels = load_picture(story.job.collection.sheets / image.get("src", ""))
    wanted, own = width / height, pixels[0] / pixels[1]
    crop = ((1 - wanted / own) / 2, 0.0) if own > wanted else (0.0, (1 - own / wanted) / 2)
    strip(story, left=left).cropped_picture(data, kind, (width, height), image.get("alt", ""), crop)


def logo(line: Line, element: Element, width: float, height: float) -> None:
    """A logo in a line, within a frame of that size; millimetres."""
    data, kind, pixels = load_picture(line.place.job.collection.sheets / element.get("src", ""))
    line.picture(data, kind, fitted(*pixels, width, height), element.get("alt", ""))


def fitted(width: float, height: float, widest: float, highest: float) -> tuple[float, float]:
    """The size that keeps the proportions and fills a frame; millimetres."""
    scale = min(widest / width, highest / height)
    return width * scale, height * scale


def strip(story: Story, left: float = 0, before: float = 0, after: float = 0) -> Line:
    """A paragraph for a picture across the text; ``left`` in millimetres may be negative, the spaces are points."""
    return story.line(
        "Tissu", before=before, after=after, direct={"ind": spec("ind", left=twips(left), right=twips(min(left, 0)))}
    )


def cloth_strip(line: Line, width: float, rows: int, pitch: float) -> None:
    """The sheet's cloth over a width in millimetres; the pitch gives way so that whole threads fill it."""
    columns = round(width / pitch)
    exact = width / columns
    data = cloth(line.place.job.theme, line.place.dye, columns, rows, exact)
    line.picture(data, "png", (width, rows * exact))
