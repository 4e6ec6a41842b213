"""The real room by keyboard alone: from scan to saved receipt, and every way back."""

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.domain.money import Money
from app.domain.tender import TenderKind
from devices.simulators.check_feeder import FeederFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import RENT_HOUSE, RUIZ, Cashier, plain_accounts
from tests.ui.till.screen import Key, Screen, stub, wait_for_line

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
OMNIBOX = "till_find_field"


def test_scan_and_f5_take_exact_cash_and_the_next_key_belongs_to_the_omnibox(screen: Screen, cashier: Cashier) -> None:
    account = plain_accounts()[0]
    screen.scan(account.stub_scan_line)
    wait_for_line(cashier)
    screen.press(Key.Key_F5)
    number = cashier.saved()
    assert cashier.receipt(number).total == account.balance
    assert screen.focus.objectName() == OMNIBOX
    assert screen.room.band.isVisible()
    assert number in screen.room.band.words


def test_a_name_and_enter_find_the_account(screen: Screen, cashier: Cashier) -> None:
    screen.type("ruiz 1807")
    assert screen.room.finder.box.is_open
    screen.press(Key.Key_Return)
    wait_for_line(cashier)
    assert cashier.draft.lines[0].account == RENT_HOUSE
    assert screen.room.finder.box.text() == ""


def test_an_amount_and_f5_show_the_change_and_enter_finishes(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.type("100")
    assert not screen.room.finder.box.is_open
    screen.press(Key.Key_F5)
    change = screen.room.till.money.change
    assert change.shown.amount == "48.00"
    assert change.tray.pieces == ((2, "twenties"), (1, "five"), (3, "ones"))
    assert cashier.receipts() == []
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).change == 4_800


def test_an_exact_check_is_scan_feed_enter(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    cashier.feed_and_wait()
    assert screen.focus.objectName() == "till_tender_amount"
    screen.press(Key.Key_Return)
    tender = cashier.receipt(cashier.saved()).tenders[0]
    assert (tender.kind, tender.reference) == (TenderKind.CHECK, SAMPLE_CHECKS[0].number)


def test_digits_replace_the_proposed_amount_of_a_check(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    cashier.feed_and_wait()
    screen.type("20")
    screen.press(Key.Key_Return)
    assert [tender.amount_tendered for tender in cashier.draft.tenders] == [2_000]
    assert screen.room.till.money.change.shown.amount == "32.00"
    assert screen.focus.objectName() == OMNIBOX


def test_a_scan_while_an_amount_has_the_focus_never_lands_in_it(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_A, ALT)
    field = screen.focus
    assert isinstance(field, QLineEdit)
    assert field.objectName() == f"till_line_{RUIZ}_paying"
    screen.scan(stub(cashier, RENT_HOUSE))
    wait_for_line(cashier, 2)
    assert field.text() == "184.12"
    assert [line.account for line in cashier.draft.lines] == [RUIZ, RENT_HOUSE]


def test_a_scan_while_a_checks_amount_is_asked_adds_the_account_and_proposes_anew(
    screen: Screen, cashier: Cashier
) -> None:
    account = plain_accounts()[0]
    cashier.scan(RENT_HOUSE)
    cashier.feed_and_wait()
    screen.scan(account.stub_scan_line)
    wait_for_line(cashier, 2)
    panel = screen.room.desk.panel
    assert panel is not None
    assert panel.amount.text() == str(Money(5_200 + account.balance))
    assert screen.focus.objectName() == "till_tender_amount"


def test_a_refused_check_asks_for_the_pin_where_it_stands(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.feed_and_wait()
    screen.type("150")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_refusal_field"
    assert screen.focus.property("pin")
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    screen.type("123456")
    screen.press(Key.Key_Return)
    cashier.until(lambda: bool(cashier.draft.tenders))
    cashier.settle()
    assert screen.focus.objectName() == OMNIBOX
    bar = screen.room.findChild(QLineEdit, "till_refusal_field")
    assert bar is None or not bar.isVisible()
    shown = screen.room.till.money.tenders.rows[0]
    assert shown.second == "Grand Lake Bank ··4417, approved by K. Dunn"


def test_a_wrong_pin_keeps_the_focus_and_says_so(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.give_check("1042", 15_000)
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    screen.type("999999")
    screen.press(Key.Key_Return)
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.fault))
    assert screen.focus.objectName() == "till_refusal_field"
    screen.press(Key.Key_Escape)
    assert cashier.till.refusal.shown is None
    assert screen.focus.objectName() == OMNIBOX


def test_card_fields_are_keyed_in_order(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F7)
    assert screen.focus.objectName() == "till_tender_reference"
    screen.type("A81F22")
    screen.press(Key.Key_Return)
    screen.type("4242")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_tender_amount"
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).tenders[0].kind == TenderKind.CARD


def test_a_money_order_by_f8(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F8)
    screen.type("26503198")
    screen.press(Key.Key_Return)
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).tenders[0].reference == "26503198"


def test_every_tender_has_a_key_without_the_f_row(screen: Screen, cashier: Cashier) -> None:
    for key, kind in ((Key.Key_K, TenderKind.CHECK), (Key.Key_D, TenderKind.CARD), (Key.Key_O, TenderKind.MONEY_ORDER)):
        if not cashier.draft.lines:
            cashier.scan(RENT_HOUSE)
        screen.press(key, ALT)
        asked = cashier.till.tenders.asked
        assert asked is not None
        assert asked.kind is kind
        screen.press(Key.Key_Escape)
    screen.press(Key.Key_C, ALT)
    assert cashier.receipt(cashier.saved()).total == 5_200


def test_ctrl_enter_finishes_from_a_field(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.type("60")
    screen.press(Key.Key_F5)
    screen.press(Key.Key_A, ALT)
    screen.press(Key.Key_Return, CTRL)
    assert cashier.receipt(cashier.saved()).change == 800


def test_an_amount_typed_over_the_proposal_counts_without_enter(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_A, ALT)
    screen.type("50")
    screen.press(Key.Key_F5)
    assert cashier.receipt(cashier.saved()).total == 5_000


def test_a_wrong_amount_keeps_the_focus_the_text_and_takes_nothing(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_A, ALT)
    screen.type("5x")
    screen.press(Key.Key_F5)
    field = screen.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "5x"
    line = screen.room.lines.line(RUIZ)
    assert line is not None
    assert line.fault.sentence == "“5x” is not an amount. Type dollars and cents, like 61.20."
    assert cashier.receipts() == []
    screen.press(Key.Key_Escape)
    assert field.text() == "184.12"
    assert screen.focus.objectName() == OMNIBOX


def test_one_press_amounts_have_keys(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_1, ALT)
    assert cashier.till.work.shown(RUIZ) == 9_640
    screen.press(Key.Key_2, ALT)
    assert cashier.till.work.shown(RUIZ) == 18_412


def test_the_line_above_comes_in_hand(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.scan(RENT_HOUSE)
    assert cashier.till.work.hand == RENT_HOUSE
    screen.press(Key.Key_Up, ALT)
    assert cashier.till.work.hand == RUIZ
    line = screen.room.lines.line(RUIZ)
    assert line is not None
    assert line.is_open


def test_f11_parks_and_recalls_and_f12_goes_on(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_F11)
    assert cashier.draft.is_empty
    assert screen.room.strip_fact() == "1 parked"
    screen.press(Key.Key_F11)
    assert [line.account for line in cashier.draft.lines] == [RUIZ]
    screen.press(Key.Key_F12)
    assert cashier.till.lanes.lane == "L2"
    assert cashier.draft.is_empty
    assert screen.focus.objectName() == OMNIBOX


def test_del_in_the_empty_omnibox_removes_the_line_in_hand(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_Delete)
    assert [line.account for line in cashier.draft.lines] == [RUIZ]


def test_esc_goes_back_step_by_step_and_asks_before_money_is_lost(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.type("10")
    screen.press(Key.Key_F5)
    screen.type("rui")
    assert screen.room.finder.box.is_open
    screen.press(Key.Key_Escape)
    assert not screen.room.finder.box.is_open
    screen.press(Key.Key_Escape)
    assert screen.room.finder.box.text() == ""
    screen.press(Key.Key_Escape)
    dialog = screen.dialog()
    assert dialog.objectName() == "till_drop_dialog"
    screen.press(Key.Key_F10)
    assert not cashier.draft.is_empty
    screen.press(Key.Key_1)
    screen.press(Key.Key_F10)
    cashier.until(lambda: cashier.draft.is_empty)
    cashier.settle()
    assert cashier.kept_drafts() == []
    assert screen.focus.objectName() == OMNIBOX


def test_an_unreadable_check_asks_for_its_number(screen: Screen, cashier: Cashier) -> None:
    cashier.bench.switch(FeederFault.UNREADABLE, True)
    cashier.scan(RENT_HOUSE)
    cashier.feed_and_wait()
    assert screen.focus.objectName() == "till_tender_reference"
    screen.type("388")
    screen.press(Key.Key_Return)
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).tenders[0].reference == "388"


def test_a_double_click_on_finish_takes_one_receipt(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.type("100")
    screen.press(Key.Key_F5)
    button = screen.room.money.finish
    screen.qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    screen.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    cashier.saved()
    assert len(cashier.receipts()) == 1


def test_without_a_batch_the_next_step_is_a_button(screen: Screen, cashier: Cashier) -> None:
    sitting = cashier.session.sitting
    assert sitting is not None
    cashier.session.sit(dataclasses.replace(sitting, batch=None))
    assert screen.focus.objectName() == "till_open_batch"
    with screen.qtbot.waitSignal(screen.room.open_batch_asked):
        screen.press(Key.Key_Return)


def test_tab_goes_into_the_amount_in_hand_and_enter_back(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.press(Key.Key_Tab)
    assert screen.focus.objectName() == f"till_line_{RUIZ}_paying"
    screen.type("61.20")
    screen.press(Key.Key_Return)
    assert cashier.draft.lines[0].accepted == 6_120
    assert screen.focus.objectName() == OMNIBOX


def test_an_amount_alone_says_which_keys_take_it(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    screen.type("100")
    screen.press(Key.Key_Return)
    assert screen.room.desk.notice.words.startswith("100.00: press F5 for cash")
    assert cashier.draft.tenders == ()


def test_the_screen_confirms_a_receipt_once_it_is_seen(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    screen.press(Key.Key_F5)
    cashier.saved()
    shown = "SELECT receipt_id FROM work_shown"  # asked on the reader: the writer stores it when it idles
    cashier.until(lambda: len(cashier.ask(lambda books: books._rows(shown))) == 1)  # type: ignore[attr-defined]


def test_a_press_on_the_key_strip_does_what_the_key_does(screen: Screen, cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    hint = screen.page.findChild(QAbstractButton, "key_f11")
    assert hint is not None
    screen.qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    cashier.settle()
    assert cashier.draft.is_empty
    assert len(cashier.till.lanes.parked) == 1
