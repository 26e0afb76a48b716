"""An OpenDocument text (.odt) to a document: what a person sees in it, changes accepted."""

from terrinclus_publish.reading.odt.read import is_odt, read_odt

__all__ = ["is_odt", "read_odt"]
