"""The figures of the plan: the package stays inside its bars, and what measures it can fail."""

import ast

import pytest

from tools import plan


def test_the_package_is_inside_its_bars():
    assert plan.measure().beyond() == {}
    assert plan.longest_modules(plan.BARS["longest"]) == []


@pytest.mark.parametrize(
    ("figure", "value"),
    [("median", 91), ("longest", 401), ("ninety_fifth", 31), ("over", 0.1), ("annotated", 99.9), ("cycle", 2)],
)
def test_a_figure_beyond_its_bar_is_named(figure, value):
    held = {"median": 90, "longest": 400, "ninety_fifth": 30, "over": 0, "annotated": 100, "cycle": 0, "mocks": 0}
    assert plan.Plan(**held).beyond() == {}
    assert plan.Plan(**held | {figure: value}).beyond() == {figure: value}


def test_modules_that_reach_each_other_are_a_circle():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}
    assert plan.largest_cycle(graph) == {"b", "c"}
    assert plan.largest_cycle({"a": {"b"}, "b": set()}) == set()


def test_imports_within_functions_and_for_types_alone_make_no_circle():
    known = {"p.one", "p.two", "p.three", "p"}
    text = """
from p import one
if TYPE_CHECKING:
    from p.two import Name
def late():
    import p.three
"""
    assert plan.imported(ast.parse(text), known) == {"p.one"}


def test_a_function_is_as_long_as_its_lines_from_def_to_end():
    tree = ast.parse("@once\ndef two():\n    return 1\n\nclass A:\n    async def one(self): ...\n")
    assert sorted(plan.length(function) for function in plan.functions(tree)) == [1, 2]


def test_a_part_stands_just_above_the_highest_one_that_it_imports():
    assert plan.layers({"c": {"a", "b"}, "a": set(), "b": {"a"}, "d": set()}) == [["a", "d"], ["b"], ["c"]]
    with pytest.raises(ValueError, match="a, b"):
        plan.layers({"a": {"b"}, "b": {"a"}})


def written():
    match = plan.TABLE.search(plan.DOCUMENT.read_text("utf-8"))
    assert match
    return match[0]


def test_the_drawing_of_the_document_is_the_house_as_it_is():
    assert plan.drawing() in written(), "python tools/plan.py --write"


def test_the_table_of_the_document_has_the_rows_that_the_tool_writes():
    def rows(text):
        return [line.split("|")[1] for line in text.splitlines() if line.startswith("|")]

    assert rows(written()) == rows(plan.table(plan.measure()))
