"""The chart by keys, by finger and for ears."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.widgets.bar_chart import Bar, BarChart, nice_top


@pytest.fixture
def chart(qtbot: QtBot) -> BarChart:
    made = BarChart("Receipts", name="chart")
    made.show_bars([Bar(f"{at} am", f"{at} am: {tall} receipts", tall) for at, tall in ((7, 3), (8, 9), (9, 0))])
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def test_the_tallest_bar_is_chosen_at_first_and_said(chart: BarChart) -> None:
    assert chart.current == 1
    assert chart.accessibleName() == "Receipts: 8 am: 9 receipts"
    assert chart.accessibleDescription() == "7 am: 3 receipts; 8 am: 9 receipts; 9 am: 0 receipts"


def test_arrows_choose_and_enter_opens(chart: BarChart, qtbot: QtBot) -> None:
    opened: list[int] = []
    chart.opened.connect(opened.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(chart, key)
    assert (chart.current, opened) == (2, [2])
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleName() == "Receipts: 7 am: 3 receipts"


def test_a_press_chooses_and_a_second_one_opens(chart: BarChart, qtbot: QtBot) -> None:
    opened: list[int] = []
    chart.opened.connect(opened.append)
    place = QPoint(560, 150)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert (chart.current, opened) == (2, [])
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert opened == [2]


def test_a_chart_without_bars_is_painted_and_chooses_nothing(chart: BarChart, qtbot: QtBot) -> None:
    chart.show_bars([])
    assert chart.current == -1
    assert not chart.grab().isNull()
    qtbot.keyClick(chart, Qt.Key.Key_Return)


def test_the_axis_has_whole_numbers_and_room_for_the_tallest() -> None:
    tops = [nice_top(tall) for tall in range(1, 3_000)]
    assert all(top >= tall and top % 4 == 0 for tall, top in enumerate(tops, 1))
    assert all(before <= after for before, after in pairwise(tops))
    assert (nice_top(0), nice_top(104), nice_top(9)) == (4, 120, 12)
