"""Which reader reads a file: told by what it holds, not by its name alone."""

from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.reading.document import Document
from terrinclus_publish.reading.odt import is_odt, read_odt
from terrinclus_publish.reading.package import LARGEST_FILE
from terrinclus_publish.reading.plain import read_plain
from terrinclus_publish.reading.word import read_word

_ZIP, _OLD_OFFICE, _PDF, _RTF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"
_SAVE_AS = "Ouvrez-le dans Word ou LibreOffice, et enregistrez-le au format .docx ou .odt"


def read_document(file: Path) -> Document:
    """The document of a Word, OpenDocument, Markdown or text file. Raises FaultsError."""
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FaultsError(
            [_fault(file, "import-missing", "Ce fichier ne peut pas être ouvert", "Vérifiez son nom et son dossier")]
        ) from error
    if content.startswith(_ZIP):
        return read_odt(content, file.name) if is_odt(content) else read_word(content, file.name)
    if content.startswith((_OLD_OFFICE, _RTF)):
        message = "Ce fichier est d'un ancien format de Word (.doc ou .rtf)\u00a0: il n'est pas lu"
        raise FaultsError([_fault(file, "import-format", message, _SAVE_AS)])
    if content.startswith(_PDF):
        message = "Un PDF ne garde ni titres ni champs\u00a0: il n'est pas lu"
        raise FaultsError([_fault(file, "import-format", message, "Importez le fichier Word dont il est tiré")])
    return read_plain(content, file.name)


def _fault(file: Path, code: str, message: str, expected: str) -> Fault:
    return Fault(code, Level.ERROR, Place(file.name), message, expected=expected)
