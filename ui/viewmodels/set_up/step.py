"""One step of the guided path: what it asks, what was answered, and the one sentence that is wrong with it."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.money import AmountUnreadableError, Money
from app.settings.setting_rules import AMOUNT_LIMIT, TEXT_LIMIT


class AskKind(Enum):
    """How a thing is typed."""

    TEXT = "text"
    AMOUNT = "amount"
    PIN = "pin"
    SECRET = "secret"  # noqa: S105 a way to type, no password
    CHOICE = "choice"


class Ask(NamedTuple):
    """One field. `hint` stands below it, `example` in it while it is empty; `choices` are (value, words).

    A field that is `half` shares its line with the one after or before it; `group` begins a new head above it.
    """

    key: str
    words: str
    hint: str = ""
    example: str = ""
    kind: AskKind = AskKind.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    half: bool = False
    group: str = ""


class Note(NamedTuple):
    """Worth knowing beside the fields."""

    icon: str
    sentence: str


class Wrong(NamedTuple):
    """The field that is wrong, and the sentence; `key` empty when it is no single field."""

    key: str
    sentence: str


class SetUpStep(QObject):
    """A page of the path. Signals: `changed()` when an answer, or what came back, is another."""

    changed = Signal()
    may_skip = False

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_skipped = False
        self._values: dict[str, str] = {}

    @property
    def name(self) -> str:
        """The word in the list of steps."""
        return ""

    @property
    def title(self) -> str:
        """The head of the page."""
        return ""

    @property
    def second(self) -> str:
        """The line under the head."""
        return ""

    @property
    def coming(self) -> str:
        """What the list says while the step is still to come."""
        return ""

    def asks(self) -> tuple[Ask, ...]:
        """The fields of the page, in order."""
        return ()

    def notes(self) -> tuple[Note, ...]:
        """What is worth knowing beside them."""
        return ()

    def begin(self) -> None:
        """The page is shown: get what it needs."""

    def value(self, key: str) -> str:
        """What was typed, without spaces at its ends and doubled inside."""
        return " ".join(self._values.get(key, "").split())

    def typed(self, key: str) -> str:
        """What was typed, as it was typed."""
        return self._values.get(key, "")

    def put(self, key: str, text: str) -> None:
        """An answer was typed or chosen."""
        if self._values.get(key, "") != text:
            self._values[key] = text
            self.is_skipped = False
            self.answered(key)
            self.changed.emit()

    def answered(self, key: str) -> None:
        """Another answer stands; what rested on the old one goes."""

    def wrong(self) -> Wrong | None:
        """The first thing that is wrong with the page, or None."""
        return None

    def fault(self) -> str:
        """The sentence of `wrong`; empty when the page may be left."""
        wrong = None if self.is_skipped else self.wrong()
        return wrong.sentence if wrong else ""

    def skip(self) -> None:
        """Leave the page without an answer."""
        self.is_skipped = True
        self.changed.emit()

    def said(self) -> str:
        """What was answered, in the list of steps."""
        return ""

    def glance(self) -> tuple[tuple[str, str], ...]:
        """What was answered, as label and words, before the station is made."""
        return tuple((ask.words, self.value(ask.key)) for ask in self.asks() if self.value(ask.key))

    def text_wrong(self, key: str, *, words: str, may_be_empty: bool = False) -> Wrong | None:
        """Whether a text is there and short enough for a setting."""
        text = self.value(key)
        if not text and not may_be_empty:
            return Wrong(key, self.tr("{words} is empty. Type it to go on.").format(words=words))
        if len(text) > TEXT_LIMIT:
            return Wrong(key, self.tr("{words} takes at most {n} letters.").format(words=words, n=TEXT_LIMIT))
        return None

    def amount_wrong(self, key: str, *, words: str, least_cents: int = 0) -> Wrong | None:
        """Whether an amount was typed, within what a setting takes; nothing is guessed for an empty one."""
        text = self.value(key)
        if not text:
            return Wrong(key, self.tr("{words} is empty. Type dollars and cents, like 200.00.").format(words=words))
        try:
            cents = Money.parse(text).cents
        except AmountUnreadableError as error:
            return Wrong(key, error.sentence())
        if not least_cents <= cents <= AMOUNT_LIMIT:
            bounds = f"{Money(least_cents)} to {Money(AMOUNT_LIMIT)}"
            return Wrong(key, self.tr("{words} is an amount from {bounds}.").format(words=words, bounds=bounds))
        return None

    def cents(self, key: str) -> int:
        """The amount in cents.

        Raises:
            AmountUnreadableError: ask `wrong` first.
        """
        return Money.parse(self.value(key)).cents
