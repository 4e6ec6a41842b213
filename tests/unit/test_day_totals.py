"""The supervisor's figures (R30-R32, R38): nothing is netted, nothing gives a blind count away, no dollar is lost."""

from dataclasses import replace

from app.domain.batch_state import BatchState
from app.domain.count import results
from app.domain.day_totals import (
    all_classes,
    bag_due_by,
    compared,
    day_before,
    day_totals,
    may_see_sums,
    sums_of,
    week_of,
)
from app.domain.records import BatchRecord
from tests.unit.records_for_rules import batch

COUNTED = replace(
    batch("DT1A-0001", cash=36_120, check=8_000, card=2_500, counted=(36_000, 8_100, 0, 2_500)),
    taken=26_620,
    receipts=5,
)


def balanced(counted: BatchRecord, *, deposit: str = "") -> BatchRecord:
    count = counted.counts[-1]
    booked = results(counted.expected, count.cash, count.tenders)
    return replace(counted, state=BatchState.BALANCED, deposit=deposit, expected=booked)


def test_received_cash_leaves_the_starting_cash_out() -> None:
    sums = sums_of(COUNTED)
    assert (sums.cash, sums.papers, sums.cards) == (16_120, 8_000, 2_500)


def test_turned_in_cash_was_received_too() -> None:
    sums = sums_of(replace(COUNTED, turned_in=5_000))
    assert (sums.cash, sums.for_bag) == (21_120, 29_120)


def test_over_and_short_stand_apart_and_are_never_netted() -> None:
    totals = day_totals([COUNTED], [], user="kdunn")
    assert (totals.over, totals.short) == (100, 120)
    assert totals.over_batches == totals.short_batches == ("DT1A-0001",)
    both = all_classes(compared(COUNTED))
    assert (both.over, both.short) == (100, 120)


def test_a_count_that_was_sent_back_is_compared_but_in_no_total() -> None:
    rejected = replace(COUNTED, state=BatchState.REJECTED)
    assert compared(rejected)[0].short == 120
    totals = day_totals([rejected], [], user="kdunn")
    assert (totals.over, totals.short) == (0, 0)


def test_an_open_batch_has_nothing_compared_even_when_it_was_counted_before() -> None:
    assert compared(replace(COUNTED, state=BatchState.OPEN)) == ()


def test_a_bag_gets_what_was_counted_not_what_was_expected() -> None:
    assert sums_of(COUNTED).for_bag == 24_120
    assert sums_of(balanced(COUNTED)).for_bag == 24_100


def test_what_is_in_a_bag_and_what_is_outside_are_told_apart_and_cards_are_in_neither() -> None:
    second = replace(COUNTED, batch="DT1A-0002")
    totals = day_totals([balanced(COUNTED, deposit="DT1A-D0001"), second], [], user="kdunn")
    assert (totals.in_bags, totals.deposits) == (24_100, ("DT1A-D0001",))
    assert (totals.outside, totals.outside_batches) == (24_120, ("DT1A-0002",))
    assert totals.received == 2 * 26_620


def test_earlier_money_outside_a_bag_is_named_with_its_oldest_day() -> None:
    older = replace(balanced(COUNTED), batch="DT1A-0000", business_date="2026-11-19")
    bagged = replace(balanced(COUNTED, deposit="DT1A-D0001"), batch="DT1A-0009", business_date="2026-11-18")
    empty = replace(batch("DT1A-0008"), business_date="2026-11-17")
    totals = day_totals([], [older, bagged, empty], user="kdunn")
    assert (totals.left, totals.left_batches, totals.left_since) == (24_100, ("DT1A-0000",), "2026-11-19")


def test_a_cashier_sees_no_sums_of_an_own_batch_before_it_is_balanced() -> None:
    assert not may_see_sums(COUNTED, "mruiz")
    assert may_see_sums(balanced(COUNTED), "mruiz")
    assert may_see_sums(COUNTED, "kdunn")


def test_figures_leave_the_lookers_own_blind_batch_out_by_name() -> None:
    other = replace(COUNTED, batch="DT1A-0002", cashier="tokafor")
    totals = day_totals([COUNTED, other], [COUNTED], user="mruiz")
    assert totals.hidden == ("DT1A-0001",)
    assert (totals.received, totals.left) == (26_620, 0)
    assert totals.states[BatchState.COUNTED] == 2


def test_a_bag_is_due_on_the_next_weekday() -> None:
    assert bag_due_by("2026-11-20") == "2026-11-23"  # Friday to Monday
    assert bag_due_by("2026-11-21") == "2026-11-23"
    assert bag_due_by("2026-11-23") == "2026-11-24"


def test_yesterday_and_the_week_are_days_of_the_calendar() -> None:
    assert day_before("2026-03-01") == "2026-02-28"
    assert week_of("2026-03-02") == (
        "2026-03-02", "2026-03-01", "2026-02-28", "2026-02-27", "2026-02-26", "2026-02-25", "2026-02-24",
    )  # fmt: skip
