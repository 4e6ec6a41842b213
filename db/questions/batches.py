"""Batches and bags as they stand now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from app.domain.about import HANDED
from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderResult
from app.domain.reasons import said
from app.domain.records import BatchNow, BatchRecord, CountRecord, DepositRecord
from db.decoding import decoded
from db.ids import incarnation_of, number_id, seq_of
from db.projections.batches import cash_of
from db.questions.base import Answers, one_snapshot
from db.refs import ref_of

_COLUMNS = (
    "batch_id, batch, eid, h, state, source, cashier, drawer, business_date, opened_at, starting_cash, starting_cents,"
    " cash, checks, money_orders, cards, turned_in, receipts, voids, counts, balanced_eid, open_approvals, no_sales,"
    " reprints, deposit, posting_no, last_eid, last_h"
)
_BATCH = f"SELECT {_COLUMNS} FROM view_batch WHERE batch_id = ?"
_BATCHES = f"SELECT {_COLUMNS} FROM view_batch WHERE (?1 = '' OR business_date = ?1)"
_NOW = (
    "SELECT batch, state, source, cashier, drawer, business_date, last_eid, last_h FROM view_batch WHERE batch_id = ?"
)
_DRAWER_CASH = "SELECT starting_cents + cash - turned_in FROM view_batch WHERE batch_id = ?"
_SPAN = (
    "SELECT payload FROM journal_entry WHERE tenant = ? AND station = ? AND incarnation = ? AND seq > ? AND seq <= ?"
    " AND json_extract(CAST(payload AS TEXT), '$.batch') = ?"
    " AND json_extract(CAST(payload AS TEXT), '$.kind') IN ({kinds}) ORDER BY seq"
)
_REPRINTS = _SPAN.format(kinds="'receipt_reprinted'")
_BACK = _SPAN.format(kinds="'batch_rejected', 'batch_reopened'")


class BatchAnswers(Answers):
    """Answers about batches and bags."""

    @one_snapshot
    def batch(self, number: str) -> BatchRecord | None:
        """One batch."""
        row = self._maybe(_BATCH, (number_id(number),))
        if row is None or row[1] != number:
            return None
        return self._batch(row)

    def batch_now(self, number: str) -> BatchNow | None:
        """What the next receipt must know of its batch: one cheap read, no sums."""
        row = self._maybe(_NOW, (number_id(number),))
        if row is None or row[0] != number:
            return None
        batch, state, source, cashier, drawer, business_date, last_eid, last_h = row
        ref = ref_of(last_eid, last_h)
        return BatchNow(batch, BatchState(state), source, cashier, bool(drawer), business_date, ref)

    def drawer_cash(self, batch: str) -> int:
        """What a batch's drawer should hold now, in cents; 0 for an unknown batch."""
        row = self._maybe(_DRAWER_CASH, (number_id(batch),))
        return int(row[0]) if row else 0

    @one_snapshot
    def batches(
        self, *, business_date: str = "", states: Sequence[str] = (), unbagged: bool = False
    ) -> Sequence[BatchRecord]:
        """The newest first; `unbagged` leaves out those that lie in a bag."""
        places = f" AND state IN ({', '.join('?' * len(states))})" if states else ""
        outside = " AND deposit = ''" if unbagged else ""
        rows = self._rows(f"{_BATCHES}{places}{outside} ORDER BY batch_id DESC", (business_date, *map(str, states)))
        return [self._batch(row) for row in rows]

    @one_snapshot
    def deposits(self, *, limit: int = 50) -> Sequence[DepositRecord]:
        """Bags, the newest first."""
        sql = "SELECT eid, verified_eid, undone_eid FROM view_deposit ORDER BY deposit_id DESC LIMIT ?"
        rows = self._rows(sql, (limit,))
        return [self._deposit(*row) for row in rows]

    def _deposit(self, eid: int, verified_eid: int | None, undone_eid: int | None) -> DepositRecord:
        h, fact = self._entry(eid)
        verified = None if verified_eid is None else self._entry(verified_eid)[1]
        undone = None if undone_eid is None else self._entry(undone_eid)[1]
        return DepositRecord(
            deposit=fact.deposit,
            ref=ref_of(eid, h),
            bag=fact.bag,
            bank=fact.bank,
            business_date=fact.business_date,
            prepared_by=fact.by,
            prepared_at=fact.at,
            verified_by=verified.by if verified else "",
            verified_at=verified.at if verified else "",
            batches=fact.batches,
            total=fact.total,
            cash=fact.cash,
            checks=tuple(replace(check, payer=self.opened(check.payer)) for check in fact.checks),
            currency=fact.currency,
            coin=fact.coin,
            transfers=fact.transfers,
            undone_by=undone.by if undone else "",
            undone_with=undone.approval.by if undone else "",
            undone_at=undone.at if undone else "",
            undone_reason=self._said(undone),
        )

    def _batch(self, row: Any) -> BatchRecord:
        (
            batch_id, batch, eid, h, state, source, cashier, drawer, business_date, opened_at, starting_cash,
            starting_cents, cash, checks, money_orders, cards, turned_in, receipts, voids, counts, balanced_eid,
            open_approvals, no_sales, reprints, deposit, posting_no, last_eid, last_h,
        ) = row  # fmt: skip
        balanced_h, balanced = (b"", None) if balanced_eid is None else self._entry(balanced_eid)
        if balanced and reprints:
            reprints = len(self._span(_REPRINTS, batch, after=eid, to=balanced_eid))
        records = self._counts(batch_id) if counts else ()
        back = self._back(batch, records, last_eid) if records and not balanced else None
        expected = (
            TenderResult("cash", starting_cents + cash - turned_in, 0, 0, 0),
            TenderResult("check", checks, 0, 0, 0),
            TenderResult("money_order", money_orders, 0, 0, 0),
            TenderResult("card", cards, 0, 0, 0),
        )
        return BatchRecord(
            batch=batch,
            ref=ref_of(eid, h),
            state=BatchState(state),
            source=source,
            cashier=cashier,
            drawer=bool(drawer),
            business_date=business_date,
            opened_at=opened_at,
            starting_cash=cash_of(starting_cash),
            turned_in=turned_in,
            receipts=receipts,
            voids=voids,
            taken=cash + checks + money_orders + cards,
            expected=_results(balanced.results, expected) if balanced else expected,
            counts=records,
            balanced_by=balanced.by if balanced else "",
            balanced_at=balanced.at if balanced else "",
            balance_reason=self._said(balanced),
            open_approvals=self._open_approvals(batch_id) if open_approvals else (),
            no_sales=no_sales,
            reprints=reprints,
            deposit=deposit,
            posting_file_no=posting_no,
            last_ref=ref_of(last_eid, last_h),
            balanced_ref=ref_of(balanced_eid, balanced_h) if balanced else None,
            back_by=back.by if back else "",
            back_reason=self._said(back),
            is_in_file=bool(balanced and posting_no) and self._posted_eid(posting_no) > balanced_eid,
            held_before=self.holders_before(batch),
        )

    def holders_before(self, batch: str) -> tuple[str, ...]:
        """Who handed the batch over, in order; empty for one that stayed with its cashier."""
        rows = self._rows("SELECT eid FROM view_about WHERE topic = ? AND key = ? ORDER BY eid", (HANDED, batch))
        return tuple(self._entry(eid)[1].before for (eid,) in rows)

    def _posted_eid(self, file_no: int) -> int:
        row = self._maybe("SELECT max(eid) FROM view_posting WHERE file_no = ?", (file_no,))
        return int(row[0]) if row and row[0] is not None else 0

    def _said(self, entry: Any) -> str:
        """Why, in the words of the list or the person's own; empty where there is no entry."""
        return said(entry.reason, self.opened(entry.note)) if entry else ""

    def _back(self, batch: str, counts: tuple[CountRecord, ...], last_eid: int) -> Any:
        """The entry that sent the last count back or reopened the batch after it; None while it stands."""
        found = self._span(_BACK, batch, after=counts[-1].ref.seq, to=last_eid)
        return found[-1] if found else None

    def _span(self, sql: str, batch: str, *, after: int, to: int) -> list[Any]:
        """Entries about the batch between two of its own stream: a range of one day, never the whole journal."""
        state = self.state()
        where = (state.tenant, state.station, incarnation_of(to), seq_of(after), seq_of(to), batch)
        return [decoded(payload) for (payload,) in self._rows(sql, where)]

    def _counts(self, batch_id: int) -> tuple[CountRecord, ...]:
        rows = self._rows("SELECT eid FROM view_count WHERE batch_id = ? ORDER BY eid", (batch_id,))
        return tuple(self._count(eid) for (eid,) in rows)

    def _count(self, eid: int) -> CountRecord:
        h, fact = self._entry(eid)
        return CountRecord(
            ref_of(eid, h), fact.count_no, fact.at, fact.by, fact.cash, fact.tenders, tuple(fact.unprinted)
        )

    def _open_approvals(self, batch_id: int) -> tuple[EntryRef, ...]:
        sql = "SELECT eid, h FROM view_approval WHERE batch_id = ? AND answer_eid IS NULL ORDER BY eid"
        return tuple(ref_of(eid, h) for eid, h in self._rows(sql, (batch_id,)))


def _results(booked: tuple[TenderResult, ...], expected: tuple[TenderResult, ...]) -> tuple[TenderResult, ...]:
    """The results as they were booked; a class that the entry does not name stays as expected."""
    by_tender = {result.tender: result for result in booked}
    return tuple(by_tender.get(result.tender, result) for result in expected)
