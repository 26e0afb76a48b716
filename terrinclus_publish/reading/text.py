"""The text of one file, and where each of its characters stands. Knows nothing of YAML."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from terrinclus_publish.faults import Place

_REST = re.compile(r"[^\r\n]{0,200}")


@dataclass(frozen=True)
class FileText:
    """A file's text without its byte order mark, and the file's name as messages show it.

    Why lines are counted here: libyaml also breaks lines at U+0085, U+2028 and U+2029, and editors do not.
    """

    content: str
    shown: str

    @cached_property
    def _starts(self) -> list[int]:
        """The index of each line's first character."""
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.content))]

    def place(self, index: int) -> Place:
        """The line and the column, counted from 1, of the character at an index counted from 0."""
        number = bisect_right(self._starts, index)
        return Place(self.shown, number, index - self._starts[number - 1] + 1)

    def line(self, index: int) -> str:
        """The whole line of the character at an index, without its break."""
        number = bisect_right(self._starts, index)
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        return self.content[self._starts[number - 1] : end].rstrip("\r\n")

    def rest(self, index: int) -> str:
        """What follows on the line from an index, 200 signs at most: a hostile file may be one line of a million."""
        match = _REST.match(self.content, index)
        return match[0] if match else ""

    def begins_line(self, index: int) -> bool:
        """Whether nothing but spaces stands before a character on its line."""
        while index and self.content[index - 1] in " \t":
            index -= 1
        return index == 0 or self.content[index - 1] in "\r\n"

    def start(self, index: int) -> int:
        """The index of the first sign, spaces left out, of the line of the character at an index."""
        line = self.line(index)
        return index - (self.place(index).column - 1) + len(line) - len(line.lstrip(" \t"))
