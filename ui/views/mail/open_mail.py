"""Opening a batch of mail: the second opener, and the tape's count and total before anything else is keyed (R13)."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.mail import NITE, PHON
from ui.viewmodels.mail import words
from ui.viewmodels.mail.opening import OpeningShown, OpenMailModel, total_fault
from ui.views.batches.parts import ItemField, labelled
from ui.widgets.amount_field import AmountField, ErrorLine
from ui.widgets.dialog import Dialog
from ui.widgets.pick_box import PickBox
from ui.widgets.rows import row


class OpenMailDialog(Dialog):
    """Enter goes from field to field; F10 opens the batch."""

    def __init__(self, parent: QWidget, model: OpenMailModel, source: str) -> None:
        is_phone = source == PHON
        super().__init__(
            parent, words.tr("Open a batch: {source}").format(source=words.source(source)),
            words.tr("Cards told by phone; no drawer, no list.") if is_phone
            else words.tr("Two people open it. Key the tape's count and total first."),
            icon="phone" if is_phone else "mailbox", width=560, name="open_mail",
        )  # fmt: skip
        self._model = model
        self._source = source
        self.second_name = PickBox(self.tr("Opened with"), name="open_mail_second_opener")
        self.items = ItemField(self.tr("Control count"), name="open_mail_items")
        self.total = AmountField(total_fault, label=self.tr("Control total"), width=140, name="open_mail_total")
        self.total.accepted.connect(self.focusNextChild)
        self.collected = QLineEdit()
        self.collected.setObjectName("open_mail_collected")
        self.collected.setAccessibleName(self.tr("Collected on"))
        self.collected.setPlaceholderText(self.tr("today"))
        self.collected.setMaxLength(10)
        self.fault = ErrorLine(name="open_mail_fault")
        self._fields = QWidget()
        collected = self.tr("Collected on (2026-11-20)") if source == NITE else self.tr("Counts for (2026-11-20)")
        self._fields.setLayout(
            row(
                labelled(self.tr("Control count"), self.items), labelled(self.tr("Control total"), self.total),
                labelled(self.tr("Opened with"), self.second_name), labelled(collected, self.collected), spacing=14,
            )
        )
        self._fields.setVisible(not is_phone)
        self.body.addWidget(self._fields)
        self.body.addWidget(self.fault)
        self.hint.setText("" if is_phone else self.tr("Count checks and envelopes of cash, not stubs."))
        self.add_button(self.tr("Not now"), key="Esc", name="open_mail_not_now")
        self.open_button = self.add_button(
            self.tr("Open batch"), key="F10", icon="lock-open", variant="primary", name="open_mail_open"
        )
        self.open_button.clicked.connect(self._open)
        model.ready.connect(self._show)
        model.opened.connect(self.accept)
        model.refused.connect(self.fault.show_fault)

    @classmethod
    def ask(cls, parent: QWidget, model: OpenMailModel, source: str) -> "OpenMailDialog":
        """Open it; `model.opened` tells the batch. Tests replace this method."""
        dialog = cls(parent, model, source)
        dialog.open()
        if source != PHON:
            dialog.items.setFocus()
        model.begin(source)
        return dialog

    def _show(self, shown: OpeningShown) -> None:
        if self.second_name.count() == 0:
            self.second_name.addItems([person.name for person in shown.people])
            self.second_name.setCurrentIndex(-1)

    def _open(self) -> None:
        self.fault.show_fault("")
        self._model.open(
            self._source, second=self.second_name.currentText(), items=self.items.text(), total=self.total.text(),
            collected=self.collected.text(),
        )


class CorrectListDialog(Dialog):
    """Another count or total, with the reason; the first one stays in the journal."""

    def __init__(
        self, parent: QWidget, model: OpenMailModel, batch: str, *, items: str, total: str, reasons: tuple[str, ...]
    ) -> None:
        super().__init__(
            parent, words.tr("Correct the control list"), words.tr("Add the tape again first; the old list is kept."),
            icon="list-check", width=520, name="correct_list",
        )  # fmt: skip
        self._model = model
        self._batch = batch
        self._reasons = reasons
        self.items = ItemField(self.tr("Control count"), name="correct_items")
        self.items.setText(items)
        self.total = AmountField(total_fault, label=self.tr("Control total"), width=140, name="correct_total")
        self.total.setText(total)
        self.total.accepted.connect(self.focusNextChild)
        self.reason = PickBox(self.tr("Why"), name="correct_reason")
        self.reason.addItems([words.tr(reason) for reason in reasons])
        self.reason.setCurrentIndex(-1)
        self.fault = ErrorLine(name="correct_fault")
        self.body.addLayout(
            row(
                labelled(self.tr("Control count"), self.items), labelled(self.tr("Control total"), self.total),
                labelled(self.tr("Why"), self.reason), spacing=14,
            )
        )
        self.body.addWidget(self.fault)
        self.add_button(self.tr("Cancel"), key="Esc", name="correct_cancel")
        self.give = self.add_button(self.tr("Correct it"), key="F10", variant="primary", name="correct_give")
        self.give.clicked.connect(self._give)
        model.corrected.connect(self.accept)
        model.refused.connect(self.fault.show_fault)

    @classmethod
    def ask(
        cls, parent: QWidget, model: OpenMailModel, batch: str, *, items: str, total: str, reasons: tuple[str, ...]
    ) -> "CorrectListDialog":
        """Open it; `model.corrected` tells the end. Tests replace this method."""
        dialog = cls(parent, model, batch, items=items, total=total, reasons=reasons)
        dialog.open()
        dialog.total.setFocus()
        return dialog

    def _give(self) -> None:
        self.fault.show_fault("")
        at = self.reason.currentIndex()
        self._model.correct(
            self._batch, items=self.items.text(), total=self.total.text(), reason=self._reasons[at] if at >= 0 else ""
        )
