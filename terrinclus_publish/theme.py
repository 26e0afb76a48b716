"""The design tokens of ``theme.toml``, typed. Renderers take every colour, size, font name and distance from here.

Lengths are millimetres, or points where the name ends in ``_pt`` and in styles.
"""

from collections.abc import Iterator
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from terrinclus_publish.collection import Collection
from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.settings import read_settings, value_faults
from terrinclus_publish.tokens import Headings, PageGeometry, Rules, Text, Token

Byte = Annotated[int, Field(ge=0, le=255)]
Percent = Annotated[int, Field(ge=0, le=100)]
Rgb = tuple[Byte, Byte, Byte]
Cmyk = tuple[Percent, Percent, Percent, Percent]
EMPHASIS = {"Semibold": "le gras", "It": "l'italique", "SemiboldIt": "le gras italique"}
"""Weights that Markdown asks of a family, and what for."""
MM = 72 / 25.4
"""Points in a millimetre."""


class FontFamily(Token):
    """A family of static TrueType files: in an installed Python package, or in a folder of the collection."""

    famille: str
    fichiers: str
    paquet: str | None = None
    dossier: str | None = None
    repli: str | None = None
    fine: Annotated[float, Field(ge=0, le=0.5)] = 0.0
    """The least width of the narrow no-break space (U+202F), as a share of the size."""

    def file(self, weight: str, root: Path) -> Path:
        """The font file of a weight; ``dossier`` is relative to the collection's root. It may not exist."""
        name = self.fichiers.format(graisse=weight)
        if self.dossier is not None:
            return root / self.dossier / name
        spec = find_spec(self.paquet or "")
        locations = list(spec.submodule_search_locations or []) if spec else []
        return Path(locations[0] if locations else ".") / "files" / name


class Colour(Token):
    """A colour on screen and in press."""

    rvb: Rgb
    cmjn: Cmyk


class Mix(Token):
    """A dye made paler: ``part`` (0 to 1) of the pale linen ``vers``, in inks ``vers_cmjn``."""

    part: float
    vers: Rgb
    vers_cmjn: Cmyk

    def of(self, colour: Rgb) -> Rgb:
        """The mixed colour."""
        red, green, blue = (
            round(own * (1 - self.part) + pale * self.part) for own, pale in zip(colour, self.vers, strict=True)
        )
        return red, green, blue

    def of_inks(self, colour: Cmyk) -> Cmyk:
        """The mixed colour, ink by ink."""
        cyan, magenta, yellow, black = (
            round(own * (1 - self.part) + pale * self.part) for own, pale in zip(colour, self.vers_cmjn, strict=True)
        )
        return cyan, magenta, yellow, black


class Dye(Colour):
    """A sheet's own colour and weave. In ``dessin``, ``1`` says that the warp passes over."""

    nom: str
    cmjn_trame: Cmyk
    armure: str
    dessin: list[Annotated[str, Field(pattern="^[01]+$")]]


class Style(Token):
    """A text style: points, and the name of a colour (``accent`` is the sheet's dye)."""

    police: str
    graisse: str
    taille: float
    interligne: float
    couleur: str
    avant: float
    apres: float


class Marks(Token):
    """Crop marks: how far they stand from the bleed, their length (mm) and thickness (points)."""

    ecart: float
    longueur: float
    epaisseur_pt: float


class Printing(Token):
    """Paper and binding: the paper's bulk (micrometres per g/m²) and weight (g/m²), pages of a stapled signature, how
    far each binding moves the text block (mm), crop marks, and in which style and where a copy's number stands (mm,
    from the left and from the top; from the top on a page that has a text).
    """

    main: float
    papier: int
    cahier: int
    decalage: dict[str, float]
    reperes: Marks
    nombre_style: str
    nombre_place: tuple[float, float]
    nombre_pied: float


class Theme(Token):
    """All the tokens of a collection."""

    page: PageGeometry
    filets: Rules
    polices: dict[str, FontFamily]
    couleurs: dict[str, Colour]
    melanges: dict[str, Mix]
    nuancier: Annotated[list[Dye], Field(min_length=1)]
    styles: dict[str, Style]
    texte: Text
    titres: Headings
    impression: Printing
    presse: dict[str, Any]
    """What printed copies say otherwise: tokens as in the file, table by table."""
    economie: dict[str, Any]
    """What the economical version says otherwise; ``teinture`` stands for all dyes."""

    def dye(self, rank: int) -> Dye:
        """The dye and weave of the sheet of that rank, from 0.

        Past the last one the shade card starts again, each dye with the weave of its neighbour, so that a pair of dye
        and weave comes back only after as many sheets as the card squared has.
        """
        turn, place = divmod(rank, len(self.nuancier))
        dye = self.nuancier[place]
        weave = self.nuancier[(place + turn) % len(self.nuancier)]
        return dye.model_copy(update={"armure": weave.armure, "dessin": weave.dessin})

    @cached_property
    def text_width(self) -> float:
        """Width of the text block, columns A and B together, millimetres."""
        return self.page.format[0] - self.page.marges.gauche - self.page.marges.droite

    def for_press(self, bleed: float) -> "Theme":
        """The theme of printed copies, whose bleed is so many millimetres. Raises FaultsError."""
        return _varied(self, self.presse, {"page": {"fond_perdu": bleed}})

    def for_economy(self) -> "Theme":
        """The theme of the economical version: no bleed. Raises FaultsError."""
        changes = dict(self.economie)
        dye = changes.pop("teinture", {})
        dyes = {"nuancier": [{**own.model_dump(), **dye} for own in self.nuancier]}
        return _varied(self, self.presse, {"page": {"fond_perdu": 0.0}}, changes, dyes)


def _varied(theme: Theme, *changes: dict[str, Any]) -> Theme:
    """The theme with what the changes say otherwise, one after the other."""
    values = theme.model_dump()
    for change in changes:
        values = _merge(values, change)
    try:
        return Theme.model_validate(values)
    except ValidationError as error:
        message = "ce réglage des exemplaires imprimés ([presse] ou [economie]) n'a pas la forme attendue"
        raise FaultsError([_fault(Path("theme.toml"), fault["loc"], message) for fault in error.errors()]) from error


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``base`` with what ``over`` says otherwise, table by table."""
    merged = dict(base)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        merged[key] = _merge(base[key], value) if both else value
    return merged


def load_theme(collection: Collection) -> Theme:
    """The packaged theme with what the collection's own changes.

    Raises FaultsError, with each token that is wrong.
    """
    values: dict[str, Any] = {}
    file = Path("theme.toml")
    for folder in reversed(collection.template_folders):
        if (folder / "theme.toml").is_file():
            file = folder / "theme.toml"
            values = _merge(values, read_settings(file, f"templates/{file.name}", "theme"))
    try:
        theme = Theme.model_validate(values)
    except ValidationError as error:
        raise FaultsError(value_faults(error, values, f"templates/{file.name}", "theme")) from error
    wrong = (*_dead_references(theme, collection.root), *_misfits(theme))
    if faults := [_fault(file, path, message) for path, message in wrong]:
        raise FaultsError(faults)
    return theme


def _dead_references(theme: Theme, root: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """Styles and fonts that name what the theme, or the folder of fonts, does not have: their paths, and messages."""
    for name, font in theme.polices.items():
        if font.repli is not None and font.repli not in theme.polices:
            yield ("polices", name, "repli"), f"le thème n'a pas de police «\u00a0{font.repli}\u00a0»"
        elif _falls_back_on_itself(theme, name):
            yield ("polices", name, "repli"), "cette police est le repli de son propre repli"
    missing: set[Path] = set()
    for name, style in theme.styles.items():
        if style.couleur not in {*theme.couleurs, *theme.melanges, "accent"}:
            yield ("styles", name, "couleur"), f"le thème n'a pas de couleur «\u00a0{style.couleur}\u00a0»"
        if style.police not in theme.polices:
            yield ("styles", name, "police"), f"le thème n'a pas de police «\u00a0{style.police}\u00a0»"
        elif not (font_file := theme.polices[style.police].file(style.graisse, root)).is_file():
            if font_file not in missing:
                yield ("styles", name, "graisse"), f"il n'y a pas de fichier de police «\u00a0{font_file.name}\u00a0»"
            missing.add(font_file)
    yield from _missing_emphasis(theme, root, missing)


def _missing_emphasis(theme: Theme, root: Path, told: set[Path]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Files that bold and italic words in texts need, beside those of the styles."""
    for name in {style.police: None for style in theme.styles.values() if style.police in theme.polices}:
        for weight, words in EMPHASIS.items():
            file = theme.polices[name].file(weight, root)
            if file not in told and not file.is_file():
                message = f"il n'y a pas de fichier de police «\u00a0{file.name}\u00a0», pour {words} dans les textes"
                yield ("polices", name, "fichiers"), message


def _misfits(theme: Theme) -> Iterator[tuple[tuple[str, ...], str]]:
    """Columns that the page has no room for: their paths, and messages."""
    page = theme.page
    columns = page.colonne_a + page.gouttiere + page.colonne_b
    if columns > theme.text_width + 0.01:
        told = f"{columns:g}".replace(".", ","), f"{theme.text_width:g}".replace(".", ",")
        yield (
            ("page", "colonne_b"),
            f"les colonnes et leur gouttière font {told[0]}\u00a0mm, mais il n'y en a que {told[1]} entre les marges",
        )


def _falls_back_on_itself(theme: Theme, name: str) -> bool:
    """Whether the chain of fallbacks from a font comes back to it."""
    font, seen = theme.polices[name], {name}
    while font.repli in theme.polices:
        if font.repli in seen:
            return True
        seen.add(font.repli)
        font = theme.polices[font.repli]
    return False


def _fault(file: Path, path: tuple[str | int, ...], message: str) -> Fault:
    return Fault("theme", Level.ERROR, Place(f"templates/{file.name}"), message, path)
