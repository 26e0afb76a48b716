"""The font file of what Word names: a family, bold or not, italic or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.faces import load_face
from terrinclus_publish.word.stylesheet import Stylesheet

_ITALICS = {"Regular": "It"}
"""Weights whose italic is not named after them; « SemiboldIt » is."""


@dataclass
class FontFiles:
    """The files of the theme's fonts, by the names under which the styles set them."""

    theme: Theme
    root: Path
    styles: Stylesheet
    _weights: dict[tuple[str, bool, bool], tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._weights = {}
        for family, weight in dict.fromkeys(self._named()):
            face = load_face(self.theme, self.root, family, weight)
            self._weights.setdefault((face.family, face.bold, face.italic), (family, weight))

    def _named(self) -> Iterator[tuple[str, str]]:
        """The families and weights of the styles, and those that lend them signs."""
        texts = [style.text for style in self.styles.paragraphs.values()]
        texts += [style.text for style in self.styles.characters.values()]
        yield from ((text.police, text.graisse) for text in texts)
        yield from ((font.repli, "Regular") for font in self.theme.polices.values() if font.repli)

    def file(self, name: str, bold: bool, italic: bool) -> Path:
        """The file of a face; where there is none, that of the family's upright or regular one, as Word would slant it.

        Raises LookupError for a family that no style names.
        """
        if (name, bold, italic) in self._weights:
            family, weight = self._weights[name, bold, italic]
            return self.theme.polices[family].file(weight, self.root)
        family, weight = next(found for (known, _, _), found in self._weights.items() if known == name)
        upright = "Bold" if bold else weight.removesuffix("It") or "Regular"
        wanted = self.theme.polices[family].file(
            _ITALICS.get(upright, f"{upright}It") if italic else upright, self.root
        )
        return wanted if wanted.is_file() else self.theme.polices[family].file(weight, self.root)
