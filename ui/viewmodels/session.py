"""Who is at the window, on which business date, with which batch: what every room asks first."""


from PySide6.QtCore import QObject, Signal

from app.domain.records import BatchNow
from app.domain.setting_codes import CodeTable, first_codes
from app.domain.user import Deed, User
from app.frozen import frozen
from app.settings.policy import Policy


@frozen
class Sitting:
    """One person's time at the window, as the books say it now; `batch` is None while none of theirs is open."""

    user: User
    policy: Policy
    business_date: str
    batch: BatchNow | None
    names: dict[str, str]

    def name_of(self, user: str) -> str:
        """The person's name as screens and paper say it; the id where it is unknown."""
        return self.names.get(user, user)


class Session(QObject):
    """The present sitting.

    Signals: `changed()` after each new sitting, also of nobody; `lock_asked()` when the window shall lock (key or
    idle time); `batch_changed()` when the batch that the next receipt goes to is another or in another state.
    """

    changed = Signal()
    batch_changed = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sitting: Sitting | None = None

    @property
    def sitting(self) -> Sitting | None:
        """None while nobody is signed in."""
        return self._sitting

    def sit(self, sitting: Sitting | None) -> None:
        """Somebody signed in, the books told something new, or everybody left."""
        before, self._sitting = self._sitting, sitting
        if (before and before.batch) != (sitting and sitting.batch):
            self.batch_changed.emit()
        self.changed.emit()

    def offered(self, table: CodeTable) -> tuple[str, ...]:
        """The codes of a table that are in use (J6): what a screen offers."""
        if self._sitting is None:
            return tuple(code.code for code in first_codes(table))
        return self._sitting.policy.offered(table)

    def may(self, deed: Deed) -> bool:
        """Whether the person at the window may do it."""
        return self._sitting is not None and self._sitting.user.may(deed)
