"""Buttons, badges, switches and segments by key, by press and by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.widgets.badge import TONES, Badge
from ui.widgets.key_cap_button import HEIGHTS, KeyCapButton
from ui.widgets.segmented import Segment, SegmentButton, SegmentedControl
from ui.widgets.switch import Switch


def test_a_button_says_its_word_and_its_key(qtbot: QtBot) -> None:
    button = KeyCapButton("Park", key="F11", name="park")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.objectName(), button.key) == ("Park, F11", "park", "F11")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_focused_button(qtbot: QtBot, key: Qt.Key) -> None:
    button = KeyCapButton("Park")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("height", HEIGHTS)
def test_a_button_has_its_height_and_room_for_its_words(qtbot: QtBot, height: int) -> None:
    button = KeyCapButton("Finish and open drawer", key="F10", icon="receipt", height=height)
    qtbot.addWidget(button)
    words = Look().metrics("caption", 600).horizontalAdvance("Finish and open drawer")
    assert button.sizeHint().height() == height
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().width() > words + 28


def test_a_busy_button_says_what_it_does_and_turns(qtbot: QtBot) -> None:
    button = KeyCapButton("Card", key="F7", variant="primary")
    qtbot.addWidget(button)
    button.set_busy("Asking card...")
    assert button.is_busy
    assert button.accessibleName() == "Asking card..., F7"
    before = button.grab().toImage()
    qtbot.waitUntil(lambda: button.grab().toImage() != before, timeout=1000)
    button.set_busy("")
    assert not button.is_busy
    assert button.accessibleName() == "Card, F7"


def test_without_motion_the_arc_stands_still(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Look(LIGHT, has_motion=False))
    button = KeyCapButton("Card")
    qtbot.addWidget(button)
    button.set_busy("Asking card...")
    before = button.grab().toImage()
    QApplication.sendEvent(button, QEvent(QEvent.Type.UpdateRequest))
    assert button.grab().toImage() == before


def test_a_disabled_button_says_why(qtbot: QtBot) -> None:
    button = KeyCapButton("Finish", variant="primary")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.set_reason("Nothing is given yet")
    assert button.toolTip() == button.accessibleDescription() == "Nothing is given yet"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isDown()


def test_every_variant_and_state_paints_differently(qtbot: QtBot) -> None:
    pictures = set()
    for variant in ("plain", "primary", "quiet", "risk", "inverse"):
        button = KeyCapButton("Void", variant=variant)
        qtbot.addWidget(button)
        for is_down, is_enabled in ((False, True), (True, True), (False, False)):
            button.setDown(is_down)
            button.setEnabled(is_enabled)
            picture = button.grab().toImage()
            pictures.add(bytes(picture.constBits()))
    assert len(pictures) == 13  # disabled ones differ by the weight of their words and by having no ground only


@pytest.mark.parametrize("tone", TONES)
def test_a_badge_has_room_for_its_words_and_says_them(qtbot: QtBot, tone: str) -> None:
    badge = Badge("To balance", tone, "search")
    qtbot.addWidget(badge)
    words = Look().metrics("caption", 500).horizontalAdvance("To balance")
    assert badge.sizeHint().width() >= words + 30
    assert badge.accessibleName() == "To balance"
    badge.show_state("Balanced", "neutral", "check")
    assert (badge.text, badge.tone, badge.accessibleName()) == ("Balanced", "neutral", "Balanced")


def test_a_switch_switches_by_key_and_by_press(qtbot: QtBot) -> None:
    switch = Switch("Paper low")
    qtbot.addWidget(switch)
    qtbot.keyClick(switch, Qt.Key.Key_Return)
    assert switch.isChecked()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()


def test_segments_choose_one_and_tell_only_what_a_person_chose(qtbot: QtBot) -> None:
    control = SegmentedControl((Segment("day", "Today"), Segment("week", "Week")), "week")
    qtbot.addWidget(control)
    told: list[str] = []
    control.chosen.connect(told.append)
    assert control.current() == "week"
    control.set_current("day")
    assert (control.current(), told) == ("day", [])
    week = next(button for button in control.findChildren(SegmentButton) if button.segment.key == "week")
    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert (control.current(), told) == ("week", ["week"])
