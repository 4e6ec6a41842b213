"""From the account room to the till: the account comes on the receipt, with all it owes or what keeps it on."""

from PySide6.QtCore import QObject, Signal

from ui.viewmodels.account.account import AccountModel
from ui.viewmodels.till.till import TillModel

STAY_ON = "stay_on"


class ToTill(QObject):
    """Joins the two rooms. Signals: `went()` the window shall show the till."""

    went = Signal()

    def __init__(self, account: AccountModel, till: TillModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._till = till
        self._wanted = ""
        account.pay_asked.connect(self._pay)
        account.stay_on_asked.connect(self._stay_on)
        till.work.changed.connect(self._press)

    def _pay(self, key: str) -> None:
        self._wanted = ""
        self._till.find.picked.emit(key)  # as if it was chosen from the till's own list
        self.went.emit()

    def _stay_on(self, key: str) -> None:
        self._pay(key)
        self._wanted = key if self._till.has_batch else ""

    def _press(self) -> None:
        """The line came: its amount is what keeps the service on."""
        key, draft = self._wanted, self._till.draft
        if key and self._till.work.face(key) is not None and any(line.account == key for line in draft.lines):
            self._wanted = ""
            self._till.work.press(key, STAY_ON)
