"""The rooms beside the till, and what leads from one to another; made when the till stands."""

from PySide6.QtCore import QObject

from ui.compose.papers import StationPapers
from ui.compose.reports import ReportsJoined
from ui.compose.rooms import TillFirst
from ui.compose.set_up_shell import SetUpShell
from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.account.to_till import ToTill
from ui.viewmodels.batches.model import BatchesModel
from ui.views.account.room import AccountRoom
from ui.views.batches.open_batch import OpenBatchDialog
from ui.views.batches.room import BatchesRoom
from ui.views.room import RoomView


class OtherRooms(QObject):
    """Keeps the models alive; `views` are the rooms by their key on the rail."""

    def __init__(self, first: TillFirst) -> None:
        super().__init__(first)
        self._first = first
        self.batches = BatchesModel(first.counter, first.session, StationPapers(), self)
        self.account = AccountModel(first.counter, first.session, self)
        self.reports = ReportsJoined(first.counter, first.session, self)
        self._to_till = ToTill(self.account, first.till, self)
        self._to_till.went.connect(self._show_till)
        self.batches.sitting_moved.connect(first.ways.refresh)
        self.batches.batch_closed.connect(first.ways.closed)
        self.views: dict[str, RoomView] = {
            "batches": BatchesRoom(self.batches),
            "account": AccountRoom(self.account),
            "reports": self.reports.room,
            "set_up": SetUpShell(first.ways.set_up),
        }

    def open_batch(self) -> None:
        """The till needs a batch."""
        OpenBatchDialog.ask(self._first.till_room, self.batches.opening)

    def look_again(self) -> None:
        """The books moved without these rooms."""
        self.batches.load()
        self.account.refresh()

    def _show_till(self) -> None:
        self._first.ways.enter("till")
