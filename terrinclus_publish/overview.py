"""What the guide's own pages tell of all sheets together: the letters and shares of a table, the places of the map,
short names that tell the sheets apart.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from string import ascii_uppercase

from terrinclus_publish.drawing.earth import load_earth
from terrinclus_publish.markdown import plain_text
from terrinclus_publish.models import Fiche, Financement

HOME = "FR"
"""The country of those who publish: named once on the map, and a sheet's place only where it has no other."""
_DEPARTMENT = re.compile(r"^Département (?:de la |de l['’]|du |des |de |d['’])(?=\S)")
_IN_FULL = re.compile(r"(?<=\S) \([^()]*\)$")
"""What an acronym stands for: « CFSI (Comité français pour la solidarité internationale) »."""
_TITLE_LENGTH = 30
"""Signs of a title that tells two sheets of one bearer apart."""


def short_names(sheets: Mapping[str, Fiche]) -> dict[str, str]:
    """A short name for each sheet, by the sheet's own name; sheets of one bearer are told apart by their titles."""
    names = {key: fiche.nom_court or _shortened(fiche.porteurs[0]) for key, fiche in sheets.items()}
    bearers = Counter(names.values())
    return {
        key: name if bearers[name] == 1 else f"{name} – {_beginning(plain_text(sheets[key].titre))}"
        for key, name in names.items()
    }


def _shortened(bearer: str) -> str:
    """« Aude » for « Département de l'Aude », « CFSI » for « CFSI (Comité…) »."""
    return _IN_FULL.sub("", _DEPARTMENT.sub("", bearer))


def _beginning(title: str) -> str:
    """As many whole words of a title as the length allows."""
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[: _TITLE_LENGTH + 1].rpartition(" ")[0] or title[:_TITLE_LENGTH]
    return f"{cut.rstrip(' ,;:–')}…"


def letters(shares: Sequence[float | None]) -> tuple[str | None, ...]:
    """A letter for each line that has a share, from A; after Z comes A2."""
    turn = count()
    return tuple(None if share is None else _letter(next(turn)) for share in shares)


def _letter(rank: int) -> str:
    turn, place = divmod(rank, len(ascii_uppercase))
    return ascii_uppercase[place] + (str(turn + 1) if turn else "")


def describe_shares(table: Financement, percent: Callable[[float], str]) -> str:
    """The shares in words, for whoever does not see the bar: ``A, Département de l'Aude, 32 % ; B, …``."""
    lines = zip(letters(table.parts), table.lignes, table.parts, strict=True)
    return " ; ".join(
        f"{letter}, {line.libelle}, {percent(share)}" for letter, line, share in lines if share is not None
    )


def coordinates(fiche: Fiche) -> list[tuple[float, float]]:
    """Where a sheet's project is, degrees (latitude, longitude): its places, and the middle of the other partners'
    countries.
    """
    located = [(place, (place.latitude, place.longitude)) for place in fiche.lieux]
    found = [(lat, lon) for _, (lat, lon) in located if lat is not None and lon is not None]
    covered = {place.pays for place, (lat, _) in located if lat is not None}
    countries = load_earth().countries
    return found + [countries[code] for code in _other_countries(fiche, covered) if code in countries]


def name_places(fiche: Fiche, country: Callable[[str], str]) -> str:
    """The sheet's places, or its partners' countries where it names none."""
    names = [place.nom for place in fiche.lieux]
    covered = {place.pays for place in fiche.lieux}
    return ", ".join([*names, *(country(code) for code in _other_countries(fiche, covered))])


def home(country: Callable[[str], str]) -> str:
    """The name and the place of the home country, as ``figure.carte`` holds them: ``latitude,longitude,France``."""
    latitude, longitude = load_earth().countries[HOME]
    return f"{latitude:g},{longitude:g},{country(HOME)}"


def _other_countries(fiche: Fiche, covered: set[str | None]) -> list[str]:
    """The partners' countries that have no place in the sheet; not the home country beside others."""
    named = dict.fromkeys(code for partner in fiche.partenaires for code in partner.pays or ())
    codes = [code for code in named if code not in covered]
    abroad = [code for code in codes if code != HOME]
    return abroad if abroad or covered else codes
