"""A stored queue in memory that answers the `PrintJobs` port and remembers every step."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from app.domain.device_events import DeviceEvent
from app.domain.print_job import PrintJob, PrintState, Why
from app.domain.print_plan import PrintPlan, Text
from app.errors import RecordsError
from tests.devices.watch import Watch

NOON = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


class FixedClock:
    """Time stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = NOON

    def now(self) -> datetime:
        return self.time

    def mono_ns(self) -> int:
        return 0

    def boot_id(self) -> str:
        return "test"


class MemoryJobs:
    """`steps` holds (job, state, why) in the order in which they were stored.

    For the states in `refuses` the disk is full; at one in `breaks` the program has a fault, once.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[int, PrintJob] = {}
        self.states: dict[int, PrintState] = {}
        self.steps: list[tuple[int, PrintState, Why]] = []
        self.refuses: set[PrintState] = set()
        self.breaks: set[PrintState] = set()

    def queue(self, *texts: str, age: timedelta = timedelta(0), state: PrintState = PrintState.QUEUED) -> int:
        plan = PrintPlan(tuple(Text(text) for text in texts)) if texts else None
        return self.queue_plan(plan, age=age, state=state)

    def queue_plan(
        self, plan: PrintPlan | None, *, age: timedelta = timedelta(0), state: PrintState = PrintState.QUEUED
    ) -> int:
        with self._lock:
            job = len(self._jobs) + 1
            self._jobs[job] = PrintJob(job, "receipt" if plan else "pulse", NOON - age, plan)
            self.states[job] = state
            return job

    def next_job(self) -> PrintJob | None:
        with self._lock:
            queued = [job for job, state in self.states.items() if state is PrintState.QUEUED]
            queued.sort(key=lambda job: (not self._jobs[job].is_pulse, job))
            return self._jobs[queued[0]] if queued else None

    def set_state(self, job: int, state: PrintState, why: Why = Why.NONE) -> None:
        with self._lock:
            if state in self.refuses:
                raise RecordsError("The disk is full.")
            if state in self.breaks:
                self.breaks.remove(state)
                raise KeyError(state)
            self.states[job] = state
            self.steps.append((job, state, why))

    def left_sending(self) -> Sequence[int]:
        return [job for job, state in self.states.items() if state is PrintState.SENDING]

    def ends(self) -> list[tuple[int, PrintState, Why]]:
        """The stored steps without SENDING."""
        return [step for step in self.steps if step[1] is not PrintState.SENDING]


class Heard:
    """Keeps a worker's events; rings the watch."""

    def __init__(self, watch: Watch) -> None:
        self.events: list[DeviceEvent] = []
        self._watch = watch

    def __call__(self, event: DeviceEvent) -> None:
        self.events.append(event)
        self._watch.ring()
