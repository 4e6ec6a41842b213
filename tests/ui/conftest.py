"""A test's windows go before the next one: a page left alive would listen to keys, and be dressed each time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.look.theme import current_look


@pytest.fixture(autouse=True)
def let_widgets_go(qapp: QApplication) -> Iterator[None]:
    current_look()  # the program's first deed as well: no widget is dressed before it is made
    yield
    for window in QApplication.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
