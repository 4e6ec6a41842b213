"""Cash by denomination (H1, T8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.cash import KEYS, CashCount, Pieces
from app.domain.money import Money


def test_bills_and_coin_are_told_apart_for_the_slip() -> None:
    counted = CashCount.of({"2000": 3, "coin25": 8, "100": 0, "coin100": 2}, rolls=1000)
    assert (counted.currency, counted.coin, counted.total) == (Money(6000), Money(1400), Money(7400))


def test_a_dollar_bill_is_no_dollar_coin() -> None:
    assert CashCount.of({"100": 1}).coin == Money(0)
    assert CashCount.of({"coin100": 1}).currency == Money(0)


def test_zeros_are_left_out_and_the_order_is_bills_then_coin() -> None:
    assert CashCount.of({"coin1": 1, "10000": 2, "500": 0}) == CashCount((Pieces("10000", 2), Pieces("coin1", 1)))


def test_what_is_no_denomination_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown denomination"):
        Pieces("300", 1)
    with pytest.raises(ValueError, match="never negative"):
        Pieces("100", -1)


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.integers(0, 500)), st.integers(0, 100_000))
def test_the_total_is_every_piece_and_the_rolls(counts: dict[str, int], rolls: int) -> None:
    counted = CashCount.of(counts, rolls=rolls)
    assert counted.total.cents == sum(KEYS[key] * count for key, count in counts.items()) + rolls
    assert counted.currency + counted.coin == counted.total
