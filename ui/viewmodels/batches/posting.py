"""Posting files for billing: made once, numbered, and handed out again with the same bytes (issue 2 item 13)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.records import PostingRecord
from app.errors import CityTillError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.export_posting import ExportRequest, PostingMade, held_batches, held_error
from ui.viewmodels.batches import words
from ui.viewmodels.batches.paper_desk import PaperDesk
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.session import Session


@frozen
class PostingShown:
    """One file that was made."""

    file_no: int
    file_name: str
    made: str
    batches: str
    rows: str
    total: str


@frozen
class PostingRead:
    """What the books said; `waiting` are balanced batches that were in no file yet, `held` why some may not go."""

    files: tuple[PostingRecord, ...]
    waiting: tuple[str, ...]
    held: str
    zone: str


class PostingModel(QObject):
    """Signals: `changed()`; `written(PostingMade, Path)` the file lies in its place; `refused(str)`; `moved()`."""

    changed = Signal()
    written = Signal(object, object)
    refused = Signal(str)
    moved = Signal()

    def __init__(
        self, counter: Counter, session: Session, papers: PaperDesk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._papers = papers
        self._read: PostingRead | None = None
        self._made: PostingMade | None = None
        self._folder = Path()
        self._is_busy = False

    def load(self) -> None:
        """Read the list again."""
        sitting = self._session.sitting
        if sitting is not None:
            self._counter.ask(lambda books: _read(books, sitting.business_date), done=self._know, failed=self._refuse)

    def files(self) -> list[PostingShown]:
        """The files, the newest first."""
        sitting, read = self._session.sitting, self._read
        if sitting is None or read is None:
            return []
        return [
            PostingShown(
                file_no=file.file_no,
                file_name=file.file_name,
                made=f"{words.moment(file.at, read.zone)}, {sitting.name_of(file.by)}",
                batches=str(len(file.batches)),
                rows=str(file.rows),
                total=words.amount(file.total),
            )
            for file in read.files
        ]

    def waiting(self) -> str:
        """What the next file would hold, in words."""
        numbers = self._read.waiting if self._read is not None else ()
        if not numbers:
            return words.tr("Billing already has every balanced batch.")
        shown = ", ".join(numbers[:4]) + (f" +{len(numbers) - 4}" if len(numbers) > 4 else "")
        said = words.tr("Waiting for billing: {batches}.").format(batches=shown)
        return f"{said} {self._read.held}".strip() if self._read is not None else said

    def export(self, folder: Path) -> None:
        """Make the next file and write it into the folder."""
        sitting = self._session.sitting
        if sitting is not None:
            request = ExportRequest(sitting.user.user)
            self._make(lambda deeds: deeds.export_posting(request), folder)

    def again(self, file_no: int, folder: Path) -> None:
        """Write an old file once more: the same number, the same bytes."""
        sitting = self._session.sitting
        if sitting is not None:
            by = sitting.user.user
            self._make(lambda deeds: deeds.export_posting.again(file_no, by=by), folder)

    def _make(self, deed: Callable[[Deeds], PostingMade], folder: Path) -> None:
        if not self._is_busy:
            self._is_busy, self._folder = True, folder
            self._counter.do(deed, done=self._write, failed=self._refuse)

    def _write(self, made: PostingMade) -> None:
        self._made = made
        path = self._folder / made.file_name
        self._counter.ask(lambda _books: self._papers.keep(path, made.data), done=self._wrote, failed=self._lost)

    def _wrote(self, _nothing: None) -> None:
        self._is_busy = False
        if self._made is not None:
            self.written.emit(self._made, self._folder / self._made.file_name)
        self.moved.emit()
        self.load()

    def _lost(self, error: CityTillError) -> None:
        """The entry stands, the file does not: the number can be handed out again."""
        number = self._made.file_no if self._made is not None else 0
        again = words.tr("Posting file {n} is made; write it again from the list.").format(n=number)
        self._is_busy = False
        self.refused.emit(f"{error.sentence()} {again}")
        self.moved.emit()
        self.load()

    def _know(self, read: PostingRead) -> None:
        self._read = read
        self.changed.emit()

    def _refuse(self, error: CityTillError) -> None:
        self._is_busy = False
        self.refused.emit(error.sentence())


def _read(books: BooksReader, today: str) -> PostingRead:
    files = tuple(books.postings())
    balanced = books.batches(states=[BatchState.BALANCED.value])
    waiting = tuple(batch.batch for batch in reversed(balanced) if not batch.posting_file_no)
    restarts = books.restarts()
    held = held_batches(restarts, waiting)
    why = held_error(restarts, held).sentence() if held else ""
    return PostingRead(files, waiting, why, books.policy(today).city_time_zone)
