"""What is loaded before something can be seen: the window's start and the command line stay light (hot-path 7)."""

import subprocess
import sys

import pytest

from tests.house.source import ROOT

HEAVY = (
    "alembic", "argon2", "cryptography", "escpos", "keyring", "psycopg", "reportlab", "serial", "sqlalchemy",
    "ui.compose",
)
NO_WINDOW = ("PySide6", "shiboken6")
NO_DEEDS = ("sqlalchemy", "alembic", "reportlab", "escpos", "importlib.metadata")
UNSEEN = ("ui.compose.other_rooms", "ui.views.batches", "ui.views.practice.window", "ui.views.import_accounts")


def loaded_by(module: str) -> set[str]:
    """Names of all modules that a fresh Python holds after importing `module`."""
    code = f"import {module}, sys; print(*sys.modules)"
    return set(subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, check=True, timeout=50
    ).stdout.split())


@pytest.mark.parametrize(("module", "late"), [
    ("ui.opening", ("app.domain.entry", *HEAVY)), ("ui.commands", HEAVY + NO_WINDOW),
    ("ui.compose.gate", (*NO_DEEDS, "ui.views", "devices.catalogue")), ("ui.compose.window", NO_DEEDS + UNSEEN),
])
def test_nothing_heavy_stands_before_the_first_sight(module: str, late: tuple[str, ...]) -> None:
    loaded = loaded_by(module)
    assert module in loaded
    assert not loaded & set(late)
