"""What can be made of a tree."""

from enum import StrEnum


class Format(StrEnum):
    """The value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    ODT = "odt"


OWN = (Format.PDF, Format.DOCX, Format.HTML)
"""Those that need no other program: an OpenDocument text is made by LibreOffice, and on demand only."""
NUMBERED = (Format.DOCX, Format.ODT)
"""Formats in which the guide's page numbers are computed before a program lays it out."""
