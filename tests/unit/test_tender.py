"""What each tender class may do (C1, T2)."""

import pytest

from app.domain.tender import TenderKind


@pytest.mark.parametrize(
    ("kind", "word", "change", "drawer", "bag", "cash_only"),
    [
        (TenderKind.CASH, "Cash", True, True, True, True),
        (TenderKind.CHECK, "Check", False, True, True, False),
        (TenderKind.MONEY_ORDER, "Money order", False, True, True, True),
        (TenderKind.CARD, "Card", False, False, False, True),
    ],
)
def test_each_class_has_its_flags(
    kind: TenderKind, word: str, change: bool, drawer: bool, bag: bool, cash_only: bool
) -> None:
    flags = (kind.word, kind.gives_change, kind.opens_drawer, kind.is_deposited, kind.is_safe_on_cash_only)
    assert flags == (word, change, drawer, bag, cash_only)
