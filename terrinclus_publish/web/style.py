"""The theme as CSS custom properties, before a style sheet that uses them and that a designer may change."""

import re
from collections.abc import Iterator

from terrinclus_publish.theme import Style, Theme
from terrinclus_publish.web.svg import cloth_image, hexadecimal

WEIGHTS = {"thin": 100, "extralight": 200, "light": 300, "medium": 500, "semibold": 600, "bold": 700}
WEIGHTS |= {"extrabold": 800, "black": 900}
"""CSS weight of a font file's name (CSS Fonts 4, 2.4.1); any other name is a regular one."""
_PIXELS_PER_MM = 96 / 25.4
"""CSS 2.1, 4.3.2: one inch is 96 px."""


def style_sheet(css: str, theme: Theme, rank: int) -> str:
    """The style sheet of a page: the theme's tokens with the dye of that rank, then ``css`` without its comments."""
    properties = "".join(f"--{name}:{value};" for name, value in _properties(theme, rank))
    body = re.sub(r"/\*(?!!).*?\*/", "", css, flags=re.DOTALL)
    return f":root{{{properties}}}\n" + "\n".join(line.strip() for line in body.splitlines() if line.strip())


def _properties(theme: Theme, rank: int) -> Iterator[tuple[str, str]]:
    dye = theme.dye(rank)
    yield "accent", hexadecimal(dye.rvb)
    for name, mix in theme.melanges.items():
        yield f"accent-{name}", hexadecimal(mix.of(dye.rvb))
    for name, colour in theme.couleurs.items():
        yield name, hexadecimal(colour.rvb)
    for name, family in theme.polices.items():
        yield f"police-{name}", f"{_quoted(family.famille)},var(--repli-{name})"
    for name, style in theme.styles.items():
        yield name, _font(style, theme)
        yield f"{name}-couleur", f"var(--{style.couleur})"
    yield from _lengths(theme)
    yield "etoffe-bandeau", cloth_image(dye, theme.page.bandeau.rangs, theme)
    yield "etoffe-lisiere", cloth_image(dye, theme.page.lisiere.rangs, theme)


def _lengths(theme: Theme) -> Iterator[tuple[str, str]]:
    """The grid as shares of the text's width, and measures in pixels."""
    page, width = theme.page, theme.text_width
    yield "colonne-a", f"{page.colonne_a / width:.2%}"
    yield "gouttiere", f"{page.gouttiere / width:.2%}"
    yield "recul", f"{-(page.colonne_a + page.gouttiere) / page.colonne_b:.2%}"
    yield "texte-largeur", _pixels(width)
    yield "bandeau-hauteur", _pixels(page.bandeau.rangs * page.bandeau.pas)
    yield "lisiere-hauteur", _pixels(page.lisiere.rangs * page.lisiere.pas)
    yield "tuile-cote", _pixels(page.tuile.cote)
    yield "barre-hauteur", _pixels(page.barre.hauteur)
    yield "barre-jeu", _pixels(page.barre.jeu)
    yield "barre-marge", _pixels(page.barre.marge)
    yield "lettre", _pixels(page.montants.lettre)
    yield "encart", _pixels(page.encart)
    yield "filet-epais", _pixels(theme.filets.epais)
    yield "filet-tableau", _pixels(theme.filets.tableau)
    yield "filet-cadre", _pixels(theme.filets.cadre)
    yield "filet-fin", "1px"


def _font(style: Style, theme: Theme) -> str:
    """A style as CSS ``font``; sizes are shares of the running text's, so that a reader's own size counts."""
    size = style.taille / theme.styles["corps"].taille
    return f"{_weight(style.graisse)} {size:.3g}rem/{style.interligne / style.taille:.3g} var(--police-{style.police})"


def _weight(name: str) -> str:
    """CSS font style and weight of a file's name: ``SemiboldIt`` is ``italic 600``."""
    upright = re.sub("(?i)it(alic)?$", "", name)
    number = WEIGHTS.get(upright.lower(), 400)
    return f"{number}" if upright == name else f"italic {number}"


def _pixels(millimetres: float) -> str:
    return f"{millimetres * _PIXELS_PER_MM:.3g}px"


def _quoted(name: str) -> str:
    """A font's name as a CSS string that cannot end the style element."""
    return '"' + re.sub(r"[\"\\<\n]", "", name) + '"'
