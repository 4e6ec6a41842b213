"""The till of a signed-in person: model and view, made before the other rooms (`ui/compose/other_rooms.py`)."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.frozen import frozen
from app.ports.books import BooksReader
from receipts.renderers.slip_pages import slip_pdf
from ui.compose.paper import receipt_paper, reprint_mark
from ui.compose.papers import StationPapers
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.till import TillModel
from ui.views.room import RoomView
from ui.views.till.room import TillRoom

PAPERS = "papers"
OTHER_ROOMS = ("batches", "account")
NO_BANKS: Mapping[str, str] = MappingProxyType({})


@frozen
class Ways:
    """What rooms ask of the window: read the sitting again, show a room, keep the books safe after a close."""

    refresh: Callable[[], None]
    enter: Callable[[str], None]
    closed: Callable[[str], None]


class Rest(Protocol):
    """The other rooms, once they are made."""

    def open_batch(self) -> None:
        """The till needs a batch."""
        ...

    def look_again(self) -> None:
        """The books moved without these rooms."""
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
        banks: Mapping[str, str] = NO_BANKS,
    ) -> None:
        super().__init__(parent)
        self.counter, self.session, self.ways = counter, session, ways
        self.papers = StationPapers()
        self.rest: Rest | None = None
        keep = _KeptReceipts(folder / PAPERS, self.papers)
        self.till = TillModel(counter, session, banks=banks, save_pdf=keep.save, parent=self)
        self.till_room = TillRoom(self.till)
        self.till_room.open_batch_asked.connect(self._open_batch)
        self.views: dict[str, RoomView] = {"till": self.till_room}

    def _open_batch(self) -> None:
        self.rest_asked.emit()
        if self.rest is not None:
            self.rest.open_batch()


@frozen
class _KeptReceipts:
    """Receipts kept as PDF, each under its number in the station's own folder."""

    folder: Path
    papers: StationPapers

    def save(self, books: BooksReader, number: str) -> Path:
        """Write the receipt's paper, marked DUPLICATE as the journal says (R14); called on the reader's thread.

        Raises:
            FileNotWrittenError: the disk does not take it.
        """
        plan = receipt_paper(books, number, duplicate=reprint_mark(books, number))
        path = self.folder / f"{number}.pdf"
        self.folder.mkdir(parents=True, exist_ok=True)
        if plan is not None:
            self.papers.keep(path, slip_pdf(plan, title=number))
        return path
