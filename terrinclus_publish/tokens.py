"""The tokens of page geometry and of setting: what each length of ``theme.toml`` is. Millimetres, unless said."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

LARGEST = 2000
"""Of any number of a theme: beyond two metres, it is a slip."""
NEVER_ZERO = frozenset(
    {"format", "taille", "interligne", "pas", "pas_pt", "rang", "rangs", "largeur", "hauteur", "cote"}
)
"""What others are divided by, or drawn in."""


class Token(BaseModel):
    """What all tokens have in common: unknown keys are refused, and numbers are lengths, sizes or counts: none is
    negative, but in lists, which may hold changes to a length.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def _is_a_measure(cls, value: object, info: ValidationInfo) -> object:
        least = -LARGEST if isinstance(value, list) else 0
        for number in _numbers(value):
            if not least <= number <= LARGEST or (number == 0 and info.field_name in NEVER_ZERO):
                raise PydanticCustomError("mesure", "not a measure", {"positive": info.field_name in NEVER_ZERO})
        return value


def _numbers(value: object) -> Iterator[float]:
    """The numbers of a value, or of the list or the table that it is; tokens inside have checked their own."""
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _numbers(item)


class Margins(Token):
    """Page margins, millimetres."""

    haut: float
    bas: float
    gauche: float
    droite: float


class Tab(Token):
    """The thumb tab on the outer edge: its size, the first one's top, the step from one to the next, how many steps;
    what is kept free between the page's edge and the number.
    """

    largeur: float
    hauteur: float
    premier: float
    pas: float
    rangs: int
    marge: float


class Band(Token):
    """A sheet's title band: tops of the overline and of the title, space under the chapeau, rows and pitch of cloth,
    how many of the rows are drawn; the ground's colour; the top of a thick rule (0: there is none).
    """

    surtitre: float
    titre: float
    sous_chapeau: float
    rangs: int
    pas: float
    tisses: int
    fond: str
    filet: float


class Selvage(Token):
    """A strip of cloth: how many rows, and their pitch."""

    rangs: int
    pas: float


class Swatch(Token):
    """A piece of cloth: its size, and how many rows."""

    largeur: float
    hauteur: float
    rangs: int


class Cover(Token):
    """The guide's covers: cloths in a row, threads along a cloth; rows of cloth on the back; how many of a cloth's rows
    are drawn, on the front and on the back.
    """

    tissus: int
    fils: int
    dos: int
    tisses: int
    dos_tisses: int


class Logo(Token):
    """The room for a logo."""

    largeur: float
    hauteur: float


class Amounts(Token):
    """Columns of a table of amounts: from a line's letter to its label, an amount, a share."""

    lettre: float
    montant: float
    part: float


class Tile(Token):
    """A tile's square, the step from one row of tiles to the next, the icon as a share of the square."""

    cote: float
    rang: float
    icone: float


class Bar(Token):
    """The proportional bar: height, gap between segments, margin of the letters."""

    hauteur: float
    jeu: float
    marge: float


class Map(Token):
    """The map: greatest height, thickness of a thread, sides of a square and of a place's dot; width of the numbers in
    its list.
    """

    hauteur: float
    fil: float
    point: float
    repere: float
    numero: float


class Matrix(Token):
    """The matrix: steps of columns and rows, height of the heads, thread, square, widths of number and last column;
    the icon as a share of a column's step.
    """

    pas: float
    rang: float
    tete: float
    fil: float
    carre: float
    numero: float
    odd: float
    icone: float


class PageGeometry(Token):
    """The page and its grid."""

    format: tuple[float, float]
    fond_perdu: float
    marges: Margins
    colonne_a: float
    gouttiere: float
    colonne_b: float
    grille: tuple[float, float, float]
    pas_pt: float
    tete: float
    pied: float
    onglet: Tab
    bandeau: Band
    lisiere: Selvage
    echantillon: Swatch
    courant: Swatch
    couverture: Cover
    ouverture: float
    logotype: Logo
    montants: Amounts
    tuile: Tile
    barre: Bar
    carte: Map
    matrice: Matrix
    puce_pt: float
    retrait: float
    encart: float
    encart_entier: float
    rangee_pt: float
    ecart_encart_pt: float
    cellule: float
    h2_minimum: float
    serrage: list[Annotated[float, Field(gt=0.5, le=1)]]
    jeu_de_fil: float


class Rules(Token):
    """Thicknesses of rules."""

    epais: float
    tableau: float
    cadre: float
    fin: float


class Text(Token):
    """How running text is set: ``drapeau`` (ragged right) or ``justifie``; in which styles; narrow cells (mm)."""

    reglage: Literal["drapeau", "justifie"]
    styles: list[str]
    largeur_etroite: float


class Headings(Token):
    """Lengths, in signs, from which headings are set otherwise."""

    titre_court: int
    courant_long: int
    lier_derniers: int
