"""A scripted cashier's work on a thread, beside an event loop that has nothing else to do."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from app.interchange.practice.dice import Dice
from devices.simulators.clock import SimulatedClock
from devices.system_clock import SystemClock
from ui.commands.bench.extracts_coming import ExtractsComing
from ui.commands.bench.watchdog import Watchdog
from ui.commands.day.cashier import Cashier
from ui.commands.day.customers import Customers
from ui.commands.day.devices import practice_devices
from ui.commands.day.ears import DayEars
from ui.commands.day.place import ANSWER_LIMIT_S, Cast, Place
from ui.commands.day.script import accounts_of
from ui.commands.day.tally import Tally
from ui.commands.folders import working

LOOK_EVERY_MS = 20


def sell_beside(folder: Path, extracts: tuple[Path, ...], watchdog: Watchdog, *, seed: int, receipts: int) -> None:
    """Take the receipts of one open batch on a thread while this thread's event loop runs and is watched."""
    clock = SimulatedClock(SystemClock().now() + timedelta(minutes=1))
    with working(folder, clock) as desk:
        ears = DayEars()
        with practice_devices(desk, ears) as bench:
            batch = desk.ask(lambda books: books.batches()[0]).result(ANSWER_LIMIT_S)
            policy = desk.ask(lambda books: books.policy(batch.business_date)).result(ANSWER_LIMIT_S)
            place = Place(desk, clock, bench, ears, Cast.of_day(0), batch.business_date, policy)
            cashier = Cashier(place, batch.batch, 0, Dice(seed), Tally(batch.starting_cash.total.cents))
            people = Customers(accounts_of(desk), Dice(seed), receipts=receipts)
            coming = ExtractsComing(desk, extracts)
            coming.begin()
            _beside(lambda: _sell(cashier, people, receipts), watchdog)
            coming.end()


def _sell(cashier: Cashier, people: Customers, receipts: int) -> None:
    for n in range(1, receipts + 1):
        payment = cashier.finish(cashier.serve(people.visit(n)))
        cashier.place.settled(job for job in (payment.pulse_job, payment.print_job) if job is not None)


def _beside(work: Callable[[], None], watchdog: Watchdog) -> None:
    """Run it on a thread until it ends, or raise what it raised."""
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again on the thread that waits
            failed.append(error)

    thread = threading.Thread(target=run, name="scripted cashier")
    loop, looker = QEventLoop(), QTimer()
    looker.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    thread.start()
    looker.start(LOOK_EVERY_MS)
    watchdog.start()
    loop.exec()
    watchdog.stop()
    looker.stop()
    if failed:
        raise failed[0]
