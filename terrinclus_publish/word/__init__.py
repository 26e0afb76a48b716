"""The semantic tree to Word: real styles, lists, tables and fields, the same words in the same order as the PDF.

Below, ``ooxml`` makes elements; above it, modules by domain (``opening``, ``blocks``, ``boxes``, ``guide``…) say what a
sheet is made of. ``catalogue`` holds the named styles.
"""

from terrinclus_publish.word.pagination import Safety, renumbered
from terrinclus_publish.word.render import render, render_numbered

__all__ = ["Safety", "render", "render_numbered", "renumbered"]
