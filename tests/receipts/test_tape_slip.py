"""Tapes as slips: stapled, alone, a batch's, on each roll (B11, A9)."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from app.domain.print_plan import PrintPlan
from app.domain.print_rows import rows_of
from app.domain.tape import Tape, TapeEntry, TapeSide
from app.settings.first_policy import as_mapping, practice_settings
from app.settings.policy import Policy
from receipts.layouts.tape_slip import TapeHead, batch_tape_plan, tape_plan
from tests.receipts import samples

HEAD = TapeHead(
    at="2026-11-21T16:42:00+00:00", by="mruiz", policy=Policy.of(as_mapping(practice_settings())),
    names={"mruiz": "M. Ruiz"}, zone=ZoneInfo("America/Chicago"), practice=True,
)  # fmt: skip
TAPE = Tape((
    TapeEntry(TapeSide.STUB, 18_412, "104-2281"), TapeEntry(TapeSide.STUB, 5_200), TapeEntry(TapeSide.STUB, -1_000),
    TapeEntry(TapeSide.CHECK, 20_000, "1042"),
))  # fmt: skip


def text(plan: PrintPlan) -> str:
    return "\n".join(row.text for line in plan.lines for row in rows_of(line, columns=plan.columns))


def test_a_stapled_tape_names_its_receipt_and_both_sums() -> None:
    """B11."""
    said = text(tape_plan(TAPE, HEAD, receipt="XDT1A-000001"))
    assert "*** TAPE ***" in said
    assert "not a receipt" not in said
    for left, right in (
        ("Stapled to receipt", "XDT1A-000001"), ("stub 104-2281", "184.12"), ("stub", "10.00-"), ("3 stubs", "$226.12"),
        ("check 1042", "200.00"), ("1 check", "$200.00"), ("Checks short of stubs", "$26.12"),
    ):  # fmt: skip
        assert any(row.startswith(left) and row.endswith(right) for row in said.splitlines()), (left, right)


def test_a_tape_alone_says_that_it_is_no_receipt_and_the_second_is_a_duplicate() -> None:
    """B11, R14."""
    assert "not a receipt" in text(tape_plan(TAPE, HEAD))
    assert "DUPLICATE" not in text(tape_plan(TAPE, HEAD))
    assert "*** DUPLICATE ***" in text(tape_plan(TAPE, replace(HEAD, again=True)))


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_no_row_is_wider_than_its_roll(columns: int) -> None:
    """B11."""
    assert all(len(row) <= columns for row in text(tape_plan(TAPE, HEAD, columns=columns)).splitlines())


def test_a_batch_tape_has_running_sums_only_for_who_may_see_them() -> None:
    """A9, R30."""
    records = (samples.CHECK_AND_CASH,)
    blind = text(batch_tape_plan("XDT1A-0001", records, HEAD, with_sums=False))
    assert samples.CHECK_AND_CASH.receipt in blind
    assert "sum so far" not in blind
    assert "TOTAL" not in blind
    assert any(row.startswith("  change") and row.endswith("13.88-") for row in blind.splitlines())
    seen = text(batch_tape_plan("XDT1A-0001", records, HEAD, with_sums=True))
    assert "sum so far" in seen
    assert "TOTAL" in seen
