"""Texts that come after a file is drawn: the number and the recipient of each copy, in the file's own fonts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from terrinclus_publish.pdf.fonts import Fonts
from terrinclus_publish.pdf.palette import PRESS
from terrinclus_publish.pdf.presscanvas import OVERPRINT, PressCanvas
from terrinclus_publish.theme import Theme


@dataclass(frozen=True)
class StampPlace:
    """Where stamps go on a page: the upper left corner and the width, points from the trimmed page's corner."""

    x: float
    top: float
    width: float


@dataclass(frozen=True)
class _Sign:
    """A sign in a font of the file: its code, its width in points."""

    font: str
    code: int
    width: float


class StampMaker:
    """Writes texts with the fonts of a canvas; the signs are asked for before the file is closed.

    Why not paragraphs: a file's fonts are gone once it is closed, and stamps come after.
    """

    def __init__(self, canvas: PressCanvas, theme: Theme, root: Path, signs: Iterable[str]) -> None:
        self._style = theme.styles[theme.impression.nombre_style]
        self._colour = canvas.inks.fill(PRESS.colour(theme, None, self._style.couleur))
        face = Fonts(theme, root).face(self._style.police, self._style.graisse)
        self._signs: dict[str, _Sign] = {}
        for sign in sorted(set(signs)):
            ((own, _),) = face.runs(sign)
            ((subset, codes),) = own.font.splitString(sign, canvas._doc)
            name = own.font.getSubsetInternalName(subset, canvas._doc)
            self._signs[sign] = _Sign(name, codes[0], own.width(sign, self._style.taille))

    def operators(self, lines: Sequence[str], place: StampPlace) -> bytes:
        """The lines, one under another; a long one goes on under itself."""
        size, leading = self._style.taille, self._style.interligne
        code = [self._colour, f"/{OVERPRINT} gs", "BT", f"1 0 0 1 {place.x:.2f} {place.top:.2f} Tm {leading:.4g} TL"]
        for line in lines:
            for part in self._wrapped(line, place.width):
                code.append("T*")
                for font, run in groupby((self._signs[sign] for sign in part), key=lambda sign: sign.font):
                    code.append(f"{font} {size:.4g} Tf <{bytes(sign.code for sign in run).hex()}> Tj")
        return "\n".join([*code, "ET"]).encode("ascii")

    def _wrapped(self, line: str, width: float) -> Iterator[str]:
        """The line in parts that fit, cut between words."""
        words, part = line.split(" "), ""
        for word in words:
            longer = f"{part} {word}" if part else word
            if part and sum(self._signs[sign].width for sign in longer) > width:
                yield part
                part = word
            else:
                part = longer
        yield part
