"""What paragraphs and letters are set in: styles, lists and direct properties as the file holds them, resolved.

Lengths in points. Sources: ECMA-376 part 1, 17.7.2 (style hierarchy), 17.3.1 (paragraphs), 17.9 (numbering).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from terrinclus_publish.tree import Element
from terrinclus_publish.word.layout.metrics import Font
from terrinclus_publish.word.measure import EIGHTHS_PER_POINT, TWIPS_PER_POINT
from terrinclus_publish.word.ooxml import W, local_name

FontOf = Callable[[str, bool, bool], Font]
"""The font of a family, bold or not, italic or not."""
Values = dict[str, str]
"""Properties as flat texts: ``ind/left``; a switch is ``keepNext``."""
_VAL = f"{{{W}}}val"
_SIDES = ("top", "left", "bottom", "right")
_RAISED = 0.58
"""The size of raised letters, as a share of their line's; LibreOffice's (Word's is near)."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run is set; the size in points."""

    font: Font
    size: float
    slant: float = 0.0
    """What LibreOffice keeps free after slanted letters at the end of a line: a twelfth of their height."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A paragraph's border: what must agree for two to be one, and the room that it takes."""

    look: tuple[str, ...]
    room: float


@dataclass(frozen=True, slots=True)
class Format:
    """How a paragraph is set. Tab stops: place from the text's left edge, kind (``left``, ``right``)."""

    left: float
    right: float
    first: float
    """Where the first line starts, from ``left`` on; negative where it hangs."""
    before: float
    after: float
    pitch: float
    rule: str
    keep_next: bool
    keep_lines: bool
    page_break: bool
    widows: bool
    outline: bool
    """Whether it is a heading."""
    tabs: tuple[tuple[float, str], ...]
    marked: bool
    """Whether a list's marker stands before the text, which starts at ``left``."""
    edges: Mapping[str, Edge] = field(compare=False, hash=False)

    @property
    def frame(self) -> tuple[object, ...]:
        """What must agree for two paragraphs in a row to stand in one frame; empty without borders."""
        looks = tuple(self.edges[side].look for side in _SIDES if side in self.edges)
        return (*looks, self.left + min(self.first, 0), self.right) if looks else ()


class Formats:
    """The formats of a document, each resolved once."""

    def __init__(self, styles: Element, numbering: Element, font_of: FontOf) -> None:
        self._font_of = font_of
        self._lists = dict(_marked_lists(numbering))
        self._paragraphs: dict[object, Format] = {}
        self._letters: dict[object, Letters] = {}
        found = {style.get(f"{{{W}}}styleId", ""): style for style in styles.iterfind(f"{{{W}}}style")}
        self._styles = {name: _own(style) for name, style in found.items()}
        defaults = styles.find(f"{{{W}}}docDefaults")
        self._defaults = _defaults(defaults)
        self._chains: dict[str, tuple[Values, Values]] = {}

    def _chain(self, style: str) -> tuple[Values, Values]:
        """What a style sets for paragraphs and for letters, with all that it is based on."""
        if style not in self._chains:
            base, paragraph, letters = self._styles.get(style, ("", {}, {}))
            under = self._chain(base) if base else ({}, {})
            self._chains[style] = ({**under[0], **paragraph}, {**under[1], **letters})
        return self._chains[style]

    def paragraph(self, element: Element) -> tuple[Format, str]:
        """The format of a ``w:p``, and its style."""
        own = element.find(f"{{{W}}}pPr")
        direct = {} if own is None else values(own)
        style = direct.get("pStyle", "Normal")
        key = tuple(direct.items())
        if key not in self._paragraphs:
            self._paragraphs[key] = self._format({**self._defaults[0], **self._chain(style)[0], **direct})
        return self._paragraphs[key], style

    def letters(self, style: str, run: Element | None) -> Letters:
        """How a run of a paragraph of that style is set; ``run`` is its ``w:rPr``."""
        direct = {} if run is None else values(run)
        key = (style, *direct.items())
        if key not in self._letters:
            named = self._chain(direct["rStyle"])[1] if "rStyle" in direct else {}
            self._letters[key] = self._set({**self._defaults[1], **self._chain(style)[1], **named, **direct})
        return self._letters[key]

    def _set(self, found: Values) -> Letters:
        font = self._font_of(found.get("rFonts/ascii", ""), _is_on(found, "b"), _is_on(found, "i"))
        size = int(found.get("sz", "20")) / 2
        size *= _RAISED if found.get("vertAlign", "baseline") != "baseline" else 1
        return Letters(font, size, (font.ascent + font.descent) * size / 12 if _is_on(found, "i") else 0.0)

    def _format(self, found: Values) -> Format:
        rule = found.get("spacing/lineRule", "auto")
        pitch = float(found.get("spacing/line", "240"))
        return Format(
            left=_points(found, "ind/left"),
            right=_points(found, "ind/right"),
            first=_points(found, "ind/firstLine") - _points(found, "ind/hanging"),
            before=_points(found, "spacing/before"),
            after=_points(found, "spacing/after"),
            pitch=pitch / 240 if rule == "auto" else pitch / TWIPS_PER_POINT,
            rule=rule,
            keep_next=_is_on(found, "keepNext"),
            keep_lines=_is_on(found, "keepLines"),
            page_break=_is_on(found, "pageBreakBefore"),
            widows=_is_on(found, "widowControl"),
            outline=found.get("outlineLvl", "9") != "9",
            tabs=_tabs(found.get("tabs", "")),
            marked=(found.get("numPr/numId", "0"), found.get("numPr/ilvl", "0")) in self._lists,
            edges=dict(_edges(found)),
        )


def values(properties: Element) -> Values:
    """The properties under ``w:pPr``, ``w:rPr``, ``w:tcPr``… as flat texts."""
    found: Values = {}
    for child in properties:
        name = local_name(child)
        if name in ("tabs", "rPr", "sectPr"):
            if name == "tabs":
                found[name] = " ".join(f"{tab.get(_VAL)}:{tab.get(f'{{{W}}}pos')}" for tab in child)
        elif len(child):
            for inner in child:
                place = f"{name}/{local_name(inner)}"
                if name == "pBdr" or name.endswith("Borders") or name.endswith("Mar"):
                    found[place] = " ".join(str(value) for value in inner.attrib.values())
                else:
                    found[place] = inner.get(_VAL, "")
        elif (value := child.get(_VAL)) is not None and len(child.attrib) == 1:
            found[name] = value
        elif child.attrib:
            found.update({f"{name}/{str(key).rpartition('}')[2]}": str(item) for key, item in child.attrib.items()})
        else:
            found[name] = "1"
    return found


def _own(style: Element) -> tuple[str, Values, Values]:
    """A style's base, and what it sets for paragraphs and for letters."""
    base, paragraph, letters = (style.find(f"{{{W}}}{tag}") for tag in ("basedOn", "pPr", "rPr"))
    return (
        "" if base is None else base.get(_VAL, ""),
        {} if paragraph is None else values(paragraph),
        {} if letters is None else values(letters),
    )


def _defaults(element: Element | None) -> tuple[Values, Values]:
    found = []
    for path in ("pPrDefault/{%s}pPr", "rPrDefault/{%s}rPr"):
        part = None if element is None else element.find(f"{{{W}}}{path % W}")
        found.append({} if part is None else values(part))
    return found[0], found[1]


def _marked_lists(numbering: Element) -> Iterator[tuple[tuple[str, str], bool]]:
    """The lists' levels that set a marker before the text, by number and level."""
    abstract = {item.get(f"{{{W}}}abstractNumId"): item for item in numbering.iterfind(f"{{{W}}}abstractNum")}
    for number in numbering.iterfind(f"{{{W}}}num"):
        link = number.find(f"{{{W}}}abstractNumId")
        found = abstract.get(None if link is None else link.get(_VAL))
        for level in () if found is None else found.iterfind(f"{{{W}}}lvl"):
            follow = level.find(f"{{{W}}}suff")
            if follow is None or follow.get(_VAL) == "tab":
                yield (str(number.get(f"{{{W}}}numId")), str(level.get(f"{{{W}}}ilvl"))), True


def _is_on(found: Values, name: str) -> bool:
    return found.get(name, "0") not in ("0", "false", "none")


def _points(found: Values, name: str) -> float:
    return float(found.get(name, "0")) / TWIPS_PER_POINT


def _tabs(text: str) -> tuple[tuple[float, str], ...]:
    stops = (stop.partition(":") for stop in text.split())
    return tuple(sorted((float(place) / TWIPS_PER_POINT, kind) for kind, _, place in stops))


def _edges(found: Values) -> Iterator[tuple[str, Edge]]:
    for side in _SIDES:
        look = tuple(found.get(f"pBdr/{side}", "nil").split())
        if look[0] != "nil":
            yield side, Edge(look, float(look[1]) / EIGHTHS_PER_POINT + float(look[2]))
