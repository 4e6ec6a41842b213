"""When a drawer was above its limit (R6, A10)."""

from dataclasses import replace

from app.domain.drawer_limit import AboveLimit, CashMove, above_limit, moves_of
from app.domain.tender import Tender
from tests.unit.records_for_rules import receipt

MOVES = (CashMove("10:00", 5_000), CashMove("11:00", 3_000), CashMove("12:00", -6_000), CashMove("13:00", 9_000))


def test_r6_each_stretch_above_the_limit_has_its_beginning_its_end_and_its_most() -> None:
    assert above_limit(MOVES, starting=20_000, limit=24_000) == (
        AboveLimit("10:00", "12:00", 28_000), AboveLimit("13:00", "", 31_000),
    )  # fmt: skip


def test_r6_exactly_the_limit_is_within_it() -> None:
    assert above_limit(MOVES[:1], starting=20_000, limit=25_000) == ()
    assert above_limit(MOVES[:1], starting=20_000, limit=24_999) == (AboveLimit("10:00", "", 25_000),)


def test_r6_moves_are_told_in_their_order_whatever_the_list_is() -> None:
    assert above_limit(MOVES[::-1], starting=20_000, limit=24_000) == above_limit(MOVES, starting=20_000, limit=24_000)


def test_r6_a_receipt_brings_its_cash_less_change_and_its_void_takes_it_back() -> None:
    taken = replace(receipt("R1", Tender("cash", 7_000), Tender("check", 4_000, "1"), change=880), at="10:00")
    assert moves_of((taken,)) == (CashMove("10:00", 6_120),)
    gone = replace(receipt("R2", Tender("cash", 7_000), change=880, is_void=True), at="10:00", void_at="10:30")
    assert moves_of((gone,)) == (CashMove("10:00", 6_120), CashMove("10:30", -6_120))
    assert moves_of((receipt("R3", Tender("check", 4_000, "1")),)) == ()
