"""The people for whom copies are made: a CSV as a spreadsheet writes it, read line by line, never as a whole."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.refusals import why

ENCODINGS = ("utf-8-sig", "cp1252")
"""What spreadsheets write: UTF-8, or what Excel calls plain CSV on a French Windows."""
DELIMITERS = ";,\t"
LONGEST_FIELD, MOST_LINES = 200, 6
"""Signs in a cell; filled cells in a row."""


@dataclass(frozen=True)
class Recipients:
    """A file of recipients that can be read to its end."""

    file: Path
    encoding: str
    delimiter: str
    count: int
    """Rows under the head, empty ones left out."""
    signs: frozenset[str]
    """Every sign that occurs, for the fonts."""

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The filled cells of each row."""
        with self.file.open(encoding=self.encoding, newline="") as stream:
            reader = csv.reader(stream, delimiter=self.delimiter)
            next(reader, None)
            for row in reader:
                if cells := _cells(row):
                    yield cells


def read_recipients(file: Path) -> Recipients:
    """Look through the file once. The first line names the columns. Raises FaultsError."""
    for encoding in ENCODINGS:
        try:
            return _scan(file, encoding)
        except UnicodeDecodeError:
            continue
        except OSError as error:
            raise _refusal(file, 0, f"Ce fichier de destinataires ne se lit pas ({why(error)})") from error
        except csv.Error as error:
            raise _refusal(file, 0, f"Ce fichier n'est pas un CSV bien formé ({error})") from error
    raise _refusal(file, 0, "Ce fichier de destinataires n'est pas du texte")


def _scan(file: Path, encoding: str) -> Recipients:
    signs: set[str] = set()
    count = 0
    with file.open(encoding=encoding, newline="") as stream:
        head = stream.readline()
        delimiter = max(DELIMITERS, key=head.count)
        if not head.strip():
            raise _refusal(file, 1, "La première ligne doit nommer les colonnes (par exemple « Nom;Service;Adresse »)")
        reader = csv.reader(stream, delimiter=delimiter)
        for row in reader:
            cells = _cells(row)
            _check(file, reader.line_num + 1, cells)
            count += bool(cells)
            signs.update(*cells)
    if not count:
        raise _refusal(file, 0, "Ce fichier ne nomme aucun destinataire", "Une ligne par destinataire sous les titres")
    return Recipients(file, encoding, delimiter, count, frozenset(signs))


def _cells(row: list[str]) -> tuple[str, ...]:
    """The filled cells, their white space made single."""
    return tuple(text for text in (" ".join(cell.split()) for cell in row) if text)


def _check(file: Path, line: int, cells: tuple[str, ...]) -> None:
    if len(cells) > MOST_LINES:
        message = f"Ce destinataire a {len(cells)} cases remplies : il n'y a de place que pour {MOST_LINES}"
        raise _refusal(file, line, message, "Gardez les colonnes qui doivent être imprimées")
    for cell in cells:
        if len(cell) > LONGEST_FIELD or not cell.isprintable():
            raise _refusal(file, line, "Une case est trop longue, ou contient un signe de commande")


def _refusal(file: Path, line: int, message: str, expected: str = "") -> FaultsError:
    text = message.replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:")
    return FaultsError(
        [Fault("recipients", Level.ERROR, Place(file.name, line, int(line > 0)), text, expected=expected)]
    )
