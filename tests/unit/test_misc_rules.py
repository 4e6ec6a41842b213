"""What a table of misc types must hold, and ledger accounts as they are typed (B8, T3)."""

from typing import Any

import pytest

from app.domain.misc import LedgerPart, MiscType, types_value
from app.domain.misc_rules import TYPES_LIMIT, ledger_words, misc_fault, typed_ledger

WHOLE = (LedgerPart("10-4310", percent=100),)


def table(**changed: Any) -> list[dict[str, Any]]:
    row = types_value([MiscType("COPIES", "Copies", WHOLE)])[0]
    return [{**row, **changed}]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"code": "copies"}, "1 to 12 capital letters"),
        ({"code": 7}, "each type has code"),
        ({"name": ""}, "needs a name"),
        ({"name": "Copies "}, "needs a name"),
        ({"name": "x" * 41}, "the name of COPIES has at most 40"),
        ({"reference": "x" * 41}, "the reference of COPIES has at most 40"),
        ({"group": "x" * 41}, "the group of COPIES has at most 40"),
        ({"tenders": []}, "at least one tender"),
        ({"tenders": ["gold"]}, "at least one tender"),
        ({"price": -1}, "the price of COPIES"),
        ({"price": 1.5}, "each type has code"),
        ({"active": 1}, "each type has code"),
        ({"ledger": []}, "1 to 8 ledger accounts"),
        ({"ledger": [{"account": "10-4310"}]}, "each type has code"),
        ({"ledger": [{"account": "rev enue", "cents": 0, "percent": 100}]}, "1 to 24 capital letters"),
        ({"ledger": [{"account": "A", "cents": 5, "percent": 100}]}, "an amount or a percent"),
        ({"ledger": [{"account": "A", "cents": 0, "percent": 0}]}, "an amount or a percent"),
        ({"ledger": [{"account": "A", "cents": 0, "percent": 60}]}, "come to 60, not to 100"),
        ({"ledger": [{"account": "A", "cents": 500, "percent": 0}]}, "its price is 0.00"),
        ({"ledger": [{"account": "A", "cents": 500, "percent": 0}], "price": 400}, "its price is 4.00"),
        ({"ledger": [{"account": "A", "cents": 500, "percent": 0}, {"account": "B", "cents": 0, "percent": 100}],
          "price": 400}, "come to more than its price"),
        ({"ledger": [{"account": "A", "cents": 0, "percent": 50}] * 2}, "stands twice in COPIES"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_refused_in_words(changed: dict[str, Any], words: str) -> None:
    assert words in misc_fault(table(**changed))


def test_a_table_has_a_limit_and_each_code_once() -> None:
    assert misc_fault(table()) == ""
    assert "COPIES stands in it twice" in misc_fault(table() * 2)
    assert f"at most {TYPES_LIMIT}" in misc_fault(table() * (TYPES_LIMIT + 1))
    assert "at most" in misc_fault("none")
    assert "each type has" in misc_fault([7])


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("10-4310", WHOLE),
        ("10-4310 60%, 20-4100 40%", (LedgerPart("10-4310", percent=60), LedgerPart("20-4100", percent=40))),
        ("10-4310 60%, 20-4100", (LedgerPart("10-4310", percent=60), LedgerPart("20-4100", percent=40))),
        ("10-2250 10.00, 10-4410", (LedgerPart("10-2250", cents=1_000), LedgerPart("10-4410", percent=100))),
        ("rev.1", (LedgerPart("REV.1", percent=100),)),
    ],
)
def test_ledger_accounts_are_read_as_typed_and_shown_so_again(typed: str, parts: tuple[LedgerPart, ...]) -> None:
    assert typed_ledger(typed) == parts
    assert typed_ledger(ledger_words(parts)) == parts


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Type a ledger account"), ("10-1,,", "Type a ledger account"), ("10-1 x%", "is no percent"),
     ("10-1 ten", "is not an amount")],
)  # fmt: skip
def test_what_is_no_ledger_account_is_said(typed: str, words: str) -> None:
    found = typed_ledger(typed)
    assert isinstance(found, str)
    assert words in found
