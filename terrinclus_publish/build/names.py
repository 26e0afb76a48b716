"""The names of sheets: a file's name becomes an address in a page and the name of the documents made from it."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from terrinclus_publish.faults import Fault, Level, Place

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
RESERVED = frozenset({"guide", "con", "prn", "aux", "nul"} | _PORTS)
"""``guide.yaml`` is the guide; the others cannot be files on Windows."""


LONGEST = 100
"""Signs: with the folders above it, a name stays below the 260 of a path on Windows."""


def is_name(text: str) -> bool:
    """Whether a text can be a sheet's name: small letters without accents, digits, hyphens between words."""
    return _SLUG.fullmatch(text) is not None and text not in RESERVED and len(text) <= LONGEST


def name_from(text: str) -> str:
    """The nearest name to what a person would write: ``Fiche de l'Hérault`` gives ``fiche-de-l-herault``."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST].strip("-") or "fiche"
    return f"fiche-{name}" if name in RESERVED else name


def name_fault(file: Path, shown: str, seen: Mapping[str, str]) -> Fault | None:
    """The fault of a sheet's file name, if any; ``seen`` holds the files that were read, by sheet's name."""
    if file.stem in seen:
        message = f"La fiche «\u00a0{file.stem}\u00a0» a deux fichiers\u00a0: {seen[file.stem]} et {file.name}"
        return Fault("duplicate-name", Level.ERROR, Place(shown), message, expected="Gardez-en un seul")
    if is_name(file.stem):
        return None
    message = f"Le nom de fichier «\u00a0{file.name}\u00a0» ne peut pas servir d'adresse"
    rule = f"lettres minuscules sans accent, chiffres, traits d'union, {LONGEST} signes au plus"
    expected = f"Renommez-le {name_from(file.stem)}.yaml ({rule})"
    return Fault("file-name", Level.ERROR, Place(shown), message, found=file.name, expected=expected)
