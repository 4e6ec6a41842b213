"""One thread for one printer and the drawer at its plug: takes stored jobs one by one, and watches their health.

The stored queue is the only queue: nothing is lost with the program, nothing is printed twice. A job is SENDING in
the books before its first byte goes out; what a crash leaves SENDING becomes UNKNOWN at the next start.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.device_events import (
    DeviceEvent,
    DrawerAnswered,
    DrawerChanged,
    JobSettled,
    JobsStuck,
    PrinterHealthChanged,
    PrintJobMoved,
)
from app.domain.device_state import DrawerResult, PrinterHealth, Tri
from app.domain.print_job import PrintJob, PrintOutcome, PrintState, Why
from app.errors import RecordsError
from app.frozen import frozen
from app.ports.cash_drawer import CashDrawer
from app.ports.clock import Clock
from app.ports.print_jobs import PrintJobs
from app.ports.receipt_printer import ReceiptPrinter

_PULSE_ENDS = {
    DrawerResult.OPENED: PrintOutcome(PrintState.CONFIRMED),
    DrawerResult.WAS_OPEN: PrintOutcome(PrintState.CONFIRMED),
    DrawerResult.READS_BACKWARDS: PrintOutcome(PrintState.CONFIRMED, Why.DRAWER_BACKWARDS),
    DrawerResult.CANNOT_TELL: PrintOutcome(PrintState.SENT),
    DrawerResult.DID_NOT_OPEN: PrintOutcome(PrintState.FAILED, Why.DRAWER_SHUT),
    DrawerResult.NOT_SENT: PrintOutcome(PrintState.FAILED, Why.NO_ANSWER),
}


@frozen
class WorkerPace:
    """`look_s`: between two looks at an idle printer; `look_min_s`: never oftener (reference 1.1).

    Paper older than `backlog` is not printed any more, a drawer is not opened by a pulse older than `pulse`.
    """

    look_s: float = 2.0
    look_min_s: float = 0.25
    backlog: timedelta = timedelta(minutes=10)
    pulse: timedelta = timedelta(minutes=1)


class PrinterWorker:
    """`tell` is called on the worker's thread with frozen events; it must not wait."""

    def __init__(
        self,
        *,
        printer: ReceiptPrinter,
        drawer: CashDrawer,
        jobs: PrintJobs,
        clock: Clock,
        tell: Callable[[DeviceEvent], None],
        pace: WorkerPace | None = None,
    ) -> None:
        self._printer = printer
        self._drawer = drawer
        self._jobs = jobs
        self._clock = clock
        self._tell = tell
        self._pace = pace or WorkerPace()
        self._bell = threading.Condition()
        self._is_rung = False
        self._is_stopping = False
        self._started_at: datetime = clock.now().replace(microsecond=0)
        self._unstored: list[tuple[int, PrintState, Why]] = []
        self._health = PrinterHealth()
        self._is_open = Tri.UNKNOWN
        self._looked_at = -self._pace.look_s
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; jobs that a crash cut off are settled first."""
        self._thread = threading.Thread(target=self._run, name="printer worker", daemon=True)
        self._thread.start()

    def revive(self) -> None:
        """Begin again when a fault of the program ended it; the job it ended in is settled as one that was cut off."""
        if self._thread is not None and not self._thread.is_alive() and not self._is_stopping:
            self.start()

    def wake(self) -> None:
        """A job was stored: take it now. May be called from any thread."""
        with self._bell:
            self._is_rung = True
            self._bell.notify()

    def stop(self, limit_s: float = 5.0) -> bool:
        """Finish the job in hand, take no other; True when that was done within the limit."""
        with self._bell:
            self._is_stopping = True
            self._bell.notify()
        if self._thread is None:
            return True
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._printer.close()
            if not self._is_stopping:  # a fault of the program, which its last resort hears: nobody looks any more
                self._tell_unknown()

    def _work(self) -> None:
        is_settled = False
        while not self._is_stopping:
            try:
                if not is_settled:
                    self._settle_what_was_cut_off()
                    is_settled = True
                if self._one_job():
                    continue
                self._look()
                self._store_what_is_known()
            except RecordsError as error:
                self._tell(JobsStuck(error))
                self._look()
            self._wait()

    def _settle_what_was_cut_off(self) -> None:
        for job in self._jobs.left_sending():
            self._jobs.set_state(job, PrintState.UNKNOWN, Why.CUT_OFF)
            self._tell(JobSettled(job, PrintState.UNKNOWN, Why.CUT_OFF))

    def _one_job(self) -> bool:
        """Store what could not be stored before, then take one job; False when there is none."""
        self._store_what_is_known()
        job = self._jobs.next_job()
        if job is None:
            return False
        too_old = self._too_old(job)
        if too_old is not Why.NONE:
            self._end(job, PrintOutcome(PrintState.FAILED, too_old))
            return True
        self._jobs.set_state(job.job, PrintState.SENDING)
        self._tell(PrintJobMoved(job, PrintState.SENDING))
        self._end(job, self._open_drawer(job) if job.plan is None else self._printer.print(job.job, job.plan))
        return True

    def _too_old(self, job: PrintJob) -> Why:
        """A drawer never opens after a restart or by an old pulse; paper may wait for a while."""
        age = self._clock.now() - job.queued_at
        if job.is_pulse:
            is_old = age > self._pace.pulse or job.queued_at < self._started_at
            return Why.PULSE_TOO_OLD if is_old else Why.NONE
        return Why.TOO_OLD if age > self._pace.backlog else Why.NONE

    def _open_drawer(self, job: PrintJob) -> PrintOutcome:
        result = self._drawer.open()
        self._tell(DrawerAnswered(job, result))
        return _PULSE_ENDS[result]

    def _end(self, job: PrintJob, outcome: PrintOutcome) -> None:
        """Store and tell where a job ended; when it cannot be stored now, it is kept and stored later."""
        self._unstored.append((job.job, outcome.state, outcome.why))
        self._jobs.set_state(*self._unstored[-1])
        self._unstored.pop()
        self._tell(PrintJobMoved(job, outcome.state, outcome.why))

    def _store_what_is_known(self) -> None:
        """Ends that could not be stored before, and answers that came late."""
        for job in self._printer.late_answers():
            self._unstored.append((job, PrintState.CONFIRMED, Why.NONE))
        while self._unstored:
            self._jobs.set_state(*self._unstored[0])
            self._tell(JobSettled(*self._unstored.pop(0)))

    def _look(self) -> None:
        """Ask printer and drawer how they are, and tell what changed."""
        if time.monotonic() - self._looked_at < self._pace.look_min_s:
            return
        health = self._printer.health()
        is_open = self._drawer.is_open()
        self._looked_at = time.monotonic()
        if health != self._health:
            self._health = health
            self._tell(PrinterHealthChanged(health))
        if is_open is not self._is_open:
            self._is_open = is_open
            self._tell(DrawerChanged(is_open))

    def _tell_unknown(self) -> None:
        self._health, self._is_open = PrinterHealth(), Tri.UNKNOWN
        self._looked_at = -self._pace.look_s
        self._tell(PrinterHealthChanged(self._health))
        self._tell(DrawerChanged(self._is_open))

    def _wait(self) -> None:
        """Until a job is stored, the worker is stopped, or it is time to look again."""
        with self._bell:
            left = self._looked_at + self._pace.look_s - time.monotonic()
            self._bell.wait_for(lambda: self._is_rung or self._is_stopping, timeout=max(left, self._pace.look_min_s))
            self._is_rung = False
