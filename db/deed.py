"""One open unit of work on the writer's connection: reads see its own writes, COMMIT makes it durable."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from app.domain.account import Account
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Envelope, Fact, Sealed
from app.domain.facts.station import AccountsImported, UserChanged
from app.domain.numbering import batch_number, deposit_number, receipt_number
from app.domain.print_plan import PrintPlan
from app.domain.records import DraftRecord
from app.domain.user import User
from app.frozen import frozen
from app.ports.clock import Clock
from db.account_shapes import shaped_account
from db.answers import BookAnswers
from db.errors import JournalRefusedError
from db.journal import append
from db.keys.seals import PAYER, TEXT, StationSeals
from db.opener import Connection, Cursor
from db.print_words import PULSE, QUEUED
from db.projections.state import State
from db.questions.base import KeptSettings, Opener
from db.sealing import BlobSealer, keep_blob, read_blob
from db.search.finder import Finder
from db.statements import Statements
from db.times import unix_ms, utc_text


@frozen
class DeedTools:
    """What every deed of a station works with."""

    path: Path
    statements: Statements
    view_texts: Mapping[str, str]
    clock: Clock
    sealer: BlobSealer
    seals: StationSeals
    opener: Opener
    finder: Finder
    kept: KeptSettings
    app_v: str


class Deed(BookAnswers):
    """Answers `app.ports.books.OpenDeed`; made by `Books.deed` only."""

    def __init__(self, tools: DeedTools, db: Connection, cursor: Cursor, *, by: str) -> None:
        super().__init__(db, tools.path, tools.finder, tools.kept, tools.opener)
        self._tools = tools
        self._write = cursor
        self._by = by
        self._now = tools.clock.now()
        self._at = utc_text(self._now)
        self._state: State = tools.kept.state or super().state()
        self._kept_seq = self._state.seq
        self._is_broken = False

    def state(self) -> State:
        """The state as this deed has moved it."""
        return self._state

    def user(self, user: str) -> User | None:
        """One person, as the last change left them."""
        people = self._tools.kept.people
        found = people.get(user) or super().user(user)
        if found is not None:
            people[user] = found
        return found

    def _account_of(self, body: bytes) -> Account:
        return shaped_account(body)

    def now(self) -> datetime:
        """The clock's time of this deed."""
        return self._now

    def next_receipt(self) -> str:
        """The next dense receipt number; used up only by appending its receipt and COMMIT."""
        state = self._state
        return receipt_number(
            station=state.station,
            incarnation=state.incarnation,
            n=state.receipt_no + 1,
            practice=bool(state.practice),
        )

    def next_batch(self) -> str:
        """The next dense batch number."""
        state = self._state
        return batch_number(
            station=state.station, incarnation=state.incarnation, n=state.batch_no + 1, practice=bool(state.practice)
        )

    def next_deposit(self) -> str:
        """The next dense deposit number."""
        state = self._state
        return deposit_number(
            station=state.station, incarnation=state.incarnation, n=state.deposit_no + 1, practice=bool(state.practice)
        )

    def next_posting(self) -> int:
        """The next number of a posting file; after a restore the next thousand."""
        return self._state.posting_no + 1

    def append(self, fact: Fact, *, business_date: str = "") -> EntryRef:
        """Write the entry and its views.

        Raises:
            JournalRefusedError: a number that is not next, a batch or receipt that does not exist, or an import, which
                only an intake may append; the deed is lost, even when the error is caught.
        """
        if fact.KIND == AccountsImported.KIND:
            self._is_broken = True
            raise JournalRefusedError("an import comes through an intake")
        return self._append(fact, business_date)

    def append_import(self, fact: AccountsImported, *, business_date: str = "") -> EntryRef:
        """Make the rows that an intake staged count; for db/intake only."""
        return self._append(fact, business_date)

    def _append(self, fact: Fact, business_date: str) -> EntryRef:
        tools = self._tools
        clock = tools.clock
        envelope = Envelope(
            at=self._at,
            mono_ns=clock.mono_ns(),
            boot_id=clock.boot_id(),
            by=self._by,
            business_date=business_date,
            app_v=tools.app_v,
        )
        entry_text, ms = tools.statements.entry.text, unix_ms(self._now)
        if fact.KIND == UserChanged.KIND:
            tools.kept.people.clear()
        try:
            return append(self._write, entry_text, tools.view_texts, self._state, envelope, fact, made_ms=ms)
        except BaseException:
            self._is_broken = True
            raise

    def seal_words(self, words: str) -> Sealed:
        """Free words as an entry keeps them, under the month's key for text."""
        return Sealed(self._tools.seals.seal(TEXT, words))

    def seal_payer(self, name: str) -> Sealed:
        """A payer's name as an entry keeps it; empty stays empty."""
        return Sealed(self._tools.seals.seal(PAYER, name)) if name else NOTHING_SAID

    def seal_blob(self, plain: bytes) -> str:
        """Keep sealed bytes; returns their content hash."""
        return keep_blob(self._write, self._tools.statements.blob, self._tools.sealer, plain)

    def open_blob(self, content_hash: str) -> bytes:
        """The plain bytes of a blob.

        Raises:
            BlobMissingError: no such blob, or its bytes were changed.
        """
        return read_blob(self._write, self._tools.sealer, content_hash)

    def queue_print(self, plan: PrintPlan, *, what: str, receipt: str = "") -> int:
        """Queue paper in the same transaction; returns the job's number."""
        return self._queue(what, receipt, json.dumps(plan.to_json(), separators=(",", ":"), ensure_ascii=False))

    def queue_receipt_print(self, receipt: str, *, what: str) -> int:
        """Queue a receipt's paper by its number only: the print worker lays it out from the record."""
        return self._queue(what, receipt, "")

    def queue_pulse(self, *, receipt: str = "") -> int:
        """Queue the drawer's pulse as its own job."""
        return self._queue(PULSE, receipt, "")

    def save_draft(self, draft: DraftRecord) -> None:
        """Insert or replace unfinished work."""
        row = (draft.draft, draft.user, draft.lane, int(draft.parked), draft.updated_at, draft.body)
        self._write.execute(self._tools.statements.draft.text, row)

    def wipe_draft(self, draft: str) -> bool:
        """The draft became a receipt, or was dropped; False when it was gone already (a repeat, I3)."""
        self._write.execute("DELETE FROM work_draft WHERE draft = ?", (draft,))
        return bool(self._write.rowcount)

    def finish(self) -> None:
        """Write the state row; called by `Books` right before COMMIT.

        Raises:
            JournalRefusedError: an append failed before.
        """
        if self._is_broken:
            raise JournalRefusedError("an entry of this deed was refused before")
        self._keep_state()
        self._tools.kept.state = self._state  # forgotten again when the COMMIT fails

    def _keep_state(self) -> None:
        if self._state.seq != self._kept_seq:
            self._write.execute(self._tools.view_texts["insert_state"], self._state.row())
            self._kept_seq = self._state.seq

    def _queue(self, what: str, receipt: str, plan: str) -> int:
        row = (None, what, receipt, QUEUED, "", self._at, self._at, plan)
        self._write.execute(self._tools.statements.job.text, row)
        return int(self._write.lastrowid)
