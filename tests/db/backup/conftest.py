"""Real and practice folders with a receipt in them, and a clock set by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.cash import CashCount
from app.domain.entry import EntryRef, StreamName
from app.domain.facts.batches import BatchOpened
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from app.ports.books import Books
from db.keys.custody import Custody
from db.keys.file_key import new_file_key
from db.keys.keep import PRACTICE, keep_file_key, station_file_for
from db.keys.recovery import RecoveryKey
from db.keys.station_file import write_station_file
from db.station import Station, create_station, open_station
from tests.db.verify.day import BATCH, CASH, DATE, MRUIZ, paid_line, receipt

STREAM = StreamName("claremore", "DT1", "A")
WORDS = RecoveryKey(bytes(range(32)))
APP_V = "0.1.0"


class HandClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def mono_ns(self) -> int:
        return 1

    def boot_id(self) -> str:
        return "boot"


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def real(tmp_path: Path, clock: HandClock) -> tuple[Path, bytes]:
    """A real station with two receipts, its key in a file."""
    folder = tmp_path / "data" / "DT1"
    custody = Custody.parse(f"file:{tmp_path}/DT1.key")
    key = make_folder(folder, clock, custody, WORDS)
    work(folder, key, clock, open_batch(), take(1), take(2))
    return folder, key


@pytest.fixture
def practice(tmp_path: Path, clock: HandClock) -> tuple[Path, bytes]:
    folder = tmp_path / "practice"
    key = make_folder(folder, clock, PRACTICE)
    return folder, key


def make_folder(folder: Path, clock: HandClock, custody: Custody, recovery: RecoveryKey | None = None) -> bytes:
    """A new station without people; returns its key."""
    key = new_file_key()
    plain = station_file_for(tenant="claremore", station="DT1", key=key, custody=custody, recovery=recovery)
    create_station(
        folder, key, stream=STREAM, practice=plain.practice, time_zone="America/Chicago", clock=clock
    )
    keep_file_key(folder, plain, key)
    write_station_file(folder, plain)
    return key


def work(folder: Path, key: bytes, clock: HandClock, *deeds: Callable[[Books], EntryRef]) -> list[EntryRef]:
    """Open the station, do the deeds, close it."""
    station = open_station(folder, key, clock=clock)
    try:
        return [station.writer.run(deed) for deed in deeds]
    finally:
        station.close()


def open_batch(letter: str = "A") -> Callable[[Books], EntryRef]:
    """The first batch of an incarnation; `XA` for practice."""

    def deed_of(books: Books) -> EntryRef:
        with books.deed(by=MRUIZ) as deed:
            start = CashCount.of({"2000": 5})
            moves = (Transfer(CASH, "safe", 10000),)
            fact = BatchOpened(_lettered(BATCH, letter), "WALK", MRUIZ, True, start, 10000, "", moves)
            return deed.append(fact, business_date=DATE)

    return deed_of


def _lettered(number: str, letter: str) -> str:
    return number.replace("DT1A", f"{letter[:-1]}DT1{letter[-1]}")


def take(n: int, letter: str = "A") -> Callable[[Books], EntryRef]:
    """Receipt `n` of 61.20 in cash."""

    def deed_of(books: Books) -> EntryRef:
        with books.deed(by=MRUIZ) as deed:
            line = paid_line("A1", WATER_current=6120)
            fact = receipt(n, line, Tender("cash", 6120), batch=_lettered(BATCH, letter))
            return deed.append(replace(fact, receipt=_lettered(fact.receipt, letter)), business_date=DATE)

    return deed_of


def opened_station(folder: Path, key: bytes, clock: HandClock) -> Station:
    return open_station(folder, key, clock=clock)
