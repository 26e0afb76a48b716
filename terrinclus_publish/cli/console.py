"""Text to the terminal, also to one that lacks signs, as the Windows console does with cp850."""

import codecs
import io
import sys
import unicodedata

import click

from terrinclus_publish.faults import french as french

NEAREST = {
    "\u202f": " ",
    "\u00a0": " ",
    "\u2060": "",
    "\u2011": "-",
    "›": ">",
    "…": "...",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "×": "x",
    "·": "-",
    "•": "-",
    "€": "EUR",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
}
"""What stands for a sign that an encoding lacks, in ASCII."""


def prepare_streams() -> None:
    """From now on, a sign that the console's encoding lacks is replaced by the nearest that it has."""
    codecs.register_error("nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="nearest")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """A codec error handler: ASCII in place of what cannot be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(NEAREST.get(sign) or _without_accents(sign) for sign in lost), error.end


def _without_accents(sign: str) -> str:
    if sign in NEAREST:
        return NEAREST[sign]
    letters = [letter for letter in unicodedata.normalize("NFKD", sign) if letter.isascii()]
    return "".join(letters) or "?"


def say(text: str) -> None:
    """One line of what was asked for, on standard output."""
    click.echo(text)


def tell(text: str) -> None:
    """One line about the work itself, on standard error."""
    click.echo(text, err=True)
