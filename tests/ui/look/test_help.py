"""F1 and Ctrl+H on every screen: its keys, and Esc back to where the focus was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.look import walk
from tests.ui.window.person import CTRL, CTRL_SHIFT, NO_MODIFIER, Key, Person
from tests.ui.window.test_the_frame import begin
from ui.compose.practice import APPROVER_PIN
from ui.viewmodels.crash import CrashShown
from ui.views.cannot_open import CannotOpenPage
from ui.views.crash_page import CrashPage
from ui.views.keys_help import KeysDialog, KeysHelp, help_over
from ui.views.start_window import StartWindow

Open = Callable[[Path], Person]
WAYS = ((Key.Key_F1, NO_MODIFIER), (Key.Key_H, CTRL))


def helped(person: Person, way: tuple[Qt.Key, Qt.KeyboardModifier]) -> tuple[str, str, bool]:
    """What stood there after the key; whether the focus came back after Esc."""
    before = person.focus
    person.press(*way)
    shown = [part for part in person.start.window.findChildren(QWidget)
             if isinstance(part, KeysHelp | KeysDialog) and part.isVisible()]  # fmt: skip
    words = shown[0].accessibleDescription() if shown else ""
    name = shown[0].accessibleName() if shown else ""
    if shown:
        person.press(Key.Key_Escape)
        person.until(lambda: not isValid(shown[0]) or not shown[0].isVisible())
        person.until(lambda: QApplication.focusWidget() is not None)
    return name, words, person.focus is before


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=["f1", "ctrl-h"])
def test_every_room_and_its_dialogs_show_their_keys_and_give_the_focus_back(
    at_the_window: Open, city: Path, way: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    person = at_the_window(city)
    assert "Sign in" in helped(person, way)[1]
    person.sit_down("K. Dunn", APPROVER_PIN)
    seen: dict[str, tuple[str, str, bool]] = {}

    def look(what: str, place: QWidget) -> None:
        if QApplication.activeModalWidget() is None and place is not person.start.window:
            place.activateWindow()
        seen[what] = helped(person, way)

    walk.walk(person, look)
    assert len(seen) > len(walk.rooms(person))
    assert [what for what, (name, words, is_back) in seen.items() if not (name and words and is_back)] == []


@pytest.mark.slow
def test_a_dialog_of_the_till_stays_with_what_was_typed_behind_its_keys(at_the_window: Open, city: Path) -> None:
    person = at_the_window(city)
    begin(person)
    person.press(Key.Key_D, CTRL_SHIFT)
    dialog = person.dialog("till_no_sale_dialog")
    name, words, is_back = helped(person, WAYS[0])
    assert "Keys: " in name
    assert "Esc: " in words
    assert is_back
    assert dialog.isVisible()


@pytest.mark.parametrize("way", WAYS, ids=["f1", "ctrl-h"])
@pytest.mark.parametrize("kind", ["crash", "cannot-open"])
def test_pages_without_rooms_show_their_keys(
    qtbot: QtBot, kind: str, way: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    crash = CrashShown("A fault.", "What was saved is saved.", "1", "It is kept.")
    page = CrashPage(crash) if kind == "crash" else CannotOpenPage("The books are in use by another window.")
    window = StartWindow()
    qtbot.addWidget(window)
    window.help_asked.connect(lambda _place: help_over(page))
    window.show_page(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.take_focus()
    before = QApplication.focusWidget()
    assert before is not None
    qtbot.keyClick(before, way[0], way[1])
    (shown,) = page.findChildren(KeysHelp)
    assert "Enter: " in shown.accessibleDescription()
    qtbot.keyClick(shown, way[0], way[1])
    assert not shown.isVisible()
    assert QApplication.focusWidget() is before
