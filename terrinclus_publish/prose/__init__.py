"""Running text between a sheet's Markdown and a document's runs: spans, paragraphs and lists, and how each is written
in one way only. Nothing here knows a sheet, a file or a page.
"""

from terrinclus_publish.prose.blocks import write_blocks
from terrinclus_publish.prose.inline import write_line
from terrinclus_publish.prose.settled import settled, settled_text
from terrinclus_publish.prose.spans import Span, flat_text, tidy
from terrinclus_publish.prose.tree import Mark, Paragraph, read_blocks, read_line

__all__ = [
    "Mark",
    "Paragraph",
    "Span",
    "flat_text",
    "read_blocks",
    "read_line",
    "settled",
    "settled_text",
    "tidy",
    "write_blocks",
    "write_line",
]
