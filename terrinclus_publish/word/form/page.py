"""Where a form is being written: the story, the controls, and the words around them."""

from collections.abc import Callable
from dataclasses import dataclass

from terrinclus_publish.prompts import Prompts
from terrinclus_publish.theme import Theme
from terrinclus_publish.vocabulary import Labels, Vocabulary
from terrinclus_publish.word.form.controls import Controls
from terrinclus_publish.word.form.styles import HINT
from terrinclus_publish.word.line import Line
from terrinclus_publish.word.story import Story


@dataclass(frozen=True)
class Words:
    """The words of a form: its prompts, a sheet's labels, the vocabulary, the programme's name (or nothing)."""

    prompts: Prompts
    labels: Labels
    vocabulary: Vocabulary
    programme: str
    printed: Callable[[str], str]
    """A text as typography prints it."""


@dataclass(frozen=True)
class Page:
    """A form that is being written."""

    story: Story
    controls: Controls
    words: Words

    @property
    def theme(self) -> Theme:
        """The design tokens."""
        return self.story.theme

    def label(self, name: str, count: int = 1, **values: object) -> str:
        """A label of a sheet, as it is printed."""
        return self.words.printed(self.words.labels.text(name, count, programme=self.words.programme, **values))

    def guidance(self, name: str) -> str:
        """What the form says to whoever fills it in, as it is printed."""
        return self.words.printed(self.words.prompts.consignes[name])

    def heading(self, style: str, label: str, count: int = 1) -> None:
        """Add a uniform heading."""
        self.story.line(style).write(self.label(label, count))

    def hint(self, name: str, before: float | None = None) -> Line:
        """Add a line that guides; ``before`` is the space above it, points, where the style's own is too small."""
        return self.story.line(HINT, before=before).write(self.guidance(name))
