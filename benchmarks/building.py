"""One measured build, in a process of its own: ``python -m benchmarks.building [OPTIONS OF terrinclus build]``.

Says its own peak memory, without that of the processes beside it: the kernel's count of a child adds theirs.
"""

import contextlib
import io
import resource
import sys

from benchmarks.measure import PEAK_UNIT
from benchmarks.report import say
from terrinclus_publish.cli import main

if __name__ == "__main__":
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        try:
            main(sys.argv[1:], prog_name="terrinclus")
        except SystemExit as end:
            if end.code:
                sys.exit(end.code)
    if "en échec" in shown.getvalue():
        sys.exit(1)
    say(own_memory=float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT))
