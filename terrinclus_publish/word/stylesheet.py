"""The styles of a document, and what paragraphs set directly where the accent is not the styles' own.

Colours: the styles of a document carry one accent, the sheet's dye when the sheet stands alone, the guide's ink in the
guide, where no style could carry twelve. There, what a style paints in the accent is painted over, directly, in the
sheet's dye; everything else, in both, is changed in one place, the style.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.tree import Element
from terrinclus_publish.word.faces import Face, load_face
from terrinclus_publish.word.formatting import Specs, colour_spec, difference, ground_specs, paragraph_specs, run_specs
from terrinclus_publish.word.ooxml import properties, spec, w
from terrinclus_publish.word.palette import Palette
from terrinclus_publish.word.styles import ROOT, CharacterStyle, ParagraphStyle

DEFAULT_CHARACTERS = "DefaultParagraphFont"
_BUILT_IN = frozenset(
    {"Normal", "Title", "Subtitle", "Body Text", "caption", "header", "footer", "Hyperlink", "Placeholder Text"}
)
_BUILT_IN_SERIES = ("heading ", "toc ", "index ", "List ")


class Stylesheet:
    """The named styles of a document, by their ids; ``numbers`` are the lists of those that number or mark."""

    def __init__(
        self,
        theme: Theme,
        root: Path,
        palette: Palette,
        styles: tuple[Sequence[ParagraphStyle], Sequence[CharacterStyle]],
        numbers: Mapping[str, int],
    ) -> None:
        self.palette, self.numbers = palette, numbers
        self.paragraphs = {style.id: style for style in styles[0]}
        self.characters = {style.id: style for style in styles[1]}
        self._theme, self._root = theme, root
        self._faces: dict[tuple[str, str], Face] = {}
        self._variations: dict[object, tuple[Specs, Specs]] = {}
        self._own: dict[str, tuple[Specs, Specs]] = {}

    def face(self, text: Style) -> Face:
        """The face of a text style. Raises FileNotFoundError when its file is missing."""
        key = (text.police, text.graisse)
        if key not in self._faces:
            self._faces[key] = load_face(self._theme, self._root, *key)
        return self._faces[key]

    def specs(self, style: ParagraphStyle, palette: Palette) -> tuple[Specs, Specs]:
        """All that a style sets in a palette: for its paragraphs, for its letters."""
        paragraph = paragraph_specs(style, palette, self.numbers.get(style.id))
        return paragraph, run_specs(style.text, self.face(style.text), palette)

    def own_specs(self, style_id: str) -> tuple[Specs, Specs]:
        """All that a style sets in the document's own palette."""
        if style_id not in self._own:
            self._own[style_id] = self.specs(self.paragraphs[style_id], self.palette)
        return self._own[style_id]

    def variation(self, style_id: str, palette: Palette, text: Style | None = None) -> tuple[Specs, Specs]:
        """What paragraphs of a style set directly under another palette, or when set as another text style."""
        if text is None and palette == self.palette:
            return {}, {}
        key = (style_id, palette, text and (text.taille, text.interligne))
        if key not in self._variations:
            style, here = self.paragraphs[style_id], self.own_specs(style_id)
            if text is None:
                ground, letters = ground_specs(style, palette), {"color": colour_spec(style.text, palette)}
                there = {**here[0], **ground}, {**here[1], **letters}
            else:
                there = self.specs(replace(style, text=text), palette)
            self._variations[key] = (difference(there[0], here[0]), difference(there[1], here[1]))
        return self._variations[key]

    def character_variation(self, style_id: str, palette: Palette) -> Specs:
        """What runs of a character style set directly under another palette."""
        style = self.characters[style_id]
        if style.set_directly:
            specs = run_specs(style.text, self.face(style.text), palette)
            return {key: specs[key] for key in style.keys}
        recoloured = style.text.couleur == "accent" and palette.accent != self.palette.accent
        return {"color": spec("color", val=palette.colour("accent"))} if recoloured else {}

    def families(self) -> list[str]:
        """The font families that the styles name, and those that lend them signs."""
        texts = [style.text for style in self.paragraphs.values()]
        texts += [style.text for style in self.characters.values()]
        faces = {self.face(text) for text in texts}
        return sorted({family for face in faces for family in face.families()})

    def elements(self) -> list[Element]:
        """All the styles as ``w:style``."""
        return [
            *(self._paragraph_style(style) for style in self.paragraphs.values()),
            *(self._character_style(style) for style in self.characters.values()),
        ]

    def _paragraph_style(self, style: ParagraphStyle) -> Element:
        paragraph, run = self.own_specs(style.id)
        element = _style_element("paragraph", style.id, style.name)
        if style.id == ROOT:
            base = _blank(paragraph), _blank(run)
        else:
            base = self.own_specs(style.based_on)
            element.append(w("basedOn", val=style.based_on))
        if style.following:
            element.append(w("next", val=style.following))
        element.extend([w("qFormat"), properties("pPr", difference(paragraph, base[0]))])
        element.append(properties("rPr", difference(run, base[1])))
        return element

    def _character_style(self, style: CharacterStyle) -> Element:
        specs = run_specs(style.text, self.face(style.text), self.palette)
        chosen = {key: specs[key] for key in style.keys}
        if style.underlined:
            chosen["u"] = spec("u", val="single")
        element = _style_element("character", style.id, style.name)
        element.extend([w("basedOn", val=DEFAULT_CHARACTERS), w("qFormat"), properties("rPr", chosen)])
        return element


def _style_element(kind: str, identifier: str, name: str) -> Element:
    """``w:style`` with its name; a style that Word does not have itself is marked as custom."""
    marks = {"default": "1"} if identifier == ROOT else {}
    if name not in _BUILT_IN and not name.startswith(_BUILT_IN_SERIES):
        marks["customStyle"] = "1"
    return w("style", w("name", val=name), type=kind, styleId=identifier, **marks)


def _blank(specs: Specs) -> Specs:
    """What Word assumes of itself: everything that is set only to say « none »."""
    always = ("rFonts", "color", "sz", "szCs", "spacing")
    return {key: value for key, value in specs.items() if key not in always}
