"""Misc receipts and pennies on paper: receipt, void slip, close report (B8, T9, X24)."""

from dataclasses import replace

from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender
from receipts.layouts.close_misc import misc_receipts, pennies
from receipts.renderers.plan_text import plan_text
from receipts.renderers.sheet_text import sheet_text
from tests.receipts import report_samples, samples
from tests.receipts.test_receipt_layout import pairs, plan, void
from tests.receipts.test_reports import report

FINE = PaidLine(
    account="misc:COURT", number="COURT", name="Court fine", address="C-2291", cents=5_000,
    allocation=(BucketAmount("10-2250", 1_000), BucketAmount("10-4410", 4_000)), snapshot=-1, balance_after=0,
    rule="ledger_split.1@2026-01-01",
)  # fmt: skip
COPIES = replace(
    FINE, account="misc:COPIES", number="COPIES", name="Copies and records", address="", cents=75,
    allocation=(BucketAmount("10-4510", 75),),
)  # fmt: skip


def rounding(cents: int) -> PaidLine:
    return replace(
        FINE, account="rounding", number="", name="Cash rounding", address="", cents=cents,
        allocation=(BucketAmount("rounding", cents),), rule="nearest_nickel.1@2026-01-01",
    )  # fmt: skip


CREDIT = replace(
    samples.RENT_HOUSE, name="Rounded up, credit", cents=3, allocation=(BucketAmount("CREDIT", 3),),
    balance_after=1_247, rule="round_up.1@2026-01-01",
)  # fmt: skip


def paid(*lines: PaidLine, cash: int, change: int = 0) -> ReceiptRecord:
    return samples.receipt(*lines, tenders=(Tender("cash", cash),), change=change)


def rows(record: ReceiptRecord) -> list[str]:
    """The part between the heads and the trailer."""
    text = plan_text(plan(record)).splitlines()
    rules = [at for at, row in enumerate(text) if set(row) == {"-"}]
    return [" ".join(row.split()) for row in text[rules[1] + 1 :] if row.strip()]


def test_b8_a_receipt_says_what_was_paid_and_its_reference_but_no_ledger_account() -> None:
    shown = rows(paid(samples.RENT_HOUSE, COPIES, cash=6_000, change=725))
    assert shown[:4] == ["Utility account Paid", "104-2290 RUIZ, MARIA 52.00", "COPIES Copies and records 0.75",
                         "-" * 42]  # fmt: skip
    alone = rows(paid(FINE, cash=5_000))
    assert alone[:4] == ["For Paid", "COURT Court fine 50.00", "C-2291", "-" * 42]
    assert not any("10-2250" in row or "Balance" in row for row in alone)


def test_t9_a_rounded_receipt_adds_up_in_the_customers_hand() -> None:
    record = paid(replace(samples.RENT_HOUSE, cents=5_202), rounding(-2), cash=6_000, change=800)
    assert ("Cash rounding", "−0.02") in pairs(plan(record))
    assert ("TOTAL", "$52.00") in pairs(plan(record))
    back = pairs(void(samples.voided(record)))
    assert ("Cash rounding", "−0.02") in back
    assert ("CASH", "$52.00") in back, "rounding on refunds: what was kept is given back"


def test_t9_a_round_up_stands_as_credit_with_the_new_balance() -> None:
    shown = rows(paid(samples.RENT_HOUSE, CREDIT, cash=5_203))
    assert "104-2290 Rounded up, credit" in " ".join(shown)
    assert "Balance 104-2290 12.47" in shown
    assert not any("credit to account" in row for row in shown)


def test_the_close_report_lists_types_with_their_ledger_accounts_and_pennies_up_and_down_apart() -> None:
    receipts = [
        paid(FINE, cash=5_000), paid(FINE, COPIES, cash=5_075), paid(samples.RENT_HOUSE, rounding(-2), cash=5_198),
        paid(samples.RENT_HOUSE, rounding(1), cash=5_201), paid(samples.RENT_HOUSE, rounding(2), cash=5_202),
        paid(samples.RENT_HOUSE, CREDIT, cash=5_203),
    ]  # fmt: skip
    ((misc,), (cents,)) = misc_receipts(receipts), pennies(receipts)
    assert misc.blocks[0].rows == (  # type: ignore[union-attr]
        ("COPIES  Copies and records", "10-4510", "1", "0.75"),
        ("COURT  Court fine", "10-2250", "2", "20.00"),
        ("", "10-4410", "", "80.00"),
    )
    assert misc.blocks[0].totals == (("All misc receipts", "", "3", "$100.75"),)  # type: ignore[union-attr]
    assert cents.blocks[0].rows == (  # type: ignore[union-attr]
        ("Rounded up, kept by the city", "2", "0.03"), ("Rounded down, given up", "1", "−0.02"),
        ("Rounded up, credit on accounts", "1", "0.03"),
    )  # fmt: skip


def test_a_day_without_them_has_the_same_close_report_as_before() -> None:
    assert "Misc" not in sheet_text(report())
    assert "Pennies" not in sheet_text(report())


def test_the_whole_close_report_takes_them() -> None:
    records = (*report_samples.RECEIPTS, replace(paid(COPIES, cash=75), receipt="DT1B-000152"))
    batch = report_samples.BATCH
    expected = tuple(
        replace(each, expected=each.expected + 75, short=175) if each.tender == "cash" else each
        for each in batch.expected
    )
    text = sheet_text(report(replace(batch, taken=batch.taken + 75, expected=expected), records))
    assert "Misc receipts" in text
    assert "10-4510" in text
