"""What is loaded before something can be seen: the window's start and the command line stay light (hot-path 7)."""

import ast
import os
import subprocess
import sys

import pytest

from tests.house.source import ROOMS, ROOT, place, python_files

HEAVY = (
    "alembic", "cryptography", "escpos", "keyring", "psycopg", "reportlab", "serial", "sqlalchemy",
    "ui.compose",
)
UNHURRIED = (
    "PySide6.QtSvg", "app.domain", "app.frozen", "dataclasses", "hashlib", "ssl", "ui.tasks", "ui.widgets.dialog",
)
NO_WINDOW = ("PySide6", "shiboken6")
NO_DEEDS = (
    "sqlalchemy", "alembic", "reportlab", "escpos", "importlib.metadata", "serial", "socket", "ssl", "subprocess",
    "app.interchange", "db.books", "db.intake", "devices.drivers", "devices.simulators", "devices.transports",
    "receipts",
)
UNSEEN = (
    "ui.compose.other_rooms", "ui.compose.paper", "ui.compose.window_devices", "ui.views.batches",
    "ui.views.practice.window", "ui.views.import_accounts", "ui.views.keys_help", "ui.views.look_dialog",
    "ui.look.kept", "ui.widgets.roomy", "ui.widgets.shortcut", "ui.widgets.fact_list",
    "ui.widgets.motion", "ui.compose.look",
    "app.domain.check_concern", "app.domain.tape", "ui.compose.tapes", "ui.views.till.check_look",
    "ui.views.till.check_keying", "ui.views.till.payer_part",
)
NOT_THE_PIN_S = ("msgspec", "app.ports", "app.usecases", "db.answers", "db.station", "PySide6")
SIGN_IN_S_DEEDS = {"app.usecases.sign_in", "app.usecases.proposed_date"}


def loaded_by(module: str) -> set[str]:
    """Names of all modules that a fresh Python holds after importing `module`."""
    code = f"import {module}, sys; print(*sys.modules)"
    return set(subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, check=True, timeout=50
    ).stdout.split())


@pytest.mark.parametrize(("module", "late"), [
    ("ui.opening", (*UNHURRIED, *HEAVY)), ("ui.commands", HEAVY + NO_WINDOW),
    ("db.keys.pin_ahead", (*NO_DEEDS, *NOT_THE_PIN_S)), ("ui.compose.gate", (*NO_DEEDS, *UNSEEN, "ui.views")),
    ("ui.compose.window", NO_DEEDS + UNSEEN),
])
def test_nothing_heavy_stands_before_the_first_sight(module: str, late: tuple[str, ...]) -> None:
    loaded = loaded_by(module)
    assert module in loaded
    assert not loaded & set(late)


def test_a_pin_waits_for_no_deed_of_later_in_the_day() -> None:
    loaded = loaded_by("ui.compose.gate")
    assert {name for name in loaded if name.startswith("app.usecases.")} == SIGN_IN_S_DEEDS


def test_a_frozen_dataclass_writes_its_methods_late() -> None:
    early = [place(path, node) for path in python_files(*ROOMS) for node in early_ones(path.read_text())]
    assert not early, "write @frozen (app/frozen.py): it costs the start nothing"


def early_ones(source: str) -> list[ast.AST]:
    """Decorators `@dataclass(frozen=True)` without another option."""
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    return [one for node in classes for one in node.decorator_list if ast.unparse(one) == "dataclass(frozen=True)"]


def test_an_early_one_would_be_seen() -> None:
    assert len(early_ones("@dataclass(frozen=True)\nclass A:\n    a: int\n@frozen\nclass B:\n    b: int")) == 1


SIGN_IN = """
import builtins
import ui.opening
from datetime import UTC, datetime
from PySide6 import QtCore
from db.first_look import FirstLook, FirstPersonSeen
from ui.views.sign_in_people import paint_sign_in
application = ui.opening.make_application()
window, page = ui.opening.StartWindow(), ui.opening.SignInPage()
seen = FirstPersonSeen("ruiz", "M. Ruiz", ("cashier",), "", False)
paint_sign_in(page, FirstLook("Claremore", "DT1", "Drive-thru", "UTC", True, (seen,)), datetime.now(UTC))
page.painted.connect(application.quit)
window.show_page(page)
window.show()
page.take_focus()
application.exec()
page.pad.press("1")
print(*vars(QtCore))
print(builtins.__import__)
"""


def test_sign_in_is_painted_before_the_class_qt_is_there_and_with_pythons_own_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SIGN_IN], cwd=ROOT, text=True, capture_output=True, check=True, timeout=50,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    names, importer = done.stdout.splitlines()[-2:]
    assert "QTimer" in names.split()
    assert "Qt" not in names.split()
    assert "__feature_import__" not in importer


def test_every_list_to_pick_from_is_a_pick_box() -> None:
    plain = [path.name for path in python_files("ui") if "QComboBox(" in path.read_text(encoding="utf-8")]
    assert plain == []
