"""Checks at the real window, by keys alone: payer memory, prompts, unread places (P13, C9, C10, C5)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.domain.money import Money
from devices.simulators.check_feeder import FeederFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import Cashier, plain_accounts
from tests.ui.till.screen import Key, Screen, stub

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

NEXT_CHECK = SAMPLE_CHECKS[0].__class__(**{**vars(SAMPLE_CHECKS[0]), "number": "1043"})
OMNIBOX, AMOUNT = "till_find_field", "till_tender_amount"


def words(screen: Screen, name: str) -> str:
    found = screen.room.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_a_known_check_is_feed_enter_enter(screen: Screen, cashier: Cashier) -> None:
    """P13: the first Enter puts the accounts on, the second accepts the amount that stands beside the check."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.feed_and_wait()
    cashier.till.work.accept(account.key, account.balance - 500)
    screen.press(Key.Key_Return)
    first = cashier.saved()
    cashier.feed_and_wait(NEXT_CHECK)
    assert screen.focus.objectName() == OMNIBOX
    assert words(screen, "till_usual_title").endswith(f"receipt {first}")
    assert words(screen, "till_usual_0") == account.number
    screen.shoot("usual")
    screen.press(Key.Key_Return)
    cashier.until(lambda: bool(cashier.draft.lines))
    cashier.settle()
    assert cashier.draft.lines[0].account == account.key
    assert screen.room.desk.usual is None
    assert len(cashier.receipts()) == 1
    cashier.until(lambda: screen.focus.objectName() == AMOUNT)
    screen.press(Key.Key_Return)
    cashier.until(lambda: len(cashier.receipts()) == 2)
    cashier.settle()
    assert [receipt.total for receipt in cashier.receipts()] == [500, account.balance - 500]


def test_a_check_fed_first_then_a_stub_leads_to_the_amount(screen: Screen, cashier: Cashier) -> None:
    """C5: Enter accepts what stands beside the check, in either order."""
    account = plain_accounts()[0]
    cashier.feed_and_wait()
    assert screen.focus.objectName() == OMNIBOX
    cashier.scan(account.key)
    cashier.until(lambda: screen.focus.objectName() == AMOUNT)
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).tenders[0].amount_tendered == account.balance


def test_a_check_is_marked_by_keys_and_stopped_by_nothing_but_the_rule(screen: Screen, cashier: Cashier) -> None:
    """C10: Alt+W marks, the panel says what follows, Enter takes it."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.feed_and_wait()
    screen.press(Key.Key_W, ALT)
    assert words(screen, "till_check_look_words") == "Made out to two: it is taken, with a note on the receipt."
    assert screen.focus.objectName() == AMOUNT
    screen.shoot("two-names")
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).answers[0].warning == "check_two_party"


def test_a_post_dated_check_is_typed_refused_and_put_right_by_keys(screen: Screen, cashier: Cashier) -> None:
    """C9: the date has a key of its own; Enter goes back to the amount; the refusal stands in the panel."""
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait()
    screen.press(Key.Key_Y, ALT)
    assert screen.focus.objectName() == "till_check_date"
    screen.type("soon")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_check_date"
    screen.press(Key.Key_A, CTRL)
    screen.type("11/30")
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == AMOUNT
    screen.shoot("post-dated")
    screen.press(Key.Key_Return)
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.fault == "The city does not take this check. Hand it back."
    screen.shoot("refused")
    assert cashier.draft.tenders == ()
    screen.press(Key.Key_Y, ALT)
    screen.press(Key.Key_A, CTRL)
    screen.press(Key.Key_Delete)
    screen.press(Key.Key_Return)
    screen.press(Key.Key_Return)
    assert not cashier.receipt(cashier.saved()).answers


def test_a_starter_check_asks_for_the_pin_in_place(screen: Screen, cashier: Cashier) -> None:
    """C10: no dialog."""
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait(SAMPLE_CHECKS[3])
    assert words(screen, "till_check_hint") == "A low number: if it is a starter check, press Alt+S."
    screen.press(Key.Key_S, ALT)
    screen.press(Key.Key_Return)
    assert screen.focus.objectName() == "till_refusal_field"
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    screen.shoot("starter")
    screen.type("123456")
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).approvals[0].by == "kdunn"


def test_a_check_fed_while_the_amount_has_the_focus_leaves_it_as_it_is(screen: Screen, cashier: Cashier) -> None:
    """Bad day: neither the account's amount nor the first check's is touched by the second check."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    screen.press(Key.Key_A, ALT)
    field = screen.focus
    screen.type("12")
    cashier.feed()
    cashier.until(lambda: bool(cashier.draft.reads))
    cashier.settle()
    assert isinstance(field, QLineEdit)
    assert field.text() == "12"
    cashier.feed(SAMPLE_CHECKS[1])
    cashier.until(lambda: len(cashier.draft.reads) == 2)
    cashier.settle()
    assert cashier.draft.tenders == ()


def test_a_wedge_that_sends_control_characters_types_into_no_field(screen: Screen, cashier: Cashier) -> None:
    """Bad day: GS and ETX come as Ctrl and a key; the account is found and no field is typed into."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.feed_and_wait()
    before = screen.room.desk.panel
    assert before is not None
    shown = before.amount.text()
    code = stub(cashier, plain_accounts()[1].key)
    screen.qtbot.keyClicks(screen.focus, code[:6])
    screen.qtbot.keyClick(screen.focus, Key.Key_BracketRight, CTRL)
    screen.qtbot.keyClicks(screen.focus, code[6:])
    screen.qtbot.keyClick(screen.focus, Key.Key_C, CTRL)
    screen.qtbot.keyClick(screen.focus, Key.Key_Return)
    cashier.until(lambda: len(cashier.draft.lines) == 2)
    cashier.settle()
    both = sum(account.balance for account in plain_accounts()[:2])
    assert (before.amount.text(), shown) == (str(Money(both)), str(Money(account.balance)))
    assert before.reference.text() == "1042"


def test_unread_places_are_shown_and_keyed_in_place(screen: Screen, cashier: Cashier) -> None:
    """C5: the unread places stand selected, digits replace them, Enter reads the check."""
    account, check = plain_accounts()[0], SAMPLE_CHECKS[0]
    cashier.scan(account.key)
    cashier.bench.switch(FeederFault.SMUDGED, True)
    cashier.feed()
    cashier.until(lambda: screen.focus.objectName() == "till_keying_transit")
    field = screen.focus
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.selectedText()) == (f"{check.routing[:3]}??{check.routing[5:]}", "??")
    screen.shoot("keying")
    screen.type("99")
    screen.press(Key.Key_Return)
    assert words(screen, "till_keying_fault").startswith("The routing number is not right.")
    screen.press(Key.Key_A, CTRL)
    screen.type(check.routing)
    screen.press(Key.Key_Return)
    cashier.until(lambda: screen.focus.objectName() == AMOUNT)
    screen.press(Key.Key_Return)
    assert cashier.receipt(cashier.saved()).tenders[0].payer_mark


def test_esc_leaves_the_keying_to_the_number_alone(screen: Screen, cashier: Cashier) -> None:
    """C5: a foreign check is taken by its number."""
    cashier.scan(plain_accounts()[0].key)
    cashier.bench.switch(FeederFault.SMUDGED, True)
    cashier.feed()
    cashier.until(lambda: screen.focus.objectName() == "till_keying_transit")
    screen.press(Key.Key_Escape)
    assert screen.focus.objectName() == "till_tender_reference"
