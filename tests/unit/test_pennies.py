"""Worked examples of pennies in cash (T9, C11, X24)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.change import NICKEL, Pennies, in_nickels, pennies_due, suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.tender import Tender

CASH = "cash"


@pytest.mark.parametrize(
    ("cents", "nearest", "up"),
    [
        (1_000, 1_000, 1_000), (1_001, 1_000, 1_005), (1_002, 1_000, 1_005), (1_003, 1_005, 1_005),
        (1_004, 1_005, 1_005), (1_005, 1_005, 1_005), (1_006, 1_005, 1_010), (1_007, 1_005, 1_010),
        (1_008, 1_010, 1_010), (1_009, 1_010, 1_010), (1, 5, 5), (2, 5, 5), (3, 5, 5), (4, 5, 5), (6, 5, 10),
    ],
)  # fmt: skip
def test_t9_nearest_and_up(cents: int, nearest: int, up: int) -> None:
    """T9: 1, 2, 6, 7 down, 3, 4, 8, 9 up; 0.01 and 0.02 become 0.05; the other mode goes up always."""
    assert in_nickels(cents, Pennies.NEAREST) == nearest
    assert in_nickels(cents, Pennies.CREDIT) == up
    assert in_nickels(cents, Pennies.OFF) == cents


@pytest.mark.parametrize(
    ("to_pay", "cash", "other", "rounded"),
    [
        (1_002, 0, 1_002, 0),  # no cash, no rounding
        (1_002, 1_000, 0, -2),  # what cash has to cover is 10.00
        (1_002, 2_000, 0, -2),  # and the change is 10.00
        (1_003, 1_005, 0, 2),
        (1_002, 1_002, 0, 0),  # to the penny
        (1_002, 2_002, 0, 0),  # no penny goes back
        (1_002, 500, 0, 0),  # not enough yet
        (1_002, 2_001, 0, -1),  # a penny in hand: 10.00 goes back, no penny with it
        (1_002, 1_001, 0, -1),
        (1, 7, 0, 1),
        (2, 2_000, 0, 3),  # never for nothing
        (5_002, 1_000, 4_001, -1),  # a check of 40.01 leaves 10.01
        (5_002, 5, 5_001, 4),  # a remainder of one cent is a nickel
        (5_000, 0, 5_005, 0),
    ],
)
def test_x24_only_what_cash_has_to_cover_is_rounded(to_pay: int, cash: int, other: int, rounded: int) -> None:
    """X24."""
    tenders = [Tender(CASH, cash)] * bool(cash) + [Tender("check", other, "7")] * bool(other)
    assert pennies_due(to_pay=to_pay, tenders=tenders, mode=Pennies.NEAREST) == rounded


def test_the_first_press_of_exact_cash_leaves_nothing_due() -> None:
    draft = Draft("d", "mruiz", "L1", pennies="nearest").with_line(DraftLine("1", "1")).accepting("1", 1_002)
    assert (draft.still_to_pay, draft.still_in_cash) == (1_002, 1_000)
    paid = draft.with_tender(Tender(CASH, draft.still_in_cash))
    assert paid.obstacle is None
    assert (paid.checked_change(), paid.rounded, paid.total) == (0, -2, 1_000)


def test_cash_in_two_goes_and_the_rest_by_card() -> None:
    draft = Draft("d", "mruiz", "L1", pennies="nearest").with_line(DraftLine("1", "1")).accepting("1", 2_002)
    half = draft.with_tender(Tender(CASH, 1_000))
    assert (half.still_to_pay, half.still_in_cash) == (1_002, 1_000)
    assert half.with_tender(Tender("card", 1_002, "A1", "4242")).checked_change() == 0
    whole = half.with_tender(Tender(CASH, 1_000))
    assert (whole.checked_change(), whole.rounded) == (0, -2)


def test_off_is_as_if_nobody_said_anything() -> None:
    draft = Draft("d", "mruiz", "L1").with_line(DraftLine("1", "1")).accepting("1", 1_002)
    for pennies in ("", "off"):
        said = Draft("d", "mruiz", "L1", draft.lines, pennies=pennies)
        assert said.still_in_cash == said.still_to_pay == 1_002
        assert said.with_tender(Tender(CASH, 2_000)).checked_change() == 998


@given(
    cents=st.integers(1, 50_000), check=st.integers(0, 50_000), cash=st.integers(0, 100_000),
    mode=st.sampled_from([Pennies.NEAREST, Pennies.CREDIT]),
)  # fmt: skip
def test_whatever_is_tendered_the_receipt_balances_and_no_penny_is_handed_out(
    cents: int, check: int, cash: int, mode: Pennies
) -> None:
    """T9: tenders = total + change, by less than a nickel, and what is given back is counted in nickels."""
    draft = Draft("d", "mruiz", "L1", pennies=mode.value).with_line(DraftLine("1", "1")).accepting("1", cents)
    draft = draft.with_tender(Tender("check", check, "7")) if check else draft
    draft = draft.with_tender(Tender(CASH, cash)) if cash else draft
    if draft.obstacle is None:
        change = draft.checked_change()
        assert check + cash == draft.total + change
        assert abs(draft.rounded) < NICKEL
        assert change % NICKEL == 0 or check == cents, "cash that nothing asked for goes back as it came"
        assert mode is Pennies.NEAREST or draft.rounded >= 0
        assert draft.still_in_cash == 0 or draft.rounded
    elif check < cents:
        due = draft.still_in_cash
        assert due > 0
        whole = draft.with_tender(Tender(CASH, due))
        assert whole.obstacle is None, "one press of exact cash leaves nothing due"
        assert whole.checked_change() == 0


def test_change_is_suggested_without_pennies() -> None:
    assert all(piece.key != "coin1" for piece in suggested_pieces(995).pieces)
