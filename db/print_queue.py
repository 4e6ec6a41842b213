"""The stored queue of paper and pulses, for the device's worker: read on the reader, ends stored on the writer."""

from collections.abc import Sequence

from app.ports.clock import Clock
from db.questions.work import QueuedJob
from db.station import Station
from db.times import utc_text

_KEEP = "UPDATE work_print_job SET state = ?, why = ?, updated_at = ? WHERE job = ?"


class PrintQueue:
    """Called from the device's worker thread; waits for reader or writer, never for a device."""

    def __init__(self, station: Station, clock: Clock) -> None:
        self._station = station
        self._clock = clock

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
        """Store how far a job came; durable when it returns.

        Raises:
            RecordsError: it could not be stored; nothing changed.
        """
        values = (state, why, utc_text(self._clock.now()), job)
        self._station.writer.run_bare(lambda db: db.execute(_KEEP, values))
