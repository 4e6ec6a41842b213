"""Misc receipts and pennies at the till: chooser, line, tenders, paper (B8, B15, T9)."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from app.domain.change import Pennies
from app.domain.facts.base import Approval
from app.domain.misc_starter import starter_types
from app.domain.tender import TenderKind
from app.settings.policy import PENNIES
from app.usecases.change_setting import SettingRequest
from app.usecases.void_receipt import VoidRequest
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.viewmodels.sign_in import read_sitting
from ui.viewmodels.till.figures import figures_of
from ui.viewmodels.till.misc import MiscModel

BY_DUNN = Approval("void_receipt", "kdunn", "station", "Wrong amount")
Set = Callable[[str, Any], None]


@pytest.fixture
def city(cashier: Cashier) -> Set:
    """The city changes a setting; the window reads the sitting again, as after Set-up."""

    def change(name: str, value: Any) -> None:
        request = SettingRequest("pforeman", name, value, "2026-11-21", "Ord. 9")
        cashier.desk.do(lambda deeds: deeds.change_setting(request)).result()
        user = cashier.session.sitting.user  # type: ignore[union-attr]
        cashier.session.sit(cashier.ask(lambda books: read_sitting(books, user=user, clock=cashier.clock)))
        cashier.settle()

    return change


def choose(cashier: Cashier, words: str) -> MiscModel:
    """F3 and Enter on the first row."""
    misc = MiscModel(cashier.session, cashier.till.lanes, cashier.till.work, cashier.till)
    misc.begin()
    misc.type(words)
    misc.choose(0)
    return misc


def test_a_fixed_price_joins_an_account_and_is_paid_with_the_same_cash(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    choose(cashier, "animal")
    line = cashier.draft.lines[1]
    assert (line.proposed, line.accepted) == (800, None)
    assert cashier.till.work.hand == "misc:ANIMAL"
    assert figures_of(cashier.till.work.with_shown()).note == "2 lines"
    cashier.till.cash()
    receipt = cashier.receipt(cashier.saved())
    assert receipt.total == account.balance + 800
    cashier.until(lambda: "Animal license" in cashier.paper())
    assert "10-4320" not in cashier.paper()


def test_an_entered_price_asks_amount_and_reference_and_splits(cashier: Cashier) -> None:
    misc = choose(cashier, "rec member")
    misc.give(10_000, "")
    assert misc.fault == "Recreation membership needs its member name. Type it to go on."
    misc.give(10_000, "4111 1111 1111 1111")
    assert "card number" in misc.fault
    misc.give(10_000, "  Ana   Ruiz ")
    assert cashier.draft.lines[0].accepted == 10_000
    cashier.till.cash(20_000)
    cashier.settle()
    cashier.till.finish()
    number = cashier.saved()
    (line,) = cashier.receipt(number).lines
    assert [(part.bucket, part.cents) for part in line.allocation] == [("10-4710", 8_500), ("10-2230", 1_500)]
    cashier.until(lambda: "Ana Ruiz" in cashier.paper())


def test_b15_a_group_is_refused_beside_an_account_and_the_work_stays(cashier: Cashier) -> None:
    """B15."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    misc = choose(cashier, "court")
    misc.give(5_000, "C-1")
    assert "may not stand on one receipt" in misc.fault
    assert len(cashier.draft.lines) == 1
    told: list[str] = []
    cashier.till.remove_line()
    cashier.settle()
    misc.give(5_000, "C-1")
    assert [line.number for line in cashier.draft.lines] == ["COURT"]
    cashier.till.work.told.connect(told.append)
    cashier.till.work.add(account.key)
    cashier.settle()
    assert told == [
        f"Court fine and Account {account.number} may not stand on one receipt. Finish this one and begin another."
    ]


def test_a_price_that_is_fixed_cannot_be_typed_over(cashier: Cashier) -> None:
    choose(cashier, "animal")
    assert not cashier.till.work.accept("misc:ANIMAL", 500)
    assert cashier.till.notice == "Animal license has a fixed price of 8.00. Leave it so, or remove the line."


def test_t3_a_check_for_a_returned_check_is_handed_back(cashier: Cashier) -> None:
    """T3 tenders allowed."""
    choose(cashier, "nsf").give(9_000, "1042")
    cashier.till.tender(TenderKind.CHECK)
    assert "Returned check redemption may not be paid by check" in cashier.till.notice
    assert cashier.till.tenders.asked is None
    cashier.feed()
    cashier.until(lambda: "may not be paid by check" in cashier.till.notice)
    cashier.settle()
    assert cashier.draft.reads == ()


def test_two_of_one_kind_are_two_lines_and_a_crash_brings_both_back(cashier: Cashier) -> None:
    for _ in range(2):
        choose(cashier, "animal")
    assert [line.account for line in cashier.draft.lines] == ["misc:ANIMAL", "misc:ANIMAL:2"]
    cashier.settle()
    assert cashier.kept_drafts()[0].lines == cashier.draft.lines
    cashier.leave()
    cashier.sign_in("mruiz", "1234")
    cashier.until(lambda: len(cashier.draft.lines) == 2)
    assert cashier.till.work.face("misc:ANIMAL:2") is not None


def test_the_practice_city_offers_the_starter_list_with_prices(cashier: Cashier) -> None:
    misc = MiscModel(cashier.session, cashier.till.lanes, cashier.till.work, cashier.till)
    misc.begin()
    assert {each.code for each in starter_types()} < {hit.code for hit in misc.hits}
    assert "25.00" in {hit.price for hit in misc.hits if hit.code == "CONNECT"}


def test_t9_exact_cash_is_rounded_shown_printed_and_given_back_so(cashier: Cashier, city: Set) -> None:
    """T9 and "rounding on refunds": F5 takes what cash has to cover, the void gives the same back."""
    city(PENNIES, Pennies.NEAREST.value)
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, 1_002)
    figures = figures_of(cashier.draft)
    assert (figures.to_pay, figures.owing, figures.note) == ("10.02", "10.02", "1 account, in cash 10.00")
    cashier.till.cash()
    receipt = cashier.receipt(cashier.saved())
    assert (receipt.total, receipt.change) == (1_000, 0)
    cashier.until(lambda: "Cash rounding" in cashier.paper())
    assert re.search(r"Cash rounding +-0\.02", cashier.paper())
    request = VoidRequest("mruiz", receipt.receipt, "Wrong amount", approval=BY_DUNN)
    assert cashier.desk.do(lambda deeds: deeds.void_receipt(request)).result().cash_back == 1_000
    cashier.until(lambda: bool(re.search(r"CASH +\$10\.00", cashier.paper())))


def test_t9_pennies_of_change_become_credit(cashier: Cashier, city: Set) -> None:
    """T9 UPCREDIT at the till: the column says so before Enter."""
    city(PENNIES, Pennies.CREDIT.value)
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, 1_002)
    cashier.till.cash(2_000)
    cashier.settle()
    figures = figures_of(cashier.draft)
    assert (figures.change, figures.note) == ("9.95", "1 account, rounded up 0.03")
    assert all("penn" not in piece for _count, piece in figures.pieces)
    cashier.till.finish()
    receipt = cashier.receipt(cashier.saved())
    assert [line.cents for line in receipt.lines] == [1_002, 3]
    cashier.until(lambda: "Rounded up, credit" in cashier.paper())


def test_a_setting_that_comes_while_work_is_in_hand_changes_what_cash_has_to_cover(cashier: Cashier, city: Set) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.till.work.accept(account.key, 1_003)
    assert cashier.draft.still_in_cash == 1_003
    city(PENNIES, Pennies.NEAREST.value)
    assert cashier.draft.still_in_cash == 1_005
