"""A Word file (.docx, .docm, also Strict) to a document: what a person sees in it, changes accepted."""

from terrinclus_publish.reading.word.read import read_word

__all__ = ["read_word"]
