"""What became of paper and pulses: the last word of each job, because it may come before it is asked for."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.device_events import JobSettled, PrintJobMoved
from app.domain.print_job import PrintState, Why
from app.frozen import frozen
from app.ports.clock import Clock
from ui.viewmodels.device_board import DeviceBoard

JOBS_LIMIT = 200


@frozen
class JobWord:
    """How far a job came, why it did not end well, and when that was heard (UTC)."""

    state: PrintState
    why: Why
    at: datetime


class PrintWatch(QObject):
    """The last word of the last 200 jobs. Signal: `moved(job)` a job came further."""

    moved = Signal(int)

    def __init__(self, board: DeviceBoard, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words: dict[int, JobWord] = {}
        board.job_moved.connect(self._moved)
        board.job_settled.connect(self._settled)

    def word(self, job: int | None) -> JobWord | None:
        """What was last heard of the job; None while it waits in the queue."""
        return self._words.get(job) if job is not None else None

    def _moved(self, event: PrintJobMoved) -> None:
        self._keep(event.job.job, event.state, event.why)

    def _settled(self, event: JobSettled) -> None:
        self._keep(event.job, event.state, event.why)

    def _keep(self, job: int, state: PrintState, why: Why) -> None:
        self._words.pop(job, None)
        self._words[job] = JobWord(state, why, self._clock.now())
        while len(self._words) > JOBS_LIMIT:
            self._words.pop(next(iter(self._words)))
        self.moved.emit(job)
