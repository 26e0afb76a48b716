"""The theme's styles, page and running heads as the head of a Typst source."""

import json
from importlib.util import find_spec
from pathlib import Path

from terrinclus_publish.theme import Style, Theme

WEIGHTS = {"Light": 300, "Regular": 400, "Semibold": 600, "Bold": 700}
HEADING_STYLES = {1: "couverture", 2: "h2", 3: "h3", 4: "h4", 5: "h4"}

PAGE = """\
#let landmark = state("landmark", "")
#let recto = state("recto", "")
#let verso = state("verso", "")
#let accent = {accent}
#set page(
  width: {width}mm, height: {height}mm,
  margin: (top: {top}mm, bottom: {bottom}mm, left: {left}mm, right: {right}mm),
  header: context if landmark.get() != "" {{
    pad(left: -{outdent}mm, grid(columns: ({column}mm, 1fr), column-gutter: {gutter}mm,
      st-courant_repere(accent, landmark.get()),
      st-courant(accent, if calc.odd(here().page()) {{ recto.get() }} else {{ verso.get() }})))
  }},
  footer: context align(if calc.odd(here().page()) {{ right }} else {{ left }},
    pad(left: -{outdent}mm, st-folio(accent, counter(page).display()))),
)
#set par(justify: {justify}, linebreaks: "optimized", leading: {leading}pt, spacing: {spacing}pt)
#show heading: set par(justify: false)
#show heading: set text(hyphenate: false)
#show table: set par(justify: false)
#show strong: set text(weight: 600)
#set strong(delta: 0)
#set list(marker: square(size: {bullet}pt, fill: accent), spacing: {item}pt, body-indent: 3mm)
#set enum(spacing: {item}pt)
#let wide(body) = pad(left: -{outdent}mm, body)
#let full(body) = pad(left: -{left}mm, right: -{right}mm, body)
#let band(dye, body) = full(block(fill: dye, width: 100%, inset: (left: {left}mm, right: {right}mm, y: 20mm), body))
#let boxed(body) = wide(block(fill: {paper}, width: 100%, inset: {inset}mm, stroke: (top: {rule}pt + accent), body))
#let rows(..cells) = wide(grid(
  columns: ({column}mm, 1fr), column-gutter: {gutter}mm, inset: (y: {row}pt),
  stroke: (bottom: {thin}pt + {line}), ..cells))
#let folio(target) = context counter(page).at(target).first()
"""


def head(theme: Theme, title: str, author: str, language: str) -> str:
    """The settings of a document: its metadata, fonts, page, paragraphs, and a function for each style."""
    body = theme.styles["corps"]
    font = theme.polices[body.police].famille
    justify = str(theme.texte.reglage == "justifie").lower()
    return "\n".join(
        [
            f"#set document(title: {quoted(title)}, author: {quoted(author)})",
            f"#set text(font: {quoted(font)}, size: {body.taille}pt, lang: {quoted(language)}, hyphenate: {justify},"
            f" fill: {colour(theme, body.couleur)}, top-edge: 0.75em, bottom-edge: -0.25em)",
            *(_style(theme, name, style) for name, style in theme.styles.items()),
            _page(theme, justify),
            *(_heading(theme, level, name) for level, name in HEADING_STYLES.items()),
            "",
        ]
    )


def quoted(text: str) -> str:
    """A Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def colour(theme: Theme, name: str) -> str:
    """A colour of the theme, as Typst writes it; ``accent`` is what the source calls so where it is used."""
    return name if name == "accent" else rgb(theme.couleurs[name].rvb)


def rgb(values: tuple[int, int, int]) -> str:
    """A colour on screen, as Typst writes it."""
    return f"rgb{values}"


def font_files(theme: Theme, root: Path) -> list[Path]:
    """The font files of the theme's styles, upright and italic, strong or not: those that a document may need."""
    weights = {(style.police, weight) for style in theme.styles.values() for weight in _faces(style.graisse)}
    files = {theme.polices[family].file(weight, root) for family, weight in weights}
    return sorted(file for file in files if file.is_file())


def typst_is_here() -> bool:
    """Whether the compiler can be imported."""
    return find_spec("typst") is not None


def _faces(weight: str) -> tuple[str, ...]:
    upright = weight.removesuffix("It") or "Regular"
    return weight, "It" if upright == "Regular" else f"{upright}It", "Semibold", "SemiboldIt"


def _style(theme: Theme, name: str, style: Style) -> str:
    """A function that sets its content in a style: ``#st-corps(accent)[…]``."""
    slant = "italic" if style.graisse.endswith("It") else "normal"
    weight = WEIGHTS[style.graisse.removesuffix("It") or "Regular"]
    family = theme.polices[style.police]
    families = [family.famille, *([theme.polices[family.repli].famille] if family.repli else [])]
    return (
        f"#let st-{name}(accent, body) = {{ set par(leading: {style.interligne - style.taille}pt);"
        f" text(font: {json.dumps(families)[:-1]},), size: {style.taille}pt, weight: {weight}, style: {quoted(slant)},"
        f" fill: {colour(theme, style.couleur)}, body) }}"
    ).replace("font: [", "font: (")


def _heading(theme: Theme, level: int, name: str) -> str:
    style = theme.styles[name]
    return f"#show heading.where(level: {level}): set block(above: {style.avant}pt, below: {style.apres}pt)"


def _page(theme: Theme, justify: str) -> str:
    page, body, item = theme.page, theme.styles["corps"], theme.styles["puce"]
    outdent = page.colonne_a + page.gouttiere
    return PAGE.format(
        accent=colour(theme, "encre"),
        width=page.format[0],
        height=page.format[1],
        top=page.marges.haut,
        bottom=page.marges.bas,
        left=page.marges.gauche + outdent,
        right=page.marges.droite,
        outdent=outdent,
        column=page.colonne_a,
        gutter=page.gouttiere,
        justify=justify,
        leading=body.interligne - body.taille,
        spacing=body.interligne - body.taille + body.apres,
        bullet=page.puce_pt,
        item=item.interligne - item.taille + item.apres,
        paper=colour(theme, "ecru"),
        inset=page.encart,
        rule=theme.filets.epais,
        thin=theme.filets.fin,
        row=page.rangee_pt,
        line=colour(theme, "filet"),
    )
