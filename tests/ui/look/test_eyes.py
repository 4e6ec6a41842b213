"""The strict eye sees: each fault planted once, and a clean part beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.look import eyes
from ui.look.theme import Look, apply_look
from ui.look.tokens import THEMES, Tokens
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.key_strip import KeyStrip, LiveKey
from ui.widgets.shortcut import shortcut
from ui.widgets.text import Text


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    place.setObjectName("place")
    place.resize(600, 300)
    qtbot.addWidget(place)
    return place


def at(part: QWidget, x: int, y: int) -> None:
    part.adjustSize()
    part.move(x, y)


def test_faint_words_are_seen(place: QWidget) -> None:
    faint, plain = QLabel("236.12", place), QLabel("13.88", place)
    faint.setStyleSheet("color: #B0B0B0; background: #FFFFFF")
    plain.setStyleSheet("color: #333333; background: #FFFFFF")
    at(faint, 10, 10)
    at(plain, 10, 60)
    place.show()
    assert [fault.split(":")[1].split()[-1] for fault in eyes.faint(place)] == ["'236.12'"]


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("is_ticked", [False, True])
def test_a_box_to_tick_is_seen_in_every_theme(
    place: QWidget, qapp: QApplication, tokens: Tokens, is_ticked: bool
) -> None:
    apply_look(qapp, Look(tokens))
    box = QCheckBox("The card is reversed on the terminal", place)
    box.setChecked(is_ticked)
    at(box, 10, 10)
    place.show()
    faults = eyes.faint(place)
    apply_look(qapp, Look())
    assert faults == []


def test_a_lonely_key_of_the_f_row_is_seen(place: QWidget) -> None:
    shortcut(place, "F10, Ctrl+Return", place.update)
    assert eyes.lonely_keys(place) == []
    QShortcut(QKeySequence("F9"), place)
    assert eyes.lonely_keys(place) == ["no other key: F9 of place"]


def test_what_has_no_name_is_cut_small_or_out_of_reach_is_seen(place: QWidget) -> None:
    button = KeyCapButton("Take it", key="F8", name="take", parent=place)
    button.setGeometry(10, 10, 30, 20)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleName("")
    button.setText("")
    words = Text("Still to pay", "total", parent=place)
    words.setGeometry(10, 100, 20, 40)
    place.show()
    assert eyes.nameless(place) == ["no name: KeyCapButton take ''"]
    assert eyes.unreachable(place) == ["out of reach: KeyCapButton take ''"]
    assert eyes.small(place) == ["30 x 20: KeyCapButton take ''"]
    assert "cut: 'Still to pay'" in eyes.cut(place)


def test_a_strip_that_promises_too_much_is_seen(place: QWidget) -> None:
    strip = KeyStrip(parent=place)
    strip.set_keys([LiveKey("D", "Deposit"), LiveKey("Enter", "Open"), LiveKey("F9", "Tape", "no paper")])
    place.show()
    assert eyes.untrue_strip(strip) == ["the strip promises D: Deposit"]
    shortcut(place, "D", place.update)
    assert eyes.untrue_strip(strip) == []
