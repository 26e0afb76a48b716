"""A report as a person sends it along, and as JSON."""

import json
from collections.abc import Sequence

from terrinclus_publish.preflight.findings import Finding, Nature, Report, Severity

_TITLES = {Severity.ERROR: "Erreur", Severity.WARNING: "Avertissement", Severity.NOTE: "Information"}
_NATURES = {
    Nature.PAGES: "pages à couper",
    Nature.COVER: "couverture",
    Nature.SHEETS: "feuilles imposées ou imprimante de bureau",
}
MOST_RANGES = 12
"""Of page numbers in a line."""


def report_text(report: Report) -> str:
    """The report in French, line by line."""
    lines = [f"Contrôle avant impression\u00a0: {report.name}", ""]
    lines.append(f"  Nature\u00a0: {_NATURES[report.nature]}")
    lines += [f"  {name}\u00a0: {value}" for name, value in report.facts.items()]
    for finding in report.findings:
        lines += ["", *finding_lines(finding)]
    return "\n".join([*lines, "", f"{summary(report)}."])


def summary(report: Report) -> str:
    """How many kinds of errors and warnings: ``aucune erreur, 2 avertissements``."""
    errors, warnings = len(report.of(Severity.ERROR)), len(report.of(Severity.WARNING))
    counted = [f"{errors} erreur{'s' if errors > 1 else ''}" if errors else "aucune erreur"]
    counted.append(f"{warnings} avertissement{'s' if warnings > 1 else ''}" if warnings else "aucun avertissement")
    return ", ".join(counted)


def finding_lines(finding: Finding) -> list[str]:
    """A finding with its pages, what was found, what to do."""
    where = f" ({_pages(finding.pages)})" if finding.pages else ""
    lines = [f"{_TITLES[finding.severity]}{where}\u00a0: {finding.message}."]
    if finding.example:
        lines.append(f"    trouvé\u00a0: {finding.example}")
    if finding.advice:
        lines.append(f"    à faire\u00a0: {finding.advice}.")
    return lines


def _pages(pages: Sequence[int]) -> str:
    """Page numbers, those that follow one another as ranges: ``pages 3-5, 9``."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in ranges[:MOST_RANGES]]
    more = "…" if len(ranges) > MOST_RANGES else ""
    return f"page{'s' if len(pages) > 1 else ''} {', '.join(shown)}{more}"


def report_json(report: Report) -> str:
    """The report for programs. ASCII, so that no console's encoding can change a sign."""
    return json.dumps(_plain(report), indent=2)


def reports_json(reports: Sequence[Report]) -> str:
    """Several reports, as a list."""
    return json.dumps([_plain(report) for report in reports], indent=2)


def _plain(report: Report) -> dict[str, object]:
    return {
        "file": report.name,
        "nature": report.nature.value,
        "sound": report.is_sound,
        "facts": report.facts,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "pages": list(finding.pages),
                "message": finding.message,
                "found": finding.example,
                "advice": finding.advice,
            }
            for finding in report.findings
        ],
    }
