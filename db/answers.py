"""Everything a reader of the books can be asked, in one class."""

from collections.abc import Sequence
from pathlib import Path

from app.domain.records import AccountHit
from db.opener import Connection
from db.questions.about import AboutAnswers
from db.questions.accounts import AccountAnswers
from db.questions.base import KeptSettings, Opener
from db.questions.batches import BatchAnswers
from db.questions.receipts import ReceiptAnswers
from db.questions.station import StationAnswers
from db.questions.work import WorkAnswers
from db.search.finder import Finder


class BookAnswers(AboutAnswers, AccountAnswers, BatchAnswers, ReceiptAnswers, StationAnswers, WorkAnswers):
    """Answers `app.ports.books.BooksReader` from one connection and one search file."""

    def __init__(
        self,
        db: Connection,
        path: Path,
        finder: Finder,
        kept: KeptSettings | None = None,
        opener: Opener | None = None,
    ) -> None:
        super().__init__(db, path, kept, opener)
        self._finder = finder

    def find(self, text: str, *, limit: int = 25) -> Sequence[AccountHit]:
        """Accounts as you type: exact numbers first, then active, name, address."""
        return self._finder.find(text, self, limit=limit)

    def account_by_stub(self, digits: str) -> str | None:
        """The account key whose stub scan line reads so."""
        return self._finder.by_stub(digits)
