"""Extracts into a desk's books: a large file in a process of its own, a small one, or no file at all, right here."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_look import ExtractLook, look_at
from app.interchange.layout_file import FixedLayout
from app.interchange.layout_rows import form_of
from app.usecases.import_accounts import ImportAccounts, ImportDone, ImportRequest
from db.aside.frames import ImportJob, LookJob
from db.aside.importing import ImportAside
from db.aside.process import Aside
from db.aside.talk import talk_with
from ui.compose.desk import Desk
from ui.viewmodels.files import source_of

SMALL_FILE_BYTES = 1 << 18
"""Below this (some 250 accounts) a process would take longer to start than the work takes."""


class Extracts:
    """Looks at extracts and takes them, behind the desk's background thread; the till goes on."""

    def __init__(self, desk: Desk) -> None:
        self._station = desk.station
        self._key = desk.key
        self._clock = desk.clock

    def look(
        self,
        path: Path,
        *,
        layout: FixedLayout | None = None,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> "Future[ExtractLook]":
        """A look at the file; nothing changes. The future holds what `_looked` raises."""
        looked = partial(self._looked, path, layout, progress=progress, cancelled=cancelled)
        return self._station.background.submit(looked)

    def take(self, request: ImportRequest) -> "Future[ImportDone]":
        """Take it; the future holds what `_taken` raises."""
        return self._station.background.submit(partial(self._taken, request))

    def _looked(
        self,
        path: Path,
        layout: FixedLayout | None,
        *,
        progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> ExtractLook:
        """A file before it is taken; nothing changes.

        Raises:
            FileNotReadError, ExtractRefusedError: one sentence about the file.
            ImportCancelledError: `cancelled` said so.
            AsideBrokeOffError: the process that read it was ended.
        """
        aside = self._aside_for(path)
        if aside is None:
            extract = AccountsExtract(
                source_of(path), form=form_of(layout), cancelled=cancelled, progress=progress
            )
            return look_at(extract)
        with talk_with(aside, LookJob(str(path.absolute()), _text(layout))) as talk:
            return talk.done(ExtractLook, progress=progress, cancelled=cancelled)

    def _taken(self, request: ImportRequest) -> ImportDone:
        """As `ImportAccounts`; raises what it raises.

        Raises:
            AsideBrokeOffError: the process that read it was ended; nothing changed.
        """
        station, path = self._station, request.path
        aside = self._aside_for(path)
        if aside is None or path is None:
            return ImportAccounts(station.reader, station.intake, self._clock)(request)
        job = ImportJob(
            folder=str(station.folder.absolute()), key=self._key, file=str(path.absolute()), by=request.by,
            file_name=request.file_name, posted_through=request.posted_through, is_dry_run=request.dry_run,
            is_older_taken=request.is_older_taken, layout=_text(request.layout), now=self._clock.now(),
        )  # fmt: skip
        return ImportAside(station.intake, job).taken(
            aside, ImportDone, progress=request.progress or _nobody, cancelled=request.cancelled or _never
        )

    def _aside_for(self, path: Path | None) -> Aside | None:
        """Whether the file is worth a process; one that cannot be looked at is told of right here."""
        try:
            is_large = path is not None and path.stat().st_size >= SMALL_FILE_BYTES
        except OSError:
            is_large = False
        return self._station.aside if is_large else None


def _text(layout: FixedLayout | None) -> str:
    return layout.text if layout is not None else ""


def _never() -> bool:
    return False


def _nobody(_bytes_done: int) -> None:
    """Nobody watches."""
