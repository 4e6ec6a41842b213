"""Unfinished work, paper and pulses."""

from collections.abc import Sequence

from app.domain.records import DraftRecord, PrintJobRecord
from app.frozen import frozen
from db.questions.base import Answers

_DRAFTS = "SELECT draft, user, lane, parked, updated_at, body FROM work_draft"
_JOBS = "SELECT job, what, receipt, state, why, queued_at, updated_at FROM work_print_job"
_NEXT = (
    "SELECT job, what, receipt, queued_at, plan FROM work_print_job WHERE state = 'queued'"
    " ORDER BY what <> 'pulse', job LIMIT 1"
)
_LEFT = "SELECT job FROM work_print_job WHERE state = 'sending' ORDER BY job"


@frozen
class QueuedJob:
    """A job as stored; `plan` is JSON, empty where the paper is laid out from the receipt's record."""

    job: int
    what: str
    receipt: str
    queued_at: str
    plan: str


class WorkAnswers(Answers):
    """Answers about drafts and print jobs."""

    def drafts(self, *, user: str = "") -> Sequence[DraftRecord]:
        """Unfinished work, the oldest first."""
        rows = self._rows(f"{_DRAFTS} WHERE (?1 = '' OR user = ?1) ORDER BY updated_at, draft", (user,))
        return [
            DraftRecord(draft, user_, lane, bool(parked), updated_at, body)
            for draft, user_, lane, parked, updated_at, body in rows
        ]

    def print_jobs(self, *, receipt: str = "", limit: int = 50) -> Sequence[PrintJobRecord]:
        """Paper and pulses, the newest first."""
        rows = self._rows(f"{_JOBS} WHERE (?1 = '' OR receipt = ?1) ORDER BY job DESC LIMIT ?2", (receipt, limit))
        return [PrintJobRecord(*row) for row in rows]

    def next_queued(self) -> QueuedJob | None:
        """The oldest job that is still queued, pulses before paper."""
        row = self._maybe(_NEXT)
        return QueuedJob(*row) if row else None

    def left_sending(self) -> Sequence[int]:
        """Jobs that a crash cut off in the middle."""
        return [job for (job,) in self._rows(_LEFT)]
