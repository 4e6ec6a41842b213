"""Work that may wait: never while a PIN is typed, nor right after somebody touched something."""

from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.compose.quiet import LOOK_AGAIN_MS, QUIET_MS, Quiet
from ui.look.theme import current_look
from ui.viewmodels.frame import FrameModel
from ui.widgets.pin_pad import PinPad


class Touched:
    """The frame, as far as it is asked here."""

    ago = QUIET_MS

    def untouched_ms(self) -> int:
        return self.ago


@pytest.fixture
def pad(qtbot: QtBot) -> PinPad:
    current_look()
    made = PinPad()
    qtbot.addWidget(made)
    return made


def test_it_runs_at_once_when_nobody_is_busy(qtbot: QtBot, pad: PinPad) -> None:
    done: list[int] = []
    parent = QObject()
    Quiet(pad, cast(FrameModel, Touched()), parent).soon(lambda: done.append(1))
    qtbot.waitUntil(lambda: done == [1])


def test_it_waits_while_a_pin_is_typed_and_while_it_is_looked_at(qtbot: QtBot, pad: PinPad) -> None:
    done: list[int] = []
    parent = QObject()
    pad.press("1")
    Quiet(pad, cast(FrameModel, Touched()), parent).soon(lambda: done.append(1))
    qtbot.wait(2 * LOOK_AGAIN_MS)
    assert done == []
    pad.clear()
    pad.set_busy("Checking")
    qtbot.wait(2 * LOOK_AGAIN_MS)
    assert done == []
    pad.set_busy("")
    qtbot.waitUntil(lambda: done == [1])


def test_it_waits_while_somebody_touches_things(qtbot: QtBot, pad: PinPad) -> None:
    done: list[int] = []
    parent, frame = QObject(), Touched()
    frame.ago = QUIET_MS - 1
    Quiet(pad, cast(FrameModel, frame), parent).soon(lambda: done.append(1))
    qtbot.wait(2 * LOOK_AGAIN_MS)
    assert done == []
    frame.ago = QUIET_MS
    qtbot.waitUntil(lambda: done == [1])
