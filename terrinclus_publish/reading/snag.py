"""Where PyYAML stopped, and what it had read before: what the rules of ``signs`` and ``lines`` look at."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from terrinclus_publish.reading.text import FileText
from terrinclus_publish.reading.wording import Wording

Answer = tuple[Wording, int]
"""What a rule says, and the index in the text of the place that it means."""


def start_of(event: yaml.Event) -> int:
    """The index of an event's first character; the parser always knows it."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: yaml.Event) -> int:
    """The index after an event's last character."""
    return event.end_mark.index if event.end_mark else 0


@dataclass(frozen=True)
class Snag:
    """Where the parser stopped, in indices of the text, and what it had read before."""

    text: FileText
    problem: str
    context: str
    index: int
    since: int
    """Where the thing begins in which the parser stopped, or the index itself."""
    last: yaml.Event | None
    open: Sequence[yaml.CollectionStartEvent]
    closed: yaml.CollectionStartEvent | None

    @classmethod
    def of(
        cls,
        error: yaml.MarkedYAMLError,
        text: FileText,
        last: yaml.Event | None,
        opened: Sequence[yaml.CollectionStartEvent],
        closed: yaml.CollectionStartEvent | None,
    ) -> "Snag":
        """The snag that an error of PyYAML tells of."""
        size = len(text.content)
        index = min(error.problem_mark.index, size) if error.problem_mark else size
        since = min(error.context_mark.index, size) if error.context_mark else index
        return cls(text, error.problem or "", error.context or "", index, since, last, opened, closed)

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.text.line(self.index)

    @property
    def sign(self) -> str:
        """The character where it stopped, or nothing at the end."""
        return self.text.content[self.index : self.index + 1]

    @property
    def scalar(self) -> yaml.ScalarEvent | None:
        """The text read last, if it is what was read last."""
        return self.last if isinstance(self.last, yaml.ScalarEvent) else None
