"""Whole cents, exact, read as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import LIMIT_CENTS, ZERO, AmountUnreadableError, Money, total

any_cents = st.integers(-LIMIT_CENTS, LIMIT_CENTS)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("61.20", 6120), ("61", 6100), ("1,204.10", 120410), ("$5", 500), ("-3.00", -300), ("\u22123.00", -300),
        (".50", 50), ("61.", 6100), ("61.2", 6120), (" 0 ", 0), ("-$1,000", -100000), ("999,999,999.99", LIMIT_CENTS),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_people_type_it(text: str, cents: int) -> None:
    assert Money.parse(text) == Money(cents)


@pytest.mark.parametrize(
    "text",
    ["", ".", "$", "-", "61.205", "1.204,10", "12,34", "six", "6 1", "1e3", "--1", "1,000,000,000.00", "\u0661"],
)
def test_what_is_no_amount_is_named_with_an_example(text: str) -> None:
    with pytest.raises(AmountUnreadableError, match=r"is not an amount\. Type dollars") as refused:
        Money.parse(text)
    assert refused.value.text == text


def test_money_is_shown_with_separators_and_the_true_minus() -> None:
    assert [str(Money(cents)) for cents in (0, 5, 120410, -300)] == ["0.00", "0.05", "1,204.10", "\u22123.00"]
    assert Money(-120410).ascii() == "-1204.10"


@pytest.mark.parametrize("wrong", [1.0, True, "1", None])
def test_money_takes_whole_cents_only(wrong: object) -> None:
    with pytest.raises(TypeError, match="whole cents"):
        Money(wrong)  # type: ignore[arg-type]


def test_money_counts_and_compares() -> None:
    assert Money(5) + Money(7) - Money(2) == Money(10)
    assert -Money(5) * 3 == Money(-15)
    assert Money(1) < Money(2) <= Money(2)
    assert total([Money(1), Money(2)]) == Money(3)
    assert total([]) == ZERO
    assert not ZERO
    assert Money(-1)


def test_money_is_not_divided() -> None:
    with pytest.raises(TypeError):
        Money(5) / 2  # type: ignore[operator]


@pytest.mark.parametrize("weights", [(), (0, 0), (1, -1)])
def test_weights_that_split_nothing_are_refused(weights: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="weights"):
        Money(100).allocate(weights)


def test_the_remainder_goes_to_the_first_parts() -> None:
    assert Money(100).allocate([1, 1, 1]) == (Money(34), Money(33), Money(33))
    assert Money(-100).allocate([1, 1, 1]) == (Money(-34), Money(-33), Money(-33))
    assert Money(1).allocate([0, 1]) == (Money(0), Money(1))


@given(any_cents, st.lists(st.integers(0, 1000), min_size=1, max_size=9).filter(sum))
def test_a_split_loses_no_cent_and_gives_nothing_to_weight_zero(cents: int, weights: list[int]) -> None:
    parts = Money(cents).allocate(weights)
    assert total(parts) == Money(cents)
    assert all(not part for part, weight in zip(parts, weights, strict=True) if weight == 0)


@given(any_cents)
def test_what_is_shown_is_read_back(cents: int) -> None:
    assert Money.parse(str(Money(cents))) == Money(cents) == Money.parse(Money(cents).ascii())
