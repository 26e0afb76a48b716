"""Contrast of a theme's texts with the grounds that they stand on (WCAG 2.1, 1.4.3; RGAA 4.1, 3.2)."""

from collections.abc import Iterator

from terrinclus_publish.faults import Fault, Level, Place
from terrinclus_publish.theme import Rgb, Theme

LEAST = 4.5
"""Of a text of any size and its ground. Large texts would do with 3, but the same colours set small ones too."""
PAIRS = (
    ("noir", "blanc"),
    ("noir", "ecru"),
    ("encre", "blanc"),
    ("encre", "ecru"),
    ("gris", "blanc"),
    ("gris", "ecru"),
    ("accent", "blanc"),
    ("accent", "ecru"),
    ("blanc", "accent"),
    ("noir", "segment"),
)
"""Text and ground, as the layout brings them together; ``accent`` is each dye of the shade card in turn, and a mix is
made of each.
"""


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.1)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (byte / 255 for byte in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_contrast(theme: Theme) -> Iterator[Fault]:
    """A fault for each pair of text and ground that is too close."""
    for text, ground in PAIRS:
        for name, colours in _colours(theme, text, ground):
            found = ratio(*colours)
            if found < LEAST:
                yield Fault(
                    "contrast",
                    Level.ERROR,
                    Place("templates/theme.toml"),
                    f"le texte {name} se lit mal\u00a0: le contraste est de {_french(found)}:1",
                    found=f"{_french(found)}:1",
                    expected=f"{_french(LEAST)}:1 au moins (RGAA, critère 3.2)\u00a0: foncez l'une des deux couleurs, "
                    "ou éclaircissez l'autre",
                )


def _colours(theme: Theme, text: str, ground: str) -> Iterator[tuple[str, tuple[Rgb, Rgb]]]:
    plain = {name: colour.rvb for name, colour in theme.couleurs.items()}
    if text in plain and ground in plain:
        yield f"{_quoted(text)} sur {_quoted(ground)}", (plain[text], plain[ground])
        return
    for dye in theme.nuancier:
        of_dye = {"accent": dye.rvb, **{name: mix.of(dye.rvb) for name, mix in theme.melanges.items()}}
        dyed = f"la teinture {_quoted(dye.nom)}"
        shown = {"accent": dyed, **{name: f"{_quoted(name)} de {dyed}" for name in theme.melanges}}
        pair = f"{shown.get(text, _quoted(text))} sur {shown.get(ground, _quoted(ground))}"
        yield pair, ((plain | of_dye)[text], (plain | of_dye)[ground])


def _quoted(name: str) -> str:
    return f"«\u00a0{name}\u00a0»"


def _french(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
