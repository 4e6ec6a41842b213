"""A tired machine: one worker's answers come late, so that nothing may depend on who is faster.

`python -m pytest -p tests.tired --tired reader tests/ui tests/stories`; also `writer` and `printer`. Races that no
ordinary run shows in a hundred fail here each time (CONTRIBUTING).
"""

import random
from threading import Event
from typing import Any

import pytest

from db.lane import Lane
from devices.printer_worker import PrinterWorker

LEAST = 0.3


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tired")
    group.addoption("--tired", choices=("reader", "writer", "printer"), default="reader", help="whose answers are late")
    group.addoption("--tired-ms", type=int, default=60, help="by at most so many milliseconds")
    group.addoption("--tired-seed", type=int, default=1)


def pytest_configure(config: pytest.Config) -> None:
    moments = random.Random(config.getoption("--tired-seed"))
    who, most_s = config.getoption("--tired"), config.getoption("--tired-ms") / 1000

    def rest() -> None:
        Event().wait((LEAST + (1 - LEAST) * moments.random()) * most_s)

    if who == "printer":
        _delay_jobs(rest)
    else:
        _delay_answers(who, rest)


def _delay_answers(who: str, rest: Any) -> None:
    """The work is done, and nobody hears of it yet."""

    def call(lane: Lane, calls: Any, future: Any) -> None:
        work = calls.pop()
        if not future.set_running_or_notify_cancel():
            return
        try:
            value, error = work(), None
        except BaseException as raised:  # noqa: BLE001  # as the lane itself
            value, error = None, raised
        del work
        if lane.name == who:
            rest()
        if error is None:
            future.set_result(value)
        else:
            future.set_exception(error)

    Lane._call = call  # type: ignore[method-assign, assignment]


def _delay_jobs(rest: Any) -> None:
    """Paper waits before each job."""
    ordinary = PrinterWorker._one_job

    def one_job(worker: PrinterWorker) -> bool:
        rest()
        return ordinary(worker)

    PrinterWorker._one_job = one_job  # type: ignore[method-assign, assignment]
