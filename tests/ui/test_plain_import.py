"""The binding without what only errors need: faster to load, and an error still reads as it always did."""

import subprocess
import sys

import pytest

FAULTS = """
import sys
{first}
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
print("parser", "shibokensupport.signature.parser" in sys.modules, file=sys.stderr)


class Told(QObject):
    told = Signal(int)


for fault in (
    lambda: label.setText(3.5), lambda: QPoint("x", "y"), lambda: QLabel(nonsense=3), lambda: label.nonsense,
    lambda: Told().told.emit("x", 3, 4), lambda: QPoint(1).x(), lambda: QApplication.setFont(label, label, label),
):
    try:
        fault()
    except Exception as error:
        print(type(error).__name__, error)
"""


def told(first: str) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", FAULTS.format(first=first)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def ordinary() -> tuple[str, str]:
    return told("import PySide6.QtCore")


@pytest.fixture(scope="module")
def plain() -> tuple[str, str]:
    return told("import ui.look.plain_import")


def test_a_wrong_argument_is_told_in_the_bindings_own_words(
    ordinary: tuple[str, str], plain: tuple[str, str]
) -> None:
    assert "Supported signatures" in ordinary[0]
    assert plain[0] == ordinary[0]


def test_what_only_errors_need_is_not_there_before_one(ordinary: tuple[str, str], plain: tuple[str, str]) -> None:
    assert "parser True" in ordinary[1]
    assert "parser False" in plain[1]
