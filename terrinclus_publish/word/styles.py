"""What a named style is, and how it is written: as what differs from the style that it is based on.

Colours. The styles of a document carry one accent: the sheet's dye when the sheet stands alone, the guide's ink in the
guide, where no style could carry twelve. There, what a style paints in the accent is painted over, directly, in the
sheet's dye (``Stylesheet.variation``); everything else, in both, is changed in one place, the style.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from terrinclus_publish.theme import Rgb, Style, Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.faces import Face, load_face
from terrinclus_publish.word.measure import (
    border_space,
    eighths,
    half_points,
    hexadecimal,
    twips,
    twips_of_points,
)
from terrinclus_publish.word.ooxml import Spec, built, properties, spec, w

Specs = dict[str, Spec]
ROOT = "Normal"


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme's colours with the accent of the place. ``shift`` moves borders aside by as many steps of blue.

    Why: two boxes in a row whose borders are the same become one box; a step that nobody sees keeps them apart.
    """

    colours: Mapping[str, Rgb] = field(hash=False, compare=False)
    accent: Rgb
    shift: int = 0

    @classmethod
    def of(cls, theme: Theme, accent: Rgb) -> "Palette":
        """The palette of a theme with that accent."""
        return cls({name: colour.rvb for name, colour in theme.couleurs.items()}, accent)

    def colour(self, token: str) -> str:
        """A token's colour, as Word writes it."""
        return hexadecimal(self.accent if token == "accent" else self.colours[token])

    def border(self, token: str) -> str:
        """The colour of a border."""
        red, green, blue = self.accent if token == "accent" else self.colours[token]
        return hexadecimal((red, green, blue + self.shift if blue + self.shift <= 255 else blue - self.shift))


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: its side, its thickness (millimetres), its colour, its distance to the text (points)."""

    side: Literal["top", "left", "bottom", "right", "between"]
    thickness: float
    colour: str
    space: float


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the items of a list: ``text`` is a sign, or Word's pattern (``%1.``); level from 0."""

    kind: Literal["bullet", "decimal", "none"]
    text: str
    level: int = 0
    size: float | None = None
    """Points; None is the text's own size."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A named paragraph style. Indents and tabs in millimetres from the left margin, spacing in points."""

    id: str
    name: str
    text: Style
    based_on: str = ROOT
    following: str | None = None
    left: float = 0
    hanging: float = 0
    right: float = 0
    pitch: Literal["exact", "atLeast", "auto"] = "exact"
    edges: tuple[Edge, ...] = ()
    fill: str | None = None
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    align: Literal["left", "center", "right"] = "left"
    centred_line: bool = False
    tabs: tuple[tuple[Literal["left", "right"], float], ...] = ()
    marker: Marker | None = None


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A named character style; ``keys`` are the properties of ``text`` that it sets."""

    id: str
    name: str
    text: Style
    keys: tuple[str, ...] = ("rFonts", "i", "color", "sz", "szCs")


def run_specs(text: Style, face: Face, palette: Palette) -> Specs:
    """The properties of a style's letters."""
    return {
        "rFonts": font_spec(face),
        "b": _switch("b", face.bold),
        "i": _switch("i", face.italic),
        "color": spec("color", val=palette.colour(text.couleur)),
        "sz": spec("sz", val=half_points(text.taille)),
        "szCs": spec("szCs", val=half_points(text.taille)),
    }


def font_spec(face: Face) -> Spec:
    """The font of a run, for all scripts."""
    return spec("rFonts", ascii=face.family, hAnsi=face.family, eastAsia=face.family, cs=face.family)


def paragraph_specs(style: ParagraphStyle, palette: Palette, number: int | None) -> Specs:
    """The properties of a style's paragraphs, without borders; ``number`` is the list's ``w:num``, if any."""
    specs = {
        "keepNext": _switch("keepNext", style.keep_next),
        "keepLines": _switch("keepLines", style.keep_lines),
        "pageBreakBefore": _switch("pageBreakBefore", style.page_break),
        "numPr": _number_spec(style, number),
        "shd": spec("shd", val="clear", color="auto", fill=palette.colour(style.fill) if style.fill else "auto"),
        "spacing": spec(
            "spacing",
            before=twips_of_points(style.text.avant),
            after=twips_of_points(style.text.apres),
            line="240" if style.pitch == "auto" else twips_of_points(style.text.interligne),
            lineRule=style.pitch,
        ),
        "ind": spec("ind", left=twips(style.left), right=twips(style.right), hanging=twips(style.hanging)),
        "jc": spec("jc", val=style.align),
        "textAlignment": spec("textAlignment", val="center" if style.centred_line else "auto"),
        "outlineLvl": spec("outlineLvl", val=str(9 if style.outline is None else style.outline)),
    }
    if style.tabs:
        stops = (spec("tab", val=kind, pos=twips(place)) for kind, place in style.tabs)
        specs["tabs"] = spec("tabs", *stops)
    return specs


def border_specs(style: ParagraphStyle, palette: Palette) -> Specs:
    """The borders of a style's paragraphs."""
    return {
        f"pBdr/{edge.side}": spec(
            edge.side,
            val="single",
            sz=eighths(edge.thickness),
            space=border_space(edge.space),
            color=palette.border(edge.colour),
        )
        for edge in style.edges
    }


def _number_spec(style: ParagraphStyle, number: int | None) -> Spec:
    if number is None:
        return spec("numPr", spec("numId", val="0"))
    level = style.marker.level if style.marker else 0
    return spec("numPr", spec("ilvl", val=str(level)), spec("numId", val=str(number)))


def _switch(tag: str, value: bool) -> Spec:
    return spec(tag) if value else spec(tag, val="0")


def difference(own: Specs, base: Specs) -> Specs:
    """What ``own`` sets otherwise than ``base``; borders that only the base has are taken away."""
    specs = {key: value for key, value in own.items() if base.get(key) != value}
    specs.update({key: spec(key.partition("/")[2], val="nil") for key in base.keys() - own.keys() if "/" in key})
    return specs


class Stylesheet:
    """The styles of a document: what they set, and what another accent sets otherwise."""

    def __init__(
        self,
        theme: Theme,
        root: Path,
        palette: Palette,
        paragraphs: Sequence[ParagraphStyle],
        characters: Sequence[CharacterStyle],
        numbers: Mapping[str, int],
    ) -> None:
        self.theme, self.root, self.palette = theme, root, palette
        self.paragraphs = {style.id: style for style in paragraphs}
        self.characters = {style.id: style for style in characters}
        self.numbers = numbers
        self._variations: dict[object, tuple[Specs, Specs]] = {}

    def face(self, text: Style) -> Face:
        """The face of a text style. Raises FileNotFoundError when its file is missing."""
        return load_face(self.theme, self.root, text.police, text.graisse)

    def specs(self, style: ParagraphStyle, palette: Palette) -> tuple[Specs, Specs]:
        """All that a style sets in a palette: for its paragraphs, for its letters."""
        number = self.numbers.get(style.id)
        paragraph = {**paragraph_specs(style, palette, number), **border_specs(style, palette)}
        return paragraph, run_specs(style.text, self.face(style.text), palette)

    def variation(self, style_id: str, palette: Palette, text: Style | None = None) -> tuple[Specs, Specs]:
        """What paragraphs of a style set directly under another palette, or when set as another text style."""
        key = (style_id, palette, text and (text.taille, text.interligne))
        if key not in self._variations:
            style = self.paragraphs[style_id]
            other = style if text is None else _restyled(style, text)
            there, here = self.specs(other, palette), self.specs(style, self.palette)
            self._variations[key] = (difference(there[0], here[0]), difference(there[1], here[1]))
        return self._variations[key]

    def character_variation(self, style_id: str, palette: Palette) -> Specs:
        """What runs of a character style set directly under another palette."""
        style = self.characters[style_id]
        recoloured = style.text.couleur == "accent" and palette.accent != self.palette.accent
        return {"color": spec("color", val=palette.colour("accent"))} if recoloured else {}

    def elements(self) -> list[Element]:
        """All the styles as ``w:style``."""
        return [
            *(self._paragraph_style(style) for style in self.paragraphs.values()),
            *(self._character_style(style) for style in self.characters.values()),
        ]

    def _paragraph_style(self, style: ParagraphStyle) -> Element:
        paragraph, run = self.specs(style, self.palette)
        element = w("style", w("name", val=style.name), type="paragraph", styleId=style.id)
        if style.id == ROOT:
            element.set(built(spec("x", default="1")).keys()[0], "1")
            base_paragraph, base_run = blank_specs(paragraph, run)
        else:
            base_paragraph, base_run = self.specs(self.paragraphs[style.based_on], self.palette)
            element.append(w("basedOn", val=style.based_on))
        if style.following:
            element.append(w("next", val=style.following))
        if not _is_built_in(style.name):
            element.set(built(spec("x", customStyle="1")).keys()[0], "1")
        element.extend([w("qFormat"), properties("pPr", difference(paragraph, base_paragraph))])
        element.append(properties("rPr", difference(run, base_run)))
        return element

    def _character_style(self, style: CharacterStyle) -> Element:
        specs = run_specs(style.text, self.face(style.text), self.palette)
        element = w("style", w("name", val=style.name), type="character", styleId=style.id)
        if not _is_built_in(style.name):
            element.set(built(spec("x", customStyle="1")).keys()[0], "1")
        chosen = {key: specs[key] for key in style.keys if key in specs}
        if style.id == LINK:
            chosen["u"] = spec("u", val="single")
        element.extend([w("basedOn", val="Policepardfaut"), w("qFormat"), properties("rPr", chosen)])
        return element


LINK = "Lienhypertexte"
_BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "Body Text", "caption", "header", "footer", "Hyperlink", "index heading"}
)


def _is_built_in(name: str) -> bool:
    """Whether Word has a style of that name itself, and shows it in its user's language."""
    return name in _BUILT_IN or name.startswith(("heading ", "toc ", "index ", "List "))


def _restyled(style: ParagraphStyle, text: Style) -> ParagraphStyle:
    from dataclasses import replace

    return replace(style, text=text)


def blank_specs(paragraph: Specs, run: Specs) -> tuple[Specs, Specs]:
    """What Word assumes where nothing is set, for the style at the root."""
    off = {"keepNext", "keepLines", "pageBreakBefore", "numPr", "shd", "ind", "jc", "textAlignment", "outlineLvl"}
    return {key: paragraph[key] for key in off}, {key: run[key] for key in ("b", "i")}
