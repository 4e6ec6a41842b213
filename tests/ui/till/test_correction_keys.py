"""Voids, no-sale, reprint and the warning of a second payment, by keyboard alone."""



from PySide6.QtCore import Qt

from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import RENT_HOUSE, Cashier, plain_accounts
from tests.stories.till.test_papers import second_person_for_no_sale
from tests.ui.till.screen import Key, Screen
from ui.views.till.no_sale_dialog import NoSaleDialog
from ui.views.till.void_dialog import VoidDialog

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
OMNIBOX = "till_find_field"


def test_void_by_keyboard_alone(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F5)
    number = cashier.saved()
    screen.press(Key.Key_V, CTRL | SHIFT)
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))
    cashier.settle()
    dialog = screen.dialog()
    assert isinstance(dialog, VoidDialog)
    assert dialog.number.text() == number
    screen.press(Key.Key_2)
    assert dialog.reasons.reason() == "Wrong amount"
    dialog.second_person.pin.setFocus()
    screen.type("123456")
    screen.press(Key.Key_F10)
    cashier.until(lambda: cashier.receipt(number).is_void)
    cashier.settle()
    assert screen.room.desk.notice.words == f"Receipt {number} is void. Give back 52.00 in cash."
    assert screen.focus.objectName() == OMNIBOX


def test_a_receipts_bar_code_opens_it_and_a_scan_in_the_void_dialog_changes_the_receipt(
    screen: Screen, cashier: Cashier
) -> None:
    numbers: list[str] = []
    for account in plain_accounts()[:2]:
        cashier.scan(account.key)
        screen.press(Key.Key_F5)
        cashier.until(lambda: cashier.till.moment.receipt not in ("", *numbers))
        cashier.settle()
        numbers.append(cashier.till.moment.receipt)
    screen.scan(numbers[0])
    cashier.settle()
    dialog = screen.dialog()
    assert isinstance(dialog, VoidDialog)
    assert dialog.number.text() == numbers[0]
    screen.page.take_scan(numbers[1])
    cashier.settle()
    assert dialog.number.text() == numbers[1]
    screen.press(Key.Key_Escape)
    assert not cashier.receipt(numbers[0]).is_void


def test_no_sale_by_keyboard_alone(screen: Screen, cashier: Cashier) -> None:
    screen.press(Key.Key_D, CTRL | SHIFT)
    screen.press(Key.Key_Return)
    assert screen.dialog().isVisible()
    screen.press(Key.Key_1)
    screen.press(Key.Key_Return)
    cashier.until(lambda: cashier.bench.printer.view().drawer.is_open)
    cashier.settle()
    assert screen.focus.objectName() == OMNIBOX


def test_no_sale_with_a_second_person_by_keyboard_alone(screen: Screen, cashier: Cashier) -> None:
    second_person_for_no_sale(cashier)
    screen.press(Key.Key_D, CTRL | SHIFT)
    cashier.until(lambda: bool(cashier.till.no_sale.asked.approvers))
    dialog = screen.dialog()
    assert isinstance(dialog, NoSaleDialog)
    screen.press(Key.Key_1)
    screen.press(Key.Key_Return)
    assert dialog.fault.sentence == "A second person enters their PIN."
    dialog.second_person.pin.setFocus()
    screen.type("123456")
    screen.press(Key.Key_Return)
    cashier.until(lambda: cashier.bench.printer.view().drawer.is_open)
    cashier.settle()
    assert screen.room.dialogs.current is None


def test_reprint_after_the_paper_ran_out(screen: Screen, cashier: Cashier) -> None:
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F5)
    cashier.saved()
    cashier.until(lambda: screen.room.band.is_trouble)
    assert "It was not printed." in screen.room.band.words
    cashier.bench.all_off()
    cashier.bench.printer.load_paper()
    screen.press(Key.Key_P, CTRL)
    cashier.until(lambda: not screen.room.band.is_trouble)
    cashier.until(lambda: "DUPLICATE printed" in screen.room.band.words)


def test_a_duplicate_is_answered_with_y(screen: Screen, cashier: Cashier) -> None:
    account = plain_accounts()[0]
    for _again in range(2):
        cashier.scan(account.key)
        cashier.till.work.accept(account.key, account.balance)
        screen.press(Key.Key_F5)
        cashier.until(lambda: bool(cashier.till.moment.receipt) or cashier.till.refusal.shown is not None)
        cashier.settle()
    assert screen.focus.objectName() == "till_answer_take"
    screen.press(Key.Key_Y)
    cashier.saved()
    assert len(cashier.receipts()) == 2
