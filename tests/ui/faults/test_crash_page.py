"""A fault of the program: one calm page, nobody's data in the log, and the till comes back with its work."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from app.domain.device_state import HealthWord
from app.domain.print_job import PrintJob
from app.ports.books import BooksReader
from db.errors import DiskFullError
from tests.stories.till.cashier import RUIZ
from tests.ui.faults.real_window import RealWindow
from ui.compose.last_resort import FAULTS_LIMIT, FaultLog, LastResort, trace_lines
from ui.compose.paper import PaperJobs
from ui.compose.window_devices import bench_of
from ui.viewmodels.crash import CrashShown
from ui.views.crash_page import CrashPage

Opened = Callable[[Path], RealWindow]
SECRET = "account 1042281 RUIZ"


def fall(_books: BooksReader) -> None:
    raise KeyError(SECRET)


def crash_page(window: RealWindow) -> CrashPage:
    window.until(lambda: window.page == "crash")
    page = window.start.window.page()
    assert isinstance(page, CrashPage)
    return page


def test_after_a_fault_the_till_comes_back_with_the_work_in_hand(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    window.sign_in()
    window.scan()
    old = window.till
    window.rooms.counter.ask(fall, done=print)
    page = crash_page(window)
    assert "Everything that was saved is saved" in page.saved.text()
    window.press(Qt.Key.Key_Return)
    window.until(lambda: window.page == "rooms")
    window.until(lambda: [line.account for line in window.till.draft.lines] == [RUIZ])
    assert window.till is not old
    window.till.cash()
    window.until(lambda: bool(window.till.moment.receipt))
    window.settle()
    assert len(window.receipts()) == 1


def test_after_a_fault_of_the_printer_s_worker_the_paper_comes_behind_go_on(
    real_window: Opened, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = real_window(city)
    window.sign_in()
    devices = window.rooms.board
    window.until(lambda: devices.printer.word is HealthWord.OK)
    good = PaperJobs.next_job

    def falls(jobs: PaperJobs) -> PrintJob | None:
        monkeypatch.setattr(PaperJobs, "next_job", good)
        raise KeyError(SECRET)

    window.scan()
    monkeypatch.setattr(PaperJobs, "next_job", falls)
    window.till.cash()
    page = crash_page(window)
    window.until(lambda: devices.printer.word is HealthWord.UNKNOWN)
    page.go_on.click()
    window.until(lambda: window.page == "rooms")
    window.until(lambda: devices.printer.word is HealthWord.OK)
    bench = bench_of(window.rooms.begin_devices())
    assert bench is not None
    window.until(lambda: bool(window.receipts()))
    number = window.receipts()[0]
    window.until(lambda: any(number in getattr(row, "text", "") for row in bench.printer.view().rows))


def test_the_log_names_the_fault_and_the_places_and_nobody(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    window.sign_in()
    window.rooms.counter.ask(fall, done=print)
    page = crash_page(window)
    log = (city / "faults.log").read_text(encoding="utf-8")
    number = next(word for word in page.number.text().split() if word.startswith("F2")).rstrip(";")
    assert number in log
    assert "builtins.KeyError" in log
    assert "tests/ui/faults/test_crash_page.py:" in log
    assert "fall" in log
    assert "1042281" not in log
    assert "RUIZ" not in log


def test_a_fault_in_a_slot_and_one_in_a_thread_reach_the_page(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    window.sign_in()
    QTimer.singleShot(0, lambda: int("a"))
    crash_page(window).go_on.click()
    window.until(lambda: window.page == "rooms")
    thread = threading.Thread(target=lambda: int("x"))
    thread.start()
    thread.join()
    crash_page(window)


def test_a_fault_lifts_the_dialog_that_stood_over_the_window(real_window: Opened, city: Path) -> None:
    window = real_window(city)
    window.sign_in()
    window.open_no_sale()
    window.rooms.counter.ask(fall, done=print)
    page = crash_page(window)
    window.until(lambda: not window.has_no_sale())
    window.until(page.go_on.hasFocus)


def test_a_refusal_that_nobody_expected_says_its_own_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    last = LastResort(tmp_path)
    with qtbot.waitSignal(last.crashed) as heard:
        last.take(DiskFullError(tmp_path))
    assert heard.args is not None
    assert heard.args[0].happened == DiskFullError(tmp_path).sentence()


def test_while_one_fault_is_shown_the_next_is_only_kept(qtbot: QtBot, tmp_path: Path) -> None:
    last = LastResort(tmp_path)
    told: list[object] = []
    last.crashed.connect(told.append)
    for error in (KeyError("a"), IndexError("b")):
        last.take(error)
    qtbot.waitUntil(lambda: len(told) == 1)
    last.take(ValueError("c"))
    assert "ValueError" in (tmp_path / "faults.log").read_text(encoding="utf-8")
    assert len(told) == 1
    last.model.answered()
    with qtbot.waitSignal(last.crashed):
        last.take(KeyError("d"))


def test_a_place_that_takes_no_log_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    last = LastResort(tmp_path / "gone")
    with qtbot.waitSignal(last.crashed) as heard:
        last.take(KeyError("a"))
    assert heard.args is not None
    assert "could not be written" in heard.args[0].kept


def test_a_storm_of_faults_does_not_fill_the_disk(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    for n in range(FAULTS_LIMIT + 20):
        log.keep(f"F{n}", KeyError("x"))
    text = log.path.read_text(encoding="utf-8")
    assert f"F{FAULTS_LIMIT - 1} " in text
    assert f"F{FAULTS_LIMIT} " not in text


def test_the_cause_of_an_error_is_kept_without_its_message() -> None:
    error = RuntimeError(SECRET)
    error.__cause__ = OSError(SECRET)
    lines = "\n".join(trace_lines(error))
    assert "builtins.RuntimeError" in lines
    assert "builtins.OSError" in lines
    assert SECRET not in lines


def test_the_hooks_are_given_back(tmp_path: Path, qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook)
    last = LastResort(tmp_path)
    last.install()
    assert sys.excepthook != before[0]
    last.remove()
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on(qtbot: QtBot, key: Qt.Key) -> None:
    page = CrashPage(CrashShown("It fell.", "All is saved.", "F1", "Tell your IT F1."))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.go_on_asked):
        qtbot.keyClick(page, key)
