"""Bookmarks: names that Word and LibreOffice both accept, one for each id of the tree."""

import re
import unicodedata

_LONGEST = 40
"""Characters that Word keeps of a bookmark's name."""


class Bookmarks:
    """The names and numbers of a document's bookmarks. A name has ASCII letters and digits only, which LibreOffice
    leaves as they are.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._number = 0

    def name(self, identifier: str) -> str:
        """The bookmark's name for an id of the tree: ``ficheSavoieLAutre`` for ``fiche-savoie-l-autre``."""
        if identifier not in self._names:
            self._names[identifier] = self._free(identifier)
        return self._names[identifier]

    def identifiers(self) -> dict[str, str]:
        """The ids of the tree by their bookmarks' names."""
        return {name: identifier for identifier, name in self._names.items()}

    def _free(self, identifier: str) -> str:
        plain = unicodedata.normalize("NFKD", identifier).encode("ascii", "ignore").decode()
        first, *words = re.findall(r"[A-Za-z0-9]+", plain) or ["repere"]
        wanted = first + "".join(word[:1].upper() + word[1:] for word in words)
        wanted = wanted if wanted[0].isalpha() else f"r{wanted}"
        name, turn = wanted[:_LONGEST], 1
        while name.lower() in self._taken:
            turn += 1
            name = f"{wanted[: _LONGEST - len(str(turn)) - 1]}x{turn}"
        self._taken.add(name.lower())
        return name

    def number(self) -> str:
        """The next bookmark's number, unique in the document."""
        self._number += 1
        return str(self._number)
