"""What reports ask, on a real keyed file: pages, slices, and sums that agree with the journal's own transfers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cash import CashCount
from app.domain.facts.base import Approval, Sealed
from app.domain.facts.batches import BatchOpened, DrawerOpened
from app.domain.facts.custody import BatchHandedOver
from app.domain.facts.receipts import ReceiptReprinted, ReceiptTaken, ReceiptVoided
from app.domain.facts.station import ApprovalRefused
from app.domain.reports.pages import Pages
from app.domain.reports.scope import AT_A_TERMINAL, Reader, ReportKind, Scope
from app.domain.reports.table import Row, RowState, Totals
from app.domain.tender import Tender
from app.domain.transfer import SAFE, SHORT, Transfer, drawer
from app.ports.books import Books
from app.usecases.read_report import RECEIPTS_A_STEP, ReadReport
from db.answers import BookAnswers
from db.questions.reports import ReportAnswers
from db.station import Station
from tests.db.till import CASHIER, DATE, SUPERVISOR, Till, receipt, station_in
from tests.unit.reports.test_figures import KINDS

ALL = Reader(SUPERVISOR, sees_all=True)
DAY = Scope(DATE, DATE)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path / "city") as station:
        yield station


@pytest.fixture
def till(station: Station) -> Till:
    till = Till(station)
    till.people()
    till.open_batch()
    return till


def read(
    station: Station, kind: ReportKind, scope: Scope = DAY, reader: Reader = ALL, *, after: tuple[int, int] = (0, 0)
) -> tuple[list[Row], Totals, ReadReport]:
    """The whole report, one step a question as the window asks it."""
    report = ReadReport(kind, scope, reader, after=after)
    rows: list[Row] = []
    while True:
        step = station.reader.run(lambda books: report.step(books, ReportAnswers.beside(books)))
        rows += step.rows
        assert 0 <= step.share <= 1_000
        if step.is_over:
            return rows, step.totals, report


def firsts(rows: list[Row]) -> list[object]:
    return [row.cells[0] for row in rows]


def test_receipts_say_what_was_paid_with_and_a_void_is_in_no_sum(station: Station, till: Till) -> None:
    first = till.pay({"104": 6_120}, Tender("cash", 7_000))
    second = till.pay({"105": 5_000, "106": 1_000}, Tender("check", 4_000, "77"), Tender("card", 2_000, "OK", "4417"))
    voided = till.pay({"107": 900})
    till.void(voided)
    rows, totals, report = read(station, ReportKind.RECEIPTS)
    assert firsts(rows) == [first, second, voided]
    assert rows[1].cells[5] == "105 RUIZ, MARIA, 106 RUIZ, MARIA"
    assert [row.cells[6:11] for row in rows] == [
        (6_120, None, None, 6_120, RowState.NONE), (None, 4_000, 2_000, 6_000, RowState.NONE),
        (900, None, None, 900, RowState.VOID),
    ]  # fmt: skip
    assert totals.sums[6:10] == (6_120, 4_000, 2_000, 12_120)
    assert (totals.rows, totals.not_counted) == (3, 1)
    assert report.head is not None
    assert report.head.time_zone == "America/Chicago"


def test_only_the_days_asked_for_are_read(station: Station, till: Till) -> None:
    till.pay({"104": 6_120})
    assert read(station, ReportKind.RECEIPTS, Scope("2026-11-21", "2026-11-30"))[0] == []
    assert len(read(station, ReportKind.RECEIPTS, Scope("2026-01-01", "2026-12-31"))[0]) == 1


def test_a_batch_or_an_hour_can_be_picked(station: Station, till: Till) -> None:
    till.pay({"104": 100})
    first = till.batch
    till.open_batch()
    till.pay({"105": 200})
    assert [row.cells[9] for row in read(station, ReportKind.RECEIPTS, Scope(DATE, DATE, first))[0]] == [100]
    assert len(read(station, ReportKind.RECEIPTS, Scope(DATE, DATE, hour=8))[0]) == 2  # 14 UTC in Chicago
    assert read(station, ReportKind.RECEIPTS, Scope(DATE, DATE, hour=9))[0] == []


def test_a_report_ends_at_the_entry_that_was_last_when_it_began(station: Station, till: Till) -> None:
    voided = till.pay({"104": 6_120})
    report = ReadReport(ReportKind.RECEIPTS, DAY, ALL)
    station.reader.run(lambda books: report.step(books, ReportAnswers.beside(books)))
    till.void(voided)
    till.pay({"105": 5_000})
    step = station.reader.run(lambda books: report.step(books, ReportAnswers.beside(books)))
    assert [row.cells[9] for row in step.rows] == [6_120]
    assert step.totals.sums[9] == 6_120


def test_a_long_report_comes_in_pages_that_hold_every_receipt_once(station: Station, till: Till) -> None:
    def many(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            for at in range(RECEIPTS_A_STEP + 30):
                deed.append(receipt(deed.next_receipt(), till.batch, {f"9{at}": 1 + at}), business_date=DATE)

    station.writer.run(many)
    first = till.batch
    till.open_batch()
    till.pay({"104": 7})
    rows, totals, _report = read(station, ReportKind.RECEIPTS)
    assert len(rows) == len(set(firsts(rows))) == RECEIPTS_A_STEP + 31
    assert totals.sums[9] == sum(range(1, RECEIPTS_A_STEP + 31)) + 7
    pages = Pages()
    pages.add(rows)
    assert len(pages.starts) == 2
    second, _totals, _again = read(station, ReportKind.RECEIPTS, after=pages.starts[1])
    assert second == rows[-len(second) :]
    assert len(pages.of(0, rows)) + len(second) == len(rows)
    assert {row.cells[4] for row in second} == {first, till.batch}


def test_voids_name_both_people_and_one_without_a_yes_waits(station: Station, till: Till) -> None:
    good, late = till.pay({"104": 6_120}), till.pay({"105": 500})
    till.void(good, reason="Wrong account")
    till.void(late, approval=Approval("void_receipt", "", "afterwards", "Wrong account"))
    rows, totals, _report = read(station, ReportKind.VOIDS)
    assert [(row.cells[0], row.cells[5], row.cells[7], row.cells[9]) for row in rows] == [
        (good, "Wrong account", "K. Dunn", RowState.NONE), (late, "wrong account", "", RowState.WAITING),
    ]  # fmt: skip
    assert totals.sums[8] == 6_620


def test_every_second_person_is_an_override_and_a_refusal_too(station: Station, till: Till) -> None:
    number = till.pay({"104": 6_120})
    till.void(number)
    till.add(ApprovalRefused(Approval("override_cash_only", SUPERVISOR, "station", "x"), "taker_cannot_approve"))
    rows, _totals, _report = read(station, ReportKind.OVERRIDES)
    assert [(row.cells[2], row.cells[3], row.cells[6], row.cells[9]) for row in rows] == [
        ("Void", number, "K. Dunn", RowState.APPROVED),
        ("Check, cash-only account", "", "K. Dunn", RowState.REFUSED),
    ]
    of_batch, _totals, _report = read(station, ReportKind.OVERRIDES, Scope(DATE, DATE, till.batch))
    assert len(of_batch) == 1


def test_no_sales_and_reprints_have_their_reasons_and_names(station: Station, till: Till) -> None:
    number = till.pay({"104": 6_120})
    till.add(DrawerOpened(till.batch, "Made change", Sealed(""), None))
    till.add(ReceiptReprinted(number, till.batch, "pdf"), by=SUPERVISOR)
    (opened,), _totals, _report = read(station, ReportKind.NO_SALES)
    assert opened.cells[2:5] == (till.batch, "M. Ruiz", "Made change")
    assert opened.opens is None
    assert opened.ref is not None
    (again,), _totals, _report = read(station, ReportKind.REPRINTS)
    assert (again.cells[0], again.cells[4], again.cells[5]) == (number, "K. Dunn", "PDF file")


def test_starting_cash_short_of_what_was_issued_is_the_issuers(station: Station, till: Till) -> None:
    moves = (Transfer(drawer("DT1", "cash"), SAFE, 9_500), Transfer(SHORT, SAFE, 500))
    start = CashCount((), rolls=9_500)

    def opened(books: Books) -> None:
        with books.deed(by=SUPERVISOR) as deed:
            fact = BatchOpened(deed.next_batch(), "WALK", CASHIER, True, start, 10_000, "Roll was short", moves)
            deed.append(fact, business_date=DATE)

    station.writer.run(opened)
    rows, totals, _report = read(station, ReportKind.OVER_SHORT)
    assert [row.cells[3] for row in rows if not row.is_subtotal] == ["Starting cash"]
    assert totals.sums[6:8] == (0, 500)


def test_who_still_counts_blind_gets_no_figure_of_the_own_batch(station: Station, till: Till) -> None:
    till.pay({"104": 6_120})
    number = till.batch
    own = Reader(CASHIER, sees_all=False)
    for kind in (ReportKind.RECEIPTS, ReportKind.BATCHES, ReportKind.BY_HOUR, ReportKind.OVER_SHORT, ReportKind.VOIDS):
        rows, totals, report = read(station, kind, reader=own)
        assert rows == []
        assert not any(totals.sums)
        assert report.head is not None
        assert report.head.hidden == (number,)
    till.add(DrawerOpened(till.batch, "Made change", Sealed(""), None))
    assert len(read(station, ReportKind.NO_SALES, reader=own)[0]) == 1
    till.balance(till.count())
    rows, _totals, report = read(station, ReportKind.RECEIPTS, reader=own)
    assert len(rows) == 1
    assert report.head is not None
    assert report.head.hidden == ()


def test_r3_who_handed_a_batch_over_gets_none_of_its_figures_either(station: Station, till: Till) -> None:
    till.pay({"104": 6_120})
    signed = Approval("hand_over", "t", "station", "Second count of a hand-over")
    till.add(BatchHandedOver(till.batch, CASHIER, "t", CashCount(()), 0, 16_120, 0, "", signed))
    rows, _totals, report = read(station, ReportKind.RECEIPTS, reader=Reader(CASHIER, sees_all=True))
    assert rows == []
    assert report.head is not None
    assert report.head.hidden == (till.batch,)
    assert len(read(station, ReportKind.RECEIPTS, reader=Reader("s", sees_all=True))[0]) == 1


def test_a_terminal_where_nobody_is_known_gets_balanced_batches_only(station: Station, till: Till) -> None:
    till.pay({"104": 6_120})
    rows, totals, _report = read(station, ReportKind.RECEIPTS, reader=AT_A_TERMINAL)
    assert (rows, totals.sums[9]) == ([], 0)
    till.balance(till.count())
    assert read(station, ReportKind.RECEIPTS, reader=AT_A_TERMINAL)[1].sums[9] == 6_120


def test_another_cashiers_batch_is_never_in_ones_own_report(station: Station, till: Till) -> None:
    till.pay({"104": 6_120})
    till.balance(till.count())
    rows, _totals, _report = read(station, ReportKind.RECEIPTS, Scope(DATE, DATE, cashier=CASHIER), Reader("t", False))
    assert rows == []


paid = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(1, 90_000), st.booleans()), min_size=1, max_size=12
)  # fmt: skip


@settings(max_examples=8)
@given(paid)
def test_the_reports_agree_with_the_journals_own_transfers(
    tmp_path_factory: pytest.TempPathFactory, found: list[tuple[str, int, bool]]
) -> None:
    with station_in(tmp_path_factory.mktemp("agrees") / "city") as station:
        till = Till(station)
        till.people()
        till.open_batch()
        for kind, cents, is_void in found:
            number = till.pay({"104": cents}, Tender(kind, cents + (300 if kind == "cash" else 0)))
            if is_void:
                till.void(number)
        moved = journal_sums(station)
        _rows, totals, _report = read(station, ReportKind.RECEIPTS)
        assert totals.sums[6] == moved["cash"]
        assert totals.sums[7] == moved["check"] + moved["money_order"]
        assert totals.sums[8] == moved["card"]
        _rows, hours, _report = read(station, ReportKind.BY_HOUR)
        assert hours.sums[7] == totals.sums[9] == sum(moved.values())
        _rows, batches, _report = read(station, ReportKind.BATCHES)
        assert batches.sums[5:9] == (*totals.sums[6:9], totals.sums[9])
        _rows, voids, _report = read(station, ReportKind.VOIDS)
        assert voids.sums[8] == sum(cents for _kind, cents, is_void in found if is_void)
        assert voids.rows == totals.not_counted == batches.sums[4]


def journal_sums(station: Station) -> dict[str, int]:
    """What the entries' transfers put into the drawer and the card account, by class."""
    sums = dict.fromkeys(KINDS, 0)

    def entries(books: BookAnswers) -> None:
        for _ref, _envelope, fact in books.happenings(kinds=(ReceiptTaken.KIND, ReceiptVoided.KIND), limit=1_000):
            for move in getattr(fact, "transfers", ()):
                for account, sign in ((move.debit, 1), (move.credit, -1)):
                    if account == "card_receivable":
                        sums["card"] += sign * move.cents
                    elif account.startswith("drawer:"):
                        sums[account.rpartition(":")[2]] += sign * move.cents

    station.reader.run(entries)
    return sums


