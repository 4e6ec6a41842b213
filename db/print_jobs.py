"""The stored queue of printer and drawer as the device's worker sees it (answers `app.ports.print_jobs`).

A paper job holds its plan, or only a receipt's number: then `layout` makes the plan from the record when its turn
comes. A plan is emptied when its job is handed over, for nothing is ever sent twice.
"""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

from app.domain.print_job import PrintJob, PrintState, Why
from app.domain.print_plan import PlanUnreadableError, PrintPlan
from app.domain.records import PrintJobRecord
from app.ports.clock import Clock
from db.print_words import PULSE
from db.reader import Reader
from db.times import utc_text
from db.writer import Writer

Layout = Callable[[PrintJobRecord], PrintPlan | None]
_FIRST_WAITING = "SELECT min(job) FROM work_print_job WHERE job >= ? AND state IN ('queued', 'sending')"
_NEXT = (
    "SELECT job, what, receipt, state, why, queued_at, updated_at, plan FROM work_print_job"
    " WHERE job >= ? AND state = 'queued' ORDER BY what <> 'pulse', job LIMIT 1"
)
_STATE = "UPDATE work_print_job SET state = ?, why = ?, updated_at = ?, plan = '' WHERE job = ?"
_SENDING = "SELECT job FROM work_print_job WHERE job >= ? AND state = 'sending' ORDER BY job"


class StationPrintJobs:
    """Call from one device's worker; reads and writes go to the lanes and are waited for."""

    def __init__(self, writer: Writer, reader: Reader, clock: Clock, layout: Layout) -> None:
        self._writer = writer
        self._reader = reader
        self._clock = clock
        self._layout = layout
        self._settled = 0  # every job below it has ended, so that old rows are not read again

    def next_job(self) -> PrintJob | None:
        """The oldest job that is still QUEUED, drawer pulses before paper; None when there is none.

        One that cannot be laid out ends as FAILED here and the next is tried.

        Raises:
            RecordsError: the books cannot be read now.
        """
        while (row := self._next_row()) is not None:
            record, stored = PrintJobRecord(*row[:-1]), row[-1]
            queued_at = datetime.fromisoformat(record.queued_at)
            if record.what == PULSE:
                return PrintJob(record.job, record.what, queued_at)
            plan = self._plan(record, stored)
            if plan is not None:
                return PrintJob(record.job, record.what, queued_at, plan)
            self.set_state(record.job, PrintState.FAILED, Why.NO_LAYOUT)
        return None

    def set_state(self, job: int, state: PrintState, why: Why = Why.NONE) -> None:
        """Store how far a job came; durable when it returns.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        row = (state.value, why.value, utc_text(self._clock.now()), job)
        self._writer.run_bare(lambda db: db.execute(_STATE, row))

    def left_sending(self) -> Sequence[int]:
        """Jobs that are SENDING in the books: after a start, those that a crash cut off."""
        rows = self._reader.run(lambda answers: answers.rows(_SENDING, (0,)))
        return [job for (job,) in rows]

    def _next_row(self) -> tuple[int, str, str, str, str, str, str, str] | None:
        first = self._reader.run(lambda answers: answers.rows(_FIRST_WAITING, (self._settled,)))[0][0]
        if first is None:
            return None
        self._settled = first
        rows = self._reader.run(lambda answers: answers.rows(_NEXT, (first,)))
        return rows[0] if rows else None

    def _plan(self, record: PrintJobRecord, stored: str) -> PrintPlan | None:
        if not stored:
            return self._layout(record)
        try:
            return PrintPlan.from_json(json.loads(stored))
        except PlanUnreadableError:
            return None
