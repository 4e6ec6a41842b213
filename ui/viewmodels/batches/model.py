"""The batches room's models together: what one of them changes, the others read again."""

from PySide6.QtCore import QObject, Signal

from app.domain.user import Deed
from ui.viewmodels.batches.board import BoardModel
from ui.viewmodels.batches.count_sheet import CountSheetModel
from ui.viewmodels.batches.deposit import DepositModel
from ui.viewmodels.batches.detail import DetailModel
from ui.viewmodels.batches.hand_over import HandOverModel
from ui.viewmodels.batches.my_batch import MyBatchModel
from ui.viewmodels.batches.open_batch import OpenBatchModel
from ui.viewmodels.batches.open_voids import OpenVoidsModel
from ui.viewmodels.batches.paper_desk import PaperDesk
from ui.viewmodels.batches.paper_entry import PaperEntryModel
from ui.viewmodels.batches.paper_ranges import PaperRangesModel
from ui.viewmodels.batches.papers import PapersModel
from ui.viewmodels.batches.posting import PostingModel
from ui.viewmodels.batches.receipt_list import ReceiptListModel
from ui.viewmodels.batches.surprise import SurpriseModel
from ui.viewmodels.batches.turn_in import TurnInModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session


class BatchesModel(QObject):
    """Signals: `sitting_moved()` the person's own batch was opened or counted, or a batch changed its state: read
    the sitting again; `batch_closed(str)` a count was accepted: the day's backup may be made.
    """

    sitting_moved = Signal()
    batch_closed = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, papers: PaperDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.opening = OpenBatchModel(counter, session, self)
        self.count = CountSheetModel(counter, session, self)
        self.mine = MyBatchModel(counter, session, self)
        self.turn_in = TurnInModel(counter, session, self)
        self.hand_over = HandOverModel(counter, session, self)
        self.surprise = SurpriseModel(counter, session, self)
        self.paper_ranges = PaperRangesModel(counter, session, self)
        self.paper_entry = PaperEntryModel(counter, session, self)
        self.board = BoardModel(counter, session, self)
        self.detail = DetailModel(counter, session, self)
        self.voids = OpenVoidsModel(counter, session, self)
        self.deposit = DepositModel(counter, session, self)
        self.posting = PostingModel(counter, session, papers, self)
        self.papers = PapersModel(counter, papers, self)
        self.receipts = ReceiptListModel(counter, session, self)
        self.count.kept_changed.connect(self.mine.changed)
        for moved in (self.opening.opened, self.count.submitted, self.turn_in.turned_in, self.hand_over.handed):
            moved.connect(self._own_moved)
        self.paper_entry.entered.connect(self._own_moved)
        self.paper_ranges.moved.connect(self.load)
        self.surprise.stored.connect(self.load)
        for moved in (self.detail.moved, self.voids.moved, self.deposit.moved, self.posting.moved):
            moved.connect(self._books_moved)
        self.detail.closed.connect(self.batch_closed)

    @property
    def is_supervising(self) -> bool:
        """Whether the person sees the board of all batches."""
        return self.session.may(Deed.SEE_BATCHES)

    def load(self) -> None:
        """Read what the room shows."""
        if self.is_supervising:
            self.board.load()
            self.detail.load()
        else:
            self.mine.load()

    def _own_moved(self) -> None:
        self.sitting_moved.emit()
        self.load()

    def _books_moved(self) -> None:
        self.sitting_moved.emit()
        self.board.load()
        if self.sender() is not self.detail:
            self.detail.load()
