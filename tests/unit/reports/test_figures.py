"""Totals add exactly the rows that count; over and short are never netted; hours and pages lose nothing."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderResult
from app.domain.reports.by_hour import Hour, hour_of, hour_rows, hour_short, hour_words
from app.domain.reports.catalogue import SHAPES
from app.domain.reports.document import PAPER_ROWS, ReportHead, ReportTooLongError
from app.domain.reports.found import BatchOutline, ReceiptFound, StartDifference, TenderPaid
from app.domain.reports.over_short import COLUMNS, by_cashier, over_short_rows, start_row
from app.domain.reports.pages import PAGE_ROWS, Pages
from app.domain.reports.receipts import COLUMNS as RECEIPT_COLUMNS
from app.domain.reports.receipts import receipt_row
from app.domain.reports.scope import ReportKind, Scope
from app.domain.reports.table import Column, ColumnKind, Row, no_totals, total_cells
from tests.unit.records_for_rules import REF, batch

CHICAGO = ZoneInfo("America/Chicago")
KINDS = ("cash", "check", "money_order", "card")
tenders = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 900_000)), min_size=1, max_size=4)


@st.composite
def receipts(draw: st.DrawFn) -> ReceiptFound:
    given_ = draw(tenders)
    cash = sum(cents for kind, cents in given_ if kind == "cash")
    change = draw(st.integers(0, cash)) if cash else 0
    total = sum(cents for _kind, cents in given_) - change
    return ReceiptFound(
        receipt="DT1A-000001", ref=REF, place=(1, draw(st.integers(1, 9))), batch="DT1A-0001",
        business_date="2026-11-21", at=f"2026-11-21T{draw(st.integers(0, 23)):02d}:10:00.000Z", by="mruiz",
        lane=draw(st.sampled_from(["L1", "L2", "counter", ""])), accounts=("104-2281 RUIZ, MARIA",),
        tenders=tuple(TenderPaid(kind, cents, "") for kind, cents in given_), total=total, change=change,
        is_void=draw(st.booleans()),
    )  # fmt: skip


@given(st.lists(receipts(), max_size=30), st.integers(1, 7))
def test_totals_of_receipts_are_those_of_the_good_ones_however_they_come_in(
    found: list[ReceiptFound], step: int
) -> None:
    rows = [receipt_row(receipt, {}) for receipt in found]
    totals = no_totals(RECEIPT_COLUMNS)
    for start in range(0, len(rows), step):
        totals = totals.plus(RECEIPT_COLUMNS, rows[start : start + step])
    good = [receipt for receipt in found if not receipt.is_void]
    cash, papers, cards, total = totals.sums[6:10]
    assert total == sum(receipt.total for receipt in good)
    assert cash + papers + cards == total
    assert cards == sum(tender.cents for receipt in good for tender in receipt.tenders if tender.kind == "card")
    assert (totals.rows, totals.not_counted) == (len(found), len(found) - len(good))


@given(st.lists(receipts(), max_size=30))
def test_every_receipt_stands_in_exactly_one_hour(found: list[ReceiptFound]) -> None:
    hours = [Hour() for _hour in range(24)]
    for receipt in found:
        at = hour_of(receipt.at, CHICAGO)
        hours[at] = hours[at].plus(receipt)
    rows = hour_rows(hours)
    sums = no_totals(SHAPES[ReportKind.BY_HOUR].columns).plus(SHAPES[ReportKind.BY_HOUR].columns, rows).sums
    assert sums[5] == sum(sums[1:5]) == len(found)
    assert sums[6] == sum(receipt.is_void for receipt in found)
    assert sums[7] == sum(receipt.total for receipt in found if not receipt.is_void)


def test_hours_are_the_citys_and_empty_ones_between_stand_too() -> None:
    assert hour_of("2026-11-21T16:05:00.000Z", CHICAGO) == 10
    hours = [Hour((1, 0, 0, 0), 0, 100) if at in (9, 11) else Hour() for at in range(24)]
    assert [row.cells[0] for row in hour_rows(hours)] == ["9 to 10 am", "10 to 11 am", "11 am to 12 pm"]
    assert (hour_words(23), hour_short(0), hour_short(12)) == ("11 pm to 12 am", "12 am", "12 pm")
    assert hour_rows([Hour()] * 24) == ()
    with pytest.raises(ValueError, match="24 hours"):
        hour_rows([Hour()])


def accepted(number: str, cashier: str, *results: TenderResult) -> tuple[Row, ...]:
    record = replace(
        batch(number), cashier=cashier, state=BatchState.BALANCED, expected=results, balanced_by="kdunn",
        balance_reason="Miscount found", balanced_ref=REF,
    )  # fmt: skip
    return over_short_rows(record, {"mruiz": "M. Ruiz", "kdunn": "K. Dunn"})


@given(st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, 9_999)), max_size=12))
def test_over_and_short_are_added_gross_and_never_netted(found: list[tuple[int, int]]) -> None:
    rows: list[Row] = []
    for at, (over, short) in enumerate(found):
        results = (TenderResult("cash", 0, 0, over, 0), TenderResult("check", 0, 0, 0, short))
        rows += accepted(f"DT1A-{at:04d}", "mruiz" if at % 2 else "tokafor", *results)
    whole = by_cashier(rows, {"M. Ruiz": len(found)})
    totals = no_totals(COLUMNS).plus(COLUMNS, whole)
    assert totals.sums[6:8] == (sum(over for over, _short in found), sum(short for _over, short in found))
    subtotals = [row for row in whole if row.is_subtotal]
    assert sum(int(row.cells[6] or 0) for row in subtotals) == totals.sums[6]
    assert totals.rows == len(rows)


def test_a_cashier_whose_every_batch_was_even_has_a_line_too() -> None:
    (row,) = by_cashier((), {"M. Ruiz": 3})
    assert row.cells[0] == "All of M. Ruiz"
    assert row.cells[6:10] == (0, 0, None, "3 balanced, 0 with a difference")


def test_starting_cash_that_was_not_what_was_issued_stands_among_over_and_short() -> None:
    outline = BatchOutline("DT1A-0001", "mruiz", BatchState.OPEN, "2026-11-21", 0, 1, 1, 1)
    row = start_row(outline, StartDifference(0, 500, "kdunn"), {"kdunn": "K. Dunn"})
    assert row.cells[3:9] == ("Starting cash", None, None, None, 500, "K. Dunn")


places = st.lists(st.integers(1, 4), min_size=0, max_size=400)


@given(places)
def test_pages_hold_every_row_once_and_at_most_500(group_sizes: list[int]) -> None:
    rows = [Row((at,), place=(at, 0)) for at, size in enumerate(group_sizes, 1) for _each in range(size)]
    pages = Pages()
    for row in rows:
        pages.add([row])
    shown: list[Row] = []
    for page, start in enumerate(pages.starts):
        on_page = pages.of(page, [row for row in rows if row.place > start])
        assert len(on_page) <= PAGE_ROWS
        shown += on_page
    assert shown == rows
    assert pages.rows == len(rows)


def test_a_page_is_full_when_its_last_place_was_read() -> None:
    pages = Pages()
    pages.add(Row((at,), place=(at, 0)) for at in range(1, 1_001))
    assert len(pages.starts) == 3
    assert pages.is_full(0, pages.starts[1])
    assert not pages.is_full(0, (pages.starts[1][0] - 1, 0))
    assert not pages.is_full(2, (1_000, 0))


def test_a_column_of_words_has_no_total() -> None:
    with pytest.raises(ValueError, match="no figures"):
        Column("Reason", is_summed=True)
    columns = (Column("Who"), Column("Cents", ColumnKind.AMOUNT, is_summed=True))
    assert total_cells(columns, no_totals(columns).plus(columns, [Row(("a", 5)), Row(("b", None))])) == (None, 5)


def head(kind: ReportKind = ReportKind.RECEIPTS, scope: Scope | None = None, **more: object) -> ReportHead:
    found = ReportHead(
        shape=SHAPES[kind], scope=scope or Scope("2026-11-16", "2026-11-21"), station="DT1", cashier="",
        time_zone="America/Chicago", as_of="2026-11-21T22:00:00.000Z", is_practice=False, hidden=(),
    )  # fmt: skip
    return replace(found, **more)  # type: ignore[arg-type]  # fields by name


def test_a_file_is_named_after_its_days_and_whose_it_is() -> None:
    assert head().file_name == "receipts-2026-11-16-to-2026-11-21"
    day = Scope("2026-11-21", "2026-11-21", cashier="mruiz", hour=9)
    assert head(scope=day, is_practice=True).file_name == "PRACTICE_receipts-2026-11-21-mruiz-hour-09"


def test_a_column_that_says_the_same_everywhere_stands_in_the_heading() -> None:
    titles = [RECEIPT_COLUMNS[at].title for at in head(scope=Scope("2026-11-21", "2026-11-21", "DT1A-0001")).shown]
    assert "Date" not in titles
    assert "Batch" not in titles
    assert len(head().shown) == len(RECEIPT_COLUMNS)


def test_what_is_left_out_is_named() -> None:
    assert head().hidden_words == ""
    assert head(hidden=("DT1A-0001",)).hidden_words.startswith("Without batch DT1A-0001: not balanced yet")
    assert "batches DT1A-0001, DT1A-0002" in head(hidden=("DT1A-0001", "DT1A-0002")).hidden_words


def test_a_paper_that_nobody_reads_is_refused() -> None:
    error = ReportTooLongError(PAPER_ROWS + 1)
    assert "4,001 rows are too many for paper" in error.sentence()
    assert "save it as Excel or CSV" in error.sentence()


def test_a_receipt_keeps_its_place_and_its_entry() -> None:
    found = ReceiptFound(
        "DT1A-000001", EntryRef(9, "ab"), (1, 7), "DT1A-0001", "2026-11-21", "2026-11-21T16:00:00.000Z", "mruiz",
        "L1", ("104 A", "104 A"), (TenderPaid("cash", 7_000, ""),), 6_120, 880, True,
    )  # fmt: skip
    row = receipt_row(found, {"mruiz": "M. Ruiz"})
    assert row.cells[3:10] == ("M. Ruiz", "DT1A-0001", "104 A", 6_120, None, None, 6_120)
    assert (row.counts, row.place, row.ref) == (False, (1, 7), EntryRef(9, "ab"))
