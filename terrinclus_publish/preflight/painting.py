"""What a page paints, held against the rules: colours, inks, lines, black text, what touches the trim."""

from collections.abc import Iterator

from terrinclus_publish.preflight.colour import ALL_PLATES, PROCESS_INKS, Colour, Family, Space
from terrinclus_publish.preflight.events import (
    Broken,
    Event,
    Filled,
    FontUsed,
    Pictured,
    Shaded,
    Shown,
    Stroked,
    Transparent,
)
from terrinclus_publish.preflight.findings import Nature, Remark
from terrinclus_publish.preflight.geometry import MM, Box, grown, holds, meet
from terrinclus_publish.preflight.pictures import check_picture
from terrinclus_publish.preflight.rules import LEAST_LINE, MOST_INK, SAFE_ZONE
from terrinclus_publish.preflight.sheets import Sheet
from terrinclus_publish.preflight.typefaces import is_embedded, name_of

EDGE = 1.0
"""Millimetres: what ends so near to the trim was meant to touch it."""
SLACK = 0.01
"""Of inks and widths: what rounding may take."""
Painted = Filled | Stroked | Shown


def check_event(event: Event, page: int, sheet: Sheet, nature: Nature) -> Iterator[Remark]:
    """Remarks on one event of a page."""
    match event:
        case Broken():
            yield Remark(event.code, page, event.why)
        case Transparent():
            yield Remark("transparency", page, event.how)
        case FontUsed():
            yield from _check_font(event, page)
        case Shaded():
            yield from _check_space(event.space, page, "dégradé")
        case Pictured():
            yield from _check_pictured(event, page, sheet, nature)
        case Filled() | Stroked() | Shown():
            yield from _check_colour(event, page, sheet)
            yield from _check_form(event, page, sheet, nature)


def _check_font(event: FontUsed, page: int) -> Iterator[Remark]:
    if str(event.font.get("/Subtype")) == "/Type3":
        yield Remark("font-type3", page, name_of(event.font))
    elif not is_embedded(event.font):
        yield Remark("font-not-embedded", page, name_of(event.font))


def _check_space(space: Space, page: int, what: str) -> Iterator[Remark]:
    if space.family is Family.RGB:
        yield Remark("rgb-colour", page, what)
    elif space.family is Family.OTHER:
        yield Remark("other-colour", page, what)
    elif space.family is Family.SPOT and set(space.inks) - PROCESS_INKS:
        yield Remark("spot-colour", page, ", ".join(sorted(set(space.inks) - PROCESS_INKS)))


def _check_pictured(event: Pictured, page: int, sheet: Sheet, nature: Nature) -> Iterator[Remark]:
    if event.space is None:
        yield from _check_space(event.colour.space, page, str(event.colour))
    elif event.space.family is Family.RGB:
        yield Remark("rgb-image", page, event.name)
    else:
        yield from _check_space(event.space, page, event.name)
    yield from check_picture(event, page)
    if nature is not Nature.SHEETS and _stops_at_trim(event.box, sheet):
        yield Remark("bleed-empty", page, event.name)


def _check_colour(event: Painted, page: int, sheet: Sheet) -> Iterator[Remark]:
    colour = event.colour
    yield from _check_space(colour.space, page, _described(event))
    is_mark = ALL_PLATES in colour.space.inks and not meet(grown(sheet.bleed, -SLACK), event.box)
    if colour.ink > MOST_INK + SLACK or (ALL_PLATES in colour.space.inks and not is_mark):
        yield Remark("ink-coverage", page, f"{colour.ink:.0f} % ({colour})" if colour.ink else "toutes les encres")
    if event.overprints and colour.is_white:
        yield Remark("white-overprints", page, _described(event))


def _check_form(event: Painted, page: int, sheet: Sheet, nature: Nature) -> Iterator[Remark]:
    match event:
        case Shown():
            if event.colour.is_rich_black:
                yield Remark("rich-black-text", page, _described(event))
            elif event.colour.is_pure_black and not event.overprints and event.colour.space.family is Family.CMYK:
                yield Remark("black-text-knocks-out", page, _described(event))
            if nature is not Nature.SHEETS and _is_near_trim(event.box, sheet):
                yield Remark("text-near-trim", page, _described(event))
        case Stroked():
            if event.width < LEAST_LINE - SLACK:
                yield Remark("hairline", page, f"{event.width:.2f} pt".replace(".", ","))
        case Filled():
            if event.thinnest < LEAST_LINE - SLACK and not event.colour.is_white:
                yield Remark("hairline", page, f"{event.thinnest:.2f} pt".replace(".", ","))
            if nature is not Nature.SHEETS and not event.colour.is_white and _stops_at_trim(event.box, sheet):
                yield Remark("bleed-empty", page, str(event.colour))


def _is_near_trim(box: Box, sheet: Sheet) -> bool:
    """Whether a text that shows on the page is not wholly inside the safe zone."""
    return meet(box, sheet.trim) and not holds(grown(sheet.trim, -SAFE_ZONE * MM), box)


def _stops_at_trim(box: Box, sheet: Sheet) -> bool:
    """Whether something touches a side of the trim without going on to the end of the bleed."""
    if not meet(box, sheet.trim) or sheet.bleed_width <= 0:
        return False
    signs = (-1, -1, 1, 1)
    for edge, trim, bleed, sign in zip(box, sheet.trim, sheet.bleed, signs, strict=True):
        past_trim = (edge - trim) * sign
        if past_trim >= -EDGE * MM / 2 and past_trim < (bleed - trim) * sign - EDGE * MM / 2:
            return True
    return False


def _described(event: Painted) -> str:
    if isinstance(event, Shown):
        text = " ".join(event.text.split())
        return f"«\u00a0{text[:40]}{'…' if len(text) > 40 else ''}\u00a0» ({_named(event.colour)})"
    return _named(event.colour)


def _named(colour: Colour) -> str:
    return str(colour)
