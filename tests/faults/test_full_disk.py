"""A full disk: the payment is refused in one sentence, the work stays in hand, no number is used, reading goes on."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import DiskFullError
from db.lane import Lane
from db.opener import Connection
from tests.stories.conftest import bench, clock, counter
from tests.stories.till.cashier import Cashier, plain_accounts
from tests.stories.till.conftest import cashier, desk, folder, founded

__all__ = ["bench", "cashier", "clock", "counter", "desk", "folder", "founded"]
pytestmark = pytest.mark.faults
PAYMENTS_LIMIT = 60
NO_LIMIT = 1_000_000


def limit_pages(at: Cashier, pages: int) -> None:
    """The file may grow to so many pages: SQLite then says what it says of a full disk, without one."""

    def limit(db: Connection) -> None:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        db.execute(f"PRAGMA max_page_count={pages}").fetchall()

    at.desk.station.writer.run_bare(limit)


@pytest.fixture
def full(cashier: Cashier) -> Iterator[Cashier]:
    """The disk fills up while M. Ruiz takes payments; her next work is in hand and was refused."""
    limit_pages(cashier, 1)  # no less than what it has: not a page more
    accounts = plain_accounts()
    for n in range(PAYMENTS_LIMIT):
        account = accounts[n % len(accounts)]
        if not cashier.draft.lines:
            cashier.scan(account.key)
        cashier.till.cash()
        cashier.settle()
        if "disk is full" in cashier.till.notice:
            break
        cashier.till.moment.forget()
    assert "The disk is full, nothing was saved. Free some space" in cashier.till.notice
    yield cashier
    limit_pages(cashier, NO_LIMIT)


def numbers(at: Cashier) -> list[int]:
    return sorted(int(one.receipt.rpartition("-")[2]) for one in at.receipts())


def test_the_work_stays_in_hand_and_earlier_receipts_stand(full: Cashier) -> None:
    before = numbers(full)
    lines = full.draft.lines
    assert lines
    for _try in range(3):
        full.till.finish()
        full.settle()
        assert "disk is full" in full.till.notice
    assert full.draft.lines == lines
    assert numbers(full) == before == list(range(1, len(before) + 1))
    assert not full.till.moment.receipt


def test_once_there_is_space_the_same_work_is_taken_under_the_next_number(full: Cashier) -> None:
    before = numbers(full)
    limit_pages(full, NO_LIMIT)
    if full.till.can_finish:
        full.till.finish()
    else:
        full.till.cash()
    full.saved()
    assert numbers(full) == [*before, len(before) + 1]
    assert full.kept_drafts() == []


def test_accounts_are_still_found_and_looked_at(full: Cashier) -> None:
    account = plain_accounts()[-1]
    assert full.ask(lambda books: books.standing(account.key)) is not None
    assert full.ask(lambda books: books.find(account.number))


def test_a_quiet_moment_that_the_disk_refuses_does_not_end_the_lane(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("db.lane.TRY_AGAIN_S", 0.0)
    tries: list[int] = []
    is_tended = threading.Event()

    def tend() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise DiskFullError(tmp_path)
        is_tended.set()

    lane = Lane("tending", on_idle=tend)
    lane.run(lambda: None)
    assert is_tended.wait(5)
    assert lane.run(lambda: 7) == 7
    assert lane.close()


def test_a_fault_in_a_quiet_moment_is_heard_and_does_not_end_the_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException | None] = []
    is_heard = threading.Event()

    def hear(what: threading.ExceptHookArgs) -> None:
        heard.append(what.exc_value)
        is_heard.set()

    def tend() -> None:
        raise KeyError("a")

    monkeypatch.setattr(threading, "excepthook", hear)
    lane = Lane("tending", on_idle=tend)
    assert is_heard.wait(5)
    assert isinstance(heard[0], KeyError)
    assert lane.run(lambda: 7) == 7
    assert lane.close()
