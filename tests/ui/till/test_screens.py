"""Each state of the till at both sizes: nothing cut, every control named; pictures where CITYTILL_SHOTS is set."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from app.usecases.answer_handover import HandoverAnswer
from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import RENT_HOUSE, RUIZ, Cashier, plain_accounts
from tests.stories.till.test_drawer_limit import limited
from tests.stories.till.test_papers import second_person_for_no_sale
from tests.ui.till.screen import Key, Screen
from ui.viewmodels.till.handover import MaybeNotGiven
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.text import Text

SIZES = ((1366, 768), (1920, 1080))
both_sizes = pytest.mark.parametrize("size", SIZES, ids=["1366", "1920"])


def faults(part: QWidget) -> list[str]:
    """Texts cut, buttons cut, controls without a name."""
    found = []
    for label in part.findChildren(QLabel):
        is_free = isinstance(label, Text) and label.is_elidable
        if not label.isVisible() or not label.text() or is_free:
            continue
        if not label.wordWrap() and label.width() < label.sizeHint().width():
            found.append(f"cut: {label.text()!r}")
        if label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            found.append(f"cut below: {label.text()!r}")
    for button in part.findChildren(QAbstractButton):
        if button.isVisible() and isinstance(button, KeyCapButton) and button.width() < button.sizeHint().width():
            found.append(f"button cut: {button.text()!r}")
        is_inside = isinstance(button.parent(), QLineEdit)
        if button.isVisible() and not is_inside and not (button.accessibleName() or button.text()):
            found.append(f"no name: {button.objectName()}")
    for field in part.findChildren(QLineEdit):
        is_of_combo = isinstance(field.parent(), QComboBox)
        if field.isVisible() and not is_of_combo and not (field.accessibleName() and field.objectName()):
            found.append(f"no name: {field.objectName()}")
    return found


def whole(screen: Screen, name: str) -> None:
    screen.qtbot.wait(30)
    screen.shoot(name)
    assert faults(screen.page) == [], name


def pay(screen: Screen, cashier: Cashier, place: int) -> None:
    before = cashier.till.moment.receipt
    cashier.scan(plain_accounts()[place].key)
    screen.press(Key.Key_F5)
    cashier.until(lambda: cashier.till.moment.receipt not in ("", before))
    cashier.settle()


@both_sizes
def test_the_receipt_of_the_picture_is_whole_from_scan_to_band(
    screen: Screen, cashier: Cashier, size: tuple[int, int]
) -> None:
    screen.page.resize(*size)
    whole(screen, "empty")
    screen.type("rui")
    whole(screen, "find")
    screen.press(Key.Key_Escape)
    screen.press(Key.Key_Escape)
    pay(screen, cashier, 0)
    pay(screen, cashier, 1)
    cashier.till.next_lane()
    cashier.scan(plain_accounts()[2].key)
    cashier.till.go_to_lane("L1")
    cashier.scan(RUIZ)
    cashier.scan(RENT_HOUSE)
    cashier.till.work.take_in_hand(RUIZ)
    cashier.feed_and_wait()
    whole(screen, "check-read")
    screen.type("150")
    screen.press(Key.Key_Return)
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    whole(screen, "refusal")
    screen.type("123456")
    screen.press(Key.Key_Return)
    cashier.until(lambda: bool(cashier.draft.tenders))
    screen.type("100")
    screen.press(Key.Key_F5)
    whole(screen, "till")
    assert [row.amount for row in screen.room.till.money.tenders.rows] == ["150.00", "100.00"]
    assert all(line.height() > 30 for line in screen.room.till.money.tenders.findChildren(QAbstractButton))
    assert screen.room.till.money.change.shown.amount == "13.88"
    screen.press(Key.Key_Return)
    cashier.saved()
    cashier.until(lambda: cashier.till.trail.saved[0].state == "printed")
    whole(screen, "saved")


@both_sizes
def test_a_receipt_that_was_not_printed_and_its_ways_on_are_whole(
    screen: Screen, cashier: Cashier, size: tuple[int, int]
) -> None:
    screen.page.resize(*size)
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    cashier.scan(RENT_HOUSE)
    screen.type("100")
    screen.press(Key.Key_F5)
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.room.band.is_trouble)
    cashier.until(lambda: bool(cashier.till.trail.saved) and cashier.till.trail.saved[0].is_trouble)
    whole(screen, "not-printed")
    screen.room.dialogs.void()
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))
    whole(screen, "void")
    screen.dialog().reject()
    screen.room.dialogs.no_sale()
    whole(screen, "no-sale")
    screen.dialog().reject()
    second_person_for_no_sale(cashier)
    screen.room.dialogs.no_sale()
    cashier.until(lambda: bool(cashier.till.no_sale.asked.approvers))
    whole(screen, "no-sale-second-person")
    screen.dialog().reject()


@both_sizes
def test_a_drawer_above_its_limit_is_said_above_the_work(
    screen: Screen, cashier: Cashier, size: tuple[int, int]
) -> None:
    screen.page.resize(*size)
    limited(cashier)
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F5)
    cashier.saved()
    cashier.until(screen.room.limit.isVisible)
    assert screen.room.limit.words == "The drawer holds more than its limit of 220.00. Turn cash in: Batches, then T."
    cashier.scan(RUIZ)
    whole(screen, "drawer-limit")


@both_sizes
def test_the_panels_and_questions_are_whole(screen: Screen, cashier: Cashier, size: tuple[int, int]) -> None:
    screen.page.resize(*size)
    cashier.scan(RUIZ)
    for key, name in ((Key.Key_F6, "check"), (Key.Key_F7, "card"), (Key.Key_F8, "other")):
        screen.press(key)
        whole(screen, name)
        screen.press(Key.Key_Escape)
    screen.press(Key.Key_F4)
    whole(screen, "notes")
    screen.dialog().reject()
    screen.press(Key.Key_F10)
    whole(screen, "still-to-pay")
    screen.type("10")
    screen.press(Key.Key_F5)
    screen.press(Key.Key_Escape)
    whole(screen, "drop")
    screen.dialog().reject()
    screen.press(Key.Key_F11)
    pay(screen, cashier, 0)
    cashier.scan(plain_accounts()[0].key)
    cashier.till.work.accept(plain_accounts()[0].key, plain_accounts()[0].balance)
    screen.press(Key.Key_F5)
    cashier.until(lambda: cashier.till.refusal.shown is not None)
    whole(screen, "duplicate")
    screen.press(Key.Key_Escape)


@both_sizes
def test_the_list_after_an_unclean_stop_is_whole(
    screen: Screen, cashier: Cashier, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.page.resize(*size)
    rows = tuple(
        MaybeNotGiven(f"XDT1A-00014{at}", "2026-11-21T16:42:31.204Z", who, paid, change, paper)
        for at, who, paid, change, paper in (
            (5, "RUIZ, MARIA", "236.12", "13.88", "unsure"),
            (6, "WHITMORE, DALE", "61.20", "0.00", "not printed"),
            (7, "VERDIGRIS CAR WASH LLC, PENA, ANA", "1,212.45", "7.55", "printing"),
        )
    )
    handover = cashier.till.handover
    answered: list[tuple[str, HandoverAnswer]] = []
    monkeypatch.setattr(handover, "answer", lambda receipt, answer: answered.append((receipt, answer)))
    handover._is_asking = True
    handover._found(rows)
    dialog = screen.dialog()
    assert dialog.objectName() == "till_handover_dialog"
    whole(screen, "handover")
    find: Callable[[str], KeyCapButton | None] = lambda name: dialog.findChild(KeyCapButton, name)  # noqa: E731
    given, again = find("given_XDT1A-000145"), find("reprint_XDT1A-000146")
    assert given is not None
    assert again is not None
    given.click()
    again.click()
    assert answered == [
        ("XDT1A-000145", HandoverAnswer.HANDED_OVER), ("XDT1A-000146", HandoverAnswer.REPRINTED)
    ]
    handover._found(())
    assert not dialog.isVisible()
