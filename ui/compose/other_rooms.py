"""The rooms beside the till, and what leads from one to another; made when the till stands."""

from collections.abc import Iterator

from PySide6.QtCore import QObject

from ui.compose.mail_shell import MailJoined
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
    """Keeps the models alive; the rooms are made one after another, each at the window's next quiet moment."""

    def __init__(self, first: TillFirst) -> None:
        super().__init__(first)
        self._first = first
        self.batches = BatchesModel(first.counter, first.session, StationPapers(), self)
        self.account = AccountModel(first.counter, first.session, self)
        self.mail = MailJoined(first.counter, first.session, self, bank_of=first.bank_of)
        self.mail.finish_asked.connect(self._count_mail)
        self._to_till = ToTill(self.account, first.till, self)
        self._to_till.went.connect(self._show_till)
        self.batches.sitting_moved.connect(first.ways.refresh)
        self.batches.batch_closed.connect(first.ways.closed)

    def made_rooms(self) -> Iterator[tuple[str, RoomView]]:
        """Each room by its key on the rail, made when it is asked for."""
        yield "batches", BatchesRoom(self.batches)
        yield "account", AccountRoom(self.account)
        self.account.receipt_asked.connect(self.batches.papers.look_at)
        self.reports = ReportsJoined(self._first.counter, self._first.session, self)
        yield "reports", self.reports.room
        yield "mail", self.mail.shell
        yield "set_up", SetUpShell(self._first.ways.set_up)

    def open_batch(self) -> None:
        """The till needs a batch."""
        OpenBatchDialog.ask(self._first.till_room, self.batches.opening)

    def look_again(self) -> None:
        """The books moved without these rooms."""
        self.batches.load()
        self.account.refresh()

    def _count_mail(self, batch: str) -> None:
        """The blind count of a batch of mail, in the room of all counts."""
        self._first.ways.enter("batches")
        self.batches.mine.choose(batch)
        self.batches.count.begin(batch)

    def _show_till(self) -> None:
        self._first.ways.enter("till")
