"""Find as you type, and what a scan or Enter means; an answer that comes too late is dropped.

A short list that was whole a moment ago holds the answer to the next letter: it is narrowed here, and neither the
reader's thread nor the search file is asked. The long searches for few accounts are those that need not be made.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.account import account_key
from app.domain.records import AccountHit
from app.domain.scan_line import Scan, ScanKind, ScanUnreadableError, read_scan
from app.domain.typed_words import narrowed
from app.errors import CityTillError
from app.ports.books import BooksReader
from ui.tasks.latest import Latest
from ui.viewmodels.counter import Counter
from ui.viewmodels.till.words import tr

HITS_LIMIT = 25
WHOLE_NS = 5 * 10**9
"""How long a list stands for the books while somebody types on; its balances are as old."""
Hits = tuple[AccountHit, ...]
Then = Callable[[Hits], None]


class FindModel(QObject):
    """What was found for the words in the omnibox.

    Signals: `found(hits)` rows for the list, in answer to the last letter typed; `picked(key)` one account, to go
    straight on the receipt; `receipt_scanned(number)` the bar code of one of our receipts; `told(sentence)` nothing
    was found, or the scan could not be read.
    """

    found = Signal(object)
    picked = Signal(str)
    receipt_scanned = Signal(str)
    told = Signal(str)

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._asked = 0
        self._typed: tuple[str, Then] = ("", self._show)  # what the books are being asked, and what then
        self._line = Latest(self)
        self._line.done.connect(self._answered)
        self._line.failed.connect(self._failed)
        self._line.crashed.connect(counter.tasks.crashed)
        self._hits: Hits = ()
        self._whole: tuple[str, Hits, int] | None = None  # a text, all its hits, when they came

    @property
    def hits(self) -> Hits:
        """The rows of the list, by place."""
        return self._hits

    def type(self, text: str) -> None:
        """A letter more or less: ask anew; an empty text empties the list."""
        self._ask(text, self._show)

    def enter(self, text: str) -> None:
        """Enter before the answer came, or without a chosen row: one hit, or the exact number, is taken."""
        self._ask(text, partial(self._show_or_take, text))

    def pick(self, place: int) -> None:
        """Take a row of the list."""
        if 0 <= place < len(self._hits):
            key = self._hits[place].key
            self.forget()
            self.picked.emit(key)

    def scan(self, raw: str) -> None:
        """A stub, the bar code of a receipt, or an account number; the list is not shown for one hit."""
        self.forget()
        try:
            scan = read_scan(raw)
        except ScanUnreadableError as error:
            self.told.emit(error.sentence())
            return
        if scan.kind is ScanKind.RECEIPT:
            self.receipt_scanned.emit(scan.text)
            return
        asked = self._asked
        self._counter.ask(partial(_scanned, scan), done=partial(self._scanned, asked, scan), failed=self._failed)

    def forget(self) -> None:
        """Answers still on their way are not wanted any more."""
        self._asked += 1
        self._line.forget()
        self._hits = ()
        self._whole = None

    def _ask(self, text: str, then: Then) -> None:
        self._asked += 1
        self._line.forget()
        if not text.strip():
            self._show(())
            return
        hits = self._narrowed(text)
        if hits is not None:
            then(hits)
            return
        self._typed = (text, then)
        self._counter.ask_last(lambda books: tuple(books.find(text, limit=HITS_LIMIT)), line=self._line)

    def _narrowed(self, text: str) -> Hits | None:
        if self._whole is None:
            return None
        before, hits, came_ns = self._whole
        if self._counter.clock.mono_ns() - came_ns > WHOLE_NS:
            return None
        return narrowed(hits, before=before, text=text)

    def _answered(self, hits: Hits) -> None:
        text, then = self._typed
        self._whole = (text, hits, self._counter.clock.mono_ns()) if len(hits) < HITS_LIMIT else None
        then(hits)

    def _show(self, hits: Hits) -> None:
        self._hits = hits
        self.found.emit(hits)

    def _show_or_take(self, text: str, hits: Hits) -> None:
        exact = [hit for hit in hits if hit.key == account_key(text)]
        one = exact if len(exact) == 1 else hits
        if len(one) == 1:
            self.forget()
            self.picked.emit(one[0].key)
            return
        self._show(hits)
        if not hits:
            self.told.emit(tr("Nothing was found for “{text}”. Type fewer letters, or another word.").format(text=text))

    def _scanned(self, asked: int, scan: Scan, answer: "tuple[str, Hits]") -> None:
        key, hits = answer
        if asked != self._asked:
            return
        if key:
            self.picked.emit(key)
        elif hits:
            self._show_or_take(scan.text, hits)
        else:
            self.told.emit(
                tr("No account has the scanned code {text}. Type the account, name or address.").format(text=scan.text)
            )

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())


def _scanned(scan: Scan, books: BooksReader) -> "tuple[str, Hits]":
    """The account of a stub or number by equality; else what the search finds."""
    if scan.kind is ScanKind.DIGITS:
        key = books.account_by_stub(scan.digits)
        if key is None and books.account(scan.digits) is not None:
            key = scan.digits
        if key is not None:
            return key, ()
    return "", tuple(books.find(scan.text, limit=HITS_LIMIT))
