"""More cash in the drawer than the city wants: said until some is turned in (R6, A10).

It says the limit and nothing of what is expected: the count stays blind (R30). When it began and ended stands in the
journal already, in the receipts and turn-ins themselves.
"""

from PySide6.QtCore import QObject, Signal

from app.domain.batch_state import BatchState
from app.domain.count import turn_in_due
from app.domain.records import BatchNow
from app.errors import CityTillError
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.till.words import amount, tr


class DrawerLimitModel(QObject):
    """Signal: `changed()` the drawer came above its limit, or below it again."""

    changed = Signal()

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._is_above = False

    @property
    def sentence(self) -> str:
        """What to do; empty while the drawer is within its limit."""
        sitting = self._session.sitting
        if not self._is_above or sitting is None:
            return ""
        limit = amount(sitting.policy.drawer_limit)
        return tr("The drawer holds more than its limit of {limit}.").format(limit=limit)

    def look(self) -> None:
        """Ask the books anew: after each payment, void and turn-in, and when somebody sits down."""
        batch = self._drawer_batch()
        if batch is None:
            self._turn(is_above=False)
        else:
            self._counter.ask(lambda books: books.drawer_cash(batch.batch), done=self._found, failed=self._unread)

    def _drawer_batch(self) -> BatchNow | None:
        sitting = self._session.sitting
        batch = sitting.batch if sitting is not None else None
        return batch if batch is not None and batch.drawer and batch.state is BatchState.OPEN else None

    def _found(self, cents: int) -> None:
        sitting = self._session.sitting
        if sitting is not None and self._drawer_batch() is not None:
            self._turn(is_above=turn_in_due(cents, limit=sitting.policy.drawer_limit) > 0)

    def _unread(self, _error: CityTillError) -> None:
        """It stays as it was; whatever reads next says what is wrong."""

    def _turn(self, *, is_above: bool) -> None:
        if is_above != self._is_above:
            self._is_above = is_above
            self.changed.emit()
