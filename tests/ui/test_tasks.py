"""Tasks: a call on a worker, its answer on the window's thread."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from app.errors import CityTillError, RuleBrokenError
from ui.tasks.task import Tasks


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def test_the_answer_comes_back_on_the_windows_thread(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    threads: list[int] = []

    def done(thread_of_call: int) -> None:
        threads.extend((thread_of_call, threading.get_ident()))

    tasks = Tasks()
    tasks.follow(worker.submit(threading.get_ident), done=done)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threading.get_ident() == threads[1]


def test_a_broken_rule_reaches_failed_and_not_the_crash_page(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    refused: list[CityTillError] = []
    crashes: list[BaseException] = []

    def refuse() -> None:
        raise RuleBrokenError("not today")

    tasks = Tasks()
    tasks.crashed.connect(crashes.append)
    tasks.follow(worker.submit(refuse), failed=refused.append)
    qtbot.waitUntil(lambda: len(refused) == 1)
    assert str(refused[0]) == "not today"
    assert crashes == []


def test_a_fault_of_the_program_reaches_the_crash_page(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    tasks = Tasks()

    def fault() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(tasks.crashed) as caught:
        tasks.follow(worker.submit(fault), failed=lambda _error: None)
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_a_refusal_nobody_listens_to_is_not_swallowed(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    tasks = Tasks()

    def refuse() -> None:
        raise RuleBrokenError("not today")

    with qtbot.waitSignal(tasks.crashed) as caught:
        tasks.follow(worker.submit(refuse))
    assert isinstance(caught.args[0], RuleBrokenError)


class Model(QObject):
    """Asks once through tasks of its own; its slot is not bound to it, so the task holds it."""

    def __init__(self, worker: ThreadPoolExecutor) -> None:
        super().__init__()
        self.tasks = Tasks(self)
        self.heard: list[int] = []
        self.tasks.follow(worker.submit(lambda: 7), done=partial(_hear, self))


def _hear(model: Model, value: int) -> None:
    model.heard.append(value)


def test_a_task_that_held_its_owner_last_lets_it_go_outside_its_own_end(
    qtbot: QtBot, worker: ThreadPoolExecutor
) -> None:
    """It was destroyed a second time from within its destructor, and the program with it."""
    for _model in range(20):
        heard = Model(worker).heard
        qtbot.waitUntil(lambda heard=heard: heard == [7])  # type: ignore[misc]
        qtbot.wait(1)


def test_an_answer_to_somebody_who_is_gone_is_no_fault(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    class Hearer(QObject):
        def hear(self, _value: object) -> None:
            raise AssertionError

    tasks, hearer = Tasks(), Hearer()
    after: list[int] = []
    with capture_exceptions() as faults:
        tasks.follow(worker.submit(lambda: 1), done=hearer.hear)
        Shiboken.delete(hearer)
        tasks.follow(worker.submit(lambda: 2), done=after.append)
        qtbot.waitUntil(lambda: after == [2])
    assert faults == []


def test_nothing_is_told_once_whoever_waited_is_gone(qtbot: QtBot, worker: ThreadPoolExecutor) -> None:
    tasks, others = Tasks(), Tasks()
    told: list[int] = []
    tasks.follow(worker.submit(lambda: 1), done=told.append)
    tasks.blockSignals(True)
    others.follow(worker.submit(lambda: 2), done=told.append)
    qtbot.waitUntil(lambda: 2 in told)
    assert told == [2]
