"""Which reader reads a file: told by what it holds, not by its name alone."""

from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.reading.document import Document, lines_of
from terrinclus_publish.reading.odt import is_odt, read_odt
from terrinclus_publish.reading.package import LARGEST_FILE
from terrinclus_publish.reading.plain import read_plain
from terrinclus_publish.reading.word import read_word

_ZIP, _OLD_OFFICE, _PDF, _RTF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the locked part, in a file with a password (MS-OFFCRYPTO 2.3.1)."""
_LONGEST_PARAGRAPH, _LONGEST_DOCUMENT = 20_000, 3_000_000
"""Signs; the guide of eighty pages has 180 000, its longest paragraph 2 000."""
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
    if file.suffix.lower() in (".yaml", ".yml"):
        message = "Ce fichier est déjà une fiche\u00a0: il n'y a rien à importer"
        raise FaultsError(
            [_fault(file, "import-format", message, "Copiez-le dans le dossier « sheets » d'une collection")]
        )
    document = _read(content, file)
    _refuse_the_endless(document, file)
    return document


def _read(content: bytes, file: Path) -> Document:
    if content.startswith(_ZIP):
        return read_odt(content, file.name) if is_odt(content) else read_word(content, file.name)
    if content.startswith(_OLD_OFFICE) and _ENCRYPTED in content:
        message = "Ce fichier est protégé par un mot de passe\u00a0: il n'est pas lu"
        raise FaultsError([_fault(file, "import-locked", message, "Ouvrez-le dans Word, retirez le mot de passe")])
    if content.startswith((_OLD_OFFICE, _RTF)):
        message = "Ce fichier est d'un ancien format de Word (.doc ou .rtf)\u00a0: il n'est pas lu"
        raise FaultsError([_fault(file, "import-format", message, _SAVE_AS)])
    if content.startswith(_PDF):
        message = "Un PDF ne garde ni titres ni champs\u00a0: il n'est pas lu"
        raise FaultsError([_fault(file, "import-format", message, "Importez le fichier Word dont il est tiré")])
    return read_plain(content, file.name)


def _refuse_the_endless(document: Document, file: Path) -> None:
    """Raises FaultsError on a paragraph that nobody wrote, or too many of them."""
    whole = 0
    for line in lines_of(document.items):
        whole += len(line.text) + 1
        if len(line.text) > _LONGEST_PARAGRAPH:
            message = (
                f"Un paragraphe de ce document a {len(line.text)} signes («\u00a0{line.text.strip()[:40]}…\u00a0»)"
            )
            raise FaultsError([_fault(file, "import-too-large", message, "Coupez-le en paragraphes plus courts")])
    if whole > _LONGEST_DOCUMENT:
        message = f"Ce document a {whole} signes\u00a0: c'est trop pour un guide"
        raise FaultsError([_fault(file, "import-too-large", message, "Coupez-le en plusieurs documents")])


def _fault(file: Path, code: str, message: str, expected: str) -> Fault:
    return Fault(code, Level.ERROR, Place(file.name), message, expected=expected)
