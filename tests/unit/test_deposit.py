"""The bag: intact, by class, with each check (R37, R39)."""

import pytest

from app.domain.count import results
from app.domain.deposit import (
    BagDue,
    BagNumberError,
    DepositCashDiffersError,
    DepositItemsDifferError,
    NothingToDepositError,
    bag_due,
    check_bag,
    deposit_transfers,
    items_of,
)
from app.domain.facts.batches import TenderResult
from app.domain.facts.deposits import DepositCheck
from app.domain.records import BatchRecord
from app.domain.tender import Tender, TenderKind
from app.domain.transfer import Transfer
from tests.unit.records_for_rules import batch, pennies, receipt


def counted_of(*batches: BatchRecord) -> dict[str, tuple[TenderResult, ...]]:
    return {one.batch: results(one.expected, one.counts[-1].cash, one.counts[-1].tenders) for one in batches}


def moves(*batches: BatchRecord) -> tuple[Transfer, ...]:
    counted = counted_of(*batches)
    return deposit_transfers(
        station="DT1", bank="Practice Bank", batches=batches, counted=dict(counted), due=bag_due(batches, dict(counted))
    )


def test_r37_a_bag_is_counted_less_starting_cash_plus_turn_ins_by_class() -> None:
    first = batch("DT1A-0001", cash=30_000, check=15_000, counted=(30_000, 15_000, 0, 9_900), turned_in=10_000)
    second = batch("DT1A-0002", cash=25_000, money_order=5_000, counted=(24_800, 0, 5_000, 0))
    due = bag_due([first, second], dict(counted_of(first, second)))
    assert due == BagDue(cash=24_800, checks=15_000, money_orders=5_000)
    assert (due.total, due.of(TenderKind.CARD)) == (44_800, 0)


def test_the_bag_is_drawn_from_drawer_and_safe_into_transit() -> None:
    one = batch(cash=30_000, check=15_000, counted=(30_000, 15_000, 0, 0), turned_in=10_000)
    assert moves(one) == (
        Transfer("in_transit:Practice Bank", "drawer:DT1:cash", 10_000),
        Transfer("in_transit:Practice Bank", "drawer:DT1:check", 15_000),
        Transfer("in_transit:Practice Bank", "safe", 10_000),
    )


def test_turned_in_cash_makes_up_a_drawer_below_its_starting_cash() -> None:
    # started with 200.00, turned in 250.00, 50.00 are left: 150.00 of the turn-in replace the starting cash
    one = batch(cash=5_000, counted=(5_000, 0, 0, 0), turned_in=25_000)
    assert moves(one) == (Transfer("in_transit:Practice Bank", "safe", 10_000),)


def test_one_drawers_missing_starting_cash_is_made_up_from_the_others_cash() -> None:
    poor = batch("DT1A-0001", counted=(19_500, 0, 0, 0))
    rich = batch("DT1A-0002", cash=30_000, counted=(30_000, 0, 0, 0))
    assert moves(poor, rich) == (
        Transfer("in_transit:Practice Bank", "drawer:DT1:cash", 10_000),
        Transfer("safe", "in_transit:Practice Bank", 500),
    )


def test_r39_each_check_and_money_order_of_good_receipts_stands_on_the_slip() -> None:
    receipts = [
        receipt("R2", Tender("money_order", 5_000, "265")),
        receipt("R1", Tender("check", 15_000, "1042"), Tender("cash", 100)),
        receipt("R3", Tender("check", 700, "9"), is_void=True),
        receipt("R4", Tender("card", 700, "A1", "4242")),
    ]
    assert items_of(receipts) == (
        DepositCheck("R1", "check", "RUIZ, MARIA", "1042", 15_000),
        DepositCheck("R2", "money_order", "RUIZ, MARIA", "265", 5_000),
    )


def test_r37_cash_that_is_not_what_the_batches_hand_over_is_refused() -> None:
    with pytest.raises(DepositCashDiffersError, match=r"is 9\.00, but these batches hand over 10\.00"):
        check_bag(BagDue(1_000, 0, 0), cash=pennies(900), checks=())


def test_r37_each_class_of_items_is_compared_alone() -> None:
    swapped = (DepositCheck("R1", "money_order", "RUIZ, MARIA", "1", 500),)
    with pytest.raises(DepositItemsDifferError, match=r"checks on the slip are 0\.00, but 5\.00 was counted"):
        check_bag(BagDue(0, 500, 0), cash=pennies(0), checks=swapped)
    with pytest.raises(DepositItemsDifferError, match="money orders"):
        check_bag(BagDue(100, 0, 0), cash=pennies(100), checks=swapped)


def test_a_bag_of_nothing_is_no_bag() -> None:
    with pytest.raises(NothingToDepositError):
        check_bag(BagDue(0, 0, 0), cash=pennies(0), checks=())
    with pytest.raises(NothingToDepositError):
        check_bag(BagDue(-500, 900, 0), cash=pennies(0), checks=())


def test_what_agrees_is_accepted() -> None:
    check_bag(BagDue(1_000, 500, 0), cash=pennies(1_000), checks=(DepositCheck("R1", "check", "A", "1", 500),))


def test_the_bags_number_says_why_it_is_refused() -> None:
    assert "already used for deposit DT1A-D0001" in BagNumberError("B7", used_by="DT1A-D0001").sentence()
    assert "Type the bag's number" in BagNumberError("").sentence()


def test_a_bag_that_needs_nothing_of_the_safe_moves_nothing_there() -> None:
    assert moves(batch(cash=30_000, counted=(30_000, 0, 0, 0))) == (
        Transfer("in_transit:Practice Bank", "drawer:DT1:cash", 10_000),
    )


def test_a_class_that_was_not_counted_adds_nothing_to_the_bag() -> None:
    assert bag_due([batch(starting=0)], {"DT1A-0001": ()}) == BagDue(0, 0, 0)


def test_a_bag_of_checks_alone_is_a_bag() -> None:
    check_bag(BagDue(0, 1, 0), cash=pennies(0), checks=(DepositCheck("R1", "check", "A", "1", 1),))
