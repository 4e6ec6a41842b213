"""A deed is all or nothing, its numbers are dense, and its own reads see its own writes."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.facts.receipts import ReceiptReprinted
from app.domain.facts.station import AccountsImported, SettingChanged
from app.domain.print_plan import PrintPlan, Text
from app.domain.records import DraftRecord
from app.domain.tender import Tender
from app.ports.books import Books, BooksReader, OpenDeed
from db.answers import BookAnswers
from db.books import StationBooks
from db.deed import Deed
from db.errors import BlobMissingError, DiskFullError, JournalRefusedError
from db.station import Station
from tests.db.till import CASHIER, DATE, Till, receipt, station_in

DRAFT = DraftRecord("d1", CASHIER, "L1", False, "2026-11-20T14:00:00.000Z", '{"lines":[]}')


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path) as station:
        yield station


@pytest.fixture
def till(station: Station) -> Till:
    till = Till(station)
    till.people()
    till.open_batch()
    return till


def test_the_books_answer_their_port(station: Station) -> None:
    books: type[Books] = StationBooks
    deed: type[OpenDeed] = Deed
    reader: type[BooksReader] = BookAnswers
    assert books is not None
    assert deed is not None
    assert reader is not None
    assert station.reader.run(lambda answers: answers.is_practice())


def test_practice_numbers_begin_with_x_and_are_dense(till: Till) -> None:
    assert till.batch == "XDT1A-0001"
    assert [till.pay({"A1": 100}) for _ in range(3)] == ["XDT1A-000001", "XDT1A-000002", "XDT1A-000003"]


def test_a_deed_that_fails_leaves_nothing_and_uses_no_number(till: Till) -> None:
    station = till.station
    before = station.reader.run(lambda answers: answers.head())

    def half(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            deed.save_draft(DRAFT)
            number = deed.next_receipt()
            deed.append(receipt(number, till.batch, {"A1": 6120}), business_date=DATE)
            deed.queue_pulse(receipt=number)
            raise RuntimeError("the cable was pulled")

    with pytest.raises(RuntimeError, match="cable"):
        station.writer.run(half)
    assert station.reader.run(lambda answers: answers.head()) == before
    assert station.reader.run(lambda answers: (answers.drafts(), answers.print_jobs(), answers.receipts())) == (
        [], [], [],
    )  # fmt: skip
    assert till.pay({"A1": 6120}) == "XDT1A-000001"


def test_a_full_disk_loses_the_deed_and_nothing_else(till: Till) -> None:
    till.pay({"A1": 100})
    pages = till.station.writer.run_bare(lambda db: db.execute("PRAGMA page_count").fetchone()[0])
    till.station.writer.run_bare(lambda db: db.execute(f"PRAGMA max_page_count={pages}").fetchall())
    with pytest.raises(DiskFullError):
        deque((till.pay({"A1": 100}) for _ in range(20)), maxlen=0)
    till.station.writer.run_bare(lambda db: db.execute("PRAGMA max_page_count=1000000").fetchall())
    taken = till.station.reader.run(lambda answers: answers.receipts())
    assert till.pay({"A1": 100}) == f"XDT1A-{len(taken) + 1:06d}"


def test_a_number_that_is_not_next_is_refused(till: Till) -> None:
    with pytest.raises(JournalRefusedError, match="not the next number"):
        till.add(receipt("XDT1A-000002", till.batch, {"A1": 100}))
    with pytest.raises(JournalRefusedError, match="not the next number"):
        till.add(receipt("XDT1B-000001", till.batch, {"A1": 100}))


def test_a_batch_or_receipt_that_does_not_exist_is_refused(till: Till) -> None:
    with pytest.raises(JournalRefusedError, match="does not exist"):
        till.add(receipt("XDT1A-000001", "XDT1A-0009", {"A1": 100}))
    number = till.pay({"A1": 100})
    till.void(number)
    with pytest.raises(JournalRefusedError, match="does not exist"):
        till.void(number)
    assert till.pay({"A1": 100}) == "XDT1A-000002"


def test_a_refused_entry_loses_the_deed_even_when_the_error_is_caught(till: Till) -> None:
    number = till.pay({"A1": 100})

    def stubborn(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            deed.append(ReceiptReprinted(number, till.batch, "printer"))
            with pytest.raises(JournalRefusedError):
                deed.append(receipt("XDT1A-000009", till.batch, {"A1": 1}))

    before = till.station.reader.run(lambda answers: answers.head())
    with pytest.raises(JournalRefusedError, match="refused before"):
        till.station.writer.run(stubborn)
    assert till.station.reader.run(lambda answers: answers.head()) == before


def test_an_import_entry_comes_through_an_intake_only(till: Till) -> None:
    fact = AccountsImported("f", "", "", 0, 0, 0, 0, 0, 0, DATE, 0, "", "")
    with pytest.raises(JournalRefusedError, match="intake"):
        till.add(fact)


def test_a_deed_reads_what_it_wrote(till: Till) -> None:
    def deed_of(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            number = deed.next_receipt()
            ref = deed.append(receipt(number, till.batch, {"A1": 6120}), business_date=DATE)
            assert deed.head() == ref
            found = deed.receipt(number)
            assert found is not None
            assert (found.ref, found.total) == (ref, 6120)
            assert deed.next_receipt() == "XDT1A-000002"
            now = deed.batch_now(till.batch)
            assert now is not None
            assert now.last_ref == ref

    till.station.writer.run(deed_of)


def test_settings_are_dated_and_seen_at_once(till: Till) -> None:
    till.add(SettingChanged("reconnect_fee", 2500, "2026-01-01", "Ord. 1"))
    till.add(SettingChanged("reconnect_fee", 3000, "2026-12-01", "Ord. 2"))
    till.add(SettingChanged("reconnect_fee", 2600, "2026-01-01", "Ord. 1, corrected"))
    read = till.station.reader
    assert read.run(lambda answers: answers.settings("2026-11-20")) == {"reconnect_fee": 2600}
    assert read.run(lambda answers: answers.settings("2026-12-01")) == {"reconnect_fee": 3000}
    assert read.run(lambda answers: answers.settings("2025-12-31")) == {}
    till.add(SettingChanged("reconnect_fee", 2700, "2026-11-20", "Ord. 3"))
    assert read.run(lambda answers: answers.settings("2026-11-20")) == {"reconnect_fee": 2700}


def test_a_setting_of_a_lost_deed_is_forgotten(till: Till) -> None:
    def lost(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            deed.append(SettingChanged("reconnect_fee", 9900, "2026-01-01", ""))
            assert deed.settings(DATE) == {"reconnect_fee": 9900}
            raise RuntimeError("lost")

    def read(books: Books) -> object:
        with books.deed(by=CASHIER) as deed:
            return dict(deed.settings(DATE))

    with pytest.raises(RuntimeError):
        till.station.writer.run(lost)
    till.add(SettingChanged("reconnect_fee", 2500, "2026-01-01", ""))
    assert till.station.writer.run(read) == {"reconnect_fee": 2500}


def test_people_are_as_their_last_entry_says(till: Till) -> None:
    people = till.station.reader.run(lambda answers: answers.users())
    assert [person.name for person in people] == ["K. Dunn", "M. Ruiz"]
    assert till.station.reader.run(lambda answers: answers.user("nobody")) is None


def test_a_draft_is_kept_replaced_and_wiped_once(till: Till) -> None:
    def save(books: Books) -> None:
        with books.deed(by=CASHIER) as deed:
            deed.save_draft(DRAFT)
            deed.save_draft(replace(DRAFT, parked=True))

    till.station.writer.run(save)
    assert till.station.reader.run(lambda answers: answers.drafts(user=CASHIER)) == [replace(DRAFT, parked=True)]
    assert till.station.reader.run(lambda answers: answers.drafts(user="tokafor")) == []

    def wipe(books: Books) -> tuple[bool, bool]:
        with books.deed(by=CASHIER) as deed:
            return deed.wipe_draft("d1"), deed.wipe_draft("d1")

    assert till.station.writer.run(wipe) == (True, False)


def test_sealed_bytes_come_back_and_a_missing_blob_is_said(till: Till) -> None:
    def deed_of(books: Books) -> bytes:
        with books.deed(by=CASHIER) as deed:
            name = deed.seal_blob(b"posting file")
            assert re.fullmatch("[0-9a-f]{64}", name)
            with pytest.raises(BlobMissingError, match="missing or damaged"):
                deed.open_blob("00" * 32)
            return deed.open_blob(name)

    assert till.station.writer.run(deed_of) == b"posting file"


def test_paper_and_pulse_are_queued_with_the_deed(till: Till) -> None:
    def deed_of(books: Books) -> tuple[int, int]:
        with books.deed(by=CASHIER) as deed:
            return deed.queue_print(PrintPlan((Text("Close"),)), what="report"), deed.queue_pulse()

    paper, pulse = till.station.writer.run(deed_of)
    jobs = till.station.reader.run(lambda answers: answers.print_jobs())
    assert [(job.job, job.what, job.state) for job in jobs] == [(pulse, "pulse", "queued"), (paper, "report", "queued")]


def test_sums_of_a_batch_run_by_tender_class(till: Till) -> None:
    till.pay({"A1": 6120, "A2": 1000}, Tender("cash", 5000), Tender("check", 3000, "1204"))
    till.pay({"A1": 2500}, Tender("card", 2500))
    gone = till.pay({"A3": 700}, Tender("money_order", 700))
    till.void(gone)
    batch = till.station.reader.run(lambda answers: answers.batch(till.batch))
    assert batch is not None
    assert {result.tender: result.expected for result in batch.expected} == {
        "cash": 10000 + 5000 - 880, "check": 3000, "money_order": 0, "card": 2500,
    }  # fmt: skip
    assert (batch.receipts, batch.voids, batch.taken) == (3, 1, 9620)
