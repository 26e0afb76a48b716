"""From a file to its text: the refusals that do not depend on YAML (place, size, encoding, control characters)."""

import re
import unicodedata
from pathlib import Path

from terrinclus_publish.collection import shown_name
from terrinclus_publish.faults import Fault, FaultsError, Place
from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import Wording, error, word

LARGEST = 1024 * 1024
"""Bytes. The published sheets have 20 000 to 40 000; a larger file is a mistake or an attack."""
_ZIP = b"PK\x03\x04"
"""How a Word or OpenDocument file begins, whatever it was renamed."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML 1.1 (5.1) does not count as printable, and U+0085, which is a badly converted « … ».

Why not what is left beside the printable signs: that takes Python ten times as long to compile.
"""


def load(file: Path, root: Path) -> FileText:
    """The text of a file of the collection at ``root``. Raises FaultsError."""
    shown = shown_name(file, root)
    if not file.resolve().is_relative_to(root.resolve()):
        raise FaultsError([error(_OUTSIDE, Place(shown))])
    if not file.is_file():
        raise FaultsError([error(_MISSING, Place(shown))])
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as problem:
        raise FaultsError([error(_UNREADABLE, Place(shown))]) from problem
    if content.startswith(_ZIP):
        raise FaultsError([error(_WORD, Place(shown))])
    if len(content) > LARGEST:
        raise FaultsError([error(_TOO_LARGE, Place(shown))])
    return FileText(_decoded(content, shown), shown)


def control_characters(text: FileText) -> list[Fault]:
    """One fault for each line that holds signs which no sheet may hold."""
    faults: dict[int, Fault] = {}
    for match in _NOT_TEXT.finditer(text.content):
        place = text.place(match.start())
        if place.line in faults:
            continue
        wording = word(
            "control-character",
            "Un caractère invisible (U+{code:04X}) s'est glissé dans cette ligne",
            "Effacez-le : placez-vous juste avant, et appuyez sur la touche Suppr",
            code=ord(match[0]),
        )
        faults[place.line] = error(wording, place, text.line(match.start()))
    return list(faults.values())


def _decoded(content: bytes, shown: str) -> str:
    """The text of UTF-8 bytes, with or without a byte order mark. Raises FaultsError."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FaultsError([error(_UTF_16, Place(shown, 1, 1))])
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8-sig"))  # é in one sign, also from a Mac
    except UnicodeDecodeError as problem:
        raise FaultsError([_not_utf_8(problem, content, shown)]) from problem


def _not_utf_8(problem: UnicodeDecodeError, content: bytes, shown: str) -> Fault:
    """Which line is not UTF-8, read as Windows-1252 so that its author knows it again."""
    # The codec leaves the byte order mark out of the bytes that it counts.
    body = content.removeprefix(b"\xef\xbb\xbf")
    before = re.split(rb"\r\n|\r|\n", body[: problem.start])
    start = problem.start - len(before[-1])
    line = re.split(rb"[\r\n]", body[start:], maxsplit=1)[0].decode("cp1252", errors="replace")
    wording = word(
        "encoding",
        "Le fichier n'est pas enregistré en UTF-8 : un caractère de la ligne {line} est illisible. "
        "Il l'est sans doute en Windows-1252 (« ANSI »)",
        "Dans l'éditeur, « Enregistrer sous », encodage « UTF-8 »",
        line=len(before),
    )
    return error(wording, Place(shown, len(before), len(before[-1].decode("utf-8")) + 1), line)


_OUTSIDE: Wording = word(
    "outside-collection",
    "Ce fichier n'est pas dans le dossier de la collection : il n'est pas lu",
    "Rangez-le dans le dossier « sheets » de la collection",
)
_WORD: Wording = word(
    "not-a-text-file",
    "Ce fichier est un document Word ou LibreOffice, et non un fichier de texte",
    "Redonnez à son nom la fin « .docx » ou « .odt », puis faites-en la fiche avec « terrinclus import »",
)
_MISSING: Wording = word(
    "file-missing", "Ce fichier n'existe pas", "Vérifiez son nom, et le dossier dans lequel il est rangé"
)
_UNREADABLE: Wording = word(
    "file-unreadable", "Ce fichier ne peut pas être ouvert", "Fermez les autres logiciels, et vérifiez vos droits"
)
_TOO_LARGE: Wording = word(
    "file-too-large",
    "Ce fichier dépasse 1 Mio (1 048 576 octets) : il n'est pas lu",
    "Une fiche ne contient que du texte ; les images se rangent à part, dans « sheets/images »",
)
_UTF_16: Wording = word(
    "encoding",
    "Le fichier est enregistré en UTF-16 (« Unicode »), et non en UTF-8",
    "Dans l'éditeur, « Enregistrer sous », encodage « UTF-8 »",
)
