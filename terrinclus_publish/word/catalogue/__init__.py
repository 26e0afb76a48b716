"""The named styles of our Word files, made from the theme. A person who changes one in Word changes it everywhere.

Styles that Word has itself (headings, lists, contents…) keep Word's names, which Word shows in its user's language; the
others have French ones.
"""

from collections.abc import Collection
from dataclasses import replace

from terrinclus_publish.theme import Theme
from terrinclus_publish.word.catalogue.boxes import box_styles
from terrinclus_publish.word.catalogue.characters import character_styles
from terrinclus_publish.word.catalogue.guide import guide_styles
from terrinclus_publish.word.catalogue.headings import heading_styles
from terrinclus_publish.word.catalogue.opening import opening_styles
from terrinclus_publish.word.catalogue.plates import plate_styles
from terrinclus_publish.word.catalogue.rows import row_styles
from terrinclus_publish.word.catalogue.running import running_styles
from terrinclus_publish.word.styles import HUNG, ParagraphStyle

__all__ = ["character_styles", "paragraph_styles"]


def paragraph_styles(theme: Theme, title: str, unlabelled: Collection[str] = ()) -> list[ParagraphStyle]:
    """All the paragraph styles; ``title`` is the theme's text style of a sheet's title.

    ``unlabelled`` are those styles whose lines bear no label or number in this document: their text hangs all the same.
    """
    styles = [
        *running_styles(theme),
        *heading_styles(theme, title),
        *opening_styles(theme),
        *box_styles(theme),
        *row_styles(theme),
        *plate_styles(theme),
        *guide_styles(theme),
    ]
    return [replace(style, marker=HUNG) if style.id in unlabelled else style for style in styles]
