"""The moment after the commit: what the band and the column beside it say, following the printer's own truth."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.domain.change import suggested_pieces
from app.domain.print_job import PrintState, Why
from app.frozen import frozen
from app.usecases.take_payment import PaymentTaken
from ui.viewmodels.till.print_watch import JobWord, PrintWatch
from ui.viewmodels.till.words import amount, clock_words, pieces, tr

REPRINT, SAVE_PDF, OPEN_DRAWER = "reprint", "save_pdf", "open_drawer"


@frozen
class Step:
    """One line of the hand-over: `when` is a clock time or a state, `is_trouble` when somebody must see to it."""

    icon: str
    words: str
    when: str = ""
    is_trouble: bool = False


@frozen
class Moment:
    """One receipt as the band shows it; `actions` are keys, the first is the one to take."""

    receipt: str
    title: str
    second: str
    paid: str
    change: str
    pieces: tuple[tuple[int, str], ...]
    steps: tuple[Step, ...]
    is_trouble: bool
    actions: tuple[str, ...]


@frozen
class _Saved:
    receipt: str
    total: int
    change: int
    at: datetime
    paper: int | None
    pulse: int | None
    is_duplicate: bool = False


class MomentModel(QObject):
    """The last receipt, until the next scan. Signal: `changed()`."""

    changed = Signal()

    def __init__(self, watch: PrintWatch, zone: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = watch
        self._zone = zone
        self._saved: _Saved | None = None
        watch.moved.connect(self._moved)

    @property
    def receipt(self) -> str:
        """The receipt shown; empty for none."""
        return self._saved.receipt if self._saved else ""

    def show(self, taken: PaymentTaken, at: datetime) -> None:
        """A payment is durable; `at` is when the books said so."""
        self._saved = _Saved(taken.receipt, taken.total, taken.change, at, taken.print_job, taken.pulse_job)
        self.changed.emit()

    def reprinted(self, receipt: str, job: int) -> None:
        """Another paper was queued for the receipt shown."""
        if self._saved is not None and self._saved.receipt == receipt:
            self._saved = replace(self._saved, paper=job, is_duplicate=True)
            self.changed.emit()

    def pulsed(self, job: int) -> None:
        """The drawer was asked to open once more."""
        if self._saved is not None:
            self._saved = replace(self._saved, pulse=job)
            self.changed.emit()

    def forget(self) -> None:
        """The next customer is here, or this receipt was voided."""
        if self._saved is not None:
            self._saved = None
            self.changed.emit()

    def shown(self) -> Moment | None:
        """What to show now; None for nothing."""
        saved = self._saved
        if saved is None:
            return None
        paper, pulse = self._watch.word(saved.paper), self._watch.word(saved.pulse)
        is_drawer_shut = pulse is not None and pulse.state is PrintState.FAILED
        is_unprinted = paper is not None and paper.state.asks_the_cashier
        title, second = self._sentences(saved, paper, pulse)
        actions = ((REPRINT, SAVE_PDF) if is_unprinted else ()) + ((OPEN_DRAWER,) if is_drawer_shut else ())
        return Moment(
            saved.receipt, title, second, amount(saved.total), amount(saved.change),
            pieces(suggested_pieces(saved.change)), self._steps(saved, paper, pulse),
            is_drawer_shut or is_unprinted, actions,
        )

    def _moved(self, job: int) -> None:
        if self._saved is not None and job in (self._saved.paper, self._saved.pulse):
            self.changed.emit()

    def _sentences(self, saved: _Saved, paper: JobWord | None, pulse: JobWord | None) -> tuple[str, str]:
        is_drawer_shut = pulse is not None and pulse.state is PrintState.FAILED
        if paper is not None and paper.state.asks_the_cashier:
            is_gone = paper.state is PrintState.FAILED
            title = tr("Receipt {number} is saved. It was not printed.") if is_gone else tr(
                "Receipt {number} is saved. Is the paper whole?")
            return title.format(number=saved.receipt), paper.why.sentence
        if is_drawer_shut and pulse is not None:
            return tr("Receipt {number} is saved. The drawer did not open.").format(number=saved.receipt), (
                pulse.why.sentence)
        at = clock_words(saved.at, self._zone())
        return tr("Receipt {number}").format(number=saved.receipt), tr("saved {at}, {paper}").format(
            at=at, paper=self._paper_words(saved, paper))

    def _paper_words(self, saved: _Saved, paper: JobWord | None) -> str:
        if saved.paper is None:
            return tr("no paper asked for")
        state = paper.state if paper is not None else PrintState.QUEUED
        at = clock_words(paper.at, self._zone()) if paper is not None else ""
        if state is PrintState.CONFIRMED:
            return (tr("DUPLICATE printed {at}") if saved.is_duplicate else tr("printed {at}")).format(at=at)
        if state is PrintState.SENT:
            return tr("sent to the printer {at}").format(at=at)
        return tr(state.on_screen)

    def _steps(self, saved: _Saved, paper: JobWord | None, pulse: JobWord | None) -> tuple[Step, ...]:
        steps = [Step("device-floppy", tr("Saved in the journal"), clock_words(saved.at, self._zone(), exact=True))]
        if saved.pulse is not None:
            steps.append(self._drawer_step(pulse))
        if saved.paper is not None:
            steps.append(self._paper_step(saved, paper))
        return tuple(steps)

    def _drawer_step(self, word: JobWord | None) -> Step:
        if word is None or not word.state.is_final:
            return Step("inbox", tr("Opening the drawer"))
        at = clock_words(word.at, self._zone())
        if word.state is PrintState.CONFIRMED:
            return Step("inbox", tr("Drawer opened"), at)
        if word.state is PrintState.FAILED:
            return Step("inbox", tr("Drawer did not open"), tr(word.why.value), is_trouble=True)
        return Step("inbox", tr("Drawer asked to open"), at)

    def _paper_step(self, saved: _Saved, word: JobWord | None) -> Step:
        name = tr("DUPLICATE") if saved.is_duplicate else tr("Receipt")
        if word is None or not word.state.is_final:
            return Step("printer", tr("{paper} printing").format(paper=name))
        words = f"{name} {tr(word.state.on_screen)}"
        if word.state.asks_the_cashier:
            return Step("printer-off", words, tr(word.why.value if word.why is not Why.NONE else ""), is_trouble=True)
        return Step("printer", words, clock_words(word.at, self._zone()))
