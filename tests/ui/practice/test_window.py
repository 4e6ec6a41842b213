"""The practice side window by keyboard: paper comes and is torn off; drawer, checks, scans, faults by hand."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.micr import CheckRead
from devices.simulators.paper import text_of
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.ui.account.city import RENT_HOUSE, RUIZ, Seat
from tests.ui.account.whole import check_whole
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, LIGHT, Tokens
from ui.viewmodels.practice import PracticeModel
from ui.views.practice.window import PracticeWindow


def part(window: QWidget, name: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


def press(window: QWidget, name: str) -> None:
    button = part(window, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def text(window: QWidget, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def word(window: QWidget, name: str) -> str:
    badge = window.findChild(QWidget, name)
    assert badge is not None
    return badge.accessibleName()


def test_a_receipt_comes_out_and_is_torn_off(window: PracticeWindow, seat: Seat) -> None:
    assert window.paper.roll.text() == "no paper yet"
    receipt = seat.pay(RUIZ, 5_000)
    seat.until(lambda: receipt in window.paper.roll.text())
    assert "PRACTICE - NOT A RECEIPT" in window.paper.roll.text()
    press(window, "practice_tear_off")
    seat.until(lambda: window.paper.roll.text() == "no paper yet")


def test_the_bytes_stand_behind_the_paper(window: PracticeWindow, seat: Seat) -> None:
    receipt = seat.pay(RUIZ, 5_000)
    seat.until(lambda: receipt in window.paper.roll.text())
    press(window, "practice_show_bytes")
    assert window.paper.bytes.isVisible()
    assert "ESC @" in window.paper.bytes.toPlainText()
    assert "< status" in window.paper.bytes.toPlainText()
    press(window, "practice_show_bytes")
    assert window.paper.roll.isVisible()


def test_the_drawer_opens_and_is_pushed_shut(window: PracticeWindow, seat: Seat) -> None:
    assert text(window, "practice_pulse") == "no pulse yet"
    assert not window.hands.push.isEnabled()
    seat.pay(RUIZ, 5_000)
    seat.until(lambda: word(window, "practice_drawer_word") == "Open")
    assert window.hands.picture.accessibleName() == "Drawer open"
    assert text(window, "practice_pulse") == "pulse 50 ms, 08:31:00"
    press(window, "practice_push_shut")
    seat.until(lambda: word(window, "practice_drawer_word") == "Shut")
    assert window.hands.push.accessibleDescription() == "The drawer is shut."


def test_a_check_is_fed_and_the_next_lies_ready(
    window: PracticeWindow, seat: Seat, bench: PracticeBench, qtbot: QtBot
) -> None:
    seat.until(lambda: bench.check_feeder.wait_for_program(0))
    read: list[CheckRead] = []
    seat.counter.board.check_fed.connect(read.append)
    press(window, "practice_feed")
    seat.until(lambda: bool(read))
    assert read[0].raw == SAMPLE_CHECKS[0].micr
    assert text(window, "practice_told") == "Check 1042 of Maria Ruiz was fed."
    assert window.hands.check.accessibleName() == "Check 388 of Dale Whitmore, 61.20"


def test_another_check_is_chosen_from_the_list(window: PracticeWindow, qtbot: QtBot) -> None:
    press(window, "practice_choose_check")
    menu = window.findChild(QMenu, "practice_checks")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()][3] == "Ana Peña, 97, 87.72"
    menu.actions()[3].trigger()
    menu.close()
    assert window.hands.check.accessibleName() == "Check 97 of Ana Peña, 87.72"


def test_an_unplugged_feeder_feeds_nothing_and_says_so(
    window: PracticeWindow, seat: Seat, model: PracticeModel
) -> None:
    press(window, "practice_fault_unplugged")
    seat.until(lambda: word(window, "practice_feeder_word") == "Unplugged")
    press(window, "practice_feed")
    assert text(window, "practice_told") == (
        "Nobody reads the check feeder. See that it is not unplugged, wait, and feed again."
    )
    press(window, "practice_all_off")
    seat.until(lambda: word(window, "practice_feeder_word") == "Ok")


def test_a_stub_is_scanned_by_account_name_or_as_typed(
    window: PracticeWindow, seat: Seat, bench: PracticeBench
) -> None:
    seat.until(lambda: bench.scanner.wait_for_program(0))
    heard: list[str] = []
    seat.counter.board.scanned.connect(heard.append)
    assert window.hands.stub.hasFocus()
    for typed, line in (("104-2281", stub(seat, RUIZ)), ("1807 w 4th", stub(seat, RENT_HOUSE)), ("no such", "no such")):
        window.hands.stub.setText(typed)
        QTest.keyClick(window.hands.stub, Qt.Key.Key_Return)
        seat.until(partial(_is_scanned, window, heard, line))


def stub(seat: Seat, key: str) -> str:
    account = seat.ask(lambda books: books.account(key))
    assert account is not None
    return account.stub_scan_line


def _is_scanned(window: PracticeWindow, heard: list[str], line: str) -> bool:
    return line in heard and line in text(window, "practice_told")


def test_faults_are_switched_on_one_by_one_and_off_together(
    window: PracticeWindow, seat: Seat, bench: PracticeBench
) -> None:
    press(window, "practice_fault_paper_out")
    seat.until(lambda: word(window, "practice_printer_word") == "Paper out")
    assert PrinterFault.PAPER_OUT in bench.printer.view().faults
    press(window, "practice_load_paper")
    seat.until(lambda: word(window, "practice_printer_word") == "Ok")
    assert not part(window, "practice_fault_paper_out").isChecked()
    press(window, "practice_fault_offline")
    press(window, "practice_fault_double_feed")
    seat.until(lambda: part(window, "practice_all_off").isEnabled())
    press(window, "practice_all_off")
    seat.until(lambda: not any(switch.isChecked() for switch in window.faults.switches))
    assert not any(switch.is_on for switch in bench.faults())


def test_every_fault_of_the_bench_has_its_switch(window: PracticeWindow, bench: PracticeBench) -> None:
    assert [switch.text() for switch in window.faults.switches] == [fault.label for fault in bench.faults()]


def test_the_stand_alone_terminal_gives_another_slip(window: PracticeWindow) -> None:
    assert word(window, "practice_terminal_word") == "Stand-alone, type its slip"
    before = text(window, "practice_slip")
    press(window, "practice_next_slip")
    assert text(window, "practice_slip") != before


def test_the_till_below_keeps_working(window: PracticeWindow) -> None:
    home = window.parentWidget()
    assert home is not None
    assert not window.isModal()
    assert home.isEnabled()
    assert window.windowType() == Qt.WindowType.Tool


def test_esc_hides_it_and_hidden_it_paints_nothing(window: PracticeWindow, seat: Seat, bench: PracticeBench) -> None:
    QTest.keyClick(window.hands.stub, Qt.Key.Key_Escape)
    assert not window.isVisible()
    receipt = seat.pay(RUIZ, 5_000)
    seat.until(lambda: receipt in text_of(bench.printer.view().rows, columns=42))
    assert window.paper.roll.text() == "no paper yet"
    window.show_beside()
    seat.until(lambda: receipt in window.paper.roll.text())


def test_it_comes_back_where_it_stood(qtbot: QtBot, model: PracticeModel, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    home = QWidget()
    qtbot.addWidget(home)
    first = PracticeWindow(model, home, memory=memory)
    first.show_beside()
    first.move(11, 17)
    first.hide()
    second = PracticeWindow(model, home, memory=memory)
    second.show_beside()
    assert (second.x(), second.y()) == (11, 17)
    second.hide()


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setGeometry(0, 0, 790, 700)
    qtbot.addWidget(made)
    return made


def placed(model: PracticeModel, home: QWidget, folder: Path, **kept: str) -> PracticeWindow:
    """Opened with a place kept in an earlier time."""
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    for key, value in kept.items():
        memory.setValue(f"practice/{key}", value)
    window = PracticeWindow(model, home, memory=memory)
    window.show_beside()
    return window


@pytest.mark.parametrize("kept", [{"screen": "a screen that is gone", "x": "5", "y": "5"}, {}])
def test_a_screen_that_is_gone_brings_it_back_beside_the_till(
    model: PracticeModel, home: QWidget, tmp_path: Path, kept: dict[str, str]
) -> None:
    window = placed(model, home, tmp_path, **kept)
    assert window.x() == home.geometry().right() - window.width()
    window.hide()


def test_a_place_out_of_sight_brings_it_back_into_sight(model: PracticeModel, home: QWidget, tmp_path: Path) -> None:
    window = placed(model, home, tmp_path, screen="", x="9000", y="no number")
    assert (window.x(), window.y()) == (0, 0)
    window.hide()


@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 100), (DARK, 100), (LIGHT, 150)])
def test_nothing_is_cut(window: PracticeWindow, qapp: QApplication, tokens: Tokens, scale: int) -> None:
    apply_look(qapp, Look(tokens, scale))
    check_whole(window)
