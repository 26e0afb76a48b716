"""The pages of docs/ taken apart: blocks of code, marked tables, headings, links."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
_FENCED = re.compile(r"^( *)```([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_TABLES = re.compile(r"^<!-- ([a-z]+)(?:: (\w+))? -->\n\n((?:\|.*\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A block of code: what follows the fence, its text without the fence's indentation, its first line."""

    info: str
    text: str
    line: int


def plain(text):
    """A text with ordinary spaces only, on one line."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Page:
    """A page of documentation."""

    file: Path

    @cached_property
    def text(self):
        return self.file.read_text("utf-8")

    @cached_property
    def blocks(self):
        return [
            Block(
                match[2], re.sub(rf"^{match[1]}", "", match[3], flags=re.M), self.text.count("\n", 0, match.start()) + 2
            )
            for match in _FENCED.finditer(self.text)
        ]

    @cached_property
    def prose(self):
        """The text without its blocks of code."""
        return _FENCED.sub("", self.text)

    @cached_property
    def headings(self):
        return [match[1] for match in re.finditer(r"^#{1,4} (.+)$", self.prose, re.M)]

    @cached_property
    def links(self):
        """Targets of links and pictures that are not on the web."""
        return re.findall(r"\]\((?!https?:|mailto:)([^)]+)\)", self.prose)

    def tables(self, kind):
        """The tables after a « <!-- kind: subject --> » mark: subject and rows of cells, the header left out."""
        found = []
        for match in _TABLES.finditer(self.text):
            if match[1] == kind:
                rows = match[3].splitlines()[2:]
                found.append((match[2], [[plain(cell) for cell in row.strip("|").split(" | ")] for row in rows]))
        return found


def anchor(heading):
    """The address of a heading, as GitHub and GitLab make it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


PAGES = {file.stem: Page(file) for file in (*sorted(DOCS.glob("*.md")), ROOT / "README.md")}
