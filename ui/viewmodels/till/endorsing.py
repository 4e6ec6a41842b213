"""The backs of a receipt's checks, one after the other into the printer, and what became of each (R11, E4)."""

from PySide6.QtCore import QObject, Signal

from app.domain.print_job import PrintState
from app.errors import CityTillError
from app.usecases.endorse_checks import EndorsementAsked, EndorseRequest
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.print_watch import PrintWatch
from ui.viewmodels.till.words import tr


class EndorsingModel(QObject):
    """Signal: `told(sentence)` which check to put in, that it was endorsed, or why not."""

    told = Signal(str)

    def __init__(self, counter: Counter, session: Session, watch: PrintWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._watch = watch
        self._waiting: dict[int, str] = {}
        watch.moved.connect(self._moved)

    def endorse(self, receipt: str) -> None:
        """Ask the printer for each check of the receipt."""
        sitting = self._session.sitting
        if sitting is None or not receipt:
            self.told.emit(tr("There is no receipt yet whose checks could be endorsed."))
            return
        request = EndorseRequest(sitting.user.user, receipt)
        self._counter.do(
            lambda deeds: deeds.endorse_checks(request), done=self._asked, failed=self._failed, is_sale=True
        )

    def _asked(self, asked: EndorsementAsked) -> None:
        self._waiting.update(asked.jobs)
        self._next()
        for job, _check in asked.jobs:
            self._moved(job)  # its last word may have come before this answer

    def _moved(self, job: int) -> None:
        word = self._watch.word(job)
        if job not in self._waiting or word is None or not word.state.is_final:
            return
        check = self._waiting.pop(job)
        if word.why.sentence:
            self.told.emit(tr("Check {check}: {why}").format(check=check, why=word.why.sentence))
        elif self._waiting:
            self._next()
        else:
            sure = word.state is PrintState.CONFIRMED
            said = tr("Check {check} is endorsed.") if sure else tr("Check {check} was sent to be endorsed.")
            self.told.emit(said.format(check=check))

    def _next(self) -> None:
        check = next(iter(self._waiting.values()))
        self.told.emit(tr("Put check {check} into the printer: its back is endorsed.").format(check=check))

    def _failed(self, error: CityTillError) -> None:
        self.told.emit(error.sentence())
