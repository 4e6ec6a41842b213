"""Tasks: a call on a worker, its answer on the window's thread."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytestqt.qtbot import QtBot

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
