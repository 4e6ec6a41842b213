"""A window of its own on a screen of 4K at 200 %: what the strict eye finds there, as JSON. Run by a test."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from tests.ui.look import eyes
from ui.compose.practice import APPROVER_PIN
from ui.opening import Start, make_application
from ui.views.rooms_page import RoomsPage

LIMIT_MS = 60_000
LOGICAL = (1920, 1080)


def main(folder: Path) -> None:
    application = make_application()
    start = Start(folder)
    start.window.resize(*LOGICAL)
    start.open()
    pump(application, lambda: start.rooms is not None)
    found = {"sign-in": look(start)}
    start.page.entered.emit("kdunn", APPROVER_PIN)
    pump(application, lambda: isinstance(start.window.page(), RoomsPage))
    page = start.window.page()
    assert isinstance(page, RoomsPage)
    for room in ("set_up", "reports", "batches", "till"):
        page.enter_room(room)
        pump(application, lambda room=room: page.frame.room() == room)  # type: ignore[misc]  # bound on purpose
        found[room] = look(start)
    image = start.window.grab().toImage()
    start.window.close()
    json.dump({"width": image.width(), "ratio": image.devicePixelRatio(), "found": found}, sys.stdout)


def look(start: Start) -> list[str]:
    return eyes.cut(start.window) + eyes.faint(start.window)


def pump(application: QApplication, is_so: Callable[[], bool]) -> None:
    timer = QElapsedTimer()
    timer.start()
    while not is_so():
        application.processEvents()
        assert timer.elapsed() < LIMIT_MS


if __name__ == "__main__":
    main(Path(sys.argv[1]))
