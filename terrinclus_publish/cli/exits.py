"""How the command ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell, ``make`` and programs read."""

    DONE = 0
    FAULTS = 1
    """Faults in sheets, or a document that could not be written."""
    MISUSE = 2
    """The command was called wrongly."""
    INTERRUPTED = 130
    """Stopped by Ctrl+C (128 + SIGINT, as shells count)."""
