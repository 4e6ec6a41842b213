"""Each check of verify, and a fault by somebody who holds the key that turns exactly it to FAIL."""

from pathlib import Path
from typing import Any

import pytest

from db.verify.verify import verify
from tests.db.verify.day import BATCH, CASH, KEY, Change, plant

Payloads = list[dict[str, Any]]


def of_kind(payloads: Payloads, kind: str, n: int = 0) -> dict[str, Any]:
    return [payload for payload in payloads if payload["kind"] == kind][n]


def failed(path: Path) -> set[str]:
    """The checks that fail; the views are left as they were, so their comparison is looked at elsewhere."""
    return set(verify(path, KEY).failed()) - {"views"}


def line_of_another_amount_than_its_buckets(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_taken")["lines"][0]["cents"] += 100


def change_from_a_check(payloads: Payloads) -> None:
    """The check's receipt gives a dollar back; the drawer's sums are made to fit."""
    taken = of_kind(payloads, "receipt_taken", 1)
    taken["change"] = 100
    taken["tenders"][0]["amount_tendered"] += 100
    clearing = f"clearing:{BATCH}"
    taken["transfers"][0]["cents"] += 100
    taken["transfers"].append({"debit": clearing, "credit": CASH, "cents": 100})
    balanced = of_kind(payloads, "batch_balanced")
    for result, more in zip(balanced["results"], (-100, 100, 0, 0), strict=True):
        result["expected"] += more
        result["counted"] += more
    counted = of_kind(payloads, "batch_counted")
    counted["cash"]["pieces"][-1]["count"] = 0
    counted["tenders"][0]["cents"] += 100
    bag = of_kind(payloads, "deposit_prepared")
    bag["checks"][0]["cents"] += 100
    bag["cash"]["pieces"][-1]["count"] = 0
    bag["coin"] = 0
    bag["transfers"][0]["cents"] -= 100
    bag["transfers"][1]["cents"] += 100


def clearing_not_empty(payloads: Payloads) -> None:
    moves = of_kind(payloads, "receipt_taken")["transfers"]
    moves[-1]["cents"] -= 100


def void_of_another_amount(payloads: Payloads) -> None:
    for move in of_kind(payloads, "receipt_voided")["transfers"]:
        move["credit"] = move["credit"].replace("paid:A1", "paid:A2")
        move["debit"] = move["debit"].replace("paid:A1", "paid:A2")


def void_twice(payloads: Payloads) -> None:
    """A second void of the first voided receipt, with what else it would change made to fit."""
    place = payloads.index(of_kind(payloads, "receipt_voided"))
    again = {**payloads[place], "_was": "0" * 64}
    payloads.insert(place + 1, again)
    counted, balanced = of_kind(payloads, "batch_counted"), of_kind(payloads, "batch_balanced")
    balanced["results"][0]["expected"] -= 1000
    balanced["results"][0]["counted"] -= 1000
    counted["cash"]["pieces"] = [piece for piece in counted["cash"]["pieces"] if piece["key"] != "1000"]
    bag = of_kind(payloads, "deposit_prepared")
    bag["cash"]["pieces"] = [piece for piece in bag["cash"]["pieces"] if piece["key"] != "1000"]
    bag["currency"] -= 1000
    bag["total"] -= 1000
    bag["transfers"][0]["cents"] -= 1000
    of_kind(payloads, "posting_exported")["total"] -= 1000


def void_that_points_elsewhere(payloads: Payloads) -> None:
    void, first = of_kind(payloads, "receipt_voided"), of_kind(payloads, "receipt_taken")
    void["receipt"] = first["receipt"]


def receipt_number_left_out(payloads: Payloads) -> None:
    last = of_kind(payloads, "receipt_taken", 4)
    last["receipt"] = of_kind(payloads, "receipt_voided", 1)["receipt"] = "DT1A-000006"


def batch_number_used_twice(payloads: Payloads) -> None:
    payloads[-1]["batch"] = "DT1A-0003"


def deposit_number_left_out(payloads: Payloads) -> None:
    for payload in payloads:
        if "deposit" in payload:
            payload["deposit"] = "DT1A-D0002"


def practice_number_in_a_real_stream(payloads: Payloads) -> None:
    payloads[-1]["batch"] = "XDT1A-0002"


def receipt_after_the_count(payloads: Payloads) -> None:
    """The count is moved before the receipt that it counted."""
    place = payloads.index(of_kind(payloads, "cash_turned_in"))
    payloads.insert(place, payloads.pop(payloads.index(of_kind(payloads, "batch_counted"))))


def receipt_in_another_cashiers_batch(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_taken", 2)["by"] = "tokafor"


def approval_left_open(payloads: Payloads) -> None:
    payloads.remove(of_kind(payloads, "approval_answered"))


def batch_out_of_nowhere(payloads: Payloads) -> None:
    payloads[-1]["kind"] = "drawer_opened"
    payloads[-1].update(kind="batch_rejected", batch="DT1A-0099", count={"seq": 1, "h": "00"}, reason="")


def expected_a_dollar_less(payloads: Payloads) -> None:
    result = of_kind(payloads, "batch_balanced")["results"][0]
    result["expected"] -= 20
    result["short"] = 0
    of_kind(payloads, "batch_balanced")["transfers"].pop(0)


def turn_in_not_booked(payloads: Payloads) -> None:
    of_kind(payloads, "cash_turned_in")["transfers"][0]["debit"] = "suspense"


def starting_cash_booked_elsewhere(payloads: Payloads) -> None:
    of_kind(payloads, "batch_opened")["transfers"][0]["credit"] = "suspense"


def short_netted_away(payloads: Payloads) -> None:
    of_kind(payloads, "batch_balanced")["results"][0]["short"] = 0


def short_not_booked(payloads: Payloads) -> None:
    of_kind(payloads, "batch_balanced")["transfers"].pop(0)


def other_count_than_accepted(payloads: Payloads) -> None:
    of_kind(payloads, "batch_counted")["tenders"][0]["cents"] += 5


def balanced_by_its_cashier(payloads: Payloads) -> None:
    of_kind(payloads, "batch_balanced")["by"] = "mruiz"


def void_approved_by_its_taker(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_voided")["approval"]["by"] = "mruiz"


def answered_by_who_asked(payloads: Payloads) -> None:
    of_kind(payloads, "approval_answered")["by"] = "mruiz"


def verified_by_who_prepared(payloads: Payloads) -> None:
    of_kind(payloads, "deposit_verified")["by"] = "kdunn"


def turn_in_with_one_person(payloads: Payloads) -> None:
    of_kind(payloads, "cash_turned_in")["received_by"] = "mruiz"


def ten_dollars_less_in_the_bag(payloads: Payloads) -> None:
    bag = of_kind(payloads, "deposit_prepared")
    bag["cash"]["pieces"] = [piece for piece in bag["cash"]["pieces"] if piece["key"] != "1000"]
    bag["currency"] -= 1000
    bag["total"] -= 1000
    bag["transfers"][0]["cents"] -= 1000


def a_check_for_cash_in_the_bag(payloads: Payloads) -> None:
    bag = of_kind(payloads, "deposit_prepared")
    bag["checks"][0]["cents"] -= 100
    bag["checks"][1]["cents"] += 100


def slip_of_another_total(payloads: Payloads) -> None:
    of_kind(payloads, "deposit_prepared")["currency"] += 100


def another_bag_verified(payloads: Payloads) -> None:
    of_kind(payloads, "deposit_verified")["bag"] = "BAG8"


def bag_of_another_bank(payloads: Payloads) -> None:
    of_kind(payloads, "deposit_prepared")["bank"] = "Second"


def bagged_twice(payloads: Payloads) -> None:
    """A second bag of the same batch, right in itself."""
    place = payloads.index(of_kind(payloads, "deposit_verified"))
    payloads.insert(place + 1, {**of_kind(payloads, "deposit_prepared"), "deposit": "DT1A-D0002", "_was": "0" * 64})


def exported_twice_in_one_file(payloads: Payloads) -> None:
    of_kind(payloads, "posting_exported")["batches"] = [BATCH, BATCH]


def exported_in_two_files(payloads: Payloads) -> None:
    """The second file says it adds nothing, so that only its being there is wrong."""
    first = of_kind(payloads, "posting_exported")
    payloads.append({**first, "file_no": 2, "total": 0, "_was": ""})


def posting_of_another_total(payloads: Payloads) -> None:
    of_kind(payloads, "posting_exported")["total"] += 100


def posting_of_other_bytes(payloads: Payloads) -> None:
    of_kind(payloads, "posting_exported")["sha256"] = "11" * 32


def posting_of_more_rows(payloads: Payloads) -> None:
    of_kind(payloads, "posting_exported")["rows"] = 4


def note_in_the_clear(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_voided")["note"] = "she said her husband had paid"


def words_of_an_approval_in_the_clear(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_voided")["approval"]["note"] = "knows the payer"


def payer_in_the_clear(payloads: Payloads) -> None:
    of_kind(payloads, "deposit_prepared")["checks"][0]["payer"] = "RUIZ, MARIA"


def micr_line_in_the_clear(payloads: Payloads) -> None:
    of_kind(payloads, "receipt_taken", 1)["tenders"][0]["micr"] = "T103000648T 22114477O 1042"


def blob_of_an_import_gone(payloads: Payloads) -> None:
    of_kind(payloads, "accounts_imported")["blob"] = "22" * 32


def import_of_other_rows(payloads: Payloads) -> None:
    of_kind(payloads, "accounts_imported")["delta_sha256"] = "33" * 32


def checkpoint_of_another_entry(payloads: Payloads) -> None:
    of_kind(payloads, "checkpoint_made")["h"] = "00" * 32


def kind_nobody_knows(payloads: Payloads) -> None:
    payloads[-1]["v"] = 2


def entry_without_a_field(payloads: Payloads) -> None:
    del payloads[-1]["starting_cash"]


def stream_of_somebody_else(payloads: Payloads) -> None:
    payloads[-1]["_tenant"] = "moore"


def a_second_genesis(payloads: Payloads) -> None:
    payloads.append({**payloads[0], "_was": "", "by": "", "random": "cd" * 32})


def short_random(payloads: Payloads) -> None:
    payloads[0]["random"] = "ab"


PLANTED: list[tuple[Change, set[str]]] = [
    (line_of_another_amount_than_its_buckets, {"allocations"}),
    (change_from_a_check, {"tenders"}),
    (clearing_not_empty, {"clearing"}),
    (void_of_another_amount, {"voids"}),
    (void_twice, {"voids", "posting files"}),
    (void_that_points_elsewhere, {"voids"}),
    (receipt_number_left_out, {"numbers"}),
    (batch_number_used_twice, {"numbers"}),
    (deposit_number_left_out, {"numbers"}),
    (practice_number_in_a_real_stream, {"numbers"}),
    (receipt_after_the_count, {"batches"}),
    (receipt_in_another_cashiers_batch, {"batches"}),
    (approval_left_open, {"batches"}),
    (batch_out_of_nowhere, {"batches"}),
    (expected_a_dollar_less, {"drawer"}),
    (turn_in_not_booked, {"drawer"}),
    (starting_cash_booked_elsewhere, {"drawer"}),
    (short_netted_away, {"over and short"}),
    (short_not_booked, {"over and short"}),
    (other_count_than_accepted, {"over and short"}),
    (balanced_by_its_cashier, {"second person"}),
    (void_approved_by_its_taker, {"second person"}),
    (answered_by_who_asked, {"second person"}),
    (verified_by_who_prepared, {"second person"}),
    (turn_in_with_one_person, {"second person"}),
    (ten_dollars_less_in_the_bag, {"bags"}),
    (a_check_for_cash_in_the_bag, {"bags"}),
    (slip_of_another_total, {"bags"}),
    (another_bag_verified, {"bags"}),
    (bag_of_another_bank, {"bags"}),
    (bagged_twice, {"once"}),
    (exported_twice_in_one_file, {"once"}),
    (exported_in_two_files, {"once", "posting files"}),
    (posting_of_another_total, {"posting files"}),
    (posting_of_other_bytes, {"posting files"}),
    (posting_of_more_rows, {"posting files"}),
    (note_in_the_clear, {"sealed"}),
    (words_of_an_approval_in_the_clear, {"sealed"}),
    (payer_in_the_clear, {"sealed"}),
    (micr_line_in_the_clear, {"sealed"}),
    (blob_of_an_import_gone, {"blobs"}),
    (import_of_other_rows, {"blobs"}),
    (checkpoint_of_another_entry, {"checkpoints"}),
    (kind_nobody_knows, {"kinds"}),
    (entry_without_a_field, {"kinds"}),
    (stream_of_somebody_else, {"canonical bytes"}),
    (a_second_genesis, {"genesis"}),
    (short_random, {"genesis"}),
]


@pytest.mark.parametrize(("change", "names"), PLANTED)
def test_a_planted_fault_turns_its_check_to_fail(day: Path, change: Change, names: set[str]) -> None:
    plant(day, change)
    assert failed(day) == names


def test_nothing_changed_by_planting_nothing(day: Path) -> None:
    plant(day, lambda payloads: None)
    assert failed(day) == set()


def test_every_check_has_a_planted_fault_here(day: Path) -> None:
    planted = {name for _change, names in PLANTED for name in names}
    elsewhere = {"chain", "file", "readable", "views", "printed", "custody", "paper receipts", "mail"}
    assert {check.name for check in verify(day, KEY).checks} <= planted | elsewhere
