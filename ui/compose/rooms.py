"""The rooms of a signed-in person: models and views made, and joined where one room leads to another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject

from app.ports.books import BooksReader
from receipts.renderers.slip_pages import slip_pdf
from ui.compose.paper import receipt_paper, reprint_mark
from ui.compose.papers import StationPapers
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.to_till import ToTill
from ui.viewmodels.batches.model import BatchesModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.till import TillModel
from ui.views.account.room import AccountRoom
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.room import BatchesRoom
from ui.views.room import RoomView
from ui.views.till.room import TillRoom

PAPERS = "papers"
NO_BANKS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Ways:
    """What rooms ask of the window: read the sitting again, show a room, keep the books safe after a close."""

    refresh: Callable[[], None]
    enter: Callable[[str], None]
    closed: Callable[[str], None]


class Rooms(QObject):
    """Keeps the models alive; `views` are the rooms by their key on the rail."""

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
        self._ways = ways
        papers = StationPapers()
        keep = _KeptReceipts(folder / PAPERS, papers)
        self.till = TillModel(counter, session, banks=banks, save_pdf=keep.save, parent=self)
        self.batches = BatchesModel(counter, session, papers, self)
        self.account = AccountModel(counter, session, self)
        self._to_till = ToTill(self.account, self.till, self)
        self._to_till.went.connect(self._show_till)
        self._till_room = TillRoom(self.till)
        self._till_room.open_batch_asked.connect(self._open_batch)
        self.batches.sitting_moved.connect(ways.refresh)
        self.batches.batch_closed.connect(ways.closed)
        self.views: dict[str, RoomView] = {
            "till": self._till_room,
            "batches": BatchesRoom(self.batches),
            "account": AccountRoom(self.account),
        }

    def _show_till(self) -> None:
        self._ways.enter("till")

    def _open_batch(self) -> None:
        OpenBatchDialog.ask(self._till_room, self.batches.opening)


@dataclass(frozen=True)
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
