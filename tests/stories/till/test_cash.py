"""Cash at the window."""

from app.domain.tender import TenderKind
from tests.stories.till.cashier import Cashier, plain_accounts


def test_exact_cash_is_one_scan_and_one_key(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    assert cashier.till.work.shown(account.key) == account.balance
    cashier.till.cash()
    receipt = cashier.receipt(cashier.saved())
    assert receipt.total == account.balance
    assert [tender.kind for tender in receipt.tenders] == [TenderKind.CASH]
    assert receipt.change == 0
    assert cashier.kept_drafts() == []


def test_cash_with_change_waits_for_enter_so_that_a_mistyped_amount_can_be_taken_back(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.cash(100_000)
    cashier.settle()
    assert cashier.receipts() == []
    assert cashier.till.can_finish
    assert cashier.draft.checked_change() == 100_000 - account.balance
    cashier.till.finish()
    moment_number = cashier.saved()
    shown = cashier.till.moment.shown()
    assert shown is not None
    assert cashier.receipt(moment_number).change == 100_000 - account.balance
    assert shown.pieces
