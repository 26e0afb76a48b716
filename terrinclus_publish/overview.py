"""What the guide's own pages tell of all sheets together: the letters and shares of a table, the places of the map."""

from collections.abc import Callable, Sequence
from itertools import count
from string import ascii_uppercase

from terrinclus_publish.drawing.earth import load_earth
from terrinclus_publish.models import Fiche, Financement


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
    for code in dict.fromkeys(code for partner in fiche.partenaires for code in partner.pays or ()):
        if code not in covered and code in countries:
            found.append(countries[code])
    return found


def name_places(fiche: Fiche, country: Callable[[str], str]) -> str:
    """The sheet's places, or its partners' countries where it names none."""
    names = [place.nom for place in fiche.lieux]
    covered = {place.pays for place in fiche.lieux}
    codes = dict.fromkeys(code for partner in fiche.partenaires for code in partner.pays or () if code not in covered)
    return ", ".join([*names, *(country(code) for code in codes)])
