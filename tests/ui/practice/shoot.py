"""Writes the practice side window as pictures: `python -m tests.ui.practice.shoot FOLDER`."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.printer_works import PrinterFault
from tests.stories.conftest import MORNING
from tests.ui.account.city import CASHIER_PIN, RENT_HOUSE, RUIZ, Seat, found_city
from tests.ui.account.shoot import until
from ui.compose.devices import DeskDevices
from ui.compose.folder import open_desk
from ui.compose.paper import PaperJobs
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, LIGHT
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.practice import PracticeModel
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import read_sitting
from ui.views.practice.window import PracticeWindow


def shoot(folder: Path) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_look(application, Look())
    with tempfile.TemporaryDirectory() as name:
        city = Path(name) / "city"
        found_city(city)
        clock = SimulatedClock(MORNING)
        clock.advance(seconds=3600)
        desk = open_desk(city, clock=clock)
        bench = PracticeBench()
        bench.start()
        board = DeviceBoard()
        devices = DeskDevices(
            bench.settings(), jobs=PaperJobs(desk.station, clock), clock=clock, ear=board, cache_folder=city / "cache"
        )
        desk.on_stored(devices.wake)
        devices.start()
        counter = Counter(asks=desk.ask, does=desk.do, clock=clock, board=board)
        session = Session()
        user = desk.sign_in("mruiz", CASHIER_PIN).result()
        session.sit(desk.ask(lambda books: read_sitting(books, user=user, clock=clock)).result())
        model = PracticeModel(bench, counter, session)
        home = QWidget()
        home.resize(1366, 768)
        seat = Seat.__new__(Seat)
        seat.desk, seat.clock, seat._drafts = desk, clock, 0
        for tokens, scale in ((LIGHT, 100), (DARK, 100), (LIGHT, 150)):
            apply_look(application, Look(tokens, scale))
            window = PracticeWindow(model, home)
            window.show_beside()
            tag = f"{tokens.name}-{scale}"
            window.grab().save(str(folder / f"practice-{tag}-empty.png"))
            if tag == "light-100":
                seat.pay(RUIZ, 5_000)
                bench.switch(PrinterFault.PAPER_LOW, True)
                until(partial(_has_printed, window, 1))
                seat.pay(RENT_HOUSE, 1_000, kind="check")
            until(partial(_has_printed, window, 2))
            model.feed()
            until(lambda: False)
            window.grab().save(str(folder / f"practice-{tag}.png"))
            window.paper.show_bytes.click()
            window.grab().save(str(folder / f"practice-{tag}-bytes.png"))
            window.close()
        devices.stop()
        bench.stop()
        desk.close()


def _has_printed(window: PracticeWindow, receipts: int) -> bool:
    return window.paper.roll.text().count("TOTAL") >= receipts


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    shoot(Path(sys.argv[1]))
