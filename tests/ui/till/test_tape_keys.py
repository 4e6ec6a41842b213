"""The tape at the real window, by keys alone: typed, stapled, printed; the batch found and printed (B11, A9)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.money import Money
from tests.stories.till.cashier import Cashier, plain_accounts
from tests.ui.till.screen import Key, Screen
from tests.ui.till.test_screens import faults
from ui.compose.tapes import TapeDesk
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, LIGHT
from ui.views.keys_help import keys_of

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tapes(screen: Screen, cashier: Cashier) -> Iterator[TapeDesk]:
    """As `ui/compose/rooms.py` joins it."""
    desk = TapeDesk(cashier.till, screen.room, cashier.desk.station.folder, cashier.till)
    screen.room.tape_asked.connect(desk.show)
    yield desk
    desk.window.hide()


def text_of(desk: TapeDesk, name: str) -> str:
    label = desk.window.findChild(QLabel, name)
    assert label is not None
    return label.text()


def shoot(desk: TapeDesk, name: str) -> None:
    folder = os.environ.get("CITYTILL_SHOTS")
    if folder:
        QApplication.processEvents()
        desk.window.grab().save(str(Path(folder) / f"tape-{name}.png"))


def focus_comes(screen: Screen, cashier: Cashier, name: str) -> None:
    cashier.until(lambda: screen.focus.objectName() == name)


def test_amounts_are_typed_stapled_and_printed_with_the_receipt(
    screen: Screen, cashier: Cashier, tapes: TapeDesk
) -> None:
    """B11: Alt+T, amounts, C, T, Esc, F5: the tape comes out behind the receipt."""
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.scan(second.key)
    screen.press(Key.Key_T, ALT)
    focus_comes(screen, cashier, "tape_amount")
    screen.press(Key.Key_R)
    screen.type("12.50")
    screen.press(Key.Key_Return)
    screen.type("2.50")
    screen.press(Key.Key_Minus)
    screen.press(Key.Key_C)
    screen.type("100")
    screen.press(Key.Key_Plus)
    assert text_of(tapes, "tape_stubs") == str(Money(first.balance + second.balance + 1_000))
    assert text_of(tapes, "tape_checks") == "100.00"
    screen.press(Key.Key_T)
    assert text_of(tapes, "tape_stapled") == "Prints with the receipt in hand"
    shoot(tapes, "calculator")
    cashier.until(lambda: faults(tapes.window) == [])
    screen.press(Key.Key_Escape)
    assert not tapes.window.isVisible()
    cashier.until(lambda: QApplication.activeWindow() is screen.page)
    screen.press(Key.Key_F5)
    number = cashier.saved()
    cashier.until(lambda: "Stapled to receipt" in cashier.paper())
    assert number in cashier.paper()[cashier.paper().index("*** TAPE ***"):]


def test_f9_goes_to_the_batch_and_finds_a_receipt(screen: Screen, cashier: Cashier, tapes: TapeDesk) -> None:
    """A9: found by what is typed, printed by Ctrl+P."""
    numbers = []
    for account in plain_accounts()[:4]:
        cashier.till.moment.forget()
        cashier.scan(account.key)
        cashier.till.cash()
        numbers.append(cashier.saved())
    screen.press(Key.Key_F9)
    focus_comes(screen, cashier, "tape_amount")
    screen.press(Key.Key_F9)
    focus_comes(screen, cashier, "tape_batch_find")
    cashier.until(lambda: len(tapes.batch.rows()) == 4)
    shoot(tapes, "batch")
    cashier.until(lambda: faults(tapes.window) == [])
    screen.type(plain_accounts()[1].number)
    assert [row.receipt for row in tapes.batch.rows()] == [numbers[1]]
    screen.press(Key.Key_P, CTRL)
    cashier.until(lambda: "*** BATCH TAPE ***" in cashier.paper())


def test_a_scan_while_the_tape_has_the_focus_goes_on_the_receipt(
    screen: Screen, cashier: Cashier, tapes: TapeDesk
) -> None:
    """B11, SCREENS: a scan never types into an amount."""
    screen.press(Key.Key_F9)
    focus_comes(screen, cashier, "tape_amount")
    account = plain_accounts()[0]
    screen.scan(account.stub_scan_line)
    cashier.until(lambda: len(cashier.draft.lines) == 1)
    assert tapes.window.calculator.field.text() == ""
    assert tapes.tape.rows() == ()


@pytest.mark.parametrize("percent", [100, 150])
def test_the_tape_is_whole_in_large_and_dark(
    screen: Screen, cashier: Cashier, qapp: QApplication, percent: int
) -> None:
    """B11: nothing is cut, everything has a name, and F1 has its keys."""
    apply_look(qapp, Look(DARK, scale_percent=percent))
    try:
        desk = TapeDesk(cashier.till, screen.room, cashier.desk.station.folder, cashier.till)
        desk.show("calculator")
        focus_comes(screen, cashier, "tape_amount")
        desk.tape.add("1204.10")
        cashier.until(lambda: faults(desk.window) == [])
        shoot(desk, f"dark-{percent}")
        assert {"S", "C", "R", "T", "P"} <= {key.cap for key in keys_of(desk.window)}
        desk.window.hide()
    finally:
        apply_look(qapp, Look(LIGHT))
