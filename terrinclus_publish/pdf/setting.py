"""What every block is made with: the theme, its fonts, and the colours of the sheet or of the guide's own pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.lib.colors import Color

from terrinclus_publish.pdf.fonts import Fonts, MissingGlyphError
from terrinclus_publish.pdf.hyphenation import cutter
from terrinclus_publish.pdf.palette import SCREEN, Palette
from terrinclus_publish.pdf.paragraph import Alignment, Paragraph
from terrinclus_publish.pdf.text import Cutter, Look, Word, look_of, styled_runs, words_of
from terrinclus_publish.theme import MM, Dye, Style, Theme
from terrinclus_publish.tree import PHRASING, Element

NO_BREAK_SPACE = "\u00a0"
Runs = Callable[[Element, Look], Iterator[tuple[str, Look]]]


@dataclass(frozen=True)
class Setting:
    """Theme, fonts and colours; ``dye`` is None on the guide's own pages, where ink stands for the accent."""

    theme: Theme
    fonts: Fonts
    pictures: Path
    language: str = "fr"
    dye: Dye | None = None
    palette: Palette = SCREEN
    """Light or inks."""
    page_number: Callable[[str], str] = field(default=lambda _: "")
    """The printed folio of the page that holds an id."""
    _looks: dict[tuple[int, int], Look] = field(default_factory=dict, compare=False)

    def dyed(self, rank: int) -> "Setting":
        """The same for the sheet of that rank."""
        return replace(self, dye=self.theme.dye(rank))

    def mm(self, name: str) -> float:
        """A length of the page's geometry, in points."""
        return float(getattr(self.theme.page, name)) * MM

    def rule(self, name: str) -> float:
        """The thickness of a rule, in points."""
        return float(getattr(self.theme.filets, name)) * MM

    def colour(self, name: str) -> Color:
        """A colour of the theme, ``accent`` (the dye) or ``trame`` (the dye made paler)."""
        return self.palette.colour(self.theme, self.dye, name)

    def style(self, name: str) -> Style:
        """A text style."""
        return self.theme.styles[name]

    def look(self, style: Style) -> Look:
        """The look of plain text in a style."""
        colour = self.colour(style.couleur)
        key = (id(style), id(colour))  # both live as long as the theme and the process
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = look_of(style, colour)
        return found

    def words(self, element: Element, style: Style, runs: Runs = styled_runs, cut: Cutter | None = None) -> list[Word]:
        """The element's words in a style. Raises MissingGlyphError with the field that holds the sign."""
        try:
            return words_of(runs(element, self.look(style)), self.fonts, cut)
        except MissingGlyphError as error:
            error.field = error.field or _field_of(element)
            raise

    def paragraph(
        self, element: Element, style_name: str, width: float, align: Alignment = "left", runs: Runs = styled_runs
    ) -> Paragraph:
        """The element as a paragraph in a style; ``runs`` says which part of its text."""
        style, text = self.style(style_name), self.theme.texte
        cut = None
        if align == "left" and text.reglage == "justifie" and style_name in text.styles:
            align, cut = "justify", cutter(self.language)
        paragraph = Paragraph(self.words(element, style, runs, cut), style, width, align)
        paragraph.element = element
        paragraph.is_end = _is_end(element)
        return paragraph

    def cell(self, element: Element, style_name: str, width: float, align: Alignment = "left") -> Paragraph:
        """The element as a paragraph of a table; words may be cut where the cell is narrow."""
        style = self.style(style_name)
        cut = cutter(self.language) if width < self.theme.texte.largeur_etroite * MM else None
        paragraph = Paragraph(self.words(element, style, cut=cut), style, width, align)
        paragraph.element = element
        return paragraph

    def line(self, text: str, style_name: str, width: float, align: Alignment = "left") -> Paragraph:
        """Plain text as a paragraph in a style."""
        style = self.style(style_name)
        return Paragraph(words_of(iter([(text, self.look(style))]), self.fonts), style, width, align)

    def heading(self, element: Element, style_name: str, width: float, runs: Runs = styled_runs) -> Paragraph:
        """A heading: its two last words stay together when they are short."""
        style = self.style(style_name)
        paragraph = Paragraph(_bound(_whole(self.words(element, style, runs)), self), style, width)
        paragraph.element, paragraph.keep = element, True
        paragraph.is_end = _is_end(element)
        return paragraph


def _whole(words: list[Word]) -> list[Word]:
    """Words that no line may cut, not even after their own hyphens: those of a heading."""
    whole: list[Word] = []
    for word in words:
        if whole and whole[-1].cut:
            last = whole.pop()
            word = replace(word, pieces=[*last.pieces, *word.pieces], width=last.width + word.width)
        whole.append(word)
    return whole


def _is_end(element: Element) -> bool:
    """Whether nothing follows in the same text: a label, or a part of an entry, goes on in another column."""
    return not (element.tag in PHRASING and (element.tail or "").startswith(" "))


def _bound(words: list[Word], setting: Setting) -> list[Word]:
    if len(words) < 3 or words[-2].forced:
        return words
    left, right = words[-2], words[-1]
    signs = sum(len(glyphs.text) for word in (left, right) for _, glyphs in word.pieces)
    if signs + 1 >= setting.theme.titres.lier_derniers or not left.space:
        return words
    look, last = left.pieces[-1]
    glue = (look, last._replace(text=NO_BREAK_SPACE, width=left.space))
    return [*words[:-2], Word([*left.pieces, glue, *right.pieces], left.width + left.space + right.width)]


def _field_of(element: Element) -> str:
    """The field that the element, or the nearest one around it, shows."""
    for around in (element, *element.iterancestors()):
        if around.get("data-champ"):
            return str(around.get("data-champ"))
    return ""
