"""Each class compared alone, over and short gross, and what the entries book (R5, R17, R30-R33)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cash import CashCount
from app.domain.count import (
    CLASSES,
    ItemsDisagreeError,
    Swap,
    balance_transfers,
    counted_items,
    expected_cash,
    largest_difference,
    needs_reason,
    opening_transfers,
    over_short,
    results,
    swaps,
    turn_in_due,
)
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.money import Money
from app.domain.tender import TenderKind
from app.domain.transfer import Transfer

EXPECTED = (
    TenderResult("cash", 30_000, 0, 0, 0),
    TenderResult("check", 15_000, 0, 0, 0),
    TenderResult("money_order", 0, 0, 0, 0),
    TenderResult("card", 4_000, 0, 0, 0),
)


def counted(cash: int, check: int, money_order: int = 0, card: int = 4_000) -> tuple[TenderResult, ...]:
    others = (TenderCount("check", 1, check), TenderCount("money_order", 0, money_order), TenderCount("card", 1, card))
    return results(EXPECTED, CashCount.of({"coin1": cash}), others)


def net(transfers: tuple[Transfer, ...]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for move in transfers:
        sums[move.debit] = sums.get(move.debit, 0) + move.cents
        sums[move.credit] = sums.get(move.credit, 0) - move.cents
    return {account: cents for account, cents in sums.items() if cents}


def test_short_is_negative() -> None:
    assert over_short(counted=Money(29_800), expected=Money(30_000)) == Money(-200)


def test_r17_expected_cash_is_starting_cash_and_cash_in_less_change_and_turn_ins() -> None:
    assert expected_cash(starting=20_000, cash_in=10_000, change=4_000, turned_in=5_000) == 21_000


def test_r6_what_is_above_the_drawers_limit_should_be_turned_in() -> None:
    assert [turn_in_due(cents, limit=150_000) for cents in (20_000, 150_000, 150_001)] == [0, 0, 1]


def test_r31_each_class_is_compared_alone_though_the_total_agrees() -> None:
    found = counted(31_000, 14_000)
    assert [(r.tender, r.over, r.short) for r in found[:2]] == [("cash", 1_000, 0), ("check", 0, 1_000)]


def test_r31_equal_and_opposite_differences_are_called_a_swap() -> None:
    assert swaps(counted(31_000, 14_000)) == (Swap(short="check", over="cash", cents=1_000),)
    assert swaps(counted(31_000, 14_001)) == ()
    assert swaps(counted(30_000, 15_000)) == ()


def test_r31_a_class_left_out_was_counted_as_nothing() -> None:
    found = results(EXPECTED, CashCount.of({"coin1": 30_000}), ())
    assert {r.tender: r.short for r in found} == {"cash": 0, "check": 15_000, "money_order": 0, "card": 4_000}
    assert tuple(r.tender for r in found) == CLASSES


def test_r33_one_class_beyond_the_tolerance_needs_a_reason_though_the_classes_would_net() -> None:
    found = counted(31_000, 14_000)
    assert needs_reason(found, tolerance=999)
    assert not needs_reason(found, tolerance=1_000)
    assert not needs_reason(counted(30_000, 15_000), tolerance=0)
    assert largest_difference(found) == 1_000


def test_r32_over_and_short_are_booked_gross_and_the_starting_cash_goes_back() -> None:
    moves = balance_transfers(station="DT1", found=counted(31_000, 14_000, card=3_900), starting=20_000)
    assert moves == (
        Transfer("drawer:DT1:cash", "over", 1_000),
        Transfer("short", "drawer:DT1:check", 1_000),
        Transfer("short", "card_receivable", 100),
        Transfer("safe", "drawer:DT1:cash", 20_000),
    )


def test_a_drawer_that_holds_less_than_its_starting_cash_gives_back_what_it_holds() -> None:
    moves = balance_transfers(station="DT1", found=counted(15_000, 15_000), starting=20_000)
    assert net(moves) == {"short": 15_000, "safe": 15_000, "drawer:DT1:cash": -30_000}


def test_a_batch_that_agrees_books_only_the_starting_cash() -> None:
    assert balance_transfers(station="DT1", found=counted(30_000, 15_000), starting=0) == ()


def test_r5_starting_cash_as_issued_moves_out_of_the_safe() -> None:
    assert opening_transfers(station="DT1", counted=20_000, issued=20_000) == (
        Transfer("drawer:DT1:cash", "safe", 20_000),
    )


def test_r5_starting_cash_counted_less_is_the_issuers_short() -> None:
    moves = opening_transfers(station="DT1", counted=19_500, issued=20_000)
    assert net(moves) == {"drawer:DT1:cash": 19_500, "short": 500, "safe": -20_000}


def test_r5_starting_cash_counted_more_is_the_issuers_over() -> None:
    moves = opening_transfers(station="DT1", counted=20_500, issued=20_000)
    assert net(moves) == {"drawer:DT1:cash": 20_500, "over": -500, "safe": -20_000}


def test_no_starting_cash_moves_nothing_but_the_issuers_short() -> None:
    assert opening_transfers(station="DT1", counted=0, issued=100) == (Transfer("short", "safe", 100),)


@given(st.integers(0, 60_000), st.integers(0, 60_000), st.integers(0, 60_000), st.integers(0, 40_000))
def test_after_balancing_the_drawer_holds_what_goes_to_the_bank(
    cash: int, check: int, card: int, starting: int
) -> None:
    found = counted(cash, check, card=card)
    moved = net(balance_transfers(station="DT1", found=found, starting=starting))
    assert 30_000 + moved.get("drawer:DT1:cash", 0) == cash - min(starting, cash)
    assert 15_000 + moved.get("drawer:DT1:check", 0) == check
    assert 4_000 + moved.get("card_receivable", 0) == card


@pytest.mark.parametrize(("items", "cents"), [(3, 0), (0, 4500), (1, -100)])
def test_papers_without_an_amount_or_an_amount_without_papers_are_counted_again(items: int, cents: int) -> None:
    with pytest.raises(ItemsDisagreeError, match="cannot both be right"):
        counted_items(TenderKind.CHECK, items=items, cents=cents)


def test_no_papers_and_no_money_is_a_count() -> None:
    assert counted_items(TenderKind.MONEY_ORDER, items=0, cents=0) == TenderCount("money_order", 0, 0)


def test_a_class_that_nobody_expected_is_all_over() -> None:
    found = results((), CashCount.of({"coin1": 7}), (TenderCount("check", 1, 500),))
    assert {result.tender: (result.expected, result.over) for result in found} == {
        "cash": (0, 7), "check": (0, 500), "money_order": (0, 0), "card": (0, 0),
    }  # fmt: skip


def test_nothing_counted_differs_by_nothing() -> None:
    assert largest_difference(()) == 0
    assert balance_transfers(station="DT1", found=(), starting=20_000) == ()
