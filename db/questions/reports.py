"""What reports ask: batches by business date, their receipts a page at a time, entries of some kinds in slices.

Plain SQL on the reader's connection. A receipt is decoded only as far as a report needs it; an entry of another kind
is passed over by looking for its kind in the bytes (a quote inside of words is escaped, so it cannot be met there).
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import msgspec

from app.domain.batch_state import BatchState
from app.domain.facts.receipts import PENNIES, ROUND_UP
from app.domain.reports.found import BatchOutline, EntryFound, ReceiptFound, StartDifference, TenderPaid
from app.domain.tender import TenderKind
from app.domain.transfer import OVER, SHORT
from db.decoding import decoded, envelope_of, fact_of
from db.ids import id_of, incarnation_of, seq_of
from db.questions.base import Answers, one_snapshot
from db.refs import ref_of

_BATCHES = (
    "SELECT batch, cashier, state, business_date, receipts, batch_id, eid, last_eid FROM view_batch"
    " WHERE business_date BETWEEN ? AND ? ORDER BY batch_id"
)
# `+` and CROSS keep the keys in use: else an index over the whole journal is made for each question
_RECEIPTS = (
    "SELECT r.receipt_id, r.eid, r.batch_id, r.void_eid, j.h, j.payload FROM view_receipt r CROSS JOIN journal_entry j"
    " WHERE r.receipt_id >= (SELECT first_receipt FROM view_batch WHERE batch_id = ?1) AND r.receipt_id > ?2"
    " AND r.receipt_id <= (SELECT last_receipt FROM view_batch WHERE batch_id = ?1)"
    " AND +r.batch_id = ?1 AND r.eid <= ?3 AND j.tenant = ?4 AND j.station = ?5"
    " AND j.incarnation = char(65 + (r.eid >> 40)) AND j.seq = (r.eid & 1099511627775) ORDER BY r.receipt_id LIMIT ?6"
)
_APPROVED = "(instr(payload, ?) AND instr(payload, CAST('\"approvals\":[{' AS BLOB)))"
_BEFORE = "SELECT max(eid) FROM view_batch WHERE eid < ?"
_BEHIND = "SELECT min(eid) FROM view_batch WHERE eid > ?"
_ENTRIES = (
    "SELECT incarnation, seq, h, CASE WHEN {kinds} THEN payload END FROM journal_entry"
    " WHERE tenant = ? AND station = ? AND (incarnation, seq) > (?, ?) ORDER BY incarnation, seq LIMIT ?"
)


class ReportAnswers(Answers):
    """Answers `app.ports.reports.ReportQuestions`; beside the other answers, so that the start does not wait for it."""

    @classmethod
    def beside(cls, answers: Answers) -> "ReportAnswers":
        """On the same connection, thread and keys as these answers."""
        return cls(answers._db, answers._path, answers._kept, answers._opener)

    def report_head(self) -> int:
        """The place of the last entry."""
        return self.state().eid

    def report_batches(self, *, first: str, last: str) -> Sequence[BatchOutline]:
        """Batches of these business dates, both included, the oldest first."""
        return [
            BatchOutline(batch, cashier, BatchState(state), business_date, receipts, key, begins, ends)
            for batch, cashier, state, business_date, receipts, key, begins, ends in self._rows(_BATCHES, (first, last))
        ]

    @one_snapshot
    def report_receipts(self, batch: BatchOutline, *, after: int, upto: int, limit: int) -> Sequence[ReceiptFound]:
        """Receipts of the batch behind the place `after`, as they stood when `upto` was the last entry."""
        state = self.state()
        rows = self._rows(_RECEIPTS, (batch.key, after, upto, state.tenant, state.station, limit))
        return [_found(row, upto) for row in rows]

    @one_snapshot
    def report_span(self, batches: Sequence[BatchOutline], *, upto: int) -> tuple[int, int]:
        """Where entries of these batches, and those made around them, begin (behind it) and end (with it)."""
        if not batches:
            return upto, upto
        before = self._maybe(_BEFORE, (min(batch.begins for batch in batches),))[0]
        behind = self._maybe(_BEHIND, (max(batch.begins for batch in batches),))[0]
        last = max(batch.ends for batch in batches)
        return before or 0, min(upto, max(last, behind or upto))

    @one_snapshot
    def report_entries(
        self, *, after: int, to: int, kinds: Collection[str], limit: int, approved_kinds: Collection[str] = ()
    ) -> tuple[Sequence[EntryFound], int]:
        """Entries of the kinds among the next `limit` of the stream, and the place reached; `to` when at the end.

        Of the `approved_kinds` only those that name a second person.
        """
        state = self.state()
        tests = ["instr(payload, ?)"] * len(kinds) + [_APPROVED] * len(approved_kinds)
        sql = _ENTRIES.format(kinds=" OR ".join(tests))
        marks = [f'"kind":"{kind}"'.encode() for kind in (*kinds, *approved_kinds)]
        rows = self._rows(
            sql, (*marks, state.tenant, state.station, incarnation_of(after), seq_of(after), limit)
        )
        found: list[EntryFound] = []
        reached = after
        for letter, seq, h, payload in rows:
            place = id_of(letter, seq)
            if place > to:
                return found, to
            reached = place
            if payload is not None:
                shape = decoded(payload)
                found.append(EntryFound(ref_of(place, h), (place, 0), envelope_of(shape), fact_of(shape)))
        return found, to if len(rows) < limit else reached

    def report_start(self, batch: BatchOutline) -> StartDifference | None:
        """What the starting cash was over or short of what had been issued; None where it agreed."""
        _h, opened = self._entry(batch.begins)
        over = sum(move.cents for move in opened.transfers if move.credit == OVER)
        short = sum(move.cents for move in opened.transfers if move.debit == SHORT)
        return StartDifference(over, short, opened.by) if over or short else None


class _Line(msgspec.Struct, gc=False):
    account: str
    number: str
    name: str
    rule: str = ""

    @property
    def is_pennies(self) -> bool:
        """As `PaidLine.is_pennies`."""
        return self.account == PENNIES or self.rule.startswith(ROUND_UP)


class _Tender(msgspec.Struct, gc=False):
    kind: str
    amount_tendered: int
    reference: str = ""
    last_four: str = ""


class _Seen(msgspec.Struct, gc=False):
    """What a report needs of a receipt's entry."""

    receipt: str
    batch: str
    business_date: str
    at: str
    by: str
    lane: str
    lines: tuple[_Line, ...]
    tenders: tuple[_Tender, ...]
    total: int
    change: int


@cache
def _receipts() -> Any:
    return msgspec.json.Decoder(_Seen)


def _found(row: tuple[Any, ...], upto: int) -> ReceiptFound:
    receipt_id, eid, batch_id, void_eid, h, payload = row
    seen = _receipts().decode(payload)
    return ReceiptFound(
        receipt=seen.receipt,
        ref=ref_of(eid, h),
        place=(batch_id, receipt_id),
        batch=seen.batch,
        business_date=seen.business_date,
        at=seen.at,
        by=seen.by,
        lane=seen.lane,
        accounts=tuple(f"{line.number} {line.name}".strip() for line in seen.lines if not line.is_pennies),
        tenders=tuple(TenderPaid(tender.kind, tender.amount_tendered, _said(tender)) for tender in seen.tenders),
        total=seen.total,
        change=seen.change,
        is_void=void_eid is not None and void_eid <= upto,
    )


def _said(tender: _Tender) -> str:
    """A check's number; a card's last four, never an approval code alone."""
    return tender.last_four if tender.kind == TenderKind.CARD else tender.reference
