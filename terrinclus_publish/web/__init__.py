"""The HTML tree of a sheet to one page that needs nothing else: the tree itself, a style sheet, pictures inside.

Knows trees and themes, never a sheet's model, nor the other renderers.
"""

from terrinclus_publish.web.page import render

__all__ = ["render"]
