"""A Hypothesis machine: whatever is done, stopped or tampered with, the entries give the views again."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.cash import CashCount
from app.domain.entry import chain_hash
from app.domain.facts.base import NOTHING_SAID, Approval
from app.domain.facts.batches import BatchRejected, BatchReopened, CashTurnedIn, DrawerOpened
from app.domain.facts.deposits import PostingExported
from app.domain.facts.receipts import ReceiptReprinted
from app.domain.facts.station import ApprovalAnswered, SettingChanged
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from db.errors import JournalRefusedError
from db.opener import Connection, opened
from db.paths import STATION_DB
from db.scratch import differing_views
from db.station import Station, create_station, open_station
from tests.db.extract import RUIZ, account, take
from tests.db.till import KEY, STREAM, SUPERVISOR, StepClock, Till

ENTRIES = "SELECT seq, id, prev_h, payload, h FROM journal_entry ORDER BY seq"
OPEN = precondition(lambda self: bool(self.till.batch) and self.state == "open")


class JournalMachine(RuleBasedStateMachine):
    """One station; the model is a handful of sums."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="citytill-machine-"))
        self.folder = self.root / "0"
        self.clock = StepClock()
        self.copies = 0
        self.good: dict[str, tuple[str, int]] = {}
        self.expected: dict[str, int] = {}
        self.receipts = 0
        self.state = ""
        self.postings = 0
        self.open_approvals: dict[str, Any] = {}
        self.station: Station
        self.till: Till

    @initialize()
    def found(self) -> None:
        create_station(
            self.folder, KEY, stream=STREAM, practice=True, time_zone="America/Chicago", clock=self.clock
        )
        self.open()
        self.till.people()
        self.new_batch()

    def open(self) -> None:
        batch = self.till.batch if hasattr(self, "till") else ""
        self.station = open_station(self.folder, KEY, clock=self.clock)
        self.till = Till(self.station)
        self.till.batch = batch

    @rule()
    @precondition(lambda self: self.state == "balanced")
    def new_batch(self) -> None:
        self.till.open_batch(cents=10000)
        self.expected[self.till.batch] = 10000
        self.state = "open"

    @OPEN
    @rule(cents=st.integers(1, 50_000), over=st.integers(0, 5_000), key=st.sampled_from([RUIZ.key, "A1", "A2"]))
    def pay_cash(self, cents: int, over: int, key: str) -> None:
        number = self.till.pay({key: cents}, Tender("cash", cents + over))
        self.receipts += 1
        assert number == f"XDT1A-{self.receipts:06d}"
        self.good[number] = (self.till.batch, cents)
        self.expected[self.till.batch] += cents

    @OPEN
    @rule(cents=st.integers(1, 50_000), kind=st.sampled_from(["check", "money_order", "card"]))
    def pay_other(self, cents: int, kind: str) -> None:
        number = self.till.pay({RUIZ.key: cents}, Tender(kind, cents, "77", payer_mark="m" if kind == "check" else ""))
        self.receipts += 1
        self.good[number] = (self.till.batch, 0)

    @OPEN
    @precondition(lambda self: any(batch == self.till.batch for batch, _cash in self.good.values()))
    @rule(data=st.data(), afterwards=st.booleans())
    def void(self, data: st.DataObject, afterwards: bool) -> None:
        number = data.draw(st.sampled_from([n for n, (batch, _) in self.good.items() if batch == self.till.batch]))
        by, way = ("", "afterwards") if afterwards else (SUPERVISOR, "station")
        approval = Approval("void_receipt", by, way, "")
        ref = self.till.void(number, approval=approval)
        batch, cash = self.good.pop(number)
        self.expected[batch] -= cash
        if afterwards:
            self.open_approvals[number] = ref
        with pytest.raises(JournalRefusedError):
            self.till.void(number)

    @precondition(lambda self: self.open_approvals)
    @rule()
    def answer(self) -> None:
        number, ref = self.open_approvals.popitem()
        batch = self.station.reader.run(lambda answers: answers.receipt(number).batch)  # type: ignore[union-attr]
        self.till.add(ApprovalAnswered(ref, batch, "void_receipt", "approved", NOTHING_SAID), by=SUPERVISOR)

    @OPEN
    @rule(bills=st.integers(1, 4))
    def turn_in(self, bills: int) -> None:
        cash = CashCount.of({"2000": bills})
        move = Transfer("safe", "drawer:DT1:cash", cash.total.cents)
        self.till.add(CashTurnedIn(self.till.batch, cash, cash.total.cents, SUPERVISOR, (move,)))
        self.expected[self.till.batch] -= cash.total.cents

    @OPEN
    @rule()
    def no_sale(self) -> None:
        self.till.add(DrawerOpened(self.till.batch, "Make change", NOTHING_SAID, None))

    @precondition(lambda self: self.good)
    @rule()
    def reprint(self) -> None:
        number, (batch, _cash) = next(iter(self.good.items()))
        self.till.add(ReceiptReprinted(number, batch, "printer"))

    @OPEN
    @rule(end=st.sampled_from(["balance", "reject", "reopen"]))
    def close_batch(self, end: str) -> None:
        count = self.till.count()
        if end == "reject":
            self.till.add(BatchRejected(self.till.batch, count, "again"), by=SUPERVISOR)
            count = self.till.count(no=2)
        self.till.balance(count)
        self.state = "balanced"
        if end == "reopen":
            self.till.add(BatchReopened(self.till.batch, "check left out", ()), by=SUPERVISOR)
            self.state = "open"

    @rule()
    def export(self) -> None:
        self.postings += 1
        fact = PostingExported(self.postings, f"f{self.postings}", (self.till.batch,), 0, 0, "", "")
        self.till.add(fact, by=SUPERVISOR)

    @rule(value=st.integers(0, 9), day=st.sampled_from(["2026-01-01", "2026-11-20", "2026-12-01"]))
    def change_setting(self, value: int, day: str) -> None:
        self.till.add(SettingChanged("reconnect_fee", value, day, "Ord."))

    @rule(listed=st.sets(st.integers(0, 5)), cents=st.integers(1, 900), known=st.booleans())
    def import_accounts(self, listed: set[int], cents: int, known: bool) -> None:
        accounts = [*(account(n, cents) for n in listed), *([RUIZ] if known else [])]
        take(self.station, accounts, posted_through=self.postings)

    @rule()
    def rebuild(self) -> None:
        assert self.station.rebuild_views().result(30) > 0

    @rule()
    def stop_and_start(self) -> None:
        assert self.station.close()
        self.open()

    @rule()
    def crash(self) -> None:
        self.copies += 1
        copy = self.root / str(self.copies)
        copy.mkdir()
        for name in (STATION_DB, f"{STATION_DB}-wal"):
            if (self.folder / name).exists():
                shutil.copyfile(self.folder / name, copy / name)
        assert self.station.close()
        self.folder = copy
        self.open()

    @rule(data=st.data())
    def tamper(self, data: st.DataObject) -> None:
        """Whoever holds the key and changes one stored byte is found by the engine's own check and by the chain."""
        copy = self.root / "tampered.db"
        db = opened(self.folder / STATION_DB, KEY)
        copy.unlink(missing_ok=True)
        db.execute(f"ATTACH ? AS copy KEY \"x'{KEY.hex()}'\"", (str(copy),))
        db.execute("SELECT sqlcipher_export('copy')")
        db.close()
        db = opened(copy, KEY, journal_mode="delete")
        rows = db.execute(ENTRIES).fetchall()
        seq, _id, _prev_h, payload, _h = data.draw(st.sampled_from(rows))
        place = data.draw(st.integers(0, len(payload) - 1))
        changed = payload[:place] + bytes([payload[place] ^ 1]) + payload[place + 1 :]
        db.execute("DROP TRIGGER journal_entry_no_update")
        db.execute("PRAGMA ignore_check_constraints=ON")
        db.execute("UPDATE journal_entry SET payload = ? WHERE seq = ?", (changed, seq))
        db.execute("PRAGMA ignore_check_constraints=OFF")
        assert db.execute("PRAGMA integrity_check").fetchall() == [("CHECK constraint failed in journal_entry",)]
        assert not chain_holds(db)
        db.close()

    @invariant()
    def the_chain_holds_and_the_entries_give_the_views_again(self) -> None:
        if not hasattr(self, "station"):
            return
        db = opened(self.folder / STATION_DB, KEY, reader=True)
        assert chain_holds(db)
        assert differing_views(db, KEY, self.root / "scratch.db") == ()
        db.close()

    @invariant()
    def every_batch_expects_what_its_receipts_say(self) -> None:
        if not hasattr(self, "station"):
            return
        for batch in self.station.reader.run(lambda answers: answers.batches()):
            assert batch.expected[0].expected == self.expected[batch.batch] or batch.balanced_by

    def teardown(self) -> None:
        if hasattr(self, "station"):
            self.station.close()
        shutil.rmtree(self.root)


def chain_holds(db: Connection) -> bool:
    prev_h = bytes(32)
    for place, (seq, entry_id, kept, payload, h) in enumerate(db.execute(ENTRIES).fetchall()):
        if (seq, kept) != (place, prev_h) or chain_hash(seq, prev_h, entry_id, payload) != h:
            return False
        prev_h = h
    return True


TestJournalMachine = JournalMachine.TestCase
TestJournalMachine.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
