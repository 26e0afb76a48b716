"""How the faults of this stage are worded: French spacing in our sentences, an author's words kept as they are."""

from typing import NamedTuple

from terrinclus_publish.faults import Fault, Level, Path, Place, french

_SHOWN_SIGNS = 60


class Wording(NamedTuple):
    """What is said of one fault: its stable code, what is wrong, and what to write instead, both in French."""

    code: str
    message: str
    expected: str = ""


def word(code: str, message: str, expected: str = "", /, **values: object) -> Wording:
    """A wording whose ``{places}`` are filled in with what stands in the file."""
    return Wording(code, french(message).format(**values), french(expected).format(**values))


def clip(value: object) -> str:
    """What stands in the file, on one line, short enough for a message (60 signs)."""
    text = " ".join(str(value)[: 10 * _SHOWN_SIGNS].split())
    return text if len(text) <= _SHOWN_SIGNS else text[: _SHOWN_SIGNS - 1].rstrip() + "…"


def plural(count: int, one: str, several: str) -> str:
    """The count with its noun: ``1 colonne``, ``3 colonnes``."""
    return f"{count}\u00a0{one if count < 2 else several}"


def error(wording: Wording, place: Place, found: object = "", path: Path = ()) -> Fault:
    """The fault, as an error, that a wording tells of."""
    return Fault(wording.code, Level.ERROR, place, wording.message, path, clip(found), wording.expected)
