"""Pictures that take long to draw, kept in a folder of this user from one build to the next. They may be lost."""

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from terrinclus_publish.collection import user_folder

FOLDER = "dessins-1"
MOST = 2000
"""Pictures; where there are more, all are drawn again."""
_SIZE = 16
"""Bytes of a digest."""


def kept(draw: Callable[[], bytes], *made_of: bytes) -> bytes:
    """What ``draw`` gives, or gave before of the same contents: ``made_of`` is everything that it follows from.

    A picture that was damaged since is drawn again.
    """
    try:
        file = user_folder() / FOLDER / _digest(*made_of).hex()
    except RuntimeError:
        return draw()
    try:
        found = file.read_bytes()
    except OSError:
        found = b""
    if len(found) > _SIZE and found[:_SIZE] == _digest(found[_SIZE:]):
        return found[_SIZE:]
    picture = draw()
    _keep(file, _digest(picture) + picture)
    return picture


def _keep(file: Path, content: bytes) -> None:
    """Write a file at once; where that cannot be, it is not kept."""
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        others = list(file.parent.iterdir())
        for other in others if len(others) >= MOST else ():
            other.unlink(missing_ok=True)
        temporary.write_bytes(content)
        temporary.replace(file)
    except OSError:
        return


def _digest(*contents: bytes) -> bytes:
    whole = blake2b(digest_size=_SIZE)
    for content in contents:
        whole.update(b"%d:" % len(content))
        whole.update(content)
    return whole.digest()
