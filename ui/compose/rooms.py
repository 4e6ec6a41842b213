"""The till of a signed-in person: model and view, made before the other rooms (`ui/compose/other_rooms.py`)."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.frozen import frozen
from app.ports.books import BooksReader
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.till import TillModel
from ui.views.room import RoomView
from ui.views.till.room import TillRoom

OTHER_ROOMS = ("mail", "batches", "account", "reports", "set_up")


@frozen
class Ways:
    """What rooms ask of the window: read the sitting again, show a room, keep the books safe after a close, make the
    Set-up room.
    """

    refresh: Callable[[], None]
    enter: Callable[[str], None]
    closed: Callable[[str], None]
    set_up: Callable[[], RoomView]


class Rest(Protocol):
    """The other rooms, once they are made."""

    def open_batch(self) -> None:
        """The till needs a batch."""
        ...

    def look_again(self) -> None:
        """The books moved without these rooms."""
        ...


class Tapes(Protocol):
    """The tape beside the till, once it was asked for."""

    def show(self, page: str) -> None:
        """`calculator` or `batch`."""
        ...


class TillFirst(QObject):
    """Keeps the till's model alive; `views` has its room. Signals: `rest_asked()`, answered by setting `rest`."""

    rest_asked = Signal()

    def __init__(
        self,
        counter: Counter,
        session: Session,
        folder: Path,
        ways: Ways,
        parent: QObject,
        *,
        bank_of: Callable[[str], str],
    ) -> None:
        super().__init__(parent)
        self.counter, self.session, self.ways = counter, session, ways
        self.bank_of = bank_of
        self.rest: Rest | None = None
        self._folder = folder
        self._tapes: Tapes | None = None
        self.till = TillModel(counter, session, bank_of=bank_of, save_pdf=self._save_pdf, parent=self)
        self.till_room = TillRoom(self.till)
        self.till_room.open_batch_asked.connect(self._open_batch)
        self.till_room.tape_asked.connect(self._show_tape)
        self.views: dict[str, RoomView] = {"till": self.till_room}

    def _open_batch(self) -> None:
        self.rest_asked.emit()
        if self.rest is not None:
            self.rest.open_batch()

    def _show_tape(self, page: str) -> None:
        if self._tapes is None:
            from ui.compose.tapes import TapeDesk  # noqa: PLC0415 - made when first asked for

            self._tapes = TapeDesk(self.till, self.till_room, self._folder, self)
        self._tapes.show(page)

    def _save_pdf(self, books: BooksReader, number: str) -> Path:
        from ui.compose.receipt_files import keep_receipt  # noqa: PLC0415 - seldom asked for, and the till would wait

        return keep_receipt(self._folder, books, number)


def practice_bank(routing: str) -> str:
    """The bank of a practice city's check."""
    from devices.simulators.sample_checks import SAMPLE_CHECKS  # noqa: PLC0415 - needed when a check was fed

    return next((check.bank for check in SAMPLE_CHECKS if check.routing == routing), "")
