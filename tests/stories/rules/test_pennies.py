"""Pennies in cash over real books: rounded receipts balance, their voids give back what was taken (T9, C11, X24)."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.domain.change import Pennies
from app.domain.reports.found import ReceiptFound
from app.domain.tender import Tender
from app.ports.books import BooksReader
from app.settings.policy import PENNIES
from app.usecases.export_posting import ExportPosting, ExportRequest
from app.usecases.misc_lines import PenniesMovedError
from app.usecases.take_payment import PaymentTaken
from db.questions.reports import ReportAnswers
from tests.stories.rules.misc_work import change, misc, with_misc
from tests.stories.rules.window import RUIZ, STORE, TODAY, Window, card, cash, check


def pay(window: Window, batch: str, cents: int, *tenders: Tender, mode: str = "nearest") -> PaymentTaken:
    """One account with the pennies that the screen showed."""
    draft = replace(window.draft((STORE, cents)), pennies=mode)
    for tender in tenders:
        draft = draft.with_tender(tender)
    return window.finish(draft, batch)


def test_off_by_default_every_cent_is_paid(window: Window) -> None:
    taken = pay(window, window.open().batch, 1_002, cash(2_000), mode="off")
    assert (taken.total, taken.change, len(taken.lines)) == (1_002, 998, 1)


def test_t9_nearest_five_has_a_transfer_of_its_own(window: Window) -> None:
    """T9 SYMM: 1, 2, 6, 7 down; 3, 4, 8, 9 up; cash only."""
    change(window, PENNIES, Pennies.NEAREST.value)
    batch = window.open().batch
    down = pay(window, batch, 1_002, cash(2_000))
    up = pay(window, batch, 1_003, cash(2_000))
    assert [(taken.total, taken.change) for taken in (down, up)] == [(1_000, 1_000), (1_005, 995)]
    assert [line.cents for line in down.lines] == [1_002, -2]
    assert [line.account for line in up.lines] == [STORE, "rounding"]
    assert down.lines[0].balance_after == 50_000 - 1_002
    assert window.expected(batch)["cash"] == 20_000 + 2_005
    assert window.batch(batch).taken == 2_005
    window.count(batch, 22_005)
    window.accept(batch)
    made = window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn")))
    assert made.total == 2_005, "billing gets what the accounts were paid: 10.02 and 10.03"


def test_rounding_on_refunds_gives_back_what_was_taken(window: Window) -> None:
    """Bad day of issue 3: the void of a rounded receipt gives the rounded cash back, and no penny is left over."""
    change(window, PENNIES, Pennies.NEAREST.value)
    batch = window.open().batch
    down, up = pay(window, batch, 1_002, cash(1_000)), pay(window, batch, 1_004, cash(1_005))
    assert [window.void(taken.receipt).cash_back for taken in (down, up)] == [1_000, 1_005]
    assert window.expected(batch)["cash"] == 20_000
    change(window, PENNIES, Pennies.OFF.value)
    later = pay(window, batch, 1_002, cash(1_002), mode="off")
    change(window, PENNIES, Pennies.NEAREST.value)
    assert window.void(later.receipt).cash_back == 1_002, "a receipt is given back as it was taken, not as it is now"
    window.count(batch, 20_000)
    window.accept(batch)


def test_t9_round_up_is_credit_on_the_account(window: Window) -> None:
    """T9 UPCREDIT: the customer's own pennies stay the customer's; no rounding account is needed."""
    change(window, PENNIES, Pennies.CREDIT.value)
    batch = window.open().batch
    taken = pay(window, batch, 1_002, cash(1_005), mode="credit")
    assert (taken.total, taken.change) == (1_005, 0)
    credit = taken.lines[1]
    assert (credit.account, credit.cents, credit.allocation[0].bucket) == (STORE, 3, "CREDIT")
    assert credit.balance_after == 50_000 - 1_005
    since = window.ask(lambda books: books.payments_since(STORE))
    assert sum(payment.cents for payment in since) == 1_005
    assert window.void(taken.receipt).cash_back == 1_005
    assert window.ask(lambda books: books.payments_since(STORE)) == []


def test_t9_a_misc_receipt_that_is_rounded_up_has_a_rounding_account(window: Window) -> None:
    change(window, PENNIES, Pennies.CREDIT.value)
    draft = with_misc(window, window.draft(), misc(window, "COPIES", 77)).with_tender(cash(100))
    taken = window.finish(draft, window.open().batch)
    assert (taken.total, taken.change) == (80, 20)
    assert taken.lines[1].account == "rounding"


def test_only_the_share_of_cash_is_rounded(window: Window) -> None:
    """X24 rounds cash only."""
    change(window, PENNIES, Pennies.NEAREST.value)
    batch = window.open().batch
    assert pay(window, batch, 1_002, check(1_002)).total == 1_002
    assert pay(window, batch, 1_003, card(1_003)).total == 1_003
    mixed = pay(window, batch, 5_002, check(4_001), cash(1_000))
    assert (mixed.total, mixed.change) == (5_001, 0)
    remainder = pay(window, batch, 2_501, check(2_500), cash(5))
    assert (remainder.total, remainder.lines[-1].cents) == (2_505, 4)


def test_who_pays_to_the_penny_is_not_rounded(window: Window) -> None:
    change(window, PENNIES, Pennies.NEAREST.value)
    taken = pay(window, window.open().batch, 1_002, cash(2_002))
    assert (taken.total, taken.change) == (1_002, 1_000)


def test_another_rounding_than_the_screen_showed_is_refused(window: Window) -> None:
    batch = window.open().batch
    change(window, PENNIES, Pennies.NEAREST.value)
    with pytest.raises(PenniesMovedError, match="has just changed"):
        pay(window, batch, 1_002, cash(2_000), mode="off")
    draft = window.draft((RUIZ, 1_002)).with_tender(cash(2_000))
    assert window.finish(draft, batch).change == 1_000, "a verb without a screen takes what is in force"


def test_lists_of_receipts_leave_the_pennies_out(window: Window) -> None:
    change(window, PENNIES, Pennies.NEAREST.value)
    batch = window.open().batch
    pay(window, batch, 1_002, cash(1_000))
    with_copies = with_misc(window, window.draft(), misc(window, "COPIES", 77)).with_tender(cash(75))
    window.finish(replace(with_copies, pennies="nearest"), batch)

    def listed(books: BooksReader) -> Sequence[ReceiptFound]:
        reports = ReportAnswers.beside(books)  # type: ignore[arg-type]  # the books of a file are these answers
        (outline,) = reports.report_batches(first=TODAY, last=TODAY)
        return reports.report_receipts(outline, after=0, upto=reports.report_head(), limit=9)

    found = window.ask(listed)
    assert [each.accounts for each in found] == [("104-2290-00 FEED STORE",), ("COPIES Copies and records",)]
    assert [each.total for each in found] == [1_000, 75]
