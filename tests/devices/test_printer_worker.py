"""The worker of printer and drawer: stored jobs, each sent once, whatever happens on the way."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from app.domain.device_events import (
    DrawerAnswered,
    DrawerChanged,
    JobSettled,
    JobsStuck,
    PrinterHealthChanged,
    PrintJobMoved,
)
from app.domain.device_state import DrawerResult, HealthWord, Tri, Trouble
from app.domain.print_job import PrintState, Why
from devices.catalogue import PrinterSet
from devices.printer_worker import PrinterWorker, WorkerPace
from devices.simulators.escpos_printer import SimulatedPrinter
from devices.simulators.paper import PaperText
from devices.simulators.printer_works import PrinterFault
from tests.devices.conftest import LATE, SHUT, SILENCE, Connect
from tests.devices.memory_jobs import FixedClock, Heard, MemoryJobs
from tests.devices.watch import Watch

BRISK = WorkerPace(look_s=0.05, look_min_s=0.01)
Employ = Callable[..., PrinterWorker]


@pytest.fixture
def jobs() -> MemoryJobs:
    return MemoryJobs()


@pytest.fixture
def heard(watch: Watch) -> Heard:
    return Heard(watch)


@pytest.fixture
def employ(connect: Connect, jobs: MemoryJobs, heard: Heard) -> Iterator[Employ]:
    """Starts a worker for a driver; stopped at the end."""
    workers: list[PrinterWorker] = []

    def start(station: PrinterSet | None = None, *, clock: FixedClock | None = None) -> PrinterWorker:
        built = station or connect()
        worker = PrinterWorker(
            printer=built.printer,
            drawer=built.drawer,
            jobs=jobs,
            clock=clock or FixedClock(),
            tell=heard,
            pace=BRISK,
        )
        workers.append(worker)
        worker.start()
        return worker

    yield start
    for worker in workers:
        assert worker.stop()


def texts_on(printer: SimulatedPrinter) -> list[str]:
    return [row.text for row in printer.view().rows if isinstance(row, PaperText) and row.text]


def test_jobs_are_stored_as_sending_before_and_as_confirmed_after(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    worker = employ()
    job = jobs.queue("first")
    worker.wake()
    watch.until(lambda: len(jobs.ends()) == 1)
    assert jobs.steps == [(job, PrintState.SENDING, Why.NONE), (job, PrintState.CONFIRMED, Why.NONE)]
    watch.until(lambda: len([event for event in heard.events if isinstance(event, PrintJobMoved)]) == 2)
    assert texts_on(printer) == ["first"]


def test_the_drawer_opens_before_the_receipt_is_printed(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    jobs.queue("receipt")
    pulse = jobs.queue()
    employ()
    watch.until(lambda: len(jobs.ends()) == 2)
    assert [job for job, _, _ in jobs.ends()] == [pulse, 1]
    assert printer.view().drawer.is_open
    watch.until(lambda: DrawerChanged(Tri.YES) in heard.events)
    answered = [event.result for event in heard.events if isinstance(event, DrawerAnswered)]
    assert answered == [DrawerResult.OPENED]


def test_a_backlog_prints_in_order_and_each_once(
    employ: Employ, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    names = [f"receipt {number}" for number in range(20)]
    for name in names:
        jobs.queue(name)
    employ()
    watch.until(lambda: len(jobs.ends()) == 20)
    assert texts_on(printer) == names


def test_what_a_crash_cut_off_is_unsure_and_not_printed_again(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    cut_off = jobs.queue("cut off", state=PrintState.SENDING)
    jobs.queue("next")
    employ()
    watch.until(lambda: len(jobs.ends()) == 2)
    assert jobs.ends()[0] == (cut_off, PrintState.UNKNOWN, Why.CUT_OFF)
    assert JobSettled(cut_off, PrintState.UNKNOWN, Why.CUT_OFF) in heard.events
    assert texts_on(printer) == ["next"]


def test_an_old_backlog_is_not_printed_at_power_up(
    employ: Employ, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    old = jobs.queue("yesterday", age=timedelta(hours=16))
    fresh = jobs.queue("just now", age=timedelta(minutes=1))
    employ()
    watch.until(lambda: len(jobs.ends()) == 2)
    assert jobs.ends() == [(old, PrintState.FAILED, Why.TOO_OLD), (fresh, PrintState.CONFIRMED, Why.NONE)]
    assert texts_on(printer) == ["just now"]


def test_a_drawer_never_opens_by_itself_after_a_restart(
    employ: Employ, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    pulse = jobs.queue(age=timedelta(seconds=3))
    employ()
    watch.until(lambda: len(jobs.ends()) == 1)
    assert jobs.ends() == [(pulse, PrintState.FAILED, Why.PULSE_TOO_OLD)]
    assert printer.view().drawer.pulses == 0


def test_a_pulse_that_waited_too_long_does_not_open_the_drawer(
    employ: Employ, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    clock = FixedClock()
    worker = employ(clock=clock)
    clock.time += timedelta(minutes=5)
    jobs.queue()
    worker.wake()
    watch.until(lambda: len(jobs.ends()) == 1)
    assert jobs.ends()[0][1:] == (PrintState.FAILED, Why.PULSE_TOO_OLD)
    assert printer.view().drawer.pulses == 0


def test_a_jammed_drawer_is_told_and_the_receipt_still_prints(
    employ: Employ, connect: Connect, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    printer.switch(PrinterFault.DRAWER_JAMMED, True)
    pulse, paper = jobs.queue(), jobs.queue("receipt")
    employ(connect(limits=SHUT))
    watch.until(lambda: len(jobs.ends()) == 2)
    assert jobs.ends() == [
        (pulse, PrintState.FAILED, Why.DRAWER_SHUT),
        (paper, PrintState.CONFIRMED, Why.NONE),
    ]


@pytest.mark.parametrize(
    ("fault", "end"),
    [
        (PrinterFault.OFFLINE, (PrintState.FAILED, Why.OFFLINE)),
        (PrinterFault.PAPER_OUT, (PrintState.FAILED, Why.PAPER_OUT)),
        (PrinterFault.COVER_OPEN, (PrintState.FAILED, Why.COVER_OPEN)),
        (PrinterFault.PAPER_OUT_MIDWAY, (PrintState.UNKNOWN, Why.STOPPED_MIDWAY)),
        (PrinterFault.HALF_PRINT, (PrintState.UNKNOWN, Why.LINE_LOST)),
        (PrinterFault.LINE_DROPS, (PrintState.UNKNOWN, Why.LINE_LOST)),
    ],
)
def test_after_every_fault_the_worker_prints_the_next_job_and_nothing_twice(
    employ: Employ,
    jobs: MemoryJobs,
    watch: Watch,
    printer: SimulatedPrinter,
    fault: PrinterFault,
    end: tuple[PrintState, Why],
) -> None:
    worker = employ()
    printer.switch(fault, True)
    hit = jobs.queue(*(f"hit {row}" for row in range(12)))
    worker.wake()
    watch.until(lambda: len(jobs.ends()) >= 1)
    assert jobs.ends()[0] == (hit, *end)
    printer.load_paper()
    printer.switch(fault, False)
    after = jobs.queue("after")
    worker.wake()
    watch.until(lambda: jobs.states[after].is_final)
    assert jobs.states[after] is PrintState.CONFIRMED
    texts = texts_on(printer)
    assert len(texts) == len(set(texts))
    assert texts[-1] == "after"
    assert [job for job, state, _ in jobs.steps if state is PrintState.SENDING] == [hit, after]


def test_paper_out_midway_becomes_printed_when_a_new_roll_is_in(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    worker = employ()
    printer.switch(PrinterFault.PAPER_OUT_MIDWAY, True)
    job = jobs.queue(*(f"row {row}" for row in range(12)))
    worker.wake()
    watch.until(lambda: jobs.states[job] is PrintState.UNKNOWN)
    printer.load_paper()
    watch.until(lambda: JobSettled(job, PrintState.CONFIRMED) in heard.events)
    assert jobs.states[job] is PrintState.CONFIRMED
    assert texts_on(printer) == [f"row {row}" for row in range(12)]


def test_a_late_answer_makes_unsure_printed(
    employ: Employ, connect: Connect, jobs: MemoryJobs, watch: Watch, printer: SimulatedPrinter
) -> None:
    printer.switch(PrinterFault.LATE_REPLY, True)
    job = jobs.queue("receipt")
    employ(connect(limits=LATE))
    watch.until(lambda: jobs.states[job] is PrintState.UNKNOWN)
    printer.switch(PrinterFault.LATE_REPLY, False)
    watch.until(lambda: jobs.states[job] is PrintState.CONFIRMED)
    assert texts_on(printer) == ["receipt"]


def test_health_and_drawer_are_told_when_they_change_and_only_then(
    employ: Employ, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    employ()

    def words() -> list[str]:
        return [event.health.words for event in heard.events if isinstance(event, PrinterHealthChanged)]

    watch.until(lambda: words() == ["ok"])
    printer.switch(PrinterFault.PAPER_LOW, True)
    watch.until(lambda: words() == ["ok", "paper low"])
    printer.switch(PrinterFault.COVER_OPEN, True)
    watch.until(lambda: words()[-1] == "cover open")
    printer.switch(PrinterFault.COVER_OPEN, False)
    printer.switch(PrinterFault.PAPER_LOW, False)
    watch.until(lambda: words()[-1] == "ok")
    assert [event for event in heard.events if isinstance(event, DrawerChanged)] == [DrawerChanged(Tri.NO)]


def test_a_printer_that_is_off_at_start_is_found_when_it_comes(
    employ: Employ, connect: Connect, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    printer.stop()
    worker = employ(connect(limits=SILENCE))
    watch.until(lambda: any(isinstance(event, PrinterHealthChanged) for event in heard.events))
    (first,) = [event for event in heard.events if isinstance(event, PrinterHealthChanged)]
    assert first.health.trouble is Trouble.NO_ANSWER
    printer.start()

    def is_ok() -> bool:
        last = [event.health for event in heard.events if isinstance(event, PrinterHealthChanged)][-1]
        return last.word is HealthWord.OK

    watch.until(is_ok)
    job = jobs.queue("receipt")
    worker.wake()
    watch.until(lambda: jobs.states[job] is PrintState.CONFIRMED)


def test_nothing_is_printed_while_its_start_cannot_be_stored(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    jobs.refuses = {PrintState.SENDING}
    job = jobs.queue("receipt")
    employ()
    watch.until(lambda: any(isinstance(event, JobsStuck) for event in heard.events))
    assert texts_on(printer) == []
    jobs.refuses = set()
    watch.until(lambda: jobs.states[job] is PrintState.CONFIRMED)
    assert texts_on(printer) == ["receipt"]


def test_an_end_that_cannot_be_stored_is_stored_later_and_not_printed_again(
    employ: Employ, jobs: MemoryJobs, heard: Heard, watch: Watch, printer: SimulatedPrinter
) -> None:
    jobs.refuses = {PrintState.CONFIRMED}
    job = jobs.queue("receipt")
    employ()
    watch.until(lambda: any(isinstance(event, JobsStuck) for event in heard.events))
    assert jobs.states[job] is PrintState.SENDING
    jobs.refuses = set()
    watch.until(lambda: jobs.states[job] is PrintState.CONFIRMED)
    assert texts_on(printer) == ["receipt"]


def test_a_real_station_looks_every_2_seconds_and_never_oftener_than_every_250_ms() -> None:
    pace = WorkerPace()
    assert (pace.look_s, pace.look_min_s) == (2.0, 0.25)
