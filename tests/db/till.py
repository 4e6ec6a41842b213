"""A station for tests: a clock that steps, and deeds of a day in one line each."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.cash import CashCount
from app.domain.entry import EntryRef, StreamName
from app.domain.facts.base import NOTHING_SAID, Approval, Fact
from app.domain.facts.batches import BatchBalanced, BatchCounted, BatchOpened
from app.domain.facts.receipts import BucketAmount, PaidLine, ReceiptTaken, ReceiptVoided
from app.domain.facts.station import UserChanged
from app.domain.tender import Tender
from app.domain.transfer import CARD_RECEIVABLE, SAFE, Transfer, clearing, drawer, paid
from app.ports.books import Books
from db.station import Station, create_station, open_station

KEY = bytes(range(32))
STREAM = StreamName("claremore", "DT1", "A")
DATE = "2026-11-20"
CASHIER, SUPERVISOR = "mruiz", "kdunn"


class StepClock:
    """Each look is a second later."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def mono_ns(self) -> int:
        return 7

    def boot_id(self) -> str:
        return "boot"


@contextmanager
def station_in(folder: Path, *, new: bool = True, clock: StepClock | None = None) -> Iterator[Station]:
    clock = clock or StepClock()
    if new:
        create_station(folder, KEY, stream=STREAM, practice=True, time_zone="America/Chicago", clock=clock)
    station = open_station(folder, KEY, clock=clock, app_v="0.1.0")
    try:
        yield station
    finally:
        assert station.close()


class Till:
    """Deeds with amounts in cents; each is one durable commit."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.batch = ""

    def add(self, fact: Fact, *, by: str = CASHIER, date: str = DATE) -> EntryRef:
        def deed_of(books: Books) -> EntryRef:
            with books.deed(by=by) as deed:
                return deed.append(fact, business_date=date)

        return self.station.writer.run(deed_of)

    def people(self) -> None:
        self.add(UserChanged(CASHIER, "M. Ruiz", ("cashier",), (), True))
        self.add(UserChanged(SUPERVISOR, "K. Dunn", ("supervisor",), (), True))

    def open_batch(self, *, cents: int = 10000, source: str = "WALK") -> str:
        def deed_of(books: Books) -> str:
            with books.deed(by=CASHIER) as deed:
                number = deed.next_batch()
                start = CashCount((), rolls=cents)
                moves = (Transfer(drawer("DT1", "cash"), SAFE, cents),) if cents else ()
                fact = BatchOpened(number, source, CASHIER, bool(cents), start, cents, "", moves)
                deed.append(fact, business_date=DATE)
                return number

        self.batch = self.station.writer.run(deed_of)
        return self.batch

    def pay(self, lines: dict[str, int], *tenders: Tender, date: str = DATE, draft: str = "") -> str:
        def deed_of(books: Books) -> str:
            with books.deed(by=CASHIER) as deed:
                number = deed.next_receipt()
                deed.append(receipt(number, self.batch, lines, *tenders), business_date=date)
                deed.queue_receipt_print(number, what="receipt")
                deed.queue_pulse(receipt=number)
                if draft:
                    deed.wipe_draft(draft)
                return number

        return self.station.writer.run(deed_of)

    def void(self, number: str, *, approval: Approval | None = None, reason: str = "wrong account") -> EntryRef:
        def deed_of(books: Books) -> EntryRef:
            with books.deed(by=CASHIER) as deed:
                record = deed.receipt(number)
                assert record is not None
                moves = receipt(number, record.batch, _lines(record), *record.tenders).transfers
                undone = tuple(move.reversed() for move in moves)
                fact = ReceiptVoided(
                    number, record.batch, record.ref, reason, NOTHING_SAID, approval or _approved(), undone
                )
                return deed.append(fact, business_date=DATE)

        return self.station.writer.run(deed_of)

    def count(self, *, no: int = 1) -> EntryRef:
        return self.add(BatchCounted(self.batch, no, CashCount((), rolls=10000), (), ()))

    def balance(self, count: EntryRef) -> EntryRef:
        return self.add(BatchBalanced(self.batch, count, count, (), "", ()), by=SUPERVISOR)


def receipt(number: str, batch: str, lines: dict[str, int], *tenders: Tender) -> ReceiptTaken:
    total = sum(lines.values())
    given = tenders or (Tender("cash", total),)
    change = sum(tender.amount_tendered for tender in given) - total
    moves = [
        Transfer(
            CARD_RECEIVABLE if tender.kind == "card" else drawer("DT1", tender.kind),
            clearing(batch),
            tender.amount_tendered,
        )
        for tender in given
    ]
    if change:
        moves.append(Transfer(clearing(batch), drawer("DT1", "cash"), change))
    moves += [Transfer(clearing(batch), paid(key, "WATER.current"), cents) for key, cents in lines.items()]
    found = tuple(
        PaidLine(key, key, "RUIZ, MARIA", "412 N ELM", cents, (BucketAmount("WATER.current", cents),), 0, 0)
        for key, cents in lines.items()
    )
    return ReceiptTaken(
        number, batch, "L1", "WALK", "", found, tuple(given), total, change, tuple(moves), ()
    )


def _lines(record: Any) -> dict[str, int]:
    return {line.account: line.cents for line in record.lines}


def _approved() -> Approval:
    return Approval("void_receipt", SUPERVISOR, "station", "wrong account")
