"""Golden slips: what a customer holds in the hand, character by character (R10, R14, E1, E2)."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.entry import EntryRef
from app.domain.facts.base import Approval, Sealed
from app.domain.facts.batches import DrawerOpened
from app.domain.print_plan import Barcode, Pair, PrintPlan, Size, Text
from app.domain.records import ReceiptRecord
from receipts.layouts.no_sale_slip import no_sale_plan
from receipts.layouts.receipt import receipt_plan, split
from receipts.layouts.slip_parts import DuplicateMark
from receipts.layouts.void_slip import void_plan
from receipts.renderers.plan_text import plan_text
from tests.receipts import samples

GOLDEN = Path(__file__).parent / "golden"
VOIDED_AT = "2026-11-21T17:05:00.000Z"
AGAIN = DuplicateMark(at="2026-11-23T20:10:00.000Z", by="tokafor")


def plan(
    record: ReceiptRecord, *, practice: bool = False, duplicate: DuplicateMark | None = None, columns: int = 42
) -> PrintPlan:
    return receipt_plan(
        record, policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE, practice=practice,
        duplicate=duplicate, columns=columns, prev_h=samples.PREV_H,
    )  # fmt: skip


def void(record: ReceiptRecord, *, approval_open: bool = False, columns: int = 42) -> PrintPlan:
    return void_plan(
        record, policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE, practice=False,
        voided_at=VOIDED_AT, approval_open=approval_open, columns=columns,
    )  # fmt: skip


def pairs(slip: PrintPlan) -> list[tuple[str, str]]:
    return [(line.left, line.right) for line in slip.lines if isinstance(line, Pair)]


def no_sale() -> PrintPlan:
    return no_sale_plan(
        DrawerOpened("DT1B-0142", "Make change", Sealed("not opened"), Approval("no_sale", "kdunn", "station", "")),
        ref=EntryRef(1300, "0c" * 32), at=VOIDED_AT, by="mruiz", policy=samples.POLICY, names=samples.NAMES,
        zone=samples.ZONE, practice=False, note="a twenty in fives",
    )  # fmt: skip


SLIPS: dict[str, Callable[[], PrintPlan]] = {
    "cash": lambda: plan(samples.CASH),
    "check_and_cash": lambda: plan(samples.CHECK_AND_CASH),
    "card": lambda: plan(samples.CARD),
    "money_order": lambda: plan(samples.MONEY_ORDER),
    "partial": lambda: plan(samples.PARTIAL),
    "over_payment": lambda: plan(samples.OVER_PAYMENT),
    "cash_only_override": lambda: plan(samples.OVERRIDE),
    "void": lambda: void(samples.voided(samples.CHECK_AND_CASH)),
    "void_of_a_card_approval_open": lambda: void(samples.voided(samples.CARD, approval=""), approval_open=True),
    "reprint_of_a_void": lambda: plan(samples.voided(samples.CASH), duplicate=AGAIN),
    "duplicate": lambda: plan(samples.CHECK_AND_CASH, duplicate=AGAIN),
    "practice": lambda: plan(replace(samples.CASH, receipt="XDT1A-000001"), practice=True),
    "columns_32": lambda: plan(samples.CHECK_AND_CASH, columns=32),
    "columns_48": lambda: plan(samples.CHECK_AND_CASH, columns=48),
    "long_name": lambda: plan(samples.LONG_NAMES),
    "long_name_columns_32": lambda: plan(samples.LONG_NAMES, columns=32),
    "after_midnight": lambda: plan(replace(samples.CASH, at="2026-11-22T06:05:00.000Z")),
    "no_sale": no_sale,
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_reads_as_its_golden_paper(name: str) -> None:
    assert plan_text(SLIPS[name]()) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_every_golden_paper_has_its_slip() -> None:
    papers = {path.stem for path in GOLDEN.glob("*.txt")} - {"close_report", "deposit_slip"}
    assert papers == set(SLIPS)


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_account_number_and_amount_are_never_cut_or_broken(columns: int) -> None:
    rows = plan_text(plan(samples.LONG_NAMES, columns=columns)).splitlines()
    assert any(row.startswith("104-2281-0007") and row.endswith(" 1,234.56") for row in rows)


@pytest.mark.parametrize("columns", [32, 42, 48])
@pytest.mark.parametrize("name", SLIPS)
def test_no_row_is_wider_than_the_roll(name: str, columns: int) -> None:
    slip = replace(SLIPS[name](), columns=columns)
    assert max(len(row) for row in plan_text(slip).splitlines()) <= columns


def test_change_stands_in_double_size_and_only_when_there_is_some() -> None:
    change = [line for line in plan(samples.CHECK_AND_CASH).lines if isinstance(line, Pair) and line.left == "CHANGE"]
    assert change == [Pair("CHANGE", "$13.88", bold=True, size=Size.BIG)]
    assert "CHANGE" not in plan_text(plan(samples.CASH))


def test_the_barcode_is_the_receipts_number() -> None:
    assert [line.data for line in plan(samples.CASH).lines if isinstance(line, Barcode)] == ["DT1B-000147"]


def test_a_practice_slip_says_so_above_and_below() -> None:
    text = plan_text(plan(samples.CASH, practice=True))
    assert text.count("PRACTICE - NOT A RECEIPT") == 2
    assert "PRACTICE" not in plan_text(plan(samples.CASH))


def test_a_first_paper_never_says_duplicate_and_a_second_one_always_says_who_and_when() -> None:
    assert "DUPLICATE" not in plan_text(plan(samples.CASH))
    text = plan_text(plan(samples.CASH, duplicate=AGAIN))
    assert "*** DUPLICATE ***" in text
    assert "Mon 23 Nov 2026, 2:10 pm" in text
    assert "by T. Okafor" in text


def test_a_good_receipt_has_no_void_slip() -> None:
    with pytest.raises(ValueError, match="DT1B-000147 is not void"):
        void(samples.CASH)


def test_a_void_gives_back_cash_less_the_change_already_given() -> None:
    cash = [line.right for line in void(samples.voided(samples.CHECK_AND_CASH)).lines
            if isinstance(line, Pair) and line.left == "CASH"]  # fmt: skip
    assert cash == ["$86.12"]


def test_the_parts_of_a_split_add_up_to_the_amount() -> None:
    for record in (samples.CHECK_AND_CASH, samples.PARTIAL, samples.OVER_PAYMENT, samples.LONG_NAMES):
        for line in record.lines:
            assert sum(cents for _, cents in split(line.allocation)) == line.cents


def test_four_digits_of_a_card_reach_the_paper_even_when_more_were_kept() -> None:
    card = replace(samples.CARD.tenders[0], last_four="5555444433331111")
    text = plan_text(plan(replace(samples.CARD, tenders=(card,))))
    assert "card ending 1111" in text
    assert "3333" not in text


def test_a_void_names_its_approver_or_says_that_the_approval_is_open_or_says_nothing() -> None:
    assert ("Approved by", "K. Dunn") in pairs(void(samples.voided(samples.CASH)))
    unanswered = samples.voided(samples.CASH, approval="")
    assert ("Approved by", "approval open") in pairs(void(unanswered, approval_open=True))
    assert "Approved" not in plan_text(void(unanswered))


def test_an_approval_that_was_not_needed_leaves_no_words_on_the_receipt() -> None:
    record = replace(samples.OVERRIDE, approvals=(Approval("over_limit", "", "not_needed", ""),))
    assert "pproved" not in plan_text(plan(record))
    open_one = replace(samples.OVERRIDE, approvals=(Approval("over_limit", "", "afterwards", ""),))
    assert "Approval open" in plan_text(plan(open_one))


def test_a_person_unknown_here_is_named_by_the_id() -> None:
    assert "ZNEW" in plan_text(plan(replace(samples.CASH, by="znew")))


def test_control_characters_in_a_name_never_reach_the_paper() -> None:
    line = replace(samples.RENT_HOUSE, name="RUIZ\x1b@\x1dV0, MARIA")
    record = samples.receipt(line, tenders=samples.CASH.tenders)
    assert all(unicodedata.category(sign) != "Cc" for sign in plan_text(plan(record)).replace("\n", ""))


def test_the_hash_line_names_the_entry_when_the_one_before_is_not_known() -> None:
    slip = receipt_plan(
        samples.CASH, policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE, practice=False
    )  # fmt: skip
    assert any(isinstance(line, Text) and line.text == "entry 1204  head 41ab9d02" for line in slip.lines)


def test_an_open_bill_that_was_overdue_is_printed_as_past_due() -> None:
    late = replace(samples.CASH.lines[0], late=tuple(part.bucket for part in samples.CASH.lines[0].allocation))
    parts = split(late.allocation, late=late.late)
    assert {word for word, _cents in split(late.allocation)} == {"current"}
    assert [word for word, _cents in parts] == ["past due"]
    slip = plan(replace(samples.CASH, lines=(late,)))
    assert ("  past due", "61.20") in pairs(slip)


def test_a_second_void_slip_says_duplicate_above_and_below() -> None:
    again = void_plan(
        samples.voided(samples.CASH), policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE, practice=False,
        voided_at=VOIDED_AT, duplicate=AGAIN,
    )  # fmt: skip
    text = plan_text(again)
    assert text.count("DUPLICATE") == 2
    assert text.index("*** DUPLICATE ***") < text.index("*** VOID ***")
    assert "by T. Okafor" in text
    assert "DUPLICATE" not in plan_text(void(samples.voided(samples.CASH)))


def test_e5_headers_and_trailers_stand_where_they_belong_and_an_office_copy_says_so() -> None:
    """E5: forms by tender and payment, header and trailer by office."""
    policy = replace(
        samples.POLICY,
        receipts=(("receipt_header", "Drive-thru open to 6"), ("receipt_trailer_cash", "Cash: no refunds here")),
    )
    slip = receipt_plan(
        samples.CASH, policy=policy, names=samples.NAMES, zone=samples.ZONE, practice=False, is_office_copy=True
    )
    texts = [line.text for line in slip.lines if isinstance(line, Text)]
    assert texts.index("Drive-thru open to 6") == texts.index("OFFICE COPY") - 1 > texts.index(policy.city_name.upper())
    assert texts.index(policy.receipt_trailer.splitlines()[-1]) + 1 == texts.index("Cash: no refunds here")
