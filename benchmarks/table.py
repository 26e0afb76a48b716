"""Results as Markdown: each figure beside Typst's, their ratio, the bar, and whether it is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.copies import SETTINGS
from benchmarks.measure import Result

GOAL, WHOLE_BAR, COST_BAR, SIZE_BAR = 1.0, 1.5, 1.1, 400_000
RENDER_AIM = 0.7
"""Seconds; the other bars are ratios, and bytes."""
FEW, MANY = 12, 1200
"""Sheets between which the cost of one is compared."""
GROWTHS = {
    "in process": "in_process",
    "from YAML": "from_yaml",
    "processor time (ours from YAML, Typst's compile)": "busy",
    "peak memory": "memory",
}
"""Figures whose growth with the number of sheets is shown."""
PROFILE_ROWS = 12


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was measured. The names of results are those that ``run.cases`` gives."""

    results: Mapping[str, Result]
    sheets: Sequence[int]
    size: int
    typst_size: int
    """Bytes of the guide's PDF, pictures left out."""
    documents: int
    differing: Sequence[str]
    profiles: Mapping[str, Mapping[str, Mapping[str, float]]]
    """By setting of text, as ``profile_of`` prints them."""


def write_tables(findings: Findings) -> str:
    """Every table, in the order in which a reader asks."""
    return "\n\n".join(
        [
            "\n".join([*_header("figure", "ours", "Typst", "ours / Typst", "bar", ""), *_guide_rows(findings)]),
            f"Sheets repeated in other words, one guide of them all ({_runs(findings)}):",
            "\n".join(_sheet_table(findings)),
            "\n".join([*_header("figure", "measured", "bar", ""), *_own_rows(findings)]),
            *_profiles(findings),
        ]
    )


def _guide_rows(findings: Findings) -> list[str]:
    rows = []
    for setting in SETTINGS:
        tree, sheets, typst = (findings.results[f"{setting}: {maker}"] for maker in ("tree", "yaml", "typst"))
        rows += [
            _ratio_row(f"guide, {setting}, in process", tree, typst, "in_process", GOAL),
            _ratio_row(f"guide, {setting}, whole process, from the composed tree", tree, typst, "whole", WHOLE_BAR),
            _ratio_row(f"guide, {setting}, whole process, from YAML", sheets, typst, "whole", WHOLE_BAR),
            _ratio_row(
                f"guide, {setting}, whole process, from the composed tree, processor time", tree, typst, "processor"
            ),
            _ratio_row(f"guide, {setting}, peak memory, from YAML", sheets, typst, "memory", 1.0),
        ]
    return rows


def _ratio_row(name: str, ours: Result, typst: Result, figure: str, bar: float | None = None) -> str:
    ratio = ours.median(figure) / typst.median(figure)
    judged = ("", "") if bar is None else (f"≤ {bar}", _verdict(ratio <= bar))
    return _line(name, _shown(ours, figure), _shown(typst, figure), f"{ratio:.2f}", *judged)


def _sheet_table(findings: Findings) -> list[str]:
    lines = _header(
        "sheets",
        "in process",
        "from YAML",
        "Typst",
        "ours / Typst",
        "in process, per sheet",
        "memory",
        "Typst's memory",
    )
    for count in findings.sheets:
        ours, typst = findings.results[f"{count}: yaml"], findings.results[f"{count}: typst"]
        lines.append(
            _line(
                f"{count:,}",
                _shown(ours, "in_process"),
                _shown(ours, "from_yaml"),
                _shown(typst, "in_process"),
                f"{ours.median('in_process') / typst.median('in_process'):.2f}",
                f"{ours.median('in_process') / count * 1000:.0f} ms",
                _shown(ours, "memory"),
                _shown(typst, "memory"),
            )
        )
    return lines


def _own_rows(findings: Findings) -> list[str]:
    rows = []
    if {FEW, MANY} <= set(findings.sheets):
        for name, figure in GROWTHS.items():
            ours, theirs = _growth(findings, "yaml", figure), _growth(findings, "typst", figure)
            typst = f" (Typst {theirs:.2f})" if theirs else ""
            judged = figure in ("in_process", "from_yaml")
            bar, verdict = (f"≤ {COST_BAR}", _verdict(ours <= COST_BAR)) if judged else ("", "")
            rows.append(_line(f"per sheet at {MANY:,} / at {FEW}, {name}", f"{ours:.2f}{typst}", bar, verdict))
    render = findings.results["edited: render"]
    size = f"{findings.size / 1000:.0f} KB (Typst {findings.typst_size / 1000:.0f} KB)"
    same = f"{findings.documents} documents, {len(findings.differing)} differ {' '.join(findings.differing)}".strip()
    return [
        *rows,
        _line("size of guide.pdf, pictures aside", size, "≤ 400 KB", _verdict(findings.size <= SIZE_BAR)),
        _line(
            "`terrinclus render` of an edited sheet, whole process, three formats",
            _shown(render, "whole"),
            f"aim: {RENDER_AIM} s",
            _verdict(render.median("whole") <= RENDER_AIM),
        ),
        _line("same bytes on two runs and in two folders", same, "always", _verdict(not findings.differing)),
    ]


def _growth(findings: Findings, maker: str, figure: str) -> float:
    """What a sheet costs among many, in what it costs among few; 0 where the maker has no such figure."""
    few, many = (findings.results[f"{count}: {maker}"] for count in (FEW, MANY))
    if figure not in few.runs[0]:
        return 0.0
    return (many.median(figure) / MANY) / (few.median(figure) / FEW)


def _profiles(findings: Findings) -> list[str]:
    parts = []
    for setting, profile in findings.profiles.items():
        title = f"Where our time goes, guide, {setting} (samples of the stack; libraries count for what calls them):"
        modules = list(profile["modules"].items())[:PROFILE_ROWS]
        functions = list(profile["functions"].items())[:PROFILE_ROWS]
        pairs = zip(modules, functions, strict=False)
        rows = [_line(f"`{module}`", f"{a:.0%}", f"`{name}`", f"{b:.1%}") for (module, a), (name, b) in pairs]
        parts += [title, "\n".join([*_header("module", "share", "function", "share"), *rows])]
    return parts


def _runs(findings: Findings) -> str:
    counts = {count: len(findings.results[f"{count}: yaml"].runs) for count in findings.sheets}
    return ", ".join(f"{count:,}: {runs} run{'s' * (runs > 1)}" for count, runs in counts.items())


def _shown(result: Result, figure: str) -> str:
    """A median, and in brackets the least and the most."""
    least, most = result.spread(figure)
    if figure == "memory":
        return f"{result.median(figure) / 1e6:.0f} MB"
    return f"{result.median(figure):.2f} s ({least:.2f}–{most:.2f})"


def _verdict(met: bool) -> str:
    return "met" if met else "**not met**"


def _header(*names: str) -> list[str]:
    return [_line(*names), _line(*("---" for _ in names))]


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
