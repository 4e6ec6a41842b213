"""Arrows only go down: what import-linter cannot see is read from the source here (STYLE 1)."""

import ast
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOMS, ROOT, imported, place, python_files

QT_FOR_VIEWMODELS = {"PySide6.QtCore"}
IMPORTS_WHEN_DONE = "ui/viewmodels/deeds.py"  # tests/ui/test_deeds.py checks what it says of them


def faults_of(source: str, allowed: set[str]) -> list[str]:
    """Imports of `source` whose first name is not in `allowed`."""
    return [name for _, name in imported(ast.parse(source)) if name.split(".")[0] not in allowed]


def test_app_imports_only_python_and_itself() -> None:
    allowed = {*sys.stdlib_module_names, "app"}
    faults = [f"{path.name}: {fault}" for path in python_files("app") for fault in faults_of(path.read_text(), allowed)]
    assert not faults


def test_an_import_from_outside_would_be_seen() -> None:
    assert faults_of("def f():\n    from sqlalchemy import text\n    import json", {"json"}) == ["sqlalchemy.text"]


def qt_faults(tree: ast.AST) -> list[str]:
    """Qt modules other than QtCore that a view-model reaches for."""
    return [
        name for _, name in imported(tree)
        if name.startswith("PySide6") and ".".join(name.split(".")[:2]) not in QT_FOR_VIEWMODELS
    ]


def test_viewmodels_know_qtcore_only() -> None:
    files = python_files("ui/viewmodels")
    assert not [f"{path.name}: {name}" for path in files for name in qt_faults(ast.parse(path.read_text()))]


@pytest.mark.parametrize(
    "line", ["from PySide6.QtWidgets import QLabel", "from PySide6 import QtGui", "import PySide6.QtGui"]
)
def test_a_widget_in_a_viewmodel_would_be_seen(line: str) -> None:
    assert qt_faults(ast.parse(line))


def ours_for_types_only(path: Path, tree: ast.AST) -> list[str]:
    """Imports of our own rooms under `if TYPE_CHECKING:`, which would hide a circle."""
    return [
        f"{place(path, node)} {name}"
        for block in ast.walk(tree) if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for part in block.body for node, name in imported(part) if name.split(".")[0] in ROOMS
    ]


def test_no_circle_hides_behind_type_checking() -> None:
    files = [path for path in python_files(*ROOMS) if path.relative_to(ROOT).as_posix() != IMPORTS_WHEN_DONE]
    assert not [fault for path in files for fault in ours_for_types_only(path, ast.parse(path.read_text()))]
