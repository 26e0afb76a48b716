"""What is remembered between builds, in ``.terrinclus`` of the collection. It may be deleted at any time.

An entry that is missing, damaged, or was not written by this user counts as none. What cannot be written is not
remembered, and stops nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from terrinclus_publish.build.files import put_whole
from terrinclus_publish.build.seal import Seal, user_seal
from terrinclus_publish.collection import Collection

FOLDER = ".terrinclus"
IGNORE = "# Mémoire de terrinclus : ce dossier peut être effacé à tout moment.\n*\n"


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries by name, each in a file of its own."""

    folder: Path
    seal: Seal

    def read(self, name: str) -> dict[str, Any]:
        """An entry; empty where there is none."""
        content = self.read_bytes(name)
        try:
            value = json.loads(content) if content else {}
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    def write(self, name: str, value: Mapping[str, Any]) -> None:
        """Remember an entry."""
        self.write_bytes(name, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def read_bytes(self, name: str) -> bytes | None:
        """An entry as it was written; None where there is none."""
        try:
            signed = (self.folder / name).read_bytes()
        except (OSError, ValueError):
            return None
        return self.seal.open(signed)

    def write_bytes(self, name: str, content: bytes) -> None:
        """Remember an entry as it is."""
        try:
            put_whole(self.folder / name, self.seal.sign(content))
            ignore = self.folder / ".gitignore"
            if not ignore.is_file():
                put_whole(ignore, IGNORE.encode("utf-8"))
        except OSError:
            return  # a read-only collection, a full disk: the next build does the work again


def open_cache(collection: Collection) -> Cache:
    """The collection's cache."""
    return Cache(collection.root / FOLDER, user_seal())
