"""Importing an accounts extract in the window: looked at first, taken while the till goes on, told in the end."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.user import Deed
from app.errors import CityTillError, InputError
from app.frozen import frozen
from app.interchange.extract_errors import ImportCancelledError
from app.interchange.extract_look import ExtractLook
from app.interchange.extract_sample import SampledRow
from app.interchange.extract_trailer import contained_through
from app.interchange.layout_file import FixedLayout
from app.interchange.quarantine_list import quarantine_csv
from app.ports.books import BooksReader
from app.usecases.import_accounts import ImportDone, ImportRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.files import size_of, source_of, write_whole
from ui.viewmodels.import_layout import ImportLayoutModel
from ui.viewmodels.session import Session

NUMBER_DIGITS = 9
_ALL = 100


class ImportStage(Enum):
    """What the window shows."""

    CHOOSE = "choose"
    LOOKING = "looking"
    PREVIEW = "preview"
    TAKING = "taking"
    DONE = "done"
    REFUSED = "refused"


@frozen
class Preview:
    """The file before anything changes; `stated` is what its trailer says it contains, None when it does not say.

    `last_posting_file` is ours, 0 before the first; `last_as_of` the day of the extract that stands, empty before the
    first; `whole` the bytes that all readings of it take together. `layout` is what it was
    read by, None for CSV, and `sample` what the fields of its first rows become.
    """

    path: Path
    rows: int
    accounts: int
    broken: int
    as_of: str
    stated: int | None
    last_posting_file: int
    last_as_of: str
    has_trailer: bool
    total_proved: bool
    whole: int
    layout: FixedLayout | None = None
    sample: tuple[SampledRow, ...] = ()

    @property
    def must_ask(self) -> bool:
        """Whether a person has to say which posting file the amounts already contain; it is never guessed."""
        return self.stated is None and self.last_posting_file > 0

    @property
    def is_older(self) -> bool:
        """Whether old balances would come back; such a file is only taken when a person says so."""
        return bool(self.as_of) and self.as_of < self.last_as_of


class ImportAccountsModel(QObject):
    """One file at a time.

    Signals: `changed()` another stage or sentence; `progressed(percent)` while a file is looked at or taken;
    `told(sentence)` the list was saved, or could not be; `imported()` new amounts count, rooms may look again.
    """

    changed = Signal()
    progressed = Signal(int)
    told = Signal(str)
    imported = Signal()
    _read = Signal(int)

    def __init__(
        self,
        counter: Counter,
        session: Session,
        *,
        imports: Callable[[ImportRequest], "Future[ImportDone]"],
        looks: "Looks",
        runs: Callable[[Callable[[], Any]], "Future[Any]"],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._imports = imports
        self._looks = looks
        self._runs = runs
        self.layouts = ImportLayoutModel(counter.tasks, runs=runs, parent=self)
        self.layouts.chosen.connect(self._look_again)
        self._stop = threading.Event()
        self._percent = 0
        self.stage = ImportStage.CHOOSE
        self.path: Path | None = None
        self.preview: Preview | None = None
        self.done: ImportDone | None = None
        self.sentence = ""
        self.fault = ""
        session.changed.connect(self.changed)
        self._read.connect(self._count, Qt.ConnectionType.QueuedConnection)

    @property
    def is_attended(self) -> bool:
        """Whether somebody is signed in; nobody sees a file's rows before that."""
        return self._session.sitting is not None

    @property
    def may_import(self) -> bool:
        """Whether the person at the window may."""
        return self._session.may(Deed.IMPORT_ACCOUNTS)

    @property
    def percent(self) -> int:
        """How far the present stage is."""
        return self._percent

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self.stage in {ImportStage.LOOKING, ImportStage.TAKING}

    def begin(self) -> None:
        """Choose a file, the first or another; what is under way goes on."""
        if not self.is_busy:
            self.path, self.preview, self.done, self.fault = None, None, None, ""
            self._go(ImportStage.CHOOSE)

    def look(self, path: Path) -> None:
        """Look at a file; nothing changes."""
        if self.is_busy:
            return
        self._stop.clear()
        self.path, self.preview, self.done, self.fault = path, None, None, ""
        self._go(ImportStage.LOOKING)
        self._counter.ask(_before, done=partial(self._look, path), failed=self._refused)

    def take(self, contained: str = "", *, is_older_taken: bool = False) -> None:
        """Take the previewed file; `contained` is the posting file that a person says it already contains."""
        sitting, preview = self._session.sitting, self.preview
        if sitting is None or preview is None or self.is_busy:
            return
        given = self._given(preview, contained.strip())
        if preview.is_older and not is_older_taken:
            given = self.tr("Say that the older file shall count, or choose another one.")
        if isinstance(given, str):
            self.fault = given
            self.changed.emit()
            return
        self._stop.clear()
        self.fault = ""
        self._go(ImportStage.TAKING)
        request = ImportRequest(
            sitting.user.user, preview.path.name, source_of(preview.path), posted_through=given,
            progress=_Percent(preview.whole, self._read.emit), cancelled=self._stop.is_set,
            is_older_taken=is_older_taken, path=preview.path, layout=preview.layout,
        )  # fmt: skip
        self._counter.tasks.follow(self._imports(request), done=self._taken, failed=self._refused)

    def cancel(self) -> None:
        """Stop reading; nothing was changed."""
        self._stop.set()

    def save_list(self, path: Path) -> None:
        """Write the rows that were not taken as CSV."""
        if self.done is not None:
            rows = self.done.quarantined
            self._counter.tasks.follow(
                self._runs(lambda: write_whole(path, quarantine_csv(rows))),
                done=partial(self._saved, path), failed=self._not_saved,
            )

    def _look(self, path: Path, before: "_Before") -> None:
        percent = _FilePercent(path, self._read.emit)
        layout = self.layouts.layout
        looking = self._looks(path, layout=layout, progress=percent, cancelled=self._stop.is_set)
        done = partial(self._looked, path, layout, before, percent)
        self._counter.tasks.follow(looking, done=done, failed=self._refused)

    def _look_again(self) -> None:
        """The file in front is read anew by the layout that was just chosen."""
        if self.path is not None and self.stage in {ImportStage.PREVIEW, ImportStage.REFUSED}:
            self.look(self.path)

    def _looked(
        self, path: Path, layout: FixedLayout | None, before: "_Before", percent: "_Percent", look: ExtractLook
    ) -> None:
        self.preview = Preview(
            path=path, rows=look.rows, accounts=look.accounts, broken=look.broken, as_of=look.as_of or "",
            stated=look.posted_through, last_posting_file=before.posting_file, last_as_of=before.as_of,
            has_trailer=look.has_trailer, total_proved=look.total_proved, whole=percent.whole * look.passes,
            layout=layout, sample=look.sample,
        )  # fmt: skip
        self._go(ImportStage.PREVIEW)

    def _given(self, preview: Preview, text: str) -> int | str | None:
        """The number a person says, None when nobody has to; or the sentence that is wrong with it."""
        if not preview.must_ask:
            return None
        if not (text.isascii() and text.isdigit() and len(text) <= NUMBER_DIGITS):
            return self.tr("Type the number of the last posting file that billing had taken in, 0 for none.")
        try:
            return contained_through(None, given=int(text), last_posting_file=preview.last_posting_file)
        except InputError as error:
            return error.sentence()

    def _taken(self, done: ImportDone) -> None:
        self.done = done
        self._go(ImportStage.DONE)
        if done.ref is not None:
            self.imported.emit()

    def _refused(self, error: CityTillError) -> None:
        if isinstance(error, ImportCancelledError):
            self.sentence = error.sentence()
            stage = ImportStage.PREVIEW if self.preview is not None else ImportStage.CHOOSE
            self._go(stage, keeps_sentence=True)
            return
        self.sentence = error.sentence()
        self._go(ImportStage.REFUSED, keeps_sentence=True)

    def _saved(self, path: Path, _nothing: object) -> None:
        self.told.emit(self.tr("Saved as {name}.").format(name=path.name))

    def _not_saved(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())

    def _count(self, percent: int) -> None:
        if self.is_busy:
            self._percent = percent
            self.progressed.emit(percent)

    def _go(self, stage: ImportStage, *, keeps_sentence: bool = False) -> None:
        if not keeps_sentence:
            self.sentence = ""
        self._percent = 0
        self.stage = stage
        self.changed.emit()


class Looks(Protocol):
    """Looks at a file on a worker."""

    def __call__(
        self,
        path: Path,
        *,
        layout: FixedLayout | None,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> "Future[ExtractLook]":
        """Nothing changes; both callables are called on the worker."""
        ...


@frozen
class _Before:
    """What stands: the last posting file of ours, and the day of the last extract."""

    posting_file: int
    as_of: str


def _before(books: BooksReader) -> _Before:
    last = books.last_import()
    return _Before(books.last_posting(), last.as_of if last else "")


class _Percent:
    """Turns bytes read into whole percents, each told once; called on the worker."""

    def __init__(self, whole: int, tell: Callable[[int], None]) -> None:
        self.whole = whole
        self._tell = tell
        self._last = 0

    def __call__(self, bytes_read: int) -> None:
        percent = min(_ALL, bytes_read * _ALL // max(1, self.whole))
        if percent != self._last:
            self._last = percent
            self._tell(percent)


class _FilePercent(_Percent):
    """One reading of a file, which is looked at on the worker only."""

    def __init__(self, path: Path, tell: Callable[[int], None]) -> None:
        super().__init__(0, tell)
        self._path = path

    def __call__(self, bytes_read: int) -> None:
        self.whole = self.whole or size_of(self._path)
        super().__call__(bytes_read)
