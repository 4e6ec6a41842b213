"""A form of the Set-up room: fields as in the first set-up, ticks beside them, and one deed that saves it."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import CityTillError
from ui.viewmodels.counter import Counter
from ui.viewmodels.deeds import Deeds
from ui.viewmodels.set_up.step import Ask, SetUpStep, Wrong
from ui.viewmodels.set_up_room import words

FROM, RESTS_ON = "from", "rests_on"
T = TypeVar("T")


class Tick(NamedTuple):
    """One thing to tick."""

    key: str
    words: str
    help: str = ""


class TickGroup(NamedTuple):
    """Ticks under one head."""

    head: str
    ticks: tuple[Tick, ...]


class Form(SetUpStep):
    """Signals: `saved(str)` it is durable, in words; `refused(str, str)` field and sentence; the rest stays typed."""

    saved = Signal(str)
    refused = Signal(str, str)
    icon = "edit"

    def __init__(self, counter: Counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._ticked: set[str] = set()
        self._first: tuple[dict[str, str], frozenset[str]] = ({}, frozenset())
        self.is_busy = False

    @property
    def verb(self) -> str:
        """On the button."""
        return self.tr("Save")

    @property
    def hint(self) -> str:
        """What becomes of it, at the foot."""
        return self.tr("It is written with your name and the time.")

    def begin_with(self, values: dict[str, str], ticked: frozenset[str] = frozenset()) -> None:
        """What stands in it at first; leaving it so loses nothing."""
        self._values = dict(values)
        self._ticked = set(ticked)
        self._first = (dict(values), ticked)

    @property
    def is_touched(self) -> bool:
        """Whether leaving would lose something that was typed."""
        typed = {key: text for key, text in self._values.items() if text}
        first = {key: text for key, text in self._first[0].items() if text}
        return typed != first or self._ticked != self._first[1]

    def tick_groups(self) -> tuple[TickGroup, ...]:
        """What can be ticked."""
        return ()

    def is_ticked(self, key: str) -> bool:
        """Whether it is ticked."""
        return key in self._ticked

    def tick(self, key: str, *, is_on: bool) -> None:
        """Tick it, or not."""
        (self._ticked.add if is_on else self._ticked.discard)(key)
        self.changed.emit()

    def dated_asks(self) -> tuple[Ask, ...]:
        """From when it counts and what it rests on (P17)."""
        return (
            Ask(FROM, self.tr("Counts from"), self.tr("today or later, like 2027-01-01"), half=True),
            Ask(RESTS_ON, self.tr("Rests on"), self.tr("ordinance or decision"), example=self.tr("Ord. 51.11"),
                half=True),
        )  # fmt: skip

    def dated_wrong(self, today: str) -> Wrong | None:
        """Whether date and ordinance were typed; the deed looks at them once more."""
        since = words.typed_day(self.value(FROM))
        if not since:
            return Wrong(FROM, self.tr("Type a date like 2027-01-01 or 1/1/2027."))
        if since < today:
            return Wrong(FROM, self.tr("It cannot count from before today, {day}.").format(day=words.day(today)))
        if not self.value(RESTS_ON):
            return Wrong(RESTS_ON, self.tr("Name the ordinance or decision it rests on."))
        return None

    @property
    def since(self) -> str:
        """The typed date as settings keep it."""
        return words.typed_day(self.value(FROM))

    def save(self) -> None:
        """Do it; a second press while it is under way does nothing."""
        wrong = self.wrong()
        if wrong is not None:
            self.refused.emit(wrong.key, wrong.sentence)
        elif not self.is_busy:
            self.is_busy = True
            self.do()

    def do(self) -> None:
        """The deed of a form that is right."""

    def deed(self, deed: Callable[[Deeds], T], *, said: str, field: str) -> None:
        """Do it on the writer's thread; a refusal stands at `field`."""

        def done(_answer: T) -> None:
            self.is_busy = False
            self.saved.emit(said)

        def failed(error: CityTillError) -> None:
            self.is_busy = False
            self.refused.emit(field, error.sentence())

        self._counter.do(deed, done=done, failed=failed)
