"""Receipts as they stand now: the entry's own words, and what later entries said about them."""

from collections.abc import Sequence
from typing import Any

from app.domain.draft import DESK_LANES
from app.domain.entry import EntryRef
from app.domain.reasons import said
from app.domain.records import PayerMemory, ReceiptRecord
from db.decoding import decoded
from db.ids import number_id
from db.projections.receipts import payer_key
from db.questions.base import Answers, one_snapshot
from db.refs import ref_of

# An own entry by the key kept in a view: incarnation and seq are its upper and lower bits (db/ids)
ENTRY_OF = (
    "JOIN journal_entry j ON j.tenant = (SELECT tenant FROM view_state)"
    " AND j.station = (SELECT station FROM view_state)"
    " AND j.incarnation = char(65 + (r.eid >> 40)) AND j.seq = (r.eid & 1099511627775)"
)
_RECORD = (
    "SELECT r.receipt_id, r.eid, r.void_eid, r.reprints, r.posting_no, r.void_posting_no, j.h, j.payload"
    f" FROM view_receipt r {ENTRY_OF}"
)
_BY_NUMBER = f"{_RECORD} WHERE r.receipt_id = ?"
_NEWEST = f"{_RECORD} ORDER BY r.receipt_id DESC LIMIT ?"
_OF_BATCH = (
    f"{_RECORD} JOIN view_batch b ON b.batch_id = ? WHERE r.receipt_id BETWEEN b.first_receipt AND b.last_receipt"
    " AND r.batch_id = b.batch_id AND r.receipt_id < ? ORDER BY r.receipt_id DESC LIMIT ?"
)
_OF_ACCOUNT = (
    f"{_RECORD} WHERE r.receipt_id IN (SELECT receipt_id FROM view_line WHERE account = ?)"
    " ORDER BY r.receipt_id DESC LIMIT ?"
)
# A pulse that the drawer confirmed is no paper in the customer's hand
_PRINTED = "SELECT receipt FROM work_print_job WHERE state = 'confirmed' AND what <> 'pulse'"
_UNANSWERED = (
    f"{_RECORD} JOIN work_session w WHERE r.receipt_id > w.clean_receipt AND r.receipt_id <= w.start_receipt"
    " AND r.receipt_id NOT IN (SELECT receipt_id FROM work_shown)"
    " AND r.receipt_id NOT IN (SELECT receipt_id FROM view_handover)"
    " ORDER BY r.receipt_id"
)
_SAME_PAYMENT = (
    "SELECT j.payload FROM view_line l JOIN view_receipt r ON r.receipt_id = l.receipt_id"
    f" {ENTRY_OF} WHERE l.account = ? AND l.cents = ? AND r.business_date = ? AND r.void_eid IS NULL"
    " ORDER BY l.receipt_id DESC LIMIT 1"
)
_SAME_CHECK = (
    "SELECT j.payload FROM view_check c JOIN view_receipt r ON r.receipt_id = c.receipt_id"
    f" {ENTRY_OF} WHERE c.payer = ? AND c.number = ? AND r.business_date >= ? AND r.void_eid IS NULL"
    " ORDER BY c.receipt_id DESC"
)
_OF_PAYER = (
    "SELECT j.payload FROM view_check c JOIN view_receipt r ON r.receipt_id = c.receipt_id"
    f" {ENTRY_OF} WHERE c.payer = ? AND r.void_eid IS NULL ORDER BY c.receipt_id DESC LIMIT ?"
)
NO_END = 2**62
MEMORY_LOOKS = 8
"""Two bank accounts whose seven bytes are alike are next to never; so many receipts are looked at, no more."""


class ReceiptAnswers(Answers):
    """Answers about receipts."""

    @one_snapshot
    def receipt(self, number: str) -> ReceiptRecord | None:
        """One receipt."""
        row = self._maybe(_BY_NUMBER, (number_id(number),))
        if row is None:
            return None
        record = self._receipt(row)
        return record if record.receipt == number else None

    @one_snapshot
    def receipts(
        self, *, batch: str = "", account: str = "", limit: int = 50, before: str = ""
    ) -> Sequence[ReceiptRecord]:
        """The newest first, of a batch or an account or of the station; of a batch, those `before` a receipt."""
        if batch:
            rows = self._rows(_OF_BATCH, (number_id(batch), number_id(before) if before else NO_END, limit))
        elif account:
            rows = self._rows(_OF_ACCOUNT, (account, limit))
        else:
            rows = self._rows(_NEWEST, (limit,))
        return [self._receipt(row) for row in rows]

    def same_payment(self, *, account: str, cents: int, business_date: str) -> str | None:
        """A good receipt of that day with the same account and amount (B14, R18)."""
        row = self._maybe(_SAME_PAYMENT, (account, cents, business_date))
        return str(decoded(row[0]).receipt) if row else None

    def same_check(self, *, payer_mark: str, number: str, since: str) -> str | None:
        """A good receipt since the date with the same payer's check number (R18)."""
        for (payload,) in self._rows(_SAME_CHECK, (payer_key(payer_mark), number, since)):
            taken = decoded(payload)
            if any((tender.payer_mark, tender.reference) == (payer_mark, number) for tender in taken.tenders):
                return str(taken.receipt)
        return None

    def last_paid(self, *, payer_mark: str) -> PayerMemory | None:
        """The newest good receipt that took a check of the same bank account (P13)."""
        for (payload,) in self._rows(_OF_PAYER, (payer_key(payer_mark), MEMORY_LOOKS)):
            taken = decoded(payload)
            if any(tender.payer_mark == payer_mark for tender in taken.tenders):
                lines = {line.account: line for line in reversed(taken.lines) if line.snapshot >= 0}
                paid = tuple(reversed(lines.values()))
                return PayerMemory(taken.receipt, taken.business_date, paid) if paid else None
        return None

    @one_snapshot
    def unanswered(self) -> Sequence[ReceiptRecord]:
        """Receipts of an unclean stop that neither the screen nor the printer confirmed, until answered (ledger b.7).

        A void receipt or one whose paper the printer confirmed needs no question, nor does mail: nobody stood there.
        """
        records = [self._receipt(row) for row in self._rows(_UNANSWERED)]
        printed = {receipt for (receipt,) in self._rows(_PRINTED)}
        asked = [record for record in records if not record.is_void and record.receipt not in printed]
        return [record for record in asked if record.lane not in DESK_LANES]

    def _receipt(self, row: tuple[Any, ...]) -> ReceiptRecord:
        _receipt_id, eid, void_eid, reprints, posting_no, void_posting_no, h, payload = row
        fact = decoded(payload)
        void = None
        void_ref: EntryRef | None = None
        if void_eid is not None:
            void_h, void = self._entry(void_eid)
            void_ref = ref_of(void_eid, void_h)
        return ReceiptRecord(
            receipt=fact.receipt,
            ref=ref_of(eid, h),
            batch=fact.batch,
            lane=fact.lane,
            source=fact.source,
            business_date=fact.business_date,
            at=fact.at,
            by=fact.by,
            lines=fact.lines,
            tenders=fact.tenders,
            total=fact.total,
            change=fact.change,
            approvals=fact.approvals,
            approval_reasons=tuple(said(given.reason, self.opened(given.note)) for given in fact.approvals),
            void_reason=void.reason if void else "",
            void_note=self.opened(void.note) if void else "",
            void_ref=void_ref,
            void_by=void.by if void else "",
            void_approval=(void.approval.by or self._answered_by(void, void_eid)) if void else "",
            reprints=reprints,
            void_at=void.at if void else "",
            posting_file_no=posting_no,
            void_posting_file_no=void_posting_no,
            answers=fact.answers,
        )

    def _answered_by(self, void: Any, void_eid: int) -> str:
        """Who approved a void afterwards; empty while nobody has."""
        row = self._maybe(
            "SELECT answer_eid FROM view_approval WHERE batch_id = ? AND eid = ?", (number_id(void.batch), void_eid)
        )
        if row is None or row[0] is None:
            return ""
        answer = self._entry(row[0])[1]
        return str(answer.by) if answer.answer == "approved" else ""
