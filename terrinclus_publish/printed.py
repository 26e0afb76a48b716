"""Lines that a page joins from several fields, taken apart again: partners, places, names, ways to reach somebody.

A page says « Ville de Matam (Sénégal), Togo »: what it does not say (coordinates, one entry or two) is not here. Each
function takes a line apart in the same way wherever the line comes from.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from terrinclus_publish.fields import Data
from terrinclus_publish.prose import Span, flat_text
from terrinclus_publish.prose.spans import BREAK, Spans
from terrinclus_publish.vocabulary import Vocabulary, locale
from terrinclus_publish.wording import fold

_DASH = re.compile(r"[ \u00a0\u202f]+[–—-][ \u00a0\u202f]+")
_PHONE = re.compile(r"(?=(?:\D*\d){6})[+(\d][\d\s().+/\u00a0\u202f-]*(?:\s*(?:poste|p\.|ext\.?)\s*\d+)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>()\[\],;:]+@[^@\s<>()\[\],;:]+\.[^@\s<>()\[\],;:.]{2,}")
_SITE = re.compile(r"(?:https?://|www\.)\S+")

Country = Callable[[str], str | None]
"""The code of a country by its printed name."""


@dataclass(frozen=True)
class Countries:
    """The countries' printed names in a language, both ways."""

    vocabulary: Vocabulary
    language: str

    def name(self, code: str) -> str:
        """The printed name of a code; the code itself where there is no such country."""
        return self.vocabulary.country(code, self.language) or code

    def code(self, name: str) -> str | None:
        """The code of a printed name, capitals and accents aside."""
        return _codes(tuple(self.vocabulary.pays.items()), self.language).get(fold(name).replace(" ", ""))


@lru_cache(maxsize=8)
def _codes(own_names: tuple[tuple[str, str], ...], language: str) -> dict[str, str]:
    names = {code: name for code, name in locale(language).territories.items() if re.fullmatch("[A-Z]{2}", code)}
    found = {fold(name).replace(" ", ""): code for code, name in names.items()}
    found.update({fold(name).replace(" ", ""): code for code, name in own_names})
    return found


# --- carriers and credits --------------------------------------------------------------------------------------------


def split_carriers(line: str) -> list[str]:
    """The carriers of a line that joins them by a dash."""
    return [part for part in _DASH.split(line) if part.strip()]


def split_names(line: str) -> list[str]:
    """The names of a line that joins them by a comma; a comma between brackets joins nothing."""
    return [part for start, end in _pieces(line) if (part := line[start:end].strip())]


# --- partners and places ---------------------------------------------------------------------------------------------


def partners_line(partners: Sequence[Data], countries: Countries) -> Spans:
    """The line that a page prints."""
    spans: list[Span] = []
    for rank, partner in enumerate(partners):
        names = ", ".join(countries.name(code) for code in partner.get("pays") or ())
        spans.append(Span(", " if rank else ""))
        if "nom" not in partner:
            spans.append(Span(names))
            continue
        spans.append(Span(partner["nom"], language=partner.get("langue", "")))
        spans.append(Span(f" ({names})" if names else ""))
    return tuple(spans)


def read_partners(line: Spans, several: bool, countries: Countries) -> list[Data]:
    """The partners of a line; ``several`` is what its heading says."""
    text = flat_text(line)
    bounds = _pieces(text) if several else [(0, len(text))]
    partners: list[Data] = []
    for start, end in bounds:
        partners += _partner(line, text, (start, end), countries)
    if several and len(partners) == 1 and len(partners[0].get("pays", "1")) == 1:
        partners[0]["pluriel"] = True
    return partners


def _partner(line: Spans, text: str, bounds: tuple[int, int], countries: Countries) -> list[Data]:
    start, end = bounds
    piece = text[start:end].strip().rstrip(".") if end == len(text) else text[start:end].strip()
    if not piece:
        return []
    if code := countries.code(piece):
        return [{"pays": [code]}]
    codes = [countries.code(name) for name in piece.split(", ")]
    if len(codes) > 1 and all(codes):
        return [{"pays": [code for code in codes if code]}]
    name, pays = split_country(text[start:end].strip(), countries)
    partner: Data = {"nom": name}
    if pays:
        partner["pays"] = pays
    at = text.index(name, start)
    if language := _language(line, at, at + len(name)):
        partner["langue"] = language
    return [partner]


def split_country(piece: str, countries: Countries) -> tuple[str, list[str]]:
    """``Ville de Matam (Sénégal)`` as its name and the codes of its countries; no code where the brackets hold none."""
    opening = _opening(piece)
    if opening <= 0:
        return piece, []
    codes = [countries.code(name) for name in piece[opening + 1 : -1].split(", ")]
    if not all(codes) or not piece[:opening].strip():
        return piece, []
    return piece[:opening].strip(), [code for code in codes if code]


def places_line(places: Sequence[Data], countries: Countries) -> str:
    """The line that a page prints."""
    return ", ".join(
        f"{place['nom']} ({countries.name(place['pays'])})" if "pays" in place else place["nom"] for place in places
    )


def read_places(line: str, countries: Countries) -> list[Data]:
    """The places of a line; their coordinates are not printed."""
    places: list[Data] = []
    for piece in split_names(line):
        name, codes = split_country(piece, countries)
        places.append({"nom": name, "pays": codes[0]} if len(codes) == 1 else {"nom": piece})
    return places


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the pieces between commas start and end; a comma between brackets does not count."""
    bounds, start, depth = [], 0, 0
    for place, sign in enumerate(text):
        depth = max(0, depth + {"(": 1, ")": -1}.get(sign, 0))
        if sign == "," and depth == 0 and text[place + 1 : place + 2] in (" ", BREAK):
            bounds.append((start, place))
            start = place + 2
    return [*bounds, (start, len(text))]


def _opening(piece: str) -> int:
    """Where the bracket opens that the piece ends with; -1 without one."""
    depth = 0
    if not piece.endswith(")"):
        return -1
    for place in range(len(piece) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(piece[place], 0)
        if depth == 0:
            return place
    return -1


def _language(line: Spans, start: int, end: int) -> str:
    """The language of a stretch of a line, where all its words are in one that is not the text's own."""
    found: set[str] = set()
    place = 0
    for span in line:
        inside = span.text[max(0, start - place) : max(0, end - place)]
        if inside.strip():
            found.add(span.language)
        place += len(span.text)
    return found.pop() if len(found) == 1 else ""


# --- people ----------------------------------------------------------------------------------------------------------


def read_person(lines: Sequence[Spans]) -> Data:
    """A person: the name in bold and the function on the first line, then ways to reach them."""
    first = lines[0] if lines else ()
    name = "".join(span.text for span in _leading_bold(first))
    rest = flat_text(first)[len(name) :]
    if not rest.strip():
        name, _, rest = flat_text(first).partition(", ")
    person: Data = {"nom": name.strip(" ,:")}
    if function := rest.strip().removeprefix(",").strip():
        person["fonction"] = function
    return read_reach(lines[1:], person, "fonction")


def _leading_bold(line: Spans) -> list[Span]:
    bold: list[Span] = []
    for span in line:
        if not span.bold:
            break
        bold.append(span)
    return bold


def read_reach(lines: Sequence[Spans], found: Data, otherwise: str) -> Data:
    """Ways to reach a person or an organisation, a line each; a line that is none joins the field ``otherwise``."""
    for line in lines:
        text = flat_text(line).strip()
        name, value = _reach_of(line, text)
        if name and name not in found and (name != "site" or otherwise == "adresse"):
            found[name] = value
        elif text:
            found[otherwise] = f"{found[otherwise]}, {text}" if otherwise in found else text
    return found


def _reach_of(line: Spans, text: str) -> tuple[str, str]:
    link = line[0].link if line and len({span.link for span in line}) == 1 else ""
    address = link.removeprefix("mailto:") if link.startswith("mailto:") else text
    if _EMAIL.fullmatch(address):
        return "courriel", address
    if link.startswith(("http://", "https://")):
        return "site", link
    if _SITE.fullmatch(text):
        return "site", text if "://" in text else f"https://{text}"
    return ("telephone", text) if _PHONE.fullmatch(text) else ("", "")
