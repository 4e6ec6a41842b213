"""Of calls that follow each other as somebody types, only the last one's answer comes."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import CityTillError, RuleBrokenError
from ui.tasks.latest import Latest


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_only_the_last_answer_comes(qtbot: QtBot, worker: ThreadPoolExecutor, owner: QObject) -> None:
    heard: list[int] = []
    gate = threading.Event()
    line = Latest(owner)
    line.done.connect(heard.append)
    first = worker.submit(lambda: [gate.wait(), 1][-1])
    line.follow(first)
    waiting = worker.submit(lambda: 2)
    line.follow(waiting)
    last = worker.submit(lambda: 3)
    line.follow(last)
    assert waiting.cancelled()
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert first.result() == 1
    assert heard == [3]


def test_what_was_forgotten_is_not_told(qtbot: QtBot, worker: ThreadPoolExecutor, owner: QObject) -> None:
    heard: list[int] = []
    line = Latest(owner)
    line.done.connect(heard.append)
    forgotten = worker.submit(lambda: 1)
    line.follow(forgotten)
    line.forget()
    line.follow(worker.submit(lambda: 2))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [2]


def test_refusals_and_faults_are_told_apart(qtbot: QtBot, worker: ThreadPoolExecutor, owner: QObject) -> None:
    refused: list[CityTillError] = []
    line = Latest(owner)
    line.failed.connect(refused.append)

    def refuse() -> None:
        raise RuleBrokenError("not today")

    def fault() -> None:
        raise ZeroDivisionError

    line.follow(worker.submit(refuse))
    qtbot.waitUntil(lambda: bool(refused))
    with qtbot.waitSignal(line.crashed) as caught:
        line.follow(worker.submit(fault))
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert str(refused[0]) == "not today"
