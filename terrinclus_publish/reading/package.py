"""A zipped file of an office suite: opened with care, since it may be anybody's. Nothing outside it is ever opened."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from terrinclus_publish.faults import Fault, FaultsError, Level, Place
from terrinclus_publish.tree import Element

LARGEST_FILE = 60 * 1024 * 1024
LARGEST_PART = 20 * 1024 * 1024
"""Bytes of a part once unpacked; a guide of eighty pages has a tenth of it."""
LARGEST_WHOLE = 200 * 1024 * 1024
LARGEST_RATIO = 100
"""Unpacked size to packed size; XML has 4 to 30, bombs 1000."""
SMALL_PART = 64 * 1024
"""Under this size a ratio says nothing: a part of spaces is harmless."""
MOST_PARTS = 4000
MOST_ELEMENTS = 300_000
"""In a part; a guide of eighty pages has a fifteenth of it."""


class Package:
    """The parts of a file. Raises FaultsError on one that is broken, or was made to harm."""

    def __init__(self, content: bytes, shown: str) -> None:
        self.shown = shown
        if len(content) > LARGEST_FILE:
            self.refuse("import-too-large", "Ce fichier dépasse 60 Mio\u00a0: il n'est pas lu")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            self.refuse(
                "import-unreadable",
                "Ce fichier n'est pas un document Word ou OpenDocument lisible",
                "Ouvrez-le dans Word ou LibreOffice, et enregistrez-le de nouveau au format .docx",
            )
        entries = self._archive.infolist()
        self._check(entries)
        self._entries = {entry.filename.lower(): entry for entry in entries}

    def refuse(self, code: str, message: str, expected: str = "") -> None:
        """Raises FaultsError."""
        raise FaultsError([Fault(code, Level.ERROR, Place(self.shown), message, expected=expected)])

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        names = [entry.filename.lower() for entry in entries]
        if len(names) != len(set(names)):
            self.refuse("import-duplicate-part", "Ce fichier contient deux parties du même nom\u00a0: il n'est pas lu")
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
            self.refuse("import-too-large", "Ce fichier, une fois décompressé, est trop grand\u00a0: il n'est pas lu")
        for entry in entries:
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > LARGEST_PART or (entry.file_size > SMALL_PART and ratio > LARGEST_RATIO):
                self.refuse(
                    "import-too-large",
                    f"Une partie de ce fichier («\u00a0{entry.filename}\u00a0») se décompresse en "
                    f"{entry.file_size // (1024 * 1024)} Mio\u00a0: il n'est pas lu",
                )

    def names(self) -> list[str]:
        """The names of the parts, in small letters."""
        return list(self._entries)

    def bytes(self, name: str) -> bytes | None:
        """A part's content; None where there is none of that name."""
        entry = self._entries.get(name.lower().lstrip("/"))
        if entry is None:
            return None
        try:
            with self._archive.open(entry) as stream:
                content = stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
            self.refuse("import-unreadable", f"Une partie de ce fichier est abîmée («\u00a0{entry.filename}\u00a0»)")
        return content

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is none. Raises FaultsError on any DOCTYPE and on broken XML."""
        content = self.bytes(name)
        if content is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
                self._refuse_doctype(name)
            self.refuse("import-unreadable", f"Une partie de ce fichier est abîmée («\u00a0{name}\u00a0»)")
        if root.getroottree().docinfo.internalDTD is not None:
            self._refuse_doctype(name)
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            self.refuse(
                "import-too-large", "Ce document est trop long pour une fiche ou un guide\u00a0: il n'est pas lu"
            )
        return root

    def _refuse_doctype(self, name: str) -> None:
        self.refuse(
            "import-doctype",
            "Ce fichier contient une déclaration qu'aucun traitement de texte n'écrit (DOCTYPE, dans "
            f"«\u00a0{name}\u00a0»)\u00a0: il n'est pas lu",
        )

    def relations(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """The relations of an OPC part: by id, the last word of the type, the target, whether it is outside."""
        path = PurePosixPath(name)
        root = self.xml(str(path.parent / "_rels" / f"{path.name}.rels"))
        found: dict[str, tuple[str, str, bool]] = {}
        for relation in root if root is not None else ():
            if not isinstance(relation.tag, str):
                continue
            target, outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
            if not outside:
                target = _joined(path.parent, target)
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], target, outside)
        return found


def whole_number(text: str | None, otherwise: int) -> int:
    """An attribute that should be a whole number from 0 on; ``otherwise`` where it is missing or is none."""
    return int(text) if text is not None and re.fullmatch("[0-9]{1,6}", text) else otherwise


def _joined(folder: PurePosixPath, target: str) -> str:
    """A target relative to a part's folder, as the name of a part; what climbs out of the file names nothing."""
    path = PurePosixPath(target) if target.startswith("/") else folder / target
    kept: list[str] = []
    for piece in path.parts:
        if piece == "..":
            del kept[-1:]
        elif piece not in ("/", "."):
            kept.append(piece)
    return "/".join(kept)
