"""How long the fuzzers run: a little with the other tests, long under ``make fuzz``."""

import os

from hypothesis import HealthCheck, settings


def runs(short: int, long: int) -> int:
    """``long`` under ``make fuzz``, else ``short``."""
    return long if os.environ.get("FUZZ") == "long" else short


def examples(short: int, long: int) -> settings:
    """So many examples, however slow the machine."""
    return settings(max_examples=runs(short, long), deadline=None, suppress_health_check=list(HealthCheck))
