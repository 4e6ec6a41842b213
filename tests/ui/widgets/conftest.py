"""Each test begins with the light look at 100 %."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.look.theme import Look, apply_look


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> None:
    apply_look(qapp, Look())
