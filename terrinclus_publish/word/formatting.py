"""What a style sets, property by property, as values that can be compared: a style is written as what differs from the
style that it is based on, and direct formatting as what differs from the style.
"""

from functools import lru_cache

from terrinclus_publish.theme import Style
from terrinclus_publish.word.faces import Face
from terrinclus_publish.word.measure import border_space, eighths, half_points, twips, twips_of_points
from terrinclus_publish.word.ooxml import Spec, spec
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.styles import Edge, ParagraphStyle

Specs = dict[str, Spec]
"""Properties by their name; a border's is ``pBdr/left``."""


def run_specs(text: Style, face: Face, palette: Palette) -> Specs:
    """The properties of a style's letters."""
    return {
        "rFonts": font_spec(face),
        "b": switch("b", face.bold),
        "i": switch("i", face.italic),
        "color": colour_spec(text, palette),
        "sz": spec("sz", val=half_points(text.taille)),
        "szCs": spec("szCs", val=half_points(text.taille)),
    }


def colour_spec(text: Style, palette: Palette) -> Spec:
    """The colour of a style's letters."""
    return spec("color", val=palette.colour(text.couleur))


def font_spec(face: Face) -> Spec:
    """The font of a run, for all scripts."""
    return spec("rFonts", ascii=face.family, hAnsi=face.family, eastAsia=face.family, cs=face.family)


def paragraph_specs(style: ParagraphStyle, palette: Palette, number: int | None) -> Specs:
    """The properties of a style's paragraphs; ``number`` is the list's ``w:num``, if any."""
    return {**_placing_specs(style, number), **ground_specs(style, palette)}


def ground_specs(style: ParagraphStyle, palette: Palette) -> Specs:
    """Those of a style's paragraphs that have a colour: the ground, the borders."""
    specs = {f"pBdr/{edge.side}": edge_spec(edge, palette) for edge in style.edges}
    specs["shd"] = fill_spec(palette.colour(style.fill) if style.fill else "auto")
    return specs


@lru_cache(maxsize=1024)
def _placing_specs(style: ParagraphStyle, number: int | None) -> Specs:
    """Those that have no colour, which are the same in every document."""
    specs = {
        "keepNext": switch("keepNext", style.keep_next),
        "keepLines": switch("keepLines", style.keep_lines),
        "pageBreakBefore": switch("pageBreakBefore", style.page_break),
        "numPr": _number_spec(style, number),
        "spacing": _spacing_spec(style),
        "ind": spec("ind", left=twips(style.left), right=twips(style.right), hanging=twips(style.hanging)),
        "jc": spec("jc", val=style.align),
        "textAlignment": spec("textAlignment", val="center" if style.centred_line else "auto"),
        "outlineLvl": spec("outlineLvl", val=str(9 if style.outline is None else style.outline)),
    }
    if style.tabs:
        specs["tabs"] = spec("tabs", *(spec("tab", val=kind, pos=twips(place)) for kind, place in style.tabs))
    return specs


def edge_spec(edge: Edge, palette: Palette) -> Spec:
    """A border, of a paragraph, a table or a cell."""
    return spec(
        edge.side,
        val="single",
        sz=eighths(edge.thickness),
        space=border_space(edge.space),
        color=palette.border(edge.colour, edge.step),
    )


def fill_spec(colour: str) -> Spec:
    """A ground; ``auto`` is none."""
    return spec("shd", val="clear", color="auto", fill=colour)


def _spacing_spec(style: ParagraphStyle) -> Spec:
    return spec(
        "spacing",
        before=twips_of_points(style.text.avant),
        after=twips_of_points(style.text.apres),
        line="240" if style.pitch == "auto" else twips_of_points(style.text.interligne),
        lineRule=style.pitch,
    )


def _number_spec(style: ParagraphStyle, number: int | None) -> Spec:
    if number is None:
        return spec("numPr", spec("numId", val="0"))
    level = style.marker.level if style.marker else 0
    return spec("numPr", spec("ilvl", val=str(level)), spec("numId", val=str(number)))


def switch(tag: str, value: bool) -> Spec:
    """A property that is on or off."""
    return spec(tag) if value else spec(tag, val="0")


def difference(own: Specs, base: Specs) -> Specs:
    """What ``own`` sets otherwise than ``base``; borders that only the base has are taken away."""
    specs = {key: value for key, value in own.items() if base.get(key) != value}
    specs.update({key: spec(key.partition("/")[2], val="nil") for key in base.keys() - own.keys() if "/" in key})
    return specs
