"""French micro-typography: over an HTML tree, over one line of text, and as remarks for an author.

The rules stand in ``corrections`` (signs and letters) and ``spacing`` (which space), each with its source; ``masks``
says what they never touch. Nothing here knows a sheet or a template.
"""

from terrinclus_publish.typography.review import Remark, review
from terrinclus_publish.typography.text import typeset_text
from terrinclus_publish.typography.tree import typeset

__all__ = ["Remark", "review", "typeset", "typeset_text"]
