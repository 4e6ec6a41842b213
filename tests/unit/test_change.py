"""Change comes out of cash only, and is given in everyday pieces (R12, R17, C8, C13)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.change import ChangeWithoutCashError, StillToPayError, cash_kept, change_due, suggested_pieces
from app.domain.tender import Tender


def cash(cents: int) -> Tender:
    return Tender("cash", cents)


def check(cents: int) -> Tender:
    return Tender("check", cents, "1042")


def test_r17_a_sixty_dollar_bill_paid_with_a_hundred_gives_forty_back() -> None:
    assert change_due(to_pay=6000, tenders=[cash(10_000)]) == 4000


def test_change_of_a_check_and_cash_comes_out_of_the_cash() -> None:
    assert change_due(to_pay=23_612, tenders=[check(15_000), cash(10_000)]) == 1388


def test_too_little_names_what_is_still_to_pay() -> None:
    with pytest.raises(StillToPayError, match=r"86\.12 is still to pay") as refused:
        change_due(to_pay=23_612, tenders=[check(15_000)])
    assert refused.value.cents == 8612


@pytest.mark.parametrize("kind", ["check", "money_order", "card"])
def test_r12_no_change_out_of_anything_but_cash(kind: str) -> None:
    with pytest.raises(ChangeWithoutCashError, match=r"Only cash gives change, and 10\.00"):
        change_due(to_pay=5000, tenders=[Tender(kind, 6000, "1")])


def test_r12_cash_beside_a_check_that_is_too_large_buys_no_change_out_of_the_check() -> None:
    with pytest.raises(ChangeWithoutCashError):
        change_due(to_pay=5000, tenders=[Tender("check", 6000, "1"), cash(2000)])


def test_c13_change_is_suggested_in_the_fewest_everyday_pieces() -> None:
    pieces = {piece.key: piece.count for piece in suggested_pieces(6_794).pieces}
    assert pieces == {"2000": 3, "500": 1, "100": 2, "coin25": 3, "coin10": 1, "coin5": 1, "coin1": 4}


def test_c13_a_drawer_with_fifties_may_give_them() -> None:
    assert {p.key: p.count for p in suggested_pieces(5000, largest_bill=5000).pieces} == {"5000": 1}


def test_change_is_never_negative() -> None:
    with pytest.raises(ValueError, match="never negative"):
        suggested_pieces(-1)


@given(st.integers(0, 200_000))
def test_the_suggested_pieces_are_the_change_to_the_cent(cents: int) -> None:
    found = suggested_pieces(cents)
    assert found.total.cents == cents
    assert not {"200", "coin100", "coin50"} & {piece.key for piece in found.pieces}


@given(st.integers(1, 90_000), st.lists(st.tuples(st.sampled_from(["cash", "check", "card"]), st.integers(1, 60_000))))
def test_change_is_never_more_than_the_cash(to_pay: int, given_: list[tuple[str, int]]) -> None:
    tenders = [Tender(kind, cents, "1") for kind, cents in given_]
    try:
        change = change_due(to_pay=to_pay, tenders=tenders)
    except (StillToPayError, ChangeWithoutCashError):
        return
    assert 0 <= change <= sum(tender.amount_tendered for tender in tenders if tender.kind == "cash")
    assert sum(tender.amount_tendered for tender in tenders) == to_pay + change


def test_what_stays_of_the_cash_is_what_a_void_gives_back() -> None:
    assert cash_kept(tenders=[check(5000), cash(2000), cash(500)], change=300) == 2200


def test_what_is_paid_exactly_needs_no_change_whatever_it_is_paid_with() -> None:
    assert change_due(to_pay=5000, tenders=[check(5000)]) == 0
    assert change_due(to_pay=5000, tenders=[check(5000), cash(700)]) == 700
    with pytest.raises(StillToPayError) as refused:
        change_due(to_pay=5000, tenders=[check(1000), cash(500)])
    assert refused.value.cents == 3500
