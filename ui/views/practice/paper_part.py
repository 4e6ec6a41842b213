"""The receipt printer: its paper coming out, and the bytes that made it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QStackedLayout, QWidget

from receipts.renderers.roll import Roll
from ui.look.theme import current_look
from ui.viewmodels.practice import PracticeModel
from ui.views.practice.heading import Heading
from ui.widgets.key_cap_button import KeyCapButton
from ui.widgets.paper_roll import PaperRoll
from ui.widgets.rows import column, row

_WIDTH = 346
_KEY_GAP = 6


class PaperPart(QWidget):
    """Paper or bytes; the newest rows are in sight."""

    def __init__(self, model: PracticeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._shown: Roll | None = None
        self._heading = Heading("printer", self.tr("Receipt printer"), name="practice_printer")
        self.roll = PaperRoll(name="practice_paper")
        self.area = QScrollArea()
        self.area.setObjectName("practice_paper_area")
        self.area.setAccessibleName(self.tr("Paper of the receipt printer"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.roll)
        self.area.verticalScrollBar().rangeChanged.connect(self._follow)
        self.bytes = QPlainTextEdit()
        self.bytes.setObjectName("practice_bytes")
        self.bytes.setAccessibleName(self.tr("Bytes on the printer's line"))
        self.bytes.setReadOnly(True)
        self.bytes.setTabChangesFocus(True)
        self.bytes.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._pages = QStackedLayout()
        self.tear = KeyCapButton(self.tr("Tear off"), icon="cut", name="practice_tear_off")
        self.load = KeyCapButton(self.tr("Paper roll"), icon="refresh", name="practice_load_paper")
        self.show_bytes = KeyCapButton(self.tr("Bytes"), icon="code", variant="quiet", name="practice_show_bytes")
        self.tear.clicked.connect(model.tear_off)
        self.load.clicked.connect(model.load_paper)
        self.show_bytes.clicked.connect(self._turn)
        keys = row(self.tear, self.load, None, self.show_bytes, spacing=_KEY_GAP)
        lines = column(self._heading, self._pages, keys, spacing=8)
        lines.setStretch(1, 1)
        self.setLayout(lines)  # before the pages: else the first stands as a window of its own for a moment
        self._pages.addWidget(self.area)
        self._pages.addWidget(self.bytes)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Width and type of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_pages"):
            self._fit()

    def show_now(self) -> None:
        """As the printer is."""
        self._heading.say(self._model.printer_word())
        roll = self._model.roll()
        if roll is not self._shown:
            self._shown = roll
            self.roll.show_roll(roll)
            self.roll.resize(self.roll.sizeHint())
        if self._pages.currentIndex():
            self._show_bytes()

    def _fit(self) -> None:
        self.bytes.setFont(current_look().font("caption", mono=True))
        self.roll.resize(self.roll.sizeHint())
        keys = (self.tear, self.load, self.show_bytes)
        wanted = sum(key.sizeHint().width() for key in keys) + current_look().px(_KEY_GAP) * len(keys)
        self.setFixedWidth(max(current_look().px(_WIDTH), wanted))

    def _turn(self) -> None:
        is_bytes = not self._pages.currentIndex()
        self._pages.setCurrentIndex(int(is_bytes))
        if is_bytes:
            self.show_bytes.set_words(self.tr("Paper"), icon="receipt")
            self._show_bytes()
        else:
            self.show_bytes.set_words(self.tr("Bytes"), icon="code")

    def _show_bytes(self) -> None:
        text = "\n".join(self._model.bytes_lines()) or self.tr("No bytes yet.")
        if text != self.bytes.toPlainText():
            self.bytes.setPlainText(text)
            self.bytes.verticalScrollBar().setValue(self.bytes.verticalScrollBar().maximum())

    def _follow(self, _least: int, most: int) -> None:
        self.area.verticalScrollBar().setValue(most)
