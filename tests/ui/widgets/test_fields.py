"""Omnibox, amounts, PIN and count: what a key does and what is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.gallery import FOUND
from ui.widgets.amount_field import AmountField, ErrorLine
from ui.widgets.count_grid import CountGrid, Denomination
from ui.widgets.omnibox import Omnibox
from ui.widgets.pin_pad import PinPad


def parse(text: str) -> int | str:
    digits = text.replace(".", "")
    if not digits.isdigit():
        return "This is no amount."
    return int(digits) if int(digits) <= 18412 else "More than is owed"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(800, 600)
    QVBoxLayout(page)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def put(page: QWidget, part: QWidget) -> None:
    stack = page.layout()
    assert stack is not None
    stack.addWidget(part)
    part.show()


@pytest.fixture
def omnibox(page: QWidget) -> Omnibox:
    box = Omnibox()
    put(page, box)
    box.setFocus()
    return box


def test_typing_tells_the_text(omnibox: Omnibox, qtbot: QtBot) -> None:
    told: list[str] = []
    omnibox.edited.connect(told.append)
    qtbot.keyClicks(omnibox.field, "ru")
    assert told == ["r", "ru"]


def test_results_open_in_the_window_and_the_first_is_chosen(omnibox: Omnibox, page: QWidget, qtbot: QtBot) -> None:
    omnibox.show_results(FOUND, left="3 of 3", right="name begins with “ruiz”")
    results = omnibox.results
    assert results is not None
    assert omnibox.is_open
    assert results.window() is page
    assert results.chosen_row() == 0
    assert omnibox.field.hasFocus()
    assert results.geometry().top() > omnibox.geometry().bottom()


@pytest.mark.parametrize(("steps", "index"), [(0, 0), (2, 2), (9, 2)])
def test_arrows_choose_and_enter_takes_the_row(omnibox: Omnibox, qtbot: QtBot, steps: int, index: int) -> None:
    omnibox.show_results(FOUND, left="", right="")
    for _ in range(steps):
        qtbot.keyClick(omnibox.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(omnibox.row_chosen, timeout=500) as told:
        qtbot.keyClick(omnibox.field, Qt.Key.Key_Return)
    assert told.args == [index]
    assert not omnibox.is_open


def test_a_press_on_a_row_takes_it(omnibox: Omnibox, qtbot: QtBot) -> None:
    omnibox.show_results(FOUND, left="", right="")
    results = omnibox.results
    assert results is not None
    rows = results._rows
    where = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(omnibox.row_chosen, timeout=500) as told:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [1]


def test_enter_without_a_list_hands_the_text_over(omnibox: Omnibox, qtbot: QtBot) -> None:
    qtbot.keyClicks(omnibox.field, "104-2281")
    with qtbot.waitSignal(omnibox.entered, timeout=500) as told:
        qtbot.keyClick(omnibox.field, Qt.Key.Key_Return)
    assert told.args == ["104-2281"]


def test_esc_closes_the_list_then_empties_then_leaves(omnibox: Omnibox, qtbot: QtBot) -> None:
    qtbot.keyClicks(omnibox.field, "ru")
    omnibox.show_results(FOUND, left="", right="")
    qtbot.keyClick(omnibox.field, Qt.Key.Key_Escape)
    assert not omnibox.is_open
    assert omnibox.text() == "ru"
    qtbot.keyClick(omnibox.field, Qt.Key.Key_Escape)
    assert omnibox.text() == ""
    with qtbot.waitSignal(omnibox.left, timeout=500):
        qtbot.keyClick(omnibox.field, Qt.Key.Key_Escape)


def test_a_shorter_answer_hides_the_rows_left_over(omnibox: Omnibox) -> None:
    omnibox.show_results(FOUND, left="", right="")
    omnibox.show_results(FOUND[:1], left="", right="")
    results = omnibox.results
    assert results is not None
    rows = results._rows
    assert [rows.isRowHidden(at) for at in range(3)] == [False, True, True]
    spoken = rows.model().index(0, 0).data()
    assert spoken == "104-2281, RUIZ, MARIA, 412 N Chickasaw Ave, Cash only, 184.12"


def test_more_rows_than_the_list_holds_are_left_out(omnibox: Omnibox) -> None:
    omnibox.show_results(FOUND * 20, left="25 of 60", right="")
    assert omnibox.results is not None
    assert len(omnibox.results._rows.rows) == 25


def test_digits_replace_a_proposed_amount(page: QWidget, qtbot: QtBot) -> None:
    field = AmountField(parse)
    put(page, field)
    field.setFocus()
    field.propose("184.12")
    qtbot.keyClicks(field, "52.00")
    assert field.text() == "52.00"
    with qtbot.waitSignal(field.accepted, timeout=500) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [5200]
    assert field.cents() == 5200


def test_a_wrong_amount_stays_as_typed_with_a_sentence_and_the_focus(page: QWidget, qtbot: QtBot) -> None:
    field, line = AmountField(parse), ErrorLine(name="error")
    put(page, field)
    put(page, line)
    field.fault_changed.connect(line.show_fault)
    field.setFocus()
    qtbot.keyClicks(field, "9184.12")
    with qtbot.assertNotEmitted(field.accepted):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.fault, line.sentence) == ("9184.12", "More than is owed", "More than is owed")
    assert field.hasFocus()
    assert field.property("tone") == "error"
    assert field.cents() is None
    qtbot.keyClicks(field, "1")
    assert (field.fault, line.sentence) == ("", "")


def test_an_amount_field_grows_before_it_cuts(page: QWidget) -> None:
    field = AmountField(parse, width=60)
    put(page, field)
    field.propose("1,234,567.89")
    assert field.sizeHint().width() > field.fontMetrics().horizontalAdvance("1,234,567.89") + 20


def test_esc_in_an_amount_leaves(page: QWidget, qtbot: QtBot) -> None:
    field = AmountField(parse)
    put(page, field)
    with qtbot.waitSignal(field.left, timeout=500):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


@pytest.fixture
def pad(page: QWidget) -> PinPad:
    pad = PinPad(length=6)
    pad.ask_for("PIN for M. Ruiz", "or hold your badge to the reader")
    put(page, pad)
    pad.setFocus()
    return pad


def test_a_pin_is_typed_by_keyboard_and_forgotten_when_handed_over(pad: PinPad, qtbot: QtBot) -> None:
    qtbot.keyClicks(pad, "246")
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.typed_count() == 2
    assert pad.dots.accessibleName() == "2 of 6 digits"
    with qtbot.waitSignal(pad.entered, timeout=500) as told:
        qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert told.args == ["24"]
    assert pad.typed_count() == 0


def test_a_pin_is_typed_by_finger(pad: PinPad, qtbot: QtBot) -> None:
    for name in ("pin_7", "pin_0", "pin_back", "pin_9"):
        key = pad.findChild(QWidget, name)
        assert isinstance(key, QWidget)
        qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    enter = pad.findChild(QWidget, "pin_enter")
    assert isinstance(enter, QWidget)
    with qtbot.waitSignal(pad.entered, timeout=500) as told:
        qtbot.mouseClick(enter, Qt.MouseButton.LeftButton)
    assert told.args == ["79"]


def test_an_empty_or_busy_pad_hands_nothing_over(pad: PinPad, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pad.entered):
        qtbot.keyClick(pad, Qt.Key.Key_Return)
        pad.set_busy("Checking...")
        qtbot.keyClicks(pad, "123")
        qtbot.keyClick(pad, Qt.Key.Key_Return)


def test_a_wrong_pin_says_so_until_the_next_digit(pad: PinPad, qtbot: QtBot) -> None:
    pad.show_fault("That is not the PIN. 4 tries are left.")
    assert pad.accessibleDescription() == pad.fault.text() == "That is not the PIN. 4 tries are left."
    qtbot.keyClicks(pad, "1")
    assert pad.fault.text() == ""


def test_no_more_digits_than_the_pin_has(pad: PinPad, qtbot: QtBot) -> None:
    qtbot.keyClicks(pad, "12345678")
    assert pad.typed_count() == 6


def show_value(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"


@pytest.fixture
def grid(page: QWidget) -> CountGrid:
    kinds = (Denomination("1.00", 100), Denomination("0.25", 25), Denomination("0.01", 1))
    grid = CountGrid("Coin", kinds, show_value)
    put(page, grid)
    grid.first_field().setFocus()
    return grid


def test_counting_goes_down_with_enter_and_shows_values(grid: CountGrid, page: QWidget, qtbot: QtBot) -> None:
    told: list[int] = []
    grid.changed.connect(lambda: told.append(1))
    for digits in ("4", "62"):
        field = page.window().focusWidget()
        assert isinstance(field, QLineEdit)
        qtbot.keyClicks(field, digits)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert grid.pieces() == {100: 4, 25: 62}
    assert grid.not_counted() == ("0.01",)
    assert grid._values[25].text() == "15.50"
    assert grid._values[1].text() == ""
    assert len(told) == 3


def test_zero_counts_and_is_grey_and_empty_does_not_count(grid: CountGrid) -> None:
    grid.show_pieces({25: 0})
    assert grid.pieces() == {25: 0}
    assert (grid._values[25].text(), grid._values[25].tone) == ("0.00", "ink3")


def test_a_count_takes_digits_only_and_can_be_locked(grid: CountGrid, qtbot: QtBot) -> None:
    qtbot.keyClicks(grid.first_field(), "1a-2.5")
    assert grid.first_field().text() == "125"
    grid.set_locked(True)
    qtbot.keyClicks(grid.first_field(), "9")
    assert grid.first_field().text() == "125"
