"""Where the pages of a Word file end, computed from the file's own elements, as Word and LibreOffice lay it out.

``metrics`` reads fonts, ``formats`` resolves styles, ``content`` and ``breaking`` make lines, ``blocks`` and ``tables``
measure, ``document`` gathers sections, ``paging`` puts them on pages, ``safety`` says how much a length may change.
It knows WordprocessingML, and nothing of sheets or themes.
"""
