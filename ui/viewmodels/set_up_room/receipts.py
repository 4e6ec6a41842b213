"""Copies, headers and trailers of receipts, and what is printed on a check's back (E2, E5, R11)."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.settings.policy import RECEIPT_SETTINGS
from app.settings.receipt_forms import first_form_value
from app.settings.setting_words import words_of
from ui.look.cells import Cell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.set_up_room import words
from ui.viewmodels.set_up_room.form import FROM
from ui.viewmodels.set_up_room.page import Asked
from ui.viewmodels.set_up_room.settings import VALUE, SettingForm, SettingsPage


class ReceiptsPage(SettingsPage):
    """One a row; what nobody wrote yet holds as it begins."""

    def __init__(self, counter: Counter, session: Session, parent: QObject | None = None) -> None:
        super().__init__(counter, session, (), key="receipts", icon="receipt", parent=parent)
        self._names = list(RECEIPT_SETTINGS)
        self._is_texts = True

    @property
    def name(self) -> str:
        """In the list."""
        return self.tr("Receipts")

    @property
    def second(self) -> str:
        """Under it."""
        return self.tr("copies, words, endorsement")

    @property
    def lead(self) -> str:
        """Under the head."""
        return self.tr("A receipt takes the words of every line here that it matches, and the most copies.")

    def rows(self) -> Sequence[Sequence[Cell]]:
        """One a setting."""
        if self.told is None:
            return []
        return [
            self._cells(name) if self.told.on(name).now is not None else self._first_cells(name)
            for name in self._names
        ]

    def ask(self, deed: str, row: int) -> Asked:
        """The form of a new value, begun with the one that holds."""
        form = super().ask(deed, row)
        if isinstance(form, SettingForm) and self.told is not None and self.told.on(self._names[row]).now is None:
            form.begin_with({VALUE: str(first_form_value(self._names[row])), FROM: form.value(FROM)})
        return form

    def _first_cells(self, name: str) -> list[Cell]:
        coming = self.told.on(name).coming if self.told is not None else ()
        badge = Cell()
        if coming:
            badge = Cell(self.tr("another, {day}").format(day=words.day(coming[0].effective_from)), "accent")
        value = words.value_words(name, first_form_value(name))
        return [Cell(self.tr(words_of(name).label), second=self.nothing), Cell(value), Cell(""), badge]
