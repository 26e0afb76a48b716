"""What preflight finds, as values. Codes are stable English words; messages are French, for the client."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Errors keep a file from the press; warnings want a look; notes tell."""

    ERROR = "erreur"
    WARNING = "avertissement"
    NOTE = "information"


class Nature(StrEnum):
    """What a file is for: not every rule holds for all. The words of the command."""

    PAGES = "pages"
    """Single pages that are trimmed: the inside of a book."""
    COVER = "couverture"
    """A cover, flat or page by page."""
    SHEETS = "imposition"
    """Sheets of several pages, or pages of an office printer: nothing is trimmed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of finding, with all its pages (from 1; none: the file as a whole)."""

    code: str
    severity: Severity
    message: str
    pages: tuple[int, ...] = ()
    example: str = ""
    """The first thing that was found, as it is."""
    advice: str = ""


@dataclass
class Report:
    """What a file is, and all that was found in it."""

    name: str
    nature: Nature
    facts: dict[str, str] = field(default_factory=dict)
    """What the file says of itself, in the order in which it is shown."""
    findings: list[Finding] = field(default_factory=list)

    def of(self, severity: Severity) -> list[Finding]:
        """The findings of a severity."""
        return [finding for finding in self.findings if finding.severity is severity]

    @property
    def is_sound(self) -> bool:
        """No error."""
        return not self.of(Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on one page (0: the file), before those of a kind are put together."""

    code: str
    page: int = 0
    example: str = ""


def gathered(remarks: Iterable[Remark], rules: dict[str, tuple[Severity, str, str]]) -> list[Finding]:
    """One finding for each code, the gravest first; ``rules`` gives a code's severity, message and advice."""
    pages: dict[str, dict[int, None]] = {}
    examples: dict[str, str] = {}
    for remark in remarks:
        pages.setdefault(remark.code, {})[remark.page] = None
        if remark.example:
            examples.setdefault(remark.code, remark.example)
    found = [
        Finding(
            code, rules[code][0], rules[code][1], tuple(sorted(where - {0})), examples.get(code, ""), rules[code][2]
        )
        for code, where in ((code, set(numbers)) for code, numbers in pages.items())
    ]
    return sorted(found, key=lambda finding: (list(Severity).index(finding.severity), finding.code))
