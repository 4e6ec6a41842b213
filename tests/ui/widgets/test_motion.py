"""80 ms of movement for what appears, none where the setting says so, and never out of its place (LOOK section 7)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.look.theme import Look, apply_look
from ui.widgets.motion import COMES_IN_MS, come_in


@pytest.fixture
def placed(qtbot: QtBot, qapp: QApplication) -> Iterator[tuple[QWidget, QLabel]]:
    apply_look(qapp, Look())
    place = QWidget()
    lines = QVBoxLayout(place)
    part = QLabel("236.12")
    lines.addWidget(part)
    lines.addStretch(1)
    place.resize(300, 200)
    qtbot.addWidget(place)
    place.show()
    yield place, part
    apply_look(qapp, Look())


def test_what_appears_slides_into_its_place(qtbot: QtBot, placed: tuple[QWidget, QLabel]) -> None:
    _place, part = placed
    end = part.pos()
    slide = come_in(part)
    assert slide is not None
    assert slide.duration() == COMES_IN_MS
    assert part.pos().y() == end.y() - 8
    qtbot.waitUntil(lambda: part.pos() == end)


def test_a_place_that_changes_meanwhile_is_kept(qtbot: QtBot, placed: tuple[QWidget, QLabel]) -> None:
    place, part = placed
    slide = come_in(part)
    assert slide is not None
    lines = place.layout()
    assert isinstance(lines, QVBoxLayout)
    with qtbot.waitSignal(slide.finished):
        lines.insertWidget(0, QLabel("a note came above it"))
    qtbot.waitUntil(lambda: part.y() > place.rect().top() + 20)
    assert part.geometry().intersects(place.rect())


def test_no_movement_where_nobody_wants_it(qapp: QApplication, placed: tuple[QWidget, QLabel]) -> None:
    _place, part = placed
    apply_look(qapp, Look(has_motion=False))
    assert come_in(part) is None
    part.hide()
    apply_look(qapp, Look())
    assert come_in(part) is None
