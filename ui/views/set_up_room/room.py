"""The Set-up room: the list of pages at the left, the page in front, and its dialogs."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from ui.look.theme import current_look
from ui.viewmodels.set_up.printer import PrinterStep
from ui.viewmodels.set_up_room.devices import DevicesPage
from ui.viewmodels.set_up_room.form import Form
from ui.viewmodels.set_up_room.page import Sure
from ui.viewmodels.set_up_room.room import SetUpRoomModel
from ui.views.room import RoomView
from ui.views.set_up_room.form_dialog import FormDialog
from ui.views.set_up_room.list_page import ListPage
from ui.views.set_up_room.page_list import WIDTH, PageList
from ui.views.set_up_room.printer_dialog import PrinterDialog
from ui.widgets.card import Panel
from ui.widgets.dialog import Choice, Question
from ui.widgets.rows import row
from ui.widgets.shortcut import shortcut
from ui.widgets.text import Text


class SetUpRoom(RoomView):
    """Alt with a digit goes to a page, Esc from a page to the list."""

    room_name = "Set-up"

    def __init__(self, model: SetUpRoomModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_room")
        self.model = model
        self.list = PageList(model.pages)
        self.pages = [ListPage(page) for page in model.pages]
        self._side = side = Panel("side", margins=(0, 0, 0, 0), spacing=0, name="set_up_side")
        side.setFixedWidth(current_look().px(WIDTH))
        side.body.addLayout(row(Text(self.tr("Set-up"), "title"), None, margins=(16, 14, 16, 10)))
        side.body.addWidget(self.list)
        side.body.addStretch(1)
        self._stack = QStackedLayout()
        line = row(side, self._stack, spacing=0)
        line.setStretch(1, 1)
        self.setLayout(line)
        for at, page in enumerate(self.pages):
            self._stack.addWidget(page)
            page.deed_asked.connect(partial(self._ask, page))
            page.keys_changed.connect(self._show_keys)
            shortcut(self, f"Alt+{at + 1}", partial(self.show_page, at))
        shortcut(self, "Esc", self._to_list)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(self._to_page)
        self.list.show_place(0)

    @property
    def page(self) -> ListPage:
        """The page in front."""
        return self.pages[self._stack.currentIndex()]

    def live_keys(self) -> list[tuple[str, str]]:
        """The page's deeds; the list shows each page's own key."""
        return [("F1", self.tr("Keys")), *self.page.live_keys(), ("Esc", self.tr("List of pages"))]

    def help_keys(self) -> list[tuple[str, str]]:
        """Each page by its own key."""
        pages = [(f"Alt {at}", page.model.name) for at, page in enumerate(self.pages, start=1)]
        return [*self.page.live_keys(), *pages, ("Esc", self.tr("List of pages"))]

    def strip_fact(self) -> str:
        """What came of the last deed."""
        return self.page.strip_fact()

    def take_focus(self) -> None:
        """The table of the page in front."""
        self.page.take_focus()

    def show_page(self, at: int) -> None:
        """Another page, with the focus in its table."""
        self._choose(at)
        self._to_page()

    def showEvent(self, event: QShowEvent) -> None:
        """Everything is read again when the room is entered."""
        super().showEvent(event)
        self.model.load()

    def changeEvent(self, event: QEvent) -> None:
        """A new text size is a new width of the list."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._side.setFixedWidth(current_look().px(WIDTH))

    def _choose(self, at: int) -> None:
        self.list.show_place(at)
        self._stack.setCurrentIndex(at)
        self._show_keys()

    def _to_page(self) -> None:
        self.page.take_focus()
        self._show_keys()

    def _to_list(self) -> None:
        self.list.take_focus()

    def _show_keys(self) -> None:
        if self.isVisible():
            self.keys_changed.emit()

    def _ask(self, page: ListPage, deed: str, at: int) -> None:
        asked = page.model.ask(deed, at)
        if isinstance(asked, Form):
            FormDialog.ask(self, asked, page.model.saved)
        elif isinstance(asked, PrinterStep) and isinstance(page.model, DevicesPage):
            PrinterDialog.ask(self, asked, page.model.keep_printer)
        elif isinstance(asked, Sure):
            self._make_sure(page, asked)
        elif QApplication.focusWidget() is None:
            page.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_sure(self, page: ListPage, sure: Sure) -> None:
        def answered(answer: str) -> None:
            if answer == "yes":
                page.model.confirmed(sure)

        Question.ask(
            self, title=sure.title, sentence=sure.sentence,
            choices=(Choice("no", self.tr("Cancel"), "Esc"), Choice("yes", sure.verb, "Enter", "primary")),
            answered=answered,
        )  # fmt: skip
