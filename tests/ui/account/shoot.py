"""Writes the account room as pictures: `python -m tests.ui.account.shoot FOLDER`, to lay them beside the look."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING
from tests.ui.account.city import CASHIER_PIN, RENT_HOUSE, RUIZ, found_city
from tests.ui.account.whole import LAYOUT_PASSES
from ui.compose.desk import Desk
from ui.compose.folder import open_desk
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, LIGHT
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.device_board import DeviceBoard
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import read_sitting
from ui.views.account.room import AccountRoom
from ui.widgets.frame import Frame
from ui.widgets.key_strip import LiveKey
from ui.widgets.rail import ROOMS


def until(is_so: Callable[[], bool]) -> None:
    """Events until it is so; a shooter may wait, a test may not."""
    for _turn in range(500):
        QApplication.processEvents()
        if is_so():
            return
        time.sleep(0.01)


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
        _pay(desk, clock)
        board = DeviceBoard()
        counter = Counter(asks=desk.ask, does=desk.do, clock=clock, board=board)
        session = Session()
        user = desk.sign_in("mruiz", CASHIER_PIN).result()
        session.sit(desk.ask(lambda books: read_sitting(books, user=user, clock=clock)).result())
        keys = [row.key for row in desk.ask(lambda books: books.find("a", limit=25)).result()]
        for tokens, scale in ((LIGHT, 100), (LIGHT, 150), (DARK, 100)):
            apply_look(application, Look(tokens, scale))
            for width, height in ((1366, 768), (1920, 1080)):
                tag = f"{tokens.name}-{scale}-{width}"
                _room(folder, tag, counter, session, (width, height), ("", RUIZ, RENT_HOUSE, *keys[:4]))
        desk.close()


def _pay(desk: Desk, clock: SimulatedClock) -> None:
    from tests.ui.account.city import Seat

    seat = Seat.__new__(Seat)
    seat.desk, seat.clock, seat._drafts = desk, clock, 0
    seat.pay(RUIZ, 5_000)
    seat.pay(RENT_HOUSE, 1_000, kind="check")


def _room(
    folder: Path, tag: str, counter: Counter, session: Session, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    model = AccountModel(counter, session)
    room = AccountRoom(model)
    frame = Frame()
    frame.add_room("account", room)
    frame.rail.set_rooms(list(ROOMS))
    frame.show_room("account")
    frame.strip.set_place("Drive-thru DT1", "Batch XDT1A-0001", "Sat 21 Nov")
    frame.strip.set_user("M. Ruiz")
    frame.resize(*size)
    frame.show()
    frame.activateWindow()
    for key in keys:
        if key:
            model.show(key)
            until(partial(_is_shown, model, key))
        else:
            room.take_box()
        frame.keys.set_keys([LiveKey(*shown) for shown in room.live_keys()])
        frame.keys.set_fact(room.strip_fact())
        for _pass in range(LAYOUT_PASSES):
            QApplication.processEvents()
        frame.grab().save(str(folder / f"account-{tag}-{key or 'none'}.png"))
    frame.close()


def _is_shown(model: AccountModel, key: str) -> bool:
    return model.face is not None and model.face.key == key


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    shoot(Path(sys.argv[1]))
