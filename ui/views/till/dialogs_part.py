"""The till's dialogs: which one may open, one at a time, and where the focus goes when it is left."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.user import Deed
from ui.viewmodels.till.till import TillModel
from ui.views.till.drop_dialog import DropDialog
from ui.views.till.handover_dialog import HandoverDialog
from ui.views.till.no_sale_dialog import NoSaleDialog
from ui.views.till.notes_dialog import NotesDialog
from ui.views.till.void_dialog import VoidDialog
from ui.widgets.dialog import Choice, Dialog, Question


class DialogsPart(QObject):
    """Opens the dialogs that the model or a key asks for. Signal: `left()` the last one was closed."""

    left = Signal()

    def __init__(self, model: TillModel, room: QWidget) -> None:
        super().__init__(room)
        self._model = model
        self._room = room
        self._card_place = 0
        self.current: Dialog | None = None
        model.tenders.card_stays.connect(self._ask_card)
        model.receipt_scanned.connect(self.void)
        model.drop_asked.connect(self._drop)
        model.handover.wanted.connect(self._hand_over)

    def take_scan(self, text: str) -> bool:
        """While a dialog stands open the scan is its own: a receipt for the void, nothing for the others."""
        if isinstance(self.current, VoidDialog):
            self.current.look(text)
        return self.current is not None

    def void(self, number: str = "") -> None:
        """Ctrl+Shift+V: the receipt named, that of the band, or the last one."""
        if self.current is None and self._model.session.may(Deed.VOID_RECEIPT):
            wanted = number or self._model.moment.receipt or self._model.trail.last
            self._keep(VoidDialog.ask(self._room, self._model, wanted))

    def no_sale(self) -> None:
        """Ctrl+Shift+D."""
        if self.current is None and self._model.has_batch:
            self._keep(NoSaleDialog.ask(self._room, self._model))

    def misc(self) -> None:
        """F3: the chooser of misc receipts, made when it is first wanted."""
        if self.current is None and self._model.is_free():
            from ui.views.till.misc_dialog import MiscDialog  # noqa: PLC0415 - the first scan would wait for it

            self._keep(MiscDialog.ask(self._room, self._model))

    def notes(self) -> None:
        """F4: of the account in hand."""
        work = self._model.work
        face = work.face(work.hand)
        if self.current is None and face is not None:
            self._keep(NotesDialog.ask(self._room, face, is_hidden=work.is_hidden(face.account)))

    def _drop(self) -> None:
        if self.current is None:
            self._keep(DropDialog.ask(self._room, self._model))

    def _hand_over(self) -> None:
        if self.current is None:
            self._keep(HandoverDialog.ask(self._room, self._model, void=self._void_from_list))

    def _void_from_list(self, number: str) -> None:
        self.current = None
        self._keep(VoidDialog.ask(self._room, self._model, number, back=self._model.handover.look))

    def _keep(self, dialog: Dialog) -> None:
        self.current = dialog
        dialog.finished.connect(self._left)

    def _left(self) -> None:
        if self.sender() is self.current:
            self.current = None
            self._room.window().activateWindow()
            self.left.emit()

    def _ask_card(self, place: int) -> None:
        self._card_place = place
        Question.ask(
            self._room, title=self.tr("Take the card off?"), icon="credit-card",
            sentence=self.tr(
                "The terminal approved this card. Reverse it on the terminal first, then take it off here."
            ),
            choices=(
                Choice("keep", self.tr("Keep it"), "Esc"),
                Choice("reversed", self.tr("It is reversed"), "", "risk"),
            ),
            answered=self._card_answered,
        )

    def _card_answered(self, answer: str) -> None:
        if answer == "reversed":
            self._model.tenders.remove(self._card_place, card_reversed=True)
        self.left.emit()
