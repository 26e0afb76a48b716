"""What authors write, YAML with its line numbers, to models; every refusal is one clear French message."""

from terrinclus_publish.reading.places import Places
from terrinclus_publish.reading.source import Source, read, read_text

__all__ = ["Places", "Source", "read", "read_text"]
