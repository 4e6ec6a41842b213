"""After a stop in the middle: what was saved, but maybe not handed over, is asked before the first sale."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.usecases.answer_handover import HandoverAnswer
from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.compose.folder import open_desk
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard


def paid(cashier: Cashier, place: int = 0, *, is_shown: bool = False) -> str:
    before = cashier.till.moment.receipt
    cashier.scan(plain_accounts()[place].key)
    cashier.till.cash()
    cashier.until(lambda: cashier.till.moment.receipt not in ("", before))
    if is_shown:
        cashier.till.confirm_shown()
    cashier.settle()
    return cashier.till.moment.receipt


@pytest.fixture
def restarted(
    qtbot: QtBot, cashier: Cashier, folder: Path, tmp_path: Path, clock: SimulatedClock, bench: PracticeBench
) -> Iterator[Cashier]:
    """One receipt saved and shown, one saved only and not printed; then the plug was pulled."""
    paid(cashier, 0, is_shown=True)
    cashier.bench.switch(PrinterFault.PAPER_OUT, True)
    paid(cashier, 1)
    cashier.qtbot.wait(600)  # the writer idles and stores what was shown
    pulled = tmp_path / "pulled"
    shutil.copytree(folder, pulled)
    desk = open_desk(pulled, clock=clock)
    counter = Counter(asks=desk.ask, does=desk.do, clock=clock, board=DeviceBoard())
    again = Cashier(qtbot, counter, desk, bench, clock)
    again.sign_in("mruiz", "1234")
    yield again
    again.leave()
    assert desk.close()


def test_only_what_the_screen_never_confirmed_is_asked(restarted: Cashier) -> None:
    rows = restarted.till.handover.rows
    assert [row.receipt for row in rows] == ["XDT1A-000002"]
    account = plain_accounts()[1]
    assert rows[0].who == account.name
    assert rows[0].change == "0.00"


def test_handed_over_takes_it_off_the_list(restarted: Cashier) -> None:
    restarted.till.handover.answer("XDT1A-000002", HandoverAnswer.HANDED_OVER)
    restarted.until(lambda: restarted.till.handover.rows == ())
    assert not restarted.receipt("XDT1A-000002").is_void


def test_a_reprint_answers_too(restarted: Cashier) -> None:
    restarted.till.handover.answer("XDT1A-000002", HandoverAnswer.REPRINTED)
    restarted.until(lambda: restarted.till.handover.rows == ())
    assert restarted.receipt("XDT1A-000002").reprints == 1


def test_a_void_with_its_second_person_answers_too(restarted: Cashier) -> None:
    restarted.till.voids.look("XDT1A-000002")
    restarted.until(lambda: bool(restarted.till.voids.asked.approvers))
    restarted.till.voids.void(reason="Customer changed mind", approver="K. Dunn", pin="123456")
    restarted.until(lambda: restarted.till.handover.rows == ())
    assert restarted.receipt("XDT1A-000002").is_void


def test_after_a_clean_stop_nothing_is_asked(cashier: Cashier) -> None:
    assert cashier.till.handover.rows == ()
