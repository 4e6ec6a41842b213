"""Transfers: one debit, one credit, a positive amount; and the names of the accounts (DESIGN section 3)."""

import pytest

from app.domain.transfer import Transfer, clearing, drawer, in_transit, paid


@pytest.mark.parametrize("cents", [0, -1])
def test_a_transfer_moves_a_positive_amount(cents: int) -> None:
    with pytest.raises(ValueError, match="positive amount"):
        Transfer("safe", "over", cents)


def test_the_way_back_is_the_same_amount_the_other_way() -> None:
    move = Transfer("safe", "over", 5)
    assert move.reversed() == Transfer("over", "safe", 5)
    assert move.reversed().reversed() == move


def test_accounts_are_named_as_the_journal_keeps_them_for_ever() -> None:
    assert drawer("DT1", "cash") == "drawer:DT1:cash"
    assert clearing("DT1B-0142") == "clearing:DT1B-0142"
    assert paid("104228103", "WATER.90") == "paid:104228103:WATER.90"
    assert in_transit("First Bank") == "in_transit:First Bank"
