"""Where extracts come in (answers `app.ports.account_intake.KeptExtracts`): one at a time."""

from collections.abc import Callable

from app.interchange.extract_findings import QuarantinedRow
from db.account_rows import line_of
from db.books import StationBooks
from db.deed import DeedTools
from db.errors import ImportRunningError
from db.import_blobs import import_chunks
from db.intake import Intake
from db.intake_staging import StationStaging
from db.lane import Lane
from db.one_at_a_time import OneAtATime
from db.opener import Cursor
from db.reader import Reader


class StationIntake:
    """Begins intakes; `on_new_accounts` is called on the intake's own thread when a new generation counts."""

    def __init__(
        self,
        writer: Lane,
        books: Callable[[], StationBooks],
        reader: Reader,
        on_new_accounts: Callable[[], object],
        running: OneAtATime,
    ) -> None:
        self._writer = writer
        self._books = books
        self._reader = reader
        self._on_new_accounts = on_new_accounts
        self._running = running

    def begin(self, *, by: str, as_of: str, business_date: str = "") -> Intake:
        """Begin to take an extract for the user; leftovers of one that crashed are swept first.

        Raises:
            ImportRunningError: another import has not ended.
            ViewsRebuildingError: the views are being built anew.
        """
        staging = self.stage(by=by, as_of=as_of, business_date=business_date)
        return Intake(staging.ground, self._reader.run, staging)

    def stage(self, *, by: str, as_of: str, business_date: str = "") -> StationStaging:
        """As `begin`, for slices that are made elsewhere.

        Raises:
            ImportRunningError: another import has not ended.
            ViewsRebuildingError: the views are being built anew.
        """
        self._running.begin(ImportRunningError)
        try:
            staging = StationStaging(
                self._writer,
                self._books(),
                self._reader,
                by=by,
                as_of=as_of,
                business_date=business_date,
                on_end=self._ended,
            )
            staging.sweep_leftovers()
            staging.clear_replaced()
        except BaseException:
            self._running.end()
            raise
        return staging

    def quarantine(self, seq: int) -> tuple[QuarantinedRow, ...]:
        """The rows that the import of that entry of the own stream did not take."""
        blob = self._reader.run(lambda answers: answers.import_blob(seq))
        if not blob:
            return ()

        def read(cursor: Cursor, tools: DeedTools) -> tuple[QuarantinedRow, ...]:
            lines = (line_of(line) for chunk in import_chunks(cursor, tools.sealer, blob) for line in chunk)
            return tuple(line.quarantined for line in lines if line.quarantined is not None)

        return self._writer.run(lambda: self._books().bulk(read))

    def _ended(self, *, has_counted: bool) -> None:
        self._running.end()
        if has_counted:
            self._on_new_accounts()
