"""A bag taken apart: what is right passes, and each way to do it wrong turns a check to FAIL."""

from pathlib import Path
from typing import Any

import pytest

from tests.db.verify.day import BATCH, Change, plant
from tests.db.verify.test_planted_faults import Payloads, failed, of_kind


def taken_apart(payloads: Payloads) -> None:
    """In place of its second name the bag is taken apart, rightly."""
    bag, place = of_kind(payloads, "deposit_prepared"), payloads.index(of_kind(payloads, "deposit_verified"))
    payloads[place] = _undone(bag, payloads[place])


def _undone(bag: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    reason = "A batch must be corrected"
    return {
        **like, "kind": "deposit_undone", "by": "kdunn", "batches": bag["batches"], "reason": reason, "note": "",
        "prepared": {"seq": 0, "h": bag["_was"]},
        "approval": {"deed": "undo_deposit", "by": "swhite", "way": "station", "reason": reason, "note": ""},
        "transfers": [
            {"debit": move["credit"], "credit": move["debit"], "cents": move["cents"]} for move in bag["transfers"]
        ],
    }  # fmt: skip


def taken_apart_after_its_second_name(payloads: Payloads) -> None:
    bag, second = of_kind(payloads, "deposit_prepared"), of_kind(payloads, "deposit_verified")
    payloads.insert(payloads.index(second) + 1, {**_undone(bag, second), "_was": "0" * 64})


def taken_apart_twice(payloads: Payloads) -> None:
    taken_apart(payloads)
    undone = of_kind(payloads, "deposit_undone")
    payloads.insert(payloads.index(undone) + 1, {**undone, "_was": "0" * 64})


def verified_when_it_was_taken_apart(payloads: Payloads) -> None:
    second = of_kind(payloads, "deposit_verified")
    taken_apart(payloads)
    undone = of_kind(payloads, "deposit_undone")
    payloads.insert(payloads.index(undone) + 1, {**second, "_was": "0" * 64})


def taken_apart_by_one_person(payloads: Payloads) -> None:
    taken_apart(payloads)
    of_kind(payloads, "deposit_undone")["approval"]["by"] = "kdunn"


def taken_apart_with_the_cashier(payloads: Payloads) -> None:
    taken_apart(payloads)
    of_kind(payloads, "deposit_undone")["approval"]["by"] = "mruiz"


def ten_dollars_less_taken_out(payloads: Payloads) -> None:
    taken_apart(payloads)
    of_kind(payloads, "deposit_undone")["transfers"][0]["cents"] -= 1000


def other_batches_let_go(payloads: Payloads) -> None:
    taken_apart(payloads)
    of_kind(payloads, "deposit_undone")["bag"] = "BAG8"


def bag_number_used_again(payloads: Payloads) -> None:
    """Taken apart and bagged anew, in the old bag."""
    taken_apart(payloads)
    undone, bag = of_kind(payloads, "deposit_undone"), of_kind(payloads, "deposit_prepared")
    payloads.insert(payloads.index(undone) + 1, {**bag, "deposit": "DT1A-D0002", "_was": "0" * 64})


def reopened_in_its_bag(payloads: Payloads) -> None:
    balanced, second = of_kind(payloads, "batch_balanced"), of_kind(payloads, "deposit_verified")
    back = [{"debit": m["credit"], "credit": m["debit"], "cents": m["cents"]} for m in balanced["transfers"]]
    payloads.insert(payloads.index(of_kind(payloads, "posting_exported")) + 1, {
        **second, "kind": "batch_reopened", "batch": BATCH, "reason": "x", "note": "", "transfers": back,
        "_was": "0" * 64,
    })  # fmt: skip


PLANTED: list[tuple[Change, set[str]]] = [
    (taken_apart_after_its_second_name, {"once"}),
    (taken_apart_twice, {"once"}),
    (verified_when_it_was_taken_apart, {"once"}),
    (taken_apart_by_one_person, {"second person"}),
    (taken_apart_with_the_cashier, {"second person"}),
    (ten_dollars_less_taken_out, {"bags"}),
    (other_batches_let_go, {"bags"}),
    (bag_number_used_again, {"once"}),
    (reopened_in_its_bag, {"once"}),
]


def test_a_bag_rightly_taken_apart_passes(day: Path) -> None:
    plant(day, taken_apart)
    assert failed(day) == set()


@pytest.mark.parametrize(("change", "names"), PLANTED)
def test_a_planted_fault_turns_its_check_to_fail(day: Path, change: Change, names: set[str]) -> None:
    plant(day, change)
    assert failed(day) == names
