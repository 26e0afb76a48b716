"""A document to a sheet: headings, labels and styles say what is what; what cannot be placed is kept and listed."""

from terrinclus_publish.reading.sheet.reader import Imported, read_sheet

__all__ = ["Imported", "read_sheet"]
