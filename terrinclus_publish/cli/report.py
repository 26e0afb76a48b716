"""Faults as a person reads them, and as JSON."""

import json
from collections.abc import Sequence

import click

from terrinclus_publish.faults import Fault, Level


def fault_lines(fault: Fault) -> str:
    """A fault in one line, with what was found, if the message does not say it, and what is expected under it."""
    where = " · ".join(part for part in (str(fault.place), _word(fault), fault.readable_field) if part)
    lines = [f"{where}\u00a0: {fault.message}"]
    if fault.found and _bare(fault.found) not in _bare(fault.message):
        lines.append(f"    trouvé\u00a0: {fault.found}")
    if fault.expected:
        lines.append(f"    attendu\u00a0: {fault.expected}")
    return "\n".join(lines)


def _word(fault: Fault) -> str:
    """Errors go without saying; a warning says that it is one."""
    return click.style(fault.level.value, fg="yellow") if fault.level is Level.WARNING else ""


def _bare(text: str) -> str:
    """A text without the spaces and guillemets that a message may set otherwise, nor the end that it may cut."""
    return "".join(text.split()).strip("«»…")


def faults_json(faults: Sequence[Fault]) -> str:
    """The faults as a list of objects. ASCII, so that no console's encoding can change a sign."""
    rows = [
        {
            "file": fault.place.file,
            "line": fault.place.line,
            "column": fault.place.column,
            "field": fault.field,
            "level": fault.level.value,
            "code": fault.code,
            "message": fault.message,
            "found": fault.found,
            "expected": fault.expected,
        }
        for fault in faults
    ]
    return json.dumps(rows, indent=2)


def count_line(faults: Sequence[Fault]) -> str:
    """How many errors and warnings: ``3 erreurs, 1 avertissement``."""
    errors = sum(fault.level is Level.ERROR for fault in faults)
    return f"{counted(errors, 'erreur')}, {counted(len(faults) - errors, 'avertissement')}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: ``aucune erreur``, ``1 fiche``, ``12 fiches``."""
    if count == 0:
        return f"{'aucune' if noun in ('erreur', 'fiche') else 'aucun'} {noun}"
    return f"{count} {noun}{'s' if count > 1 else ''}"
