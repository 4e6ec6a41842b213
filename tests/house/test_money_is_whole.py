"""No float near money, no true division (STYLE 4, DESIGN 10): the rules and the books are read for both."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, place, python_files

PATH_WORDS = ("path", "folder", "file", "root", "home", "directory", "dir")


def joins_a_path(division: ast.BinOp) -> bool:
    """Whether `a / b` can only be pathlib's: a piece of text, or a name that says it is a place on disk."""
    for side in (division.left, division.right):
        if isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str)):
            return True
        last_name = ast.unparse(side).split("(")[0].split(".")[-1].lower()
        if any(word in last_name.split("_") for word in PATH_WORDS):
            return True
    return False


def faults(tree: ast.AST, path: Path) -> list[str]:
    """Every float() and every true division that is not a path."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "float":
            found.append(f"{place(path, node)} float()")
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not joins_a_path(node):
            found.append(f"{place(path, node)} {ast.unparse(node)}")
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div):
            found.append(f"{place(path, node)} {ast.unparse(node)}")
    return found


def test_no_float_and_no_division_in_rules_and_books() -> None:
    assert not [fault for path in python_files("app", "db") for fault in faults(ast.parse(path.read_text()), path)]


def test_no_float_literal_in_the_nouns() -> None:
    found = [
        place(path, node)
        for path in python_files("app/domain") for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert not found


@pytest.mark.parametrize("line", ["fee = float(amount)", "half = cents / 2", "cents /= 2", "a = total.cents / count"])
def test_a_float_would_be_seen(line: str) -> None:
    assert faults(ast.parse(line), ROOT / "x.py")


@pytest.mark.parametrize("line", ["a = folder / name", "a = self.data_folder / b", "a = b / 'till.db'", "a = b // 2"])
def test_a_path_is_no_division(line: str) -> None:
    assert not faults(ast.parse(line), ROOT / "x.py")
