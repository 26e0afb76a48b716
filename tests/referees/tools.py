"""The programs that referees are: one that is missing skips its tests, but not in CI, where all must be there."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from terrinclus_publish.faults import FaultsError
from terrinclus_publish.libreoffice import find

Tool = TypeVar("Tool")


class MissingToolError(Exception):
    """A tool is not on this machine; ``remedy`` is the command that brings it."""

    def __init__(self, tool: str, remedy: str) -> None:
        super().__init__(f"{tool} is missing: {remedy}")


def required(find: Callable[[], Tool]) -> Tool:
    """What ``find`` finds. Where it raises MissingToolError, the test is skipped; with the variable CI, it fails."""
    try:
        return find()
    except MissingToolError as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing))
        pytest.skip(str(missing))


def find_program(name: str, package: str) -> str:
    """The path of a program of a Debian package. Raises MissingToolError."""
    found = shutil.which(name)
    if found is None:
        raise MissingToolError(name, f"apt-get install {package}")
    return found


def find_libreoffice() -> Path:
    """LibreOffice's program. Raises MissingToolError."""
    try:
        return find()
    except FaultsError as error:
        raise MissingToolError("LibreOffice", "apt-get install libreoffice-writer-nogui") from error
