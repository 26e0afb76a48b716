"""What normal forms are relative to, and how single texts are normalised."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from terrinclus_publish.printed import Countries
from terrinclus_publish.prose import (
    Paragraph,
    Span,
    flat_text,
    read_blocks,
    read_line,
    settled,
    tidy,
    write_blocks,
    write_line,
)
from terrinclus_publish.vocabulary import Labels, Vocabulary
from terrinclus_publish.wording import is_label, variants


@dataclass(frozen=True)
class Standard:
    """What normal forms are relative to: the vocabulary, the labels and the language of the sheet (BCP 47)."""

    vocabulary: Vocabulary
    labels: Labels
    language: str

    @cached_property
    def countries(self) -> Countries:
        """The countries' names."""
        return Countries(self.vocabulary, self.language)

    def line(self, spans: Sequence[Span]) -> str:
        """Inline Markdown."""
        return write_line(settled(tuple(spans), self.language))

    def heading(self, spans: Sequence[Span]) -> str:
        """Inline Markdown of a heading, which says nothing in bold."""
        return self.line(tidy(replace(span, bold=False) for span in spans))

    def text(self, spans: Sequence[Span]) -> str:
        """Plain text on one line."""
        plain = tidy(Span(flat_text([span]).replace("\n", " ")) for span in spans)
        return flat_text(settled(plain, self.language))

    def blocks(self, paragraphs: Sequence[Paragraph]) -> str:
        """Markdown of several paragraphs."""
        return write_blocks([Paragraph(settled(p.spans, self.language), p.mark) for p in paragraphs])

    def is_label(self, text: str, name: str) -> bool:
        """Whether a text is one of the uniform headings ``group.name``."""
        return is_label(text, variants(self.labels, name))


def normal_line(text: str, standard: Standard) -> str:
    """Inline Markdown."""
    return standard.line(read_line(text))


def normal_heading(text: str, standard: Standard) -> str:
    """Inline Markdown of a heading."""
    return standard.heading(read_line(text))


def normal_text(text: str, standard: Standard) -> str:
    """Plain text."""
    return standard.text((Span(text),))


def normal_texts(values: list[str], standard: Standard) -> list[str]:
    """Plain texts."""
    return [normal_text(value, standard) for value in values]


def normal_markdown(text: str, standard: Standard) -> str:
    """Markdown of several paragraphs."""
    return standard.blocks(read_blocks(text))


def joined_markdown(texts: Sequence[str], standard: Standard) -> str:
    """Texts one after the other; a list that starts anew stays a list of its own."""
    return standard.blocks([paragraph for text in texts for paragraph in read_blocks(text)])
