"""A Word file to an OpenDocument text: LibreOffice converts it, and what it loses or adds is put right.

LibreOffice keeps styles by their names, contents with their page numbers, alternative texts, header rows, languages
and bookmarks. It loses the marks of decorative pictures, the numbers of pages to come and some faces of the fonts,
adds its own fonts, and never writes the same bytes twice.
"""

from terrinclus_publish.odt.render import from_word

__all__ = ["from_word"]
