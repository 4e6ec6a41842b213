"""Checks at the real window, by keys alone: payer memory, prompts, unread places (P13, C9, C10, C5)."""

from PySide6.QtWidgets import QLabel

from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import Cashier, plain_accounts
from tests.ui.till.screen import Key, Screen

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
