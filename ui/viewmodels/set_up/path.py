"""The path through first set-up: forward when a page is right, back always, and the station made at its end."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from app.settings.first_policy import CITY_SAYS
from ui.tasks.task import Tasks, to_last_resort
from ui.viewmodels.set_up.accounts import AccountsStep
from ui.viewmodels.set_up.amounts import AMOUNTS, ORDINANCE, AmountsStep
from ui.viewmodels.set_up.city import CityStep
from ui.viewmodels.set_up.glance import GlanceStep
from ui.viewmodels.set_up.key import FILE, PASSPHRASE, PATH, PHRASE, KeyStep
from ui.viewmodels.set_up.people import AdministratorStep, SecondPersonStep
from ui.viewmodels.set_up.printer import PrinterStep
from ui.viewmodels.set_up.recovery import SheetStep, TypedBackStep
from ui.viewmodels.set_up.station import StationStep
from ui.viewmodels.set_up.step import SetUpStep, Wrong
from ui.viewmodels.set_up.tools import SetUpAnswers, SetUpTools, SheetFacts, Watch


class SetUpPath(QObject):
    """Eleven steps.

    Signals: `turned()` another page is in front; `refused(Wrong)` the page cannot be left forward; `making()` the
    station is being made; `read(int)` bytes of its extract, from the worker; `made()`; `stopped(str)` nothing was
    made, and why, empty when a person stopped it; `left()` back from the first page.
    """

    turned = Signal()
    refused = Signal(object)
    making = Signal()
    read = Signal(int)
    made = Signal()
    stopped = Signal(str)
    left = Signal()

    def __init__(self, tools: SetUpTools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.tasks = Tasks(self)
        self.tasks.crashed.connect(to_last_resort)
        self.city = CityStep(tools, self)
        self.money = AmountsStep(self)
        self.station = StationStep(self.city.said, self)
        self.administrator = AdministratorStep(self)
        self.second = SecondPersonStep(self._administrator, self)
        self.key = KeyStep(tools, self.tasks, self._stream, self)
        self.sheet = SheetStep(tools, self.tasks, self._sheet_facts, self)
        self.typed_back = TypedBackStep(tools, self.sheet, self)
        self.printer = PrinterStep(tools, self.tasks, self._paper_lines, self)
        self.accounts = AccountsStep(tools, self.tasks, self)
        self.glance = GlanceStep(self)
        self.steps: tuple[SetUpStep, ...] = (
            self.city, self.money, self.station, self.administrator, self.second, self.key, self.sheet,
            self.typed_back, self.printer, self.accounts, self.glance,
        )  # fmt: skip
        self.here = 0
        self.is_making = False
        self._is_stopping = False

    @property
    def step(self) -> SetUpStep:
        """The page in front."""
        return self.steps[self.here]

    def begin(self) -> None:
        """Show the first page."""
        self._turn(0)

    def next(self) -> None:
        """Go on when the page is right; at the end make the station."""
        if self.is_making:
            return
        wrong = self.step.wrong() if not self.step.is_skipped else None
        if wrong is not None:
            self.refused.emit(wrong)
        elif self.step is self.glance:
            self._make()
        else:
            self._turn(self.here + 1)

    def skip(self) -> None:
        """Go on without an answer, where that is allowed."""
        if self.step.may_skip and not self.is_making:
            self.step.skip()
            self._turn(self.here + 1)

    def back(self) -> None:
        """The page before; what was typed stays."""
        if self.is_making:
            return
        if self.here:
            self._turn(self.here - 1)
        else:
            self.left.emit()

    def go_to(self, number: int) -> None:
        """Back to a page that is done; `number` from 1."""
        if 1 <= number <= self.here and not self.is_making:
            self._turn(number - 1)

    def faults(self) -> Iterator[tuple[int, str]]:
        """What is wrong with earlier pages after something was changed: number and sentence."""
        for number, step in enumerate(self.steps, start=1):
            if fault := step.fault():
                yield number, fault

    def plan(self) -> SetUpAnswers:
        """Everything that was asked, when every page is right."""
        said: dict[str, Any] = {name: self._said(name) for name in CITY_SAYS}
        path = self.accounts.path()
        return SetUpAnswers(
            tenant=self.station.tenant(),
            station=self.station.station(),
            said=said,
            fee_ordinance=self.money.value(ORDINANCE),
            people=(*self.administrator.people(), *self.second.people()),
            key_way=self.key.way(),
            key_path=self.key.typed(PATH).strip() if self.key.way() == FILE else "",
            passphrase=self.key.typed(PHRASE) if self.key.way() == PASSPHRASE else "",
            words=self.sheet.sheet.words,
            printer=self.printer.setting(),
            extract=path,
            importer=self.second.user("second") if path else "",
        )

    def stop(self) -> None:
        """Stop what is under way; what is half made goes."""
        self._is_stopping = True
        self.accounts.stop()

    def _make(self) -> None:
        for number, sentence in self.faults():
            self._turn(number - 1)
            self.refused.emit(self.step.wrong() or Wrong("", sentence))
            return
        self.is_making, self._is_stopping = True, False
        self.making.emit()
        watch = Watch(self.read.emit, self._asked_to_stop)
        self.tasks.follow(self._tools.make(self.plan(), watch), done=self._made, failed=self._failed)

    def _asked_to_stop(self) -> bool:
        return self._is_stopping

    def _made(self, _nothing: object) -> None:
        self.is_making = False
        self.made.emit()

    def _failed(self, error: CityTillError) -> None:
        self.is_making = False
        self.stopped.emit("" if self._is_stopping else error.sentence())

    def _turn(self, place: int) -> None:
        self.here = place
        self.step.begin()
        self.turned.emit()

    def _said(self, name: str) -> str | int:
        if name in AMOUNTS:
            return self.money.cents(name)
        home = next(step for step in (self.city, self.money, self.station) if name in {ask.key for ask in step.asks()})
        return home.value(name)

    def _administrator(self) -> tuple[str, str]:
        return self.administrator.user("admin"), self.administrator.value("admin_name")

    def _stream(self) -> tuple[str, str]:
        return self.station.tenant(), self.station.station()

    def _sheet_facts(self) -> SheetFacts:
        return SheetFacts(self.city.said(), self.station.station(), self.administrator.said())

    def _paper_lines(self) -> tuple[str, ...]:
        return self.city.said(), self.station.said()
