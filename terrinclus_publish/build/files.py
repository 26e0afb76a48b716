"""Writing a document: to a temporary name in the same folder, then renamed. A killed run leaves the old file whole."""

import os
from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place


def write_whole(target: Path, content: bytes, shown: str) -> None:
    """Write a file at once; its folder is made if missing. Raises FaultsError when it is open elsewhere or protected.

    Why not ``tempfile``: it makes files that only their owner may read, and the rename keeps that.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(content)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FaultsError([writing_fault(error, target, shown)]) from error


def writing_fault(error: OSError, target: Path, shown: str) -> Fault:
    """Why a file could not be written, in an author's words."""
    place = Place(shown)
    if target.is_dir():
        message = "Un dossier porte le nom de ce document\u00a0: il n'est pas écrit"
        return Fault("output-is-folder", Level.ERROR, place, message, expected="Renommez ou déplacez ce dossier")
    if isinstance(error, PermissionError):
        message = "Ce document ne peut pas être remplacé\u00a0: il est ouvert dans un autre logiciel, ou protégé"
        expected = "Fermez-le (dans Word, par exemple) et recommencez, ou choisissez un autre dossier avec --output"
        return Fault("output-busy", Level.ERROR, place, message, expected=expected)
    message = f"Ce document ne peut pas être écrit ({error.strerror})"
    expected = "Vérifiez la place sur le disque, ou choisissez un autre dossier avec --output"
    return Fault("output-failed", Level.ERROR, place, message, expected=expected)
