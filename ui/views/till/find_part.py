"""The omnibox with its list of accounts: as you type, and what Enter means."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.records import AccountHit
from ui.viewmodels.till.till import TillModel
from ui.viewmodels.till.words import address, amount, amount_typed, tr
from ui.widgets.omnibox import Omnibox
from ui.widgets.result_list import ResultRow

_BADGES = {
    "cash_only": ("Cash only", "inverse", "ban"),
    "cutoff_list": ("Cut-off list", "attention", "scissors"),
    "disconnected": ("Service off", "attention", "plug-x"),
    "incomplete": ("Incomplete", "attention", "alert-triangle"),
    "bankruptcy": ("Bankruptcy", "attention", "scale"),
    "deceased": ("Deceased", "attention", "user"),
    "tamper": ("Tamper", "attention", "alert-triangle"),
    "arrangement": ("Arrangement", "neutral", "calendar-due"),
    "draft": ("Bank draft", "neutral", "building-bank"),
    "confidential": ("Confidential", "neutral", "eye-off"),
    "not_in_extract": ("Not in extract", "neutral", "file-off"),
    "note": ("Note", "neutral", "note"),
}


class FindPart(QObject):
    """Joins the omnibox to the search.

    Signals: `finish_asked()` Enter in the empty box; `delete_asked()` Del in it; `amount_entered(words)` Enter after
    something that can only be an amount; `tabbed()` Tab, while there is a line in hand.
    """

    finish_asked = Signal()
    delete_asked = Signal()
    amount_entered = Signal(str)
    tabbed = Signal()

    def __init__(self, model: TillModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.box = Omnibox(name="till_find")
        self.box.edited.connect(self._edited)
        self.box.entered.connect(self._entered)
        self.box.row_chosen.connect(self._row_chosen)
        self.box.field.installEventFilter(self)
        model.find.found.connect(self._found)
        model.find.picked.connect(self._picked)

    def amount(self) -> int | None:
        """What stands in the box as cents, None when it is no amount."""
        return amount_typed(self.box.text())

    def clear(self) -> None:
        """Empty it; late answers are dropped."""
        self._model.find.forget()
        self.box.clear()

    def leave(self) -> bool:
        """Esc: the list closes, then the text goes; False when there was neither."""
        if self.box.is_open:
            self.box.close_results()
            return True
        if self.box.text():
            self.clear()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del in the empty box removes the line in hand; Tab goes to its amount."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Delete and not self.box.text():
            self.delete_asked.emit()
            return True
        if event.key() == Qt.Key.Key_Tab and self._model.work.hand:
            self.tabbed.emit()
            return True
        return False

    def _edited(self, text: str) -> None:
        if self._is_tender(text):
            self._model.find.forget()
            self.box.close_results()
        else:
            self._model.find.type(text)

    def _entered(self, text: str) -> None:
        if not text.strip():
            self.finish_asked.emit()
        elif self._is_tender(text):
            self.amount_entered.emit(amount(self.amount() or 0))
        else:
            self._model.find.enter(text)

    def _is_tender(self, text: str) -> bool:
        """Short digits while there is something to pay are an amount on its way to a tender key."""
        cents = amount_typed(text)
        return bool(self._model.draft.lines) and cents is not None and ("." in text or len(text.strip()) < 5)

    def _row_chosen(self, place: int) -> None:
        self._model.find.pick(place)

    def _picked(self, _key: str) -> None:
        self.box.clear()

    def _found(self, hits: tuple[AccountHit, ...]) -> None:
        if not self.box.text().strip() or not self.box.field.hasFocus():
            self.box.close_results()
            return
        count = tr("1 account") if len(hits) == 1 else tr("{n} accounts").format(n=len(hits))
        left = count if hits else tr("Nothing found. Type fewer letters, or another word.")
        right = tr("Up and Down choose, Enter takes") if hits else ""
        self.box.show_results(tuple(_row(hit) for hit in hits), left=left, right=right)


def _row(hit: AccountHit) -> ResultRow:
    words, tone, icon = _BADGES.get(hit.alert, ("", "neutral", ""))
    if not words and hit.status in {"final", "inactive"}:
        words, tone, icon = hit.status.capitalize(), "neutral", "circle-x"
    balance = amount(hit.balance) if hit.balance is not None else ""
    place = tr("address hidden") if hit.alert == "confidential" else address(hit.address)
    return ResultRow("user", hit.number, hit.name, place, balance, tr(words) if words else "", tone, icon)
