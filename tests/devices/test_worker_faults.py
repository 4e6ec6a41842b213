"""A fault of the program ends a worker: nothing it said is shown as good any more, and it comes back when asked."""

import threading
from collections.abc import Iterator

import pytest

from app.domain.device_events import DrawerChanged, PrinterHealthChanged, PrintJobMoved
from app.domain.device_state import DeviceWord, HealthWord, PrinterHealth, Tri
from app.domain.print_job import PrintState, Why
from devices.input_worker import InputWorker
from devices.printer_worker import PrinterWorker, WorkerPace
from devices.simulators.escpos_printer import SimulatedPrinter
from tests.devices.conftest import Connect
from tests.devices.memory_jobs import FixedClock, Heard, MemoryJobs
from tests.devices.watch import Watch

BRISK = WorkerPace(look_s=0.05, look_min_s=0.01)
Faults = list[type[BaseException]]


@pytest.fixture
def faults(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Faults:
    """What the last resort of the threads hears."""
    heard: Faults = []

    def hears(fault: threading.ExceptHookArgs) -> None:
        heard.append(fault.exc_type)
        watch.ring()

    monkeypatch.setattr(threading, "excepthook", hears)
    return heard


@pytest.fixture
def jobs() -> MemoryJobs:
    return MemoryJobs()


@pytest.fixture
def heard(watch: Watch) -> Heard:
    return Heard(watch)


@pytest.fixture
def worker(connect: Connect, jobs: MemoryJobs, heard: Heard) -> Iterator[PrinterWorker]:
    built = connect()
    made = PrinterWorker(
        printer=built.printer, drawer=built.drawer, jobs=jobs, clock=FixedClock(), tell=heard, pace=BRISK
    )
    yield made
    assert made.stop()


def is_well(event: object) -> bool:
    return isinstance(event, PrinterHealthChanged) and event.health.word is HealthWord.OK


def test_a_job_that_a_fault_cut_off_is_unsure_and_the_next_one_is_printed(
    worker: PrinterWorker, jobs: MemoryJobs, heard: Heard, watch: Watch, faults: Faults, printer: SimulatedPrinter
) -> None:
    first = jobs.queue("first")
    jobs.breaks.add(PrintState.CONFIRMED)
    worker.start()
    watch.until(lambda: faults == [KeyError])
    assert jobs.states[first] is PrintState.SENDING
    second = jobs.queue("second")
    worker.revive()
    watch.until(lambda: (second, PrintState.CONFIRMED, Why.NONE) in jobs.steps)
    sent = [step[0] for step in jobs.steps if step[1] is PrintState.SENDING]
    assert sent == [first, second]  # nothing goes out twice


def test_a_worker_that_has_ended_shows_nothing_as_good_until_it_looks_again(
    worker: PrinterWorker, jobs: MemoryJobs, heard: Heard, watch: Watch, faults: Faults
) -> None:
    worker.start()
    watch.until(lambda: any(is_well(event) for event in heard.events))
    jobs.breaks.add(PrintState.SENDING)
    jobs.queue("paper")
    worker.wake()
    watch.until(lambda: faults == [KeyError])
    assert heard.events[-2:] == [PrinterHealthChanged(PrinterHealth()), DrawerChanged(Tri.UNKNOWN)]
    told = len(heard.events)
    worker.revive()
    watch.until(lambda: any(is_well(event) for event in heard.events[told:]))
    watch.until(lambda: any(isinstance(event, PrintJobMoved) for event in heard.events[told:]))


def test_a_worker_that_is_well_or_stopped_is_left_alone(
    worker: PrinterWorker, heard: Heard, watch: Watch, faults: Faults
) -> None:
    worker.revive()
    assert not heard.events
    worker.start()
    watch.until(lambda: any(is_well(event) for event in heard.events))
    worker.revive()
    assert worker.stop()
    told = len(heard.events)
    worker.revive()
    assert worker.stop()
    assert len(heard.events) == told
    assert faults == []


class Line:
    """A reader that hears one thing, then silence."""

    def __init__(self) -> None:
        self.is_closed = False

    def hear(self, limit_s: float) -> str | None:
        self.is_closed = False
        return "stub"

    def health(self) -> DeviceWord:
        return DeviceWord.OK

    def close(self) -> None:
        self.is_closed = True


def test_a_reader_that_a_fault_ended_is_unknown_and_comes_back(watch: Watch, faults: Faults) -> None:
    words: list[DeviceWord] = []
    scans: list[str] = []
    breaks = [True]
    line = Line()

    def heard(text: str) -> None:
        if breaks.pop() if breaks else False:
            raise KeyError(text)
        scans.append(text)
        watch.ring()

    def told(word: DeviceWord) -> None:
        words.append(word)
        watch.ring()

    worker = InputWorker(line, name="scanner", heard=heard, health_changed=told)
    worker.start()
    watch.until(lambda: faults == [KeyError])
    assert words == [DeviceWord.OK, DeviceWord.UNKNOWN]
    assert line.is_closed
    worker.revive()
    watch.until(lambda: bool(scans))
    assert words == [DeviceWord.OK, DeviceWord.UNKNOWN, DeviceWord.OK]
    assert worker.stop()
