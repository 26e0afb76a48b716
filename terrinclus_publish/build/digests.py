"""Digests of contents: what an output depends on is told by content, never by a date. Knows nothing of sheets."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

SIZE = 16
"""Bytes: two contents share a digest once in 2¹²⁸."""


def digest(parts: Iterable[str]) -> str:
    """The digest of some texts in that order. Their lengths count, so that no two lists are alike."""
    whole = blake2b(digest_size=SIZE)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass")
        whole.update(b"%d:" % len(content))
        whole.update(content)
    return whole.hexdigest()


def content_digest(content: bytes) -> str:
    """The digest of a content."""
    return blake2b(content, digest_size=SIZE).hexdigest()


def file_digest(file: Path) -> str:
    """The digest of a file's content; empty where there is no such file, or where it cannot be read."""
    whole = blake2b(digest_size=SIZE)
    try:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                whole.update(block)
    except (OSError, ValueError):
        return ""
    return whole.hexdigest()
