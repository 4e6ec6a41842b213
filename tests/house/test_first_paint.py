"""What is loaded before something can be seen: the window's start and the command line stay light (hot-path 7)."""

import ast
import subprocess
import sys

import pytest

from tests.house.source import ROOMS, ROOT, place, python_files

HEAVY = (
    "alembic", "argon2", "cryptography", "escpos", "keyring", "psycopg", "reportlab", "serial", "sqlalchemy",
    "ui.compose",
)
NO_WINDOW = ("PySide6", "shiboken6")
NO_DEEDS = (
    "sqlalchemy", "alembic", "reportlab", "escpos", "importlib.metadata", "serial", "socket", "ssl", "subprocess",
    "app.interchange", "db.books", "db.intake", "devices.drivers", "devices.simulators", "devices.transports",
    "receipts",
)
UNSEEN = (
    "ui.compose.other_rooms", "ui.compose.paper", "ui.compose.window_devices", "ui.views.batches",
    "ui.views.practice.window", "ui.views.import_accounts",
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
    ("ui.opening", ("app.domain.entry", *HEAVY)), ("ui.commands", HEAVY + NO_WINDOW),
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
