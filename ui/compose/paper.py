"""The printer's queue: stored jobs in, papers laid out from the receipt's record when their turn comes."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.facts.receipts import ReceiptReprinted
from app.domain.print_job import ENDORSEMENT, PrintJob, PrintState, Why
from app.domain.print_plan import PlanUnreadableError, PrintPlan
from app.ports.books import BooksReader
from app.ports.clock import Clock
from app.settings.receipt_forms import form_for
from db.print_queue import PrintQueue
from db.questions.work import QueuedJob
from db.station import Station
from receipts.layouts.receipt import receipt_plan
from receipts.layouts.slip_parts import DuplicateMark
from receipts.layouts.void_slip import void_plan

PULSE = "pulse"
DUPLICATE = "duplicate"
VOID = "void"


def names_of(books: BooksReader) -> dict[str, str]:
    """Everybody's name by id, as papers and screens say it."""
    return {user.user: user.name for user in books.users()}


def receipt_paper(
    books: BooksReader, number: str, *, duplicate: DuplicateMark | None = None, columns: int = 42,
    with_copies: bool = False,
) -> PrintPlan | None:
    """A receipt's paper, from its record and the policy of its own business date; None for an unknown number.

    `with_copies`: the office's copies follow, as many as the receipt's forms say (E2); a reprint has none.
    A second paper of a voided receipt is its void slip: nobody shall hold a receipt that looks as if it stood.
    """
    record = books.receipt(number)
    if record is None:
        return None
    if record.is_void and duplicate is not None:
        return void_paper(books, number, duplicate=duplicate, columns=columns)
    policy = books.policy(record.business_date)
    plan = partial(
        receipt_plan,
        record,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
        duplicate=duplicate,
        columns=columns,
    )
    copies = form_for(policy, record.lines, record.tenders).copies if with_copies else 1
    office = chain.from_iterable(plan(is_office_copy=True).lines for _copy in range(1, copies))
    return PrintPlan((*plan().lines, *office), columns)


def void_paper(
    books: BooksReader, number: str, *, duplicate: DuplicateMark | None = None, columns: int = 42
) -> PrintPlan | None:
    """The slip of a void, to be signed by whom the money went back to (R23-R26); None while the receipt stands."""
    record = books.receipt(number)
    if record is None or record.void_ref is None:
        return None
    policy = books.policy(record.business_date)
    batch = books.batch(record.batch)
    return void_plan(
        record,
        policy=policy,
        names=names_of(books),
        zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
        voided_at=record.void_at,
        approval_open=batch is not None and record.void_ref in batch.open_approvals,
        duplicate=duplicate,
        columns=columns,
    )


def endorsement_paper(books: BooksReader, number: str, place: int) -> PrintPlan | None:
    """What goes on the back of a receipt's check, by its place among the checks (R11)."""
    from receipts.layouts.endorsement import endorsement_plan  # noqa: PLC0415 - of no use before the first scan

    record = books.receipt(number)
    if record is None:
        return None
    policy = books.policy(record.business_date)
    return endorsement_plan(
        record, place, policy=policy, names=names_of(books), zone=ZoneInfo(policy.city_time_zone),
        practice=books.is_practice(),
    )  # fmt: skip


def reprint_mark(books: BooksReader, number: str) -> DuplicateMark | None:
    """Who asked for the last second paper of a receipt, and when; None while there was none (R14)."""
    record = books.receipt(number)
    if record is None:
        return None
    asked = books.happenings(batch=record.batch, kinds=(ReceiptReprinted.KIND,))
    mine = [envelope for _ref, envelope, fact in asked if getattr(fact, "receipt", "") == number]
    return DuplicateMark(mine[-1].at, mine[-1].by) if mine else None


class PaperJobs:
    """Answers `app.ports.print_jobs.PrintJobs` for the printer's worker."""

    def __init__(self, station: Station, clock: Clock, *, columns: int = 42) -> None:
        self._station = station
        self._queue = PrintQueue(station, clock)
        self._columns = columns

    def next_job(self) -> PrintJob | None:
        """The oldest job that is still queued, pulses before paper; one that cannot be laid out ends as not printed.

        Raises:
            RecordsError: the books cannot be read now.
        """
        while (queued := self._queue.next_queued()) is not None:
            at = datetime.fromisoformat(queued.queued_at)
            if queued.what == PULSE:
                return PrintJob(queued.job, queued.what, at)
            plan = self._plan(queued)
            if plan is not None:
                return PrintJob(queued.job, queued.what, at, plan)
            self.set_state(queued.job, PrintState.FAILED, Why.NO_LAYOUT)
        return None

    def set_state(self, job: int, state: PrintState, why: Why = Why.NONE) -> None:
        """Store how far a job came; durable when it returns.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        self._queue.set_state(job, state=state.value, why=why.value)

    def left_sending(self) -> Sequence[int]:
        """Jobs that a crash cut off."""
        return self._queue.left_sending()

    def _plan(self, queued: QueuedJob) -> PrintPlan | None:
        if queued.plan:
            stored: dict[str, Any] = json.loads(queued.plan)
            try:
                return PrintPlan.from_json(stored)
            except PlanUnreadableError:  # one paper that cannot be read must not hold up the others and the drawer
                return None
        return self._station.reader.run(lambda books: self._laid_out(books, queued))

    def _laid_out(self, books: BooksReader, queued: QueuedJob) -> PrintPlan | None:
        mark = None
        if queued.what.startswith(ENDORSEMENT):
            _word, place, number = queued.what.split(" ")
            return endorsement_paper(books, number, int(place))
        if queued.what == DUPLICATE:
            mark = reprint_mark(books, queued.receipt) or DuplicateMark(queued.queued_at, "")
        if queued.what == VOID:
            return void_paper(books, queued.receipt, columns=self._columns)
        return receipt_paper(
            books, queued.receipt, duplicate=mark, columns=self._columns, with_copies=mark is None
        )
