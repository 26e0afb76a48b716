"""The ``terrinclus`` command: the only stage that prints or exits. Each command imports what it uses when it runs."""

from terrinclus_publish.cli.program import main

__all__ = ["main"]
