"""An extract that another process reads, stored here: slice by slice, payments between (DECISIONS 30)."""

from collections.abc import Callable
from typing import TypeVar

from app.domain.entry import EntryRef
from db.aside.frames import Begin, Begun, Done, Finish, Finished, ImportJob, Pace, Slice
from db.aside.process import Aside
from db.aside.talk import AsideTalk, answer_of, talk_with
from db.errors import AsideBrokeOffError, ImportFiguresLostError
from db.intake import StagedExtract, StagingIntake

T = TypeVar("T")


class ImportAside:
    """One import; call `taken` once, on a thread that may wait."""

    def __init__(self, intake: StagingIntake, job: ImportJob) -> None:
        self._intake = intake
        self._job = job
        self._staged: StagedExtract | None = None
        self._rows = 0
        self._ref: EntryRef | None = None

    def taken(
        self, aside: Aside, kind: type[T], *, progress: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> T:
        """Take the file; what the job answers.

        Raises:
            AsideBrokeOffError: the process ended in the middle; nothing changed.
            ImportFiguresLostError: it ended after the file was taken.
            CityTillError: refused, cancelled, or it could not be stored; nothing changed.
        """
        try:
            with talk_with(aside, self._job) as talk:
                for message in talk.hear(progress=progress, cancelled=lambda: self._ref is None and cancelled()):
                    if isinstance(message, Done):
                        return answer_of(message, kind)
                    self._store(talk, message)
        except AsideBrokeOffError as error:
            if self._ref is not None:
                raise ImportFiguresLostError from error
            raise
        finally:
            if self._staged is not None:
                self._staged.cancel()
        raise AsideBrokeOffError

    def _store(self, talk: AsideTalk, message: Begin | Slice | Finish) -> None:
        if isinstance(message, Begin):
            self._staged = self._intake.stage(
                by=self._job.by, as_of=message.as_of, business_date=message.business_date
            )
            self._rows = self._staged.ground.slice_rows
            talk.say(Begun(self._staged.ground))
        elif self._staged is None:
            raise AsideBrokeOffError
        elif isinstance(message, Finish):
            self._ref = self._staged.finish(message.extract, message.sums)
            talk.say(Finished(self._ref))
        else:
            rows = self._staged.store(message.piece)
            if rows != self._rows:
                self._rows = rows
                talk.say(Pace(rows))
