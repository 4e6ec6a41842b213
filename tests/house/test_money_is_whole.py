"""No float near money, no true division (STYLE 4, DESIGN 10): the rules and the books are read for both."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, place, python_files

NUMBER_WORDS = {
    "amount", "balance", "bytes", "cents", "count", "entries", "fee", "head", "ms", "number", "pages", "rows", "seq",
    "share", "size", "sum", "total", "us",
}
NUMBER_CALLS = {"abs", "int", "len", "max", "min", "round", "sum"}


def is_number(side: ast.expr) -> bool:
    """Whether one side of `/` is a number by what it is or by its name; else it is taken for pathlib's."""
    if isinstance(side, ast.Constant):
        return isinstance(side.value, int)
    if isinstance(side, ast.BinOp):
        return not isinstance(side.op, ast.Div)
    name = ast.unparse(side.func if isinstance(side, ast.Call) else side).split(".")[-1].lower()
    return name in NUMBER_CALLS if isinstance(side, ast.Call) else bool(NUMBER_WORDS & set(name.split("_")))


def faults(tree: ast.AST, path: Path, *, has_paths: bool) -> list[str]:
    """Every float() and every true division; where there are files (`has_paths`), every one with a number in it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "float":
            found.append(f"{place(path, node)} float()")
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            if not has_paths or is_number(node.left) or is_number(node.right):
                found.append(f"{place(path, node)} {ast.unparse(node)}")
        elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div):
            found.append(f"{place(path, node)} {ast.unparse(node)}")
    return found


@pytest.mark.parametrize(("room", "has_paths"), [("app", False), ("db", True)])
def test_no_float_and_no_division_in_rules_and_books(room: str, has_paths: bool) -> None:
    files = python_files(room)
    assert not [fault for path in files for fault in faults(ast.parse(path.read_text()), path, has_paths=has_paths)]


def test_no_float_literal_in_the_nouns() -> None:
    found = [
        place(path, node)
        for path in python_files("app/domain") for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert not found


@pytest.mark.parametrize(
    "line",
    ["fee = float(amount)", "half = x / 2", "cents /= 2", "a = total.cents / b", "a = len(b) / c", "a = (b + c) / d"],
)
def test_a_float_would_be_seen_even_among_paths(line: str) -> None:
    assert faults(ast.parse(line), ROOT / "x.py", has_paths=True)


@pytest.mark.parametrize("line", ["a = folder / name", "a = work / STATION_DB", "a = b / 'till.db' / c", "a = b // 2"])
def test_a_path_is_no_division(line: str) -> None:
    assert not faults(ast.parse(line), ROOT / "x.py", has_paths=True)


def test_where_there_are_no_paths_every_division_is_seen() -> None:
    assert faults(ast.parse("a = b / c"), ROOT / "x.py", has_paths=False)
