"""F3: a misc receipt is found as you type, its reference and amount are asked, and its line joins the work (B8)."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.draft import DraftLine, MiscAsked
from app.domain.facts.receipts import MISC
from app.domain.misc import MiscPriceError, MiscReferenceError, MiscType
from app.domain.tender_rules import CardNumberRefusedError, holds_card_number
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.settings.misc_types import offered_types
from ui.viewmodels.session import Session
from ui.viewmodels.till.lanes import LaneBook
from ui.viewmodels.till.words import amount, tr
from ui.viewmodels.till.work import WorkModel

REFERENCE_LIMIT = 60


@frozen
class MiscHit:
    """One row of the chooser; `price` is empty where it is entered."""

    code: str
    name: str
    second: str
    price: str


class MiscModel(QObject):
    """The chooser's model. Signals: `changed()` rows, the type in hand, or the fault; `joined(key)` its line stands."""

    changed = Signal()
    joined = Signal(str)

    def __init__(self, session: Session, lanes: LaneBook, work: WorkModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lanes = lanes
        self._work = work
        self._found: tuple[MiscType, ...] = ()
        self.kind: MiscType | None = None
        self.fault = ""

    @property
    def hits(self) -> tuple[MiscHit, ...]:
        """The rows for the words typed."""
        return tuple(
            MiscHit(each.code, each.name, each.group or each.reference, amount(each.price) if each.price else "")
            for each in self._found
        )

    @property
    def asks_nothing(self) -> bool:
        """Whether price and all are known: its line stands at once, its price in its field."""
        return self.kind is not None and bool(self.kind.price) and not self.kind.reference

    def begin(self) -> None:
        """F3: every type in use."""
        self.kind = None
        self.type("")

    def type(self, words: str) -> None:
        """A letter more or less."""
        sitting = self._session.sitting
        self._found = offered_types(sitting.policy, words) if sitting is not None else ()
        self._say("")

    def choose(self, place: int) -> None:
        """A row was taken; a type that asks for nothing joins the work."""
        if 0 <= place < len(self._found):
            self.kind = self._found[place]
            self._say("")
            if self.asks_nothing:
                self.give(None, "")

    def leave_kind(self) -> None:
        """Back to the rows."""
        self.kind = None
        self._say("")

    def give(self, cents: int | None, reference: str) -> None:
        """Reference and amount were typed and accepted; None leaves the price proposed in the line's field."""
        kind = self.kind
        if kind is None:
            return
        try:
            line = self._line(kind, cents, " ".join(reference.split()))
            self._lanes.put(self._lanes.draft.with_line(line))
        except RuleBrokenError as error:
            self._say(error.sentence())
            return
        self.kind = None
        self._work.take_in_hand(line.account)
        self.joined.emit(line.account)

    def _line(self, kind: MiscType, cents: int | None, reference: str) -> DraftLine:
        if kind.reference and not reference:
            raise MiscReferenceError(name=kind.name, reference=kind.reference)
        if holds_card_number(reference):
            raise CardNumberRefusedError
        if cents is not None and kind.price not in (0, cents):
            raise MiscPriceError(name=kind.name, price=kind.price)
        if cents is not None:
            kind.split(cents)
        asked = MiscAsked(kind.code, kind.price, kind.group, kind.tenders)
        line = DraftLine(self._key(kind.code), kind.code, kind.name, reference, kind.price or cents, misc=asked)
        return line if cents is None else replace(line, accepted=cents)

    def _key(self, code: str) -> str:
        """Tells the line from others of its type."""
        there = {line.account for line in self._lanes.draft.lines}
        keys = (f"{MISC}{code}", *(f"{MISC}{code}:{n}" for n in range(2, len(there) + 2)))
        return next(key for key in keys if key not in there)

    def _say(self, fault: str) -> None:
        self.fault = fault
        self.changed.emit()


def reference_words(kind: MiscType) -> str:
    """What the chooser's field asks for."""
    return kind.reference or tr("Reference, if there is one")
