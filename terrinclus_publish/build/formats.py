"""What can be made of a tree."""

from enum import StrEnum


class Format(StrEnum):
    """The value is the file's ending."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
