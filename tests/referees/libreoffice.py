"""LibreOffice as a referee: it opens files that we made and saves them again, all in one run."""

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referees.tools import find_libreoffice

_PATIENCE = 300
"""Seconds."""


@dataclass(frozen=True)
class Office:
    """LibreOffice's program."""

    program: str

    def save_all(self, files: Sequence[Path], form: str, folder: Path) -> Path:
        """Save every file in another form (``docx``, ``odt``, ``pdf``) in a folder, which is given back."""
        with tempfile.TemporaryDirectory() as profile:
            command = [self.program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
            command += ["--convert-to", form, "--outdir", str(folder), *map(str, files)]
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
        missing = [file.name for file in files if not (folder / f"{file.stem}.{form}").is_file()]
        assert not missing, f"LibreOffice did not convert {missing}"
        return folder


def find_office() -> Office:
    """LibreOffice on this machine. Raises MissingToolError."""
    return Office(str(find_libreoffice()))
