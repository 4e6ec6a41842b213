"""Several accounts and tenders, parts, over-payments, cards and money orders; nothing is taken twice."""

from app.domain.account import Account
from app.domain.tender import TenderKind
from app.interchange.practice.city import practice_accounts
from tests.stories.till.cashier import ACCOUNTS, DAY, RENT_HOUSE, RUIZ, SEED, Cashier, plain_accounts


def test_the_receipt_of_the_picture(cashier: Cashier) -> None:
    """Two accounts, a check and cash, change out of the cash."""
    account = plain_accounts()[0]
    cashier.scan(RENT_HOUSE)
    cashier.scan(account.key)
    owed = 5_200 + account.balance
    cashier.give_check("1042", owed - 4_000)
    cashier.till.cash(10_000)
    cashier.settle()
    assert cashier.draft.checked_change() == 6_000
    cashier.till.finish()
    receipt = cashier.receipt(cashier.saved())
    assert [line.cents for line in receipt.lines] == [5_200, account.balance]
    assert receipt.change == 6_000
    assert all(line.balance_after == 0 for line in receipt.lines)


def test_part_of_it_is_paid_and_the_rest_stays_owed(cashier: Cashier) -> None:
    cashier.scan(RUIZ)
    cashier.till.work.press(RUIZ, "past_due")
    assert cashier.till.work.shown(RUIZ) == 9_640
    cashier.till.cash()
    receipt = cashier.receipt(cashier.saved())
    assert receipt.total == 9_640
    assert receipt.lines[0].balance_after == 8_772
    assert all(part.bucket.endswith(".30") for part in receipt.lines[0].allocation)


def test_more_than_is_owed_becomes_credit(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, account.balance + 2_500)
    cashier.till.cash()
    line = cashier.receipt(cashier.saved()).lines[0]
    assert line.allocation[-1].bucket == "CREDIT"
    assert line.allocation[-1].cents == 2_500


def test_a_card_is_taken_by_approval_code_and_last_four(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.tender(TenderKind.CARD)
    cashier.till.tenders.give(cents=account.balance, reference="A81F22", last_four="4242")
    taken = cashier.receipt(cashier.saved())
    assert (taken.tenders[0].reference, taken.tenders[0].last_four) == ("A81F22", "4242")
    shown = cashier.till.moment.shown()
    assert shown is not None
    assert all("rawer" not in step.words for step in shown.steps)


def test_a_whole_card_number_is_refused_and_kept_nowhere(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.tender(TenderKind.CARD)
    cashier.till.tenders.give(cents=account.balance, reference="4111 1111 1111 1111", last_four="1111")
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.fault.startswith("That looks like a whole card number.")
    cashier.settle()
    assert all("4111" not in record.body for record in cashier.ask(lambda books: books.drafts()))


def test_an_approved_card_comes_off_only_when_it_was_reversed(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.tender(TenderKind.CARD, 1_000)
    cashier.till.tenders.give(cents=1_000, reference="A81F22", last_four="4242")
    with cashier.qtbot.waitSignal(cashier.till.tenders.card_stays):
        cashier.till.tenders.remove(0)
    assert len(cashier.draft.tenders) == 1
    cashier.till.tenders.remove(0, card_reversed=True)
    assert not cashier.draft.tenders


def test_a_money_order_is_a_tender_of_its_own(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.tender(TenderKind.MONEY_ORDER)
    cashier.till.tenders.give(cents=account.balance, reference="26503198745")
    assert cashier.receipt(cashier.saved()).tenders[0].kind == "money_order"


def test_a_mistyped_tender_can_be_taken_back(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.cash(1_000_000)
    cashier.till.tenders.remove(0)
    cashier.settle()
    assert cashier.draft.tenders == ()
    assert cashier.receipts() == []


def test_a_double_click_on_finish_takes_one_receipt(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash(100_000)
    cashier.till.finish()
    cashier.till.finish()
    cashier.till.finish()
    cashier.saved()
    assert len(cashier.receipts()) == 1


def test_a_second_payment_of_the_same_work_is_refused_by_the_books(cashier: Cashier) -> None:
    """Even when a press slips through: the draft can become a receipt only once."""
    cashier.scan(plain_accounts()[0].key)
    cashier.till.cash(100_000)
    cashier.settle()
    work = cashier.draft
    cashier.till.finish()
    cashier.saved()
    cashier.till.finishing.finish(work, approvals=())
    cashier.until(lambda: cashier.till.notice.startswith("This receipt was already finished or dropped."))
    assert len(cashier.receipts()) == 1


def test_a_scan_while_the_payment_is_being_saved_begins_the_next_receipt(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.till.cash()
    assert cashier.till.finishing.is_busy
    assert cashier.till.scan(second.stub_scan_line)
    cashier.until(lambda: [line.account for line in cashier.draft.lines] == [second.key])
    assert [receipt.total for receipt in cashier.receipts()] == [first.balance]


def test_the_same_stub_twice_stays_one_line(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.scan(account.stub_scan_line)
    cashier.settle()
    assert len(cashier.draft.lines) == 1


def test_an_account_that_owes_nothing_proposes_nothing_and_waits_for_an_amount(cashier: Cashier) -> None:
    paid = next(account for account in every_account() if account.balance == 0 and not account.flags)
    cashier.till.work.add(paid.key)
    cashier.until(lambda: bool(cashier.draft.lines))
    with cashier.qtbot.waitSignal(cashier.till.work.amount_wanted):
        cashier.till.cash()
    assert cashier.draft.tenders == ()
    cashier.till.work.accept(paid.key, 2_000)
    cashier.till.cash()
    assert cashier.receipt(cashier.saved()).lines[0].balance_after == -2_000


def every_account() -> list[Account]:
    return list(practice_accounts(SEED, accounts=ACCOUNTS, business_date=DAY))
