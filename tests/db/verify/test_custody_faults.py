"""Faults planted in hand-overs, surprise counts and paper receipts turn their check to FAIL (R3, R8, R15)."""

from pathlib import Path
from typing import Any

import pytest

from app.domain.cash import CashCount
from app.domain.facts.base import Approval
from app.domain.facts.batches import BatchOpened, TenderResult
from app.domain.facts.custody import BatchHandedOver, DrawerCounted
from app.domain.facts.paper import PaperEntered, PaperIssued, PaperListed, PaperReturned
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from db.verify.verify import verify
from tests.db.verify.day import BATCH, CASH, DATE, KDUNN, KEY, MRUIZ, TOKAFOR, Book, Change, paid_line, plant, receipt

Payloads = list[dict[str, Any]]
SIGNED = Approval("hand_over", TOKAFOR, "station", "Second count of a hand-over")


@pytest.fixture
def shift(tmp_path: Path) -> Path:
    """Starting 100.00, two receipts of 10.00, one of them from paper; short 1.00 by surprise; handed over."""
    path = tmp_path / "station.db"
    book = Book(path)
    book.add(BatchOpened(BATCH, "WALK", MRUIZ, True, CashCount.of({"2000": 5}), 10000, "",
                         (Transfer(CASH, "safe", 10000),)))  # fmt: skip
    issued = book.add(PaperIssued("A", 7, 9, 3, MRUIZ, DATE), by=KDUNN)
    book.add(receipt(1, paid_line("A1", WATER_30=1000), Tender("cash", 1000)))
    book.add(receipt(2, paid_line("A2", WATER_30=1000), Tender("cash", 1000)))
    book.add(PaperEntered("A007", issued, "DT1A-000002", BATCH, DATE))
    found = (TenderResult("cash", 12000, 11900, 0, 100),)
    seen = CashCount.of({"2000": 5, "1000": 1, "500": 1, "100": 4})
    book.add(DrawerCounted(BATCH, MRUIZ, seen, found), by=KDUNN)
    book.add(BatchHandedOver(BATCH, MRUIZ, TOKAFOR, seen, 11900, 12000, 0, "", SIGNED))
    book.add(receipt(3, paid_line("A3", WATER_30=500), Tender("cash", 500)), by=TOKAFOR)
    book.add(PaperListed(issued, BATCH, ("A008", "A009")), by=TOKAFOR)
    book.add(PaperReturned(issued, ("A008", "A009"), "Lost"), by=KDUNN)
    book.close()
    return path


def of_kind(payloads: Payloads, kind: str, n: int = 0) -> dict[str, Any]:
    return [payload for payload in payloads if payload["kind"] == kind][n]


def failed(path: Path) -> set[str]:
    return set(verify(path, KEY).failed()) - {"views"}


def test_a_good_shift_passes(shift: Path) -> None:
    assert verify(shift, KEY).failed() == ()


def unsigned(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["approval"]["by"] = KDUNN


def by_one_person(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["by"] = TOKAFOR


def without_reason(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["by"] = KDUNN


def other_cash(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["cents"] += 1


def not_the_holder(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["before"] = KDUNN


def other_expected(payloads: Payloads) -> None:
    of_kind(payloads, "batch_handed_over")["expected"] -= 100


def netted(payloads: Payloads) -> None:
    of_kind(payloads, "drawer_counted")["results"][0]["short"] = 0


def surprise_of_another_sum(payloads: Payloads) -> None:
    result = of_kind(payloads, "drawer_counted")["results"][0]
    result["expected"], result["short"] = 11900, 0


def surprise_of_other_cash(payloads: Payloads) -> None:
    of_kind(payloads, "drawer_counted")["cash"]["rolls"] = 5


def surprise_by_the_holder(payloads: Payloads) -> None:
    of_kind(payloads, "drawer_counted")["by"] = MRUIZ


def surprise_of_another_cashier(payloads: Payloads) -> None:
    of_kind(payloads, "drawer_counted")["cashier"] = TOKAFOR


@pytest.mark.parametrize("change", [
    unsigned, by_one_person, without_reason, other_cash, not_the_holder, other_expected, netted,
    surprise_of_another_sum, surprise_of_other_cash, surprise_by_the_holder, surprise_of_another_cashier,
])
def test_a_fault_of_custody_is_found(shift: Path, change: Change) -> None:
    plant(shift, change)
    assert "custody" in failed(shift)


def test_the_giver_takes_nothing_after_the_hand_over(shift: Path) -> None:
    def change(payloads: Payloads) -> None:
        of_kind(payloads, "receipt_taken", 2)["by"] = MRUIZ

    plant(shift, change)
    assert failed(shift) == {"batches"}


def given_out_again(payloads: Payloads) -> None:
    place = payloads.index(of_kind(payloads, "paper_issued"))
    payloads.insert(place + 1, {**payloads[place], "first": 9, "last": 12, "_was": "0" * 64})


def entered_twice(payloads: Payloads) -> None:
    place = payloads.index(of_kind(payloads, "paper_entered"))
    payloads.insert(place + 1, {**payloads[place], "_was": "0" * 64})


def outside_the_range(payloads: Payloads) -> None:
    of_kind(payloads, "paper_entered")["paper"] = "A010"


def behind_another_receipt(payloads: Payloads) -> None:
    of_kind(payloads, "paper_entered")["receipt"] = "DT1A-000001"


def less_missing(payloads: Payloads) -> None:
    of_kind(payloads, "paper_listed")["missing"] = ["A008"]


def back_without_reason(payloads: Payloads) -> None:
    of_kind(payloads, "paper_returned")["reason"] = ""


def listed_after_it_was_back(payloads: Payloads) -> None:
    place = payloads.index(of_kind(payloads, "paper_listed"))
    payloads.append(payloads.pop(place))


@pytest.mark.parametrize("change", [
    given_out_again, entered_twice, outside_the_range, behind_another_receipt, less_missing, back_without_reason,
    listed_after_it_was_back,
])
def test_a_fault_of_paper_receipts_is_found(shift: Path, change: Change) -> None:
    plant(shift, change)
    assert "paper receipts" in failed(shift)


def test_words_of_a_note_in_the_clear_are_found(shift: Path) -> None:
    def change(payloads: Payloads) -> None:
        of_kind(payloads, "paper_returned")["note"] = "in the clear"

    plant(shift, change)
    assert "sealed" in failed(shift)
