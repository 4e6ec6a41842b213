"""Planted faults in misc receipts and in the pennies of cash, and good ones that pass (B8, T9)."""

from pathlib import Path
from typing import Any

import pytest

from db.verify.verify import verify
from tests.db.verify.day import CASH, CLEARING, KEY, Change, plant
from tests.db.verify.test_planted_faults import Payloads, of_kind

POSTING = "posting files"
"""Fails beside them: the day's posting file has rows for what is a misc receipt here."""


def failed(path: Path) -> set[str]:
    return set(verify(path, KEY).failed()) - {"views", POSTING}


def misc(payloads: Payloads) -> dict[str, Any]:
    """The card's receipt becomes a misc receipt of two ledger accounts."""
    taken = of_kind(payloads, "receipt_taken", 2)
    parts = [{"bucket": "10-1", "cents": 1_500}, {"bucket": "10-2", "cents": 1_000}]
    taken["lines"][0].update(account="misc:COPIES", number="COPIES", allocation=parts)
    taken["transfers"][1:] = [
        {"debit": CLEARING, "credit": f"revenue:{part['bucket']}", "cents": part["cents"]} for part in parts
    ]
    return taken


def a_good_misc_receipt(payloads: Payloads) -> None:
    misc(payloads)


def a_misc_receipt_booked_to_a_customer(payloads: Payloads) -> None:
    misc(payloads)["transfers"][1]["credit"] = "paid:A3:FEE.current"


def a_misc_receipt_booked_to_another_ledger_account(payloads: Payloads) -> None:
    misc(payloads)["transfers"][1]["credit"] = "revenue:10-9"


def rounded(payloads: Payloads, cents: int, *, n: int = 0) -> dict[str, Any]:
    """The first receipt owed so much more or less than was taken: its drawer stays as it is."""
    taken = of_kind(payloads, "receipt_taken", n)
    line = taken["lines"][0]
    line["cents"] -= cents
    line["allocation"][0]["cents"] -= cents
    rounding = {**line, "account": "rounding", "cents": cents, "allocation": [{"bucket": "rounding", "cents": cents}]}
    taken["lines"].append(rounding)
    moves = taken["transfers"]
    paid = next(move for move in moves if move["credit"].startswith("paid:"))
    paid["cents"] -= cents
    pair = (CLEARING, "rounding") if cents > 0 else ("rounding", CLEARING)
    moves.append({"debit": pair[0], "credit": pair[1], "cents": abs(cents)})
    return taken


def pennies_up(payloads: Payloads) -> None:
    rounded(payloads, 2)


def pennies_down(payloads: Payloads) -> None:
    rounded(payloads, -2)


def more_than_pennies(payloads: Payloads) -> None:
    rounded(payloads, 20)


def pennies_of_a_card(payloads: Payloads) -> None:
    rounded(payloads, 2, n=2)


def pennies_before_what_is_paid(payloads: Payloads) -> None:
    rounded(payloads, 2)["lines"].reverse()


def pennies_taken_from_the_drawer(payloads: Payloads) -> None:
    rounded(payloads, -2)["transfers"][-1]["debit"] = CASH


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (a_good_misc_receipt, set()),
        (a_misc_receipt_booked_to_a_customer, {"clearing"}),
        (a_misc_receipt_booked_to_another_ledger_account, {"clearing"}),
        (pennies_up, set()),
        (pennies_down, set()),
        (more_than_pennies, {"allocations"}),
        (pennies_of_a_card, {"allocations"}),
        (pennies_before_what_is_paid, {"allocations"}),
        (pennies_taken_from_the_drawer, {"clearing", "drawer"}),
    ],
)
def test_misc_receipts_and_pennies_are_proved(day: Path, change: Change, names: set[str]) -> None:
    plant(day, change)
    assert failed(day) == names
