"""Writing a document: to a temporary name in the same folder, then renamed. A killed run leaves the old file whole."""

import errno
import os
import re
import time
from pathlib import Path

from terrinclus_publish.faults import Fault, FaultsError, Level, Place

_LONGEST_NAME = 120
"""Signs kept of a file's name in its temporary one: with its ending, it stays below the 255 bytes of a file system."""
_TEMPORARY = re.compile(r"\..+\.(\d+)\.tmp")
_AN_HOUR = 3600
_REASONS = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "votre espace sur le disque est plein",
    errno.EFBIG: "il est trop gros pour ce disque",
    errno.EROFS: "le dossier est en lecture seule",
    errno.ENOENT: "le dossier a disparu",
    errno.ENOTDIR: "un fichier porte le nom du dossier",
    errno.EEXIST: "un fichier porte le nom du dossier",
    errno.ENAMETOOLONG: "son nom est trop long pour ce disque",
    errno.EIO: "le disque ne répond pas comme il faut",
}
"""Why the system refuses to write, in an author's words."""


def write_whole(target: Path, content: bytes, shown: str) -> None:
    """Write a document at once. Raises FaultsError when it is open elsewhere, protected, or when the disk is full."""
    try:
        put_whole(target, content)
    except OSError as error:
        raise FaultsError([writing_fault(error, target, shown)]) from error


def put_whole(target: Path, content: bytes) -> None:
    """Write a file at once; its folder is made if missing. Raises OSError, the old file being whole.

    Why not ``tempfile``: it makes files that only their owner may read, and the rename keeps that.
    """
    temporary = target.with_name(f".{target.name[:_LONGEST_NAME]}.{os.getpid()}.tmp")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove the half-written files that killed builds left in a folder."""
    try:
        for file in folder.glob(".*.tmp"):
            match = _TEMPORARY.fullmatch(file.name)
            if match and not _is_running(int(match[1]), file):
                file.unlink(missing_ok=True)
    except OSError:
        return  # they are in nobody's way


def _is_running(process: int, file: Path) -> bool:
    """Whether the process that writes a file still lives; where one cannot tell, it has an hour."""
    if os.name == "nt":
        return time.time() - file.stat().st_mtime < _AN_HOUR
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


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
    reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    message = f"Ce document ne peut pas être écrit\u00a0: {reason}"
    expected = "Vérifiez la place sur le disque, ou choisissez un autre dossier avec --output"
    return Fault("output-failed", Level.ERROR, place, message, expected=expected)
