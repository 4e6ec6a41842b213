"""A form over the room: fields, ticks, and one deed; what was typed is not lost without asking."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up_room.form import Form, TickGroup
from ui.viewmodels.set_up_room.person import PersonForm
from ui.views.set_up.fields import Fields
from ui.widgets.amount_field import ErrorLine
from ui.widgets.dialog import Choice, Dialog, Question
from ui.widgets.rows import column
from ui.widgets.text import Text

_WIDTH = 560
_WIDE = 880
_COLUMNS = 2


class FormDialog(Dialog):
    """Enter goes from field to field and saves behind the last; F10 saves from anywhere."""

    def __init__(self, parent: QWidget, form: Form, saved: Callable[[str], None]) -> None:
        groups = form.tick_groups()
        super().__init__(
            parent, form.title, form.second, icon=form.icon, width=_WIDE if groups else _WIDTH, name="set_up_form"
        )
        self._form = form
        self._saved = saved
        self._is_leaving = False
        self.fields = Fields(form)
        self.fields.done.connect(self._last_field)
        self.ticks: dict[str, QCheckBox] = {}
        self._page = QWidget()
        self._page.setLayout(column(self.fields, *map(self._ticks, groups), None, spacing=12))
        self.body.addWidget(self._page)
        self.fault = ErrorLine(name="set_up_form_fault")
        self.body.addWidget(self.fault)
        self.hint.setText(form.hint)
        self.add_button(self.tr("Cancel"), key="Esc", name="set_up_form_cancel")
        self.give = self.add_button(form.verb, key="F10", variant="primary", name="set_up_form_save")
        self.give.clicked.connect(self._save)
        form.saved.connect(self._done)
        form.refused.connect(self._refuse)

    @classmethod
    def ask(cls, parent: QWidget, form: Form, saved: Callable[[str], None]) -> "FormDialog":
        """Open it; `saved` hears in words what was saved. Tests replace this method."""
        dialog = cls(parent, form, saved)
        dialog.open()
        dialog.take_first()
        return dialog

    def take_first(self) -> None:
        """The first field, all of it chosen: typing puts another value in its place."""
        first = next(iter(self.fields.fields.values())).editor
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def reject(self) -> None:
        """Leaving asks first when something was typed."""
        if self._is_leaving or not self._form.is_touched:
            super().reject()
            return
        Question.ask(
            self, title=self.tr("Leave without saving?"),
            sentence=self.tr("What you typed here is not kept."),
            choices=(
                Choice("stay", self.tr("Keep typing"), "Esc"), Choice("leave", self.tr("Leave it"), "Enter", "risk"),
            ),
            answered=self._answered, icon="edit",
        )  # fmt: skip

    def _answered(self, answer: str) -> None:
        if answer == "leave":
            self._is_leaving = True
            self.reject()
        else:
            self.activateWindow()

    def _ticks(self, group: TickGroup) -> QWidget:
        box = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(current_look().px(20))
        grid.setVerticalSpacing(0)
        rows = (len(group.ticks) + _COLUMNS - 1) // _COLUMNS
        for at, tick in enumerate(group.ticks):
            words = f"{tick.words}: {tick.help}" if tick.help else tick.words
            check = QCheckBox(words)
            check.setObjectName(f"set_up_{tick.key}")
            check.setAccessibleName(words)
            check.setChecked(self._form.is_ticked(tick.key))
            check.toggled.connect(partial(self._ticked, tick.key))
            grid.addWidget(check, at % rows, at // rows)
            self.ticks[tick.key] = check
        box.setLayout(column(Text(group.head, "body", weight=600), grid, spacing=2))
        return box

    def _ticked(self, key: str, is_on: bool) -> None:
        self._form.tick(key, is_on=is_on)
        self.fault.show_fault(self._form.fault_of_ticks() if isinstance(self._form, PersonForm) else "")

    def _last_field(self) -> None:
        """Behind the last field come the ticks, or the deed."""
        if self.ticks:
            next(iter(self.ticks.values())).setFocus()
        else:
            self._save()

    def _save(self) -> None:
        self.fault.show_fault("")
        self._form.save()
        if self._form.is_busy:
            self.give.set_busy(self.tr("Saving..."))

    def _done(self, said: str) -> None:
        self._is_leaving = True
        self.accept()
        self._saved(said)

    def _refuse(self, key: str, sentence: str) -> None:
        self.give.set_busy("")
        if not self.fields.show_wrong(key, sentence):
            self.fault.show_fault(sentence)
