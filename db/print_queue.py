"""The stored queue of paper and pulses, for the device's worker: read on the reader, ends stored on the writer."""

from collections.abc import Sequence

from app.ports.clock import Clock
from db.backup.printed import PrintedMark, PrintedWitness, mark_of
from db.opener import Connection
from db.questions.work import QueuedJob
from db.station import Station
from db.times import utc_text

_PAPER_WENT_OUT = ("sent", "confirmed", "unknown")
_KEEP = "UPDATE work_print_job SET state = ?, why = ?, updated_at = ? WHERE job = ?"


class PrintQueue:
    """Called from the device's worker thread; waits for reader or writer, never for a device."""

    def __init__(self, station: Station, clock: Clock) -> None:
        self._station = station
        self._clock = clock
        self._witness = PrintedWitness(station.folder)

    def next_queued(self) -> QueuedJob | None:
        """The oldest job that is still queued, pulses before paper.

        Raises:
            RecordsError: the books cannot be read now.
        """
        return self._station.reader.run(lambda answers: answers.next_queued())

    def left_sending(self) -> Sequence[int]:
        """Jobs that a crash cut off.

        Raises:
            RecordsError: the books cannot be read now.
        """
        return self._station.reader.run(lambda answers: answers.left_sending())

    def set_state(self, job: int, *, state: str, why: str) -> None:
        """Store how far a job came; durable when it returns. What went out as paper is remembered beside the folder.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        values = (state, why, utc_text(self._clock.now()), job)

        def kept(db: Connection) -> PrintedMark | None:
            db.execute(_KEEP, values)
            return mark_of(db) if state in _PAPER_WENT_OUT else None

        self._witness.note(self._station.writer.run_bare(kept))
