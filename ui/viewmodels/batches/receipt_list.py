"""The receipts behind a figure: every figure of the band opens what it is made of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.day_totals import may_see_sums
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts
from ui.viewmodels.batches import words
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session

ROWS_LIMIT = 2_000


@frozen
class ListedReceipt:
    """One receipt."""

    number: str
    batch: str
    time: str
    accounts: str
    how: str
    amount: str
    is_void: bool


class ReceiptListModel(QObject):
    """Signals: `listed(str, list[ListedReceipt])` a title and its receipts; `refused(str)`."""

    listed = Signal(str, object)
    refused = Signal(str)

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._title = ""

    def load(self, title: str, batches: Sequence[str]) -> None:
        """Ask for the receipts of these batches, the newest first; an own batch still counted blind is left out."""
        sitting = self._session.sitting
        if sitting is not None:
            self._title = title
            user, wanted = sitting.user.user, tuple(batches)
            self._counter.ask(lambda books: _read(books, wanted, user), done=self._know, failed=self._refuse)

    def _know(self, found: list[ListedReceipt]) -> None:
        self.listed.emit(self._title, found)

    def _refuse(self, error: CityTillError) -> None:
        self.refused.emit(error.sentence())


def _read(books: BooksReader, numbers: tuple[str, ...], user: str) -> list[ListedReceipt]:
    found: list[ListedReceipt] = []
    for number in numbers:
        batch = books.batch(number)
        if batch is None or not may_see_sums(batch, user):
            continue
        zone = books.policy(batch.business_date).city_time_zone
        for receipt in batch_receipts(books, number):
            if len(found) == ROWS_LIMIT:
                return found
            lines = [line for line in receipt.lines if not line.is_pennies]
            accounts = ", ".join(dict.fromkeys(f"{line.number}  {line.name}" for line in lines))
            found.append(
                ListedReceipt(
                    number=receipt.receipt,
                    batch=number,
                    time=words.clock_time(receipt.at, zone),
                    accounts=accounts,
                    how=words.how_paid(receipt.tenders),
                    amount=words.amount(receipt.total),
                    is_void=receipt.is_void,
                )
            )
    return found
