"""What a print shop's preflight looks at, in any PDF. Reads files, changes none; knows nothing of sheets or themes."""

from terrinclus_publish.preflight.findings import Finding, Nature, Report, Severity
from terrinclus_publish.preflight.inspection import UnreadableFileError, inspect
from terrinclus_publish.preflight.report import report_json, report_text

__all__ = [
    "Finding",
    "Nature",
    "Report",
    "Severity",
    "UnreadableFileError",
    "inspect",
    "report_json",
    "report_text",
]
