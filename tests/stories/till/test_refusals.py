"""What the rules refuse, in place, and the two ways on."""

import dataclasses

from app.domain.tender import TenderKind
from app.domain.user import Deed
from tests.stories.till.cashier import RUIZ, Cashier, plain_accounts


def refused_check(cashier: Cashier, cents: int = 15_000) -> None:
    cashier.scan(RUIZ)
    cashier.give_check("1042", cents)


def approve(cashier: Cashier, name: str, pin: str) -> None:
    cashier.until(lambda: any(
        user.name == name for user in (cashier.till.refusal.shown.approvers if cashier.till.refusal.shown else ())))
    cashier.till.refusal.approve(name, pin)


def test_a_cash_only_account_refuses_a_check_in_place(cashier: Cashier) -> None:
    refused_check(cashier)
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.account == RUIZ
    assert refusal.what == "Cash only until 15 Jan 2027. Check 1042 150.00 is refused."
    assert refusal.instead == "Take cash, card or money order, or let a supervisor approve this check."
    assert cashier.draft.tenders == ()


def test_a_refused_check_goes_back_to_the_customer(cashier: Cashier) -> None:
    refused_check(cashier)
    cashier.till.refusal.go_back()
    cashier.settle()
    assert cashier.till.refusal.shown is None
    assert cashier.till.tenders.asked is None
    assert cashier.draft.tenders == ()


def test_a_supervisors_pin_lets_the_check_stand_and_both_names_are_kept(cashier: Cashier) -> None:
    refused_check(cashier)
    approve(cashier, "K. Dunn", "123456")
    cashier.until(lambda: bool(cashier.draft.tenders))
    assert cashier.till.approved_by(Deed.OVERRIDE_CASH_ONLY) == "K. Dunn"
    cashier.till.cash(10_000)
    cashier.till.finish()
    receipt = cashier.receipt(cashier.saved())
    approval = receipt.approvals[0]
    assert (receipt.by, approval.by, approval.deed, approval.way) == ("mruiz", "kdunn", "override_cash_only", "station")
    assert receipt.total == 18_412
    assert receipt.change == 25_000 - 18_412


def test_a_wrong_pin_is_one_sentence_and_the_check_stays_refused(cashier: Cashier) -> None:
    refused_check(cashier)
    approve(cashier, "K. Dunn", "999999")
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.fault))
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.fault.startswith("User and PIN do not match. 4 more tries")
    assert cashier.draft.tenders == ()


def test_nobody_approves_their_own_check(cashier: Cashier) -> None:
    refused_check(cashier)
    cashier.until(lambda: bool(cashier.till.refusal.shown and cashier.till.refusal.shown.approvers))
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert [user.user for user in refusal.approvers] == ["kdunn", "swhite"]


def test_a_cash_only_account_takes_a_money_order(cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.till.tender(TenderKind.MONEY_ORDER)
    cashier.till.tenders.give(cents=18_412, reference="26503198745")
    assert cashier.receipt(cashier.saved()).tenders[0].kind == TenderKind.MONEY_ORDER


def test_an_account_that_becomes_part_of_the_receipt_after_the_check_refuses_it_too(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("1042", account.balance - 100)
    assert len(cashier.draft.tenders) == 1
    cashier.scan(RUIZ)
    cashier.till.cash(20_000)
    cashier.till.finish()
    cashier.until(lambda: cashier.till.refusal.shown is not None)
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.account == RUIZ
    cashier.till.refusal.go_back()
    cashier.settle()
    assert [tender.kind for tender in cashier.draft.tenders] == [TenderKind.CASH]
    assert cashier.receipts() == []


def test_the_same_amount_on_the_same_day_asks_for_a_keyed_answer(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.cash()
    first = cashier.saved()
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, account.balance)
    cashier.till.cash()
    cashier.until(lambda: cashier.till.refusal.shown is not None)
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.deed is None
    assert refusal.what.endswith(f"today on receipt {first}.")
    cashier.till.refusal.take_it()
    second = cashier.saved()
    assert second != first
    assert len(cashier.receipts()) == 2


def test_a_duplicate_can_be_left_and_nothing_is_taken(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.cash()
    cashier.saved()
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, account.balance)
    cashier.till.cash()
    cashier.until(lambda: cashier.till.refusal.shown is not None)
    cashier.till.refusal.go_back()
    cashier.settle()
    assert cashier.till.refusal.shown is None
    assert len(cashier.receipts()) == 1
    assert len(cashier.draft.tenders) == 1


def test_a_receipt_over_the_limit_needs_a_supervisor(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, 600_000)
    cashier.till.cash()
    cashier.until(lambda: cashier.till.refusal.shown is not None)
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.what == "6,000.00 is more than one receipt may hold (5,000.00)."
    approve(cashier, "S. Whitekiller", "123456")
    receipt = cashier.receipt(cashier.saved())
    assert [approval.by for approval in receipt.approvals] == ["swhite"]


def test_a_refusal_does_not_follow_to_another_lane(cashier: Cashier) -> None:
    refused_check(cashier)
    cashier.till.next_lane()
    cashier.settle()
    assert cashier.till.refusal.shown is None
    assert cashier.till.tenders.asked is None


def test_no_payment_is_taken_without_an_open_batch(cashier: Cashier) -> None:
    sitting = cashier.session.sitting
    assert sitting is not None
    cashier.session.sit(dataclasses.replace(sitting, batch=None))
    assert not cashier.till.has_batch
    assert not cashier.till.scan("104-2281")
    assert cashier.draft.is_empty
