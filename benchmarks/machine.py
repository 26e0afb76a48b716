"""The machine in words, for whoever reads the figures: no name, no path."""

import os
import platform
from importlib.metadata import version

BUSY = 0.3
"""Load from which other work is told of: processes that wanted a core, on average over the last minute."""


def describe_machine(load: float) -> str:
    """Cores, memory, system, versions; and other work, when the ``load`` before the first run was not about none."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    words = (
        f"{os.cpu_count()} virtual cores, {memory:.0f} GiB, {_system()}, Python {platform.python_version()}, "
        f"ReportLab {version('reportlab')}, Typst {version('typst')} (the PyPI package's number)"
    )
    busy = f". Other work ran on the machine (load {load:.1f} before the first run): ratios hold better than seconds"
    return words + (busy if load > BUSY else "")


def _system() -> str:
    try:
        system = platform.freedesktop_os_release()
    except OSError:
        return platform.system()
    return f"{system['NAME'].split()[0]} {system.get('VERSION_ID', '')}".strip()
