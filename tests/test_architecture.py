"""The plan of the house: which part may know which, who may speak, how large a room may be.

The order of the parts is that of the table in docs/architecture.md. Tests mirror the package: a module ``x.py`` has
``tests/test_x.py``; a folder ``x/`` has a folder ``tests/x/`` with tests, or one file ``tests/test_x.py``.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

PACKAGE = "terrinclus_publish"
ROOT = Path(__file__).resolve().parents[1]
RENDERERS = ("pdf", "word", "web")
LONGEST_MODULE, LONGEST_FUNCTION = 400, 60
CATCH_ALLS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler", "factory"}
NEEDS_NO_TESTS = {"__init__", "__main__"}
"""Files that only name what stands elsewhere."""


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name without the package's, and its file."""

    name: str
    file: Path

    @property
    def part(self) -> str:
        """The top-level module or folder it belongs to."""
        return self.name.split(".")[0]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.file.read_text("utf-8"))

    def __str__(self) -> str:
        return self.name


def modules() -> list[Module]:
    root = ROOT / PACKAGE
    found = []
    for file in sorted(root.rglob("*.py")):
        names = file.relative_to(root).with_suffix("").parts
        found.append(Module(".".join(names[:-1] if names[-1] == "__init__" else names) or "__init__", file))
    return found


MODULES = modules()
NAMES = {module.name for module in MODULES}
each_module = pytest.mark.parametrize("module", MODULES, ids=str)


def imports(module: Module) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in its text."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [resolved(f"{node.module}.{alias.name}", str(node.module)) for alias in node.names]
        else:
            continue
        yield from (name.removeprefix(f"{PACKAGE}.") for name in names if name.startswith(f"{PACKAGE}."))


def resolved(full: str, module: str) -> str:
    """``from package import x`` imports the module ``package.x`` where there is one, else something of ``package``."""
    return full if full.removeprefix(f"{PACKAGE}.") in NAMES else module


def order() -> dict[str, int]:
    """Each part's row in the table of docs/architecture.md, from the top."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    table = {}
    for rank, cell in enumerate(rows):
        for name in re.findall(r"`([a-z_]+)/?`", cell):
            table.setdefault(name, rank)
    return table


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def docstrings(module: Module) -> set[int]:
    """The identities of the constants that are docstrings."""
    return {
        id(node.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def literals(module: Module) -> list[str]:
    """The texts in a module's code, docstrings left out."""
    left_out = docstrings(module)
    return [
        node.value
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out
    ]


# --- who knows whom --------------------------------------------------------------------------------------------------


def test_the_table_of_the_parts_names_every_part():
    parts = {module.part for module in MODULES} - NEEDS_NO_TESTS
    assert parts == set(order())


@each_module
def test_a_module_imports_only_parts_above_its_own(module):
    if module.part in NEEDS_NO_TESTS:
        return
    rank = order()
    against = [
        name
        for name in imports(module)
        if (part := name.split(".")[0]) != module.part and rank.get(part, -1) >= rank[module.part]
    ]
    assert not against


def test_no_module_imports_itself_by_a_detour():
    graph = {module.name: set(imports(module)) & NAMES for module in MODULES}
    # A folder's __init__ names what its modules hold: whoever imports from the folder knows it already.
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for imported in sorted(graph[name]):
                visit(imported, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@each_module
def test_no_import_is_relative(module):
    assert not [node.lineno for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.level]


@pytest.mark.parametrize("renderer", RENDERERS)
def test_a_renderer_knows_trees_and_never_sheets(renderer):
    forbidden = {"models", "reading", "checks", "compose", "markdown", "typography", "build", "cli"}
    forbidden |= set(RENDERERS) - {renderer}
    for module in MODULES:
        if module.part == renderer:
            assert not {name.split(".")[0] for name in imports(module)} & forbidden, module.name


# --- who speaks ------------------------------------------------------------------------------------------------------

SPEAKING = {"print", "input", "exit", "quit", "breakpoint"}
SPEAKING_METHODS = {("sys", "exit"), ("os", "_exit"), ("click", "echo"), ("click", "secho"), ("sys", "stdout")}
SPEAKING_METHODS |= {("sys", "stderr"), ("logging", "basicConfig"), ("rich", "print")}


@each_module
def test_only_the_command_line_prints_or_exits(module):
    if module.part in ("cli", "__main__"):
        return
    calls = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    spoken = [node.id for node in calls if isinstance(node, ast.Name) and node.id in SPEAKING]
    attributes = [node for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)]
    spoken += [
        f"{node.value.id}.{node.attr}"
        for node in attributes
        if isinstance(node.value, ast.Name) and (node.value.id, node.attr) in SPEAKING_METHODS
    ]
    assert not spoken
    assert not [node for node in ast.walk(module.tree) if _raises_system_exit(node)]


def _raises_system_exit(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "SystemExit"


# --- how large -------------------------------------------------------------------------------------------------------


@each_module
def test_a_module_is_short(module):
    assert len(module.file.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@each_module
def test_functions_are_short(module):
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions(module)}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


@each_module
def test_a_module_is_named_after_what_it_holds(module):
    assert not set(module.name.split(".")) & CATCH_ALLS


@each_module
def test_a_module_says_what_it_is_for(module):
    assert ast.get_docstring(module.tree) or not module.tree.body


# --- where the design stands -----------------------------------------------------------------------------------------

HEX_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}\b")
FONT_NAME = re.compile(r"source (?:sans|serif)|helvetica|times|courier|arial|calibri|georgia|sans-serif", re.IGNORECASE)
COLOUR_MAKERS = {"HexColor", "Color", "CMYKColor", "RGBColor", "toColor"}


@each_module
def test_renderers_name_no_colour_and_no_font(module):
    if module.part not in (*RENDERERS, "drawing"):
        return
    assert not [text for text in literals(module) if HEX_COLOUR.search(text) or FONT_NAME.search(text)]


@each_module
def test_renderers_make_no_colour_of_numbers(module):
    if module.part not in (*RENDERERS, "drawing"):
        return
    made = [
        node.lineno
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in COLOUR_MAKERS
        and any(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    assert not made


# --- the mirror ------------------------------------------------------------------------------------------------------


def test_tests_mirror_the_package():
    parts = {module.part for module in MODULES} - NEEDS_NO_TESTS
    tests = ROOT / "tests"
    assert not [
        part
        for part in sorted(parts)
        if not (tests / f"test_{part}.py").is_file() and not list((tests / part).glob("test_*.py"))
    ]
