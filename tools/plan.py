"""The plan of the house: its parts drawn from the imports, and in figures: lengths, annotations, circles of imports.

``python tools/plan.py`` prints the table; ``python tools/plan.py --write`` sets it in docs/architecture.md, between the
marks ``<!-- plan -->``. Lengths are lines of the file, docstrings and comments included. What is too long is named.
"""

import ast
import re
import statistics
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "terrinclus_publish"
DOCUMENT = ROOT / "docs" / "architecture.md"
TABLE = re.compile(r"(?<=<!-- plan -->\n).*?(?=<!-- /plan -->)", re.DOTALL)
LONG_FUNCTION = 60
MOCKS = re.compile(r"\bmock\b|\bMagicMock\b|\bmocker\b|\bpatch\(", re.IGNORECASE)
BARS = {"median": 90, "longest": 400, "ninety_fifth": 30, "over": 0, "annotated": 100, "cycle": 0, "mocks": 0}
"""The most (of ``annotated``: the least) that each figure may be."""

AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Plan:
    """Lines, lines, lines, a share and a share (percent), modules in the largest circle of imports, lines."""

    median: float
    longest: int
    ninety_fifth: float
    over: float
    annotated: float
    cycle: int
    mocks: int

    def beyond(self) -> dict[str, float]:
        """The figures that are beyond their bar."""
        return {
            name: getattr(self, name)
            for name, bar in BARS.items()
            if (getattr(self, name) < bar if name == "annotated" else getattr(self, name) > bar)
        }


def modules() -> dict[str, Path]:
    """The files of the package that hold code, by dotted name."""
    root = ROOT / PACKAGE
    found = {}
    for file in sorted(root.rglob("*.py")):
        names = file.relative_to(ROOT).with_suffix("").parts
        if file.stat().st_size:
            found[".".join(names[:-1] if names[-1] == "__init__" else names)] = file
    return found


def functions(tree: ast.Module) -> Iterator[AnyFunction]:
    """Every function, also those inside others."""
    return (node for node in ast.walk(tree) if isinstance(node, AnyFunction))


def length(function: AnyFunction) -> int:
    """Lines of a function, from its ``def`` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported(tree: ast.Module, known: set[str]) -> set[str]:
    """The modules of the package that a module imports when it is itself imported."""
    found: set[str] = set()
    for node in _at_import(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known or {node.module}
    return found & known


def _at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements outside functions and outside ``if TYPE_CHECKING``."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, AnyFunction):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _at_import(node)


def largest_cycle(graph: dict[str, set[str]]) -> set[str]:
    """The largest set of modules that all reach each other; empty when no module reaches itself."""
    reached = {name: _reached(name, graph) for name in graph}
    circles = [{other for other in reached[name] if name in reached[other]} for name in graph]
    return max(circles, key=len, default=set())


def _reached(start: str, graph: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found


def mock_lines() -> int:
    """Lines of the tests that make or name a mock, those about mocks in this tool's own test left out."""
    files = (file for file in (ROOT / "tests").rglob("*.py") if file.name != "test_tools_plan.py")
    return sum(1 for file in files for line in file.read_text("utf-8").splitlines() if MOCKS.search(line))


def measure() -> Plan:
    """Read the package and its tests."""
    files = modules()
    trees = {name: ast.parse(file.read_text("utf-8")) for name, file in files.items()}
    lines = [len(file.read_text("utf-8").splitlines()) for file in files.values()]
    found = [function for tree in trees.values() for function in functions(tree)]
    lengths = [length(function) for function in found]
    annotated = sum(function.returns is not None or function.name == "__init__" for function in found)
    return Plan(
        median=statistics.median(lines),
        longest=max(lines),
        ninety_fifth=statistics.quantiles(lengths, n=20)[-1],
        over=100 * sum(count > LONG_FUNCTION for count in lengths) / len(lengths),
        annotated=100 * annotated / len(found),
        cycle=len(largest_cycle({name: imported(tree, set(files)) for name, tree in trees.items()})),
        mocks=mock_lines(),
    )


def longest_modules(bar: int) -> list[str]:
    """Modules of more lines than the bar, as ``name (lines)``."""
    counted = {name: len(file.read_text("utf-8").splitlines()) for name, file in modules().items()}
    return [f"{name} ({lines})" for name, lines in counted.items() if lines > bar]


def parts() -> dict[str, set[str]]:
    """The parts of the package, and which others each imports, wherever in its text."""
    known, found = modules(), {}
    for name, file in known.items():
        if name.count("."):
            part = name.split(".")[1]
            tree = ast.parse(file.read_text("utf-8"))
            others = {other.split(".")[1] for other in _everywhere(tree, set(known)) if other.count(".")}
            found.setdefault(part, set()).update(others - {part})
    return {part: others for part, others in found.items() if part != "__main__"}


def _everywhere(tree: ast.Module, known: set[str]) -> set[str]:
    """The modules of the package that a module imports, in functions and for types too."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return imported(ast.Module(body=list(nodes), type_ignores=[]), known)


def layers(graph: dict[str, set[str]]) -> list[list[str]]:
    """The parts from the ground up: each stands just above the highest one that it imports."""
    height: dict[str, int] = {}
    while len(height) < len(graph):
        ready = {part: others for part, others in graph.items() if part not in height and others <= set(height)}
        if not ready:
            raise ValueError(f"parts import each other: {', '.join(sorted(set(graph) - set(height)))}")
        for part, others in ready.items():
            height[part] = max((height[other] for other in others), default=-1) + 1
    return [sorted(part for part in height if height[part] == rank) for rank in range(max(height.values()) + 1)]


def drawing() -> str:
    """The layers, the highest first, each part with what it imports from the layer just under its own."""
    graph = parts()
    stack = layers(graph)
    lines = []
    for rank in range(len(stack) - 1, -1, -1):
        below = set(stack[rank - 1]) if rank else set()
        shown = [part + _reasons(graph[part] & below) for part in stack[rank]]
        lines.append(f"{rank}  " + "  ".join(shown))
    return "```\n" + "\n".join(lines) + "\n```\n"


def _reasons(others: set[str]) -> str:
    return f" ({', '.join(sorted(others))})" if others else ""


def table(plan: Plan) -> str:
    """The figures beside their bars, as a table of Markdown."""
    rows = [
        ("module, median / longest, lines", f"{plan.median:.0f} / {plan.longest}", "≤ 90 / 400"),
        (
            "function, 95th percentile / share over 60 lines",
            f"{plan.ninety_fifth:.0f} / {plan.over:.1f} %",
            "≤ 30 / 0",
        ),
        ("returns annotated", f"{plan.annotated:.1f} %", "100 %"),
        ("modules in the largest import cycle", str(plan.cycle or "none"), "none"),
        ("lines with mocks in the tests", str(plan.mocks), "0"),
    ]
    lines = ["| | here | bar |", "| --- | --- | --- |", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    """Print the table and what is too long, or write the table."""
    text = f"{drawing()}\n{table(measure())}"
    if "--write" in arguments:
        DOCUMENT.write_text(TABLE.sub(lambda _: text, DOCUMENT.read_text("utf-8")), "utf-8")
    print(text, *longest_modules(BARS["longest"]), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
