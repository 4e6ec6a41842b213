"""Voids that wait for a second person: approve, or refuse with a note; the void stands either way."""

from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.look.theme import current_look
from ui.viewmodels.batches import words
from ui.viewmodels.batches.open_voids import OpenVoid, OpenVoidsModel
from ui.views.batches.ask_reason import ReasonDialog
from ui.widgets.amount_field import ErrorLine
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.rows import column, empty, row
from ui.widgets.text import Text

_HEIGHT = 320


class OpenVoidsDialog(Dialog):
    """A card for each void that waits."""

    def __init__(self, parent: QWidget, model: OpenVoidsModel) -> None:
        super().__init__(
            parent, words.tr("Voids to approve"),
            words.tr("Each void stands already. Its batch is counted and balanced only after your answer."),
            icon="shield-check", width=680, name="open_voids",
        )  # fmt: skip
        self._model = model
        page = QWidget()
        page.setProperty("role", "page")
        self._list = column(spacing=8)
        page.setLayout(self._list)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        self.area.setMinimumHeight(current_look().px(_HEIGHT))
        self.fault = ErrorLine(name="open_voids_fault")
        self.body.addWidget(self.area)
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Close"), key="Esc", name="open_voids_close")
        model.changed.connect(self._show)
        model.refused.connect(self.fault.show_fault)

    @classmethod
    def ask(cls, parent: QWidget, model: OpenVoidsModel) -> "OpenVoidsDialog":
        """Open it. Tests replace this method."""
        dialog = cls(parent, model)
        dialog.open()
        model.load()
        return dialog

    def _show(self) -> None:
        empty(self._list)
        voids = self._model.shown()
        for void in voids:
            self._list.addWidget(self._card(void))
        if not voids:
            self._list.addWidget(EmptyState("checks", self.tr("Nothing to approve"), is_large=False))
        self._list.addStretch(1)

    def _card(self, void: OpenVoid) -> Card:
        card = Card(name=f"void_{void.receipt}")
        head = row(
            Text(void.receipt, weight=600, zero=True), Text(void.batch, "small", "ink2", zero=True), None,
            Text(void.amount, "lead", weight=600),
        )  # fmt: skip
        approve = KeyCapButton(self.tr("Approve"), variant="primary", height=36, name=f"approve_{void.receipt}")
        refuse = KeyCapButton(self.tr("Refuse"), height=36, name=f"refuse_{void.receipt}")
        approve.clicked.connect(partial(self._approve, void.receipt))
        refuse.clicked.connect(partial(self._refuse, void.receipt))
        buttons = row(approve, refuse, None)
        second = f"{void.words}: {void.reason}"
        if void.is_own:
            second = f"{second}. {self.tr('You had a hand in it, so somebody else answers.')}"
            approve.setEnabled(False)
            refuse.setEnabled(False)
        card.body.addLayout(column(head, Text(second, "small", "ink2", wrap=True), 4, buttons, spacing=2))
        return card

    def _approve(self, receipt: str) -> None:
        self.fault.show_fault("")
        self._model.answer(receipt, is_approved=True)

    def _refuse(self, receipt: str) -> None:
        ReasonDialog.ask(
            self, title=self.tr("Refuse the void of {receipt}").format(receipt=receipt),
            sentence=self.tr("The void stands; your refusal is kept for the report."), reasons=(),
            verb=self.tr("Refuse"), is_risk=True, answered=partial(self._refused, receipt),
        )  # fmt: skip

    def _refused(self, receipt: str, note: str) -> None:
        self.fault.show_fault("")
        self._model.answer(receipt, is_approved=False, note=note)
