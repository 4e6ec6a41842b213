"""The real window of set-up as a person's keyboard sees it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.compose.set_up import SetUp
from ui.opening import Start
from ui.viewmodels.set_up.path import SetUpPath
from ui.views.set_up.page import SetUpPage

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHOTS = os.environ.get("CITYTILL_SHOTS", "")
LIMIT_MS = 20_000
_PERSON_MS = 60
T = TypeVar("T", bound=QWidget)


class SetUpScreen:
    """`press` and `write` go to whatever has the focus; nothing is set behind the screen's back."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.start = Start(None)
        qtbot.addWidget(self.start.window)
        self.start.open()
        self.activate()
        self.set_up = self.start.window.findChild(SetUp)

    @property
    def path(self) -> SetUpPath:
        assert self.set_up is not None
        return self.set_up.path

    @property
    def page(self) -> SetUpPage:
        assert self.set_up is not None
        return self.set_up.page

    @property
    def focus(self) -> QWidget:
        here = QApplication.focusWidget()
        assert isinstance(here, QWidget)
        return here

    def activate(self) -> None:
        self.start.window.activateWindow()
        self.qtbot.waitUntil(self.start.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        assert isinstance(self.focus, QLineEdit), f"letters would be lost: {self.focus}"
        self.qtbot.keyClicks(self.focus, text)

    def write_slowly(self, text: str) -> None:
        """As a person does: faster letters are a scan, and never go into a field."""
        for letter in text:
            self.write(letter)
            self.qtbot.wait(_PERSON_MS)

    def fill(self, values: Mapping[str, str]) -> None:
        """Each value in the field that has the focus, which must be its own; Enter goes on from each."""
        for key, text in values.items():
            assert self.focus.objectName() == f"set_up_{key}", f"{self.focus.objectName()}, not {key}"
            if isinstance(self.focus, QComboBox):
                self.qtbot.keyClicks(self.focus, text)
            else:
                self.write(text)
            self.press(Key.Key_Return)

    def at(self, name: str) -> None:
        """The step in front is the one of that name, and its list says so."""
        assert self.path.step.name == name, f"{self.path.step.name}: {self.path.step.fault()}"
        self.shoot(name)

    def part(self, kind: type[T], name: str) -> T:
        found = self.start.window.findChild(kind, name)
        assert found is not None, name
        return found

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=LIMIT_MS)

    def shoot(self, name: str) -> None:
        QApplication.processEvents()  # what was just shown is laid out
        if SHOTS:
            self.start.window.grab().save(str(Path(SHOTS) / f"set-up-{name.lower().replace(' ', '-')}.png"))
