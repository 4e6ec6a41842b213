"""The dialogs of the mail room: open, correct the list, set aside, void, give up."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.mail import LIST_REASONS, PROBLEMS
from app.domain.setting_codes import CodeTable
from ui.viewmodels.mail import words
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.mail.rows import MailRow
from ui.views.batches.ask_reason import ReasonDialog
from ui.views.mail.open_mail import CorrectListDialog, OpenMailDialog
from ui.views.till.void_dialog import VoidDialog
from ui.widgets.dialog import Dialog

_DIALOGS = (OpenMailDialog, CorrectListDialog, ReasonDialog, VoidDialog)


class MailDialogs(QObject):
    """Opens them over the room; `back` gives the next key to the item again."""

    def __init__(self, model: MailModel, room: QWidget, *, back: Callable[[], None]) -> None:
        super().__init__(room)
        self._model = model
        self._room = room
        self._back = back

    def open_batch(self) -> None:
        """A batch of the source in front."""
        if self._model.is_read and self._model.read.batch is None:
            OpenMailDialog.ask(self._room, self._model.opening, self._model.source)

    def correct(self) -> None:
        """The control list, with its reason."""
        batch, log = self._model.read.batch, self._model.log
        if batch is not None and log is not None and log.listed is not None:
            CorrectListDialog.ask(
                self._room, self._model.opening, batch.batch, items=str(log.listed.items),
                total=words.amount(log.listed.cents), reasons=LIST_REASONS,
            )  # fmt: skip

    def set_aside(self, cents: int) -> None:
        """The item in hand, for so much, with its problem."""
        if not cents:
            self._model.tell(self.tr("Key the amount of the check or envelope first, then set it aside."))
            self._model.item.without_stub()
            return
        ReasonDialog.ask(
            self._room, title=self.tr("Set {amount} aside").format(amount=words.amount(cents)),
            sentence=self.tr("It is not paid; the list still counts it. Work goes on."), reasons=PROBLEMS,
            verb=self.tr("Set aside"), answered=lambda problem: self._model.set_aside(problem, cents),
        )  # fmt: skip

    def void(self, row: MailRow | None) -> None:
        """The receipt of a line, with reason and a second person."""
        if row is not None and not row.item and not row.is_void:
            VoidDialog.ask(self._room, self._model, row.key, back=self._back)

    def give_up(self) -> None:
        """The item in hand, which holds money."""
        ReasonDialog.ask(
            self._room, title=self.tr("Give the item in hand up"),
            sentence=self.tr("Its check goes back to the stack; set it aside instead if it has a problem."),
            reasons=self._model.session.offered(CodeTable.DROP), verb=self.tr("Give up"),
            answered=self._model.item.drop,
        )  # fmt: skip

    def close(self) -> None:
        """Locked: what belongs to the person who left is put away."""
        for dialog in self._room.window().findChildren(Dialog):
            if isinstance(dialog, _DIALOGS) and dialog.isVisible():
                dialog.reject()
