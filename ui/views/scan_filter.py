"""Tells a scanner from a person: a wedge scanner types faster than anybody, and its scan never reaches a field.

Keys are held back for a moment. When the burst ends with Enter within the scanner's pace and is long enough, it is
a scan and no field ever saw it; else the keys go on to the field they were meant for, in order. Control characters
that a scanner puts into its burst (GS, ETX, as Ctrl and a key) belong to it and press no shortcut. Fields that ask for
a PIN are left alone.
"""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

PACE_MS = 25
LEAST_CHARACTERS = 6
MOST_CHARACTERS = 512
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
NOT_SCANNED = "pin"


class ScanFilter(QObject):
    """Put by `FrontEars` on the windows, and on what has the focus.

    Signals: `scanned(str)` the text between first key and Enter, control characters dropped.
    """

    scanned = Signal(str)
    _ENDS: ClassVar = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
    _MODIFIERS: ClassVar = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
    _EDITS: ClassVar = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._target: QWidget | None = None
        self._replaying = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.setInterval(PACE_MS)
        self._patience.timeout.connect(self._let_go)

    @property
    def is_holding(self) -> bool:
        """Whether keys still wait to be told from a scan."""
        return bool(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, recognise or pass on one key event."""
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self._is_sign_in_burst(event):
            event.accept()  # else Qt would take it for a shortcut before the key press comes
            return True
        if event.type() not in _KEYS:
            return False
        receiver = watched if isinstance(watched, QWidget) else _receiver()
        if receiver is None:
            return False
        if event.type() == QEvent.Type.KeyRelease:
            return bool(self._held) and self._is_character(event)
        if event.type() != QEvent.Type.KeyPress or receiver.property(NOT_SCANNED):
            return False
        if self._held and event.timestamp() - self._held[-1].timestamp() > PACE_MS:
            self._let_go()
        if event.key() in self._ENDS and len(self._held) >= LEAST_CHARACTERS:
            self._recognise()
            return True
        if event.key() in self._MODIFIERS:
            return False  # a scanner presses Shift for a capital and Ctrl for a control character
        is_wanted = self._is_character(event) or self._is_sign_in_burst(event)
        if not is_wanted or len(self._held) >= MOST_CHARACTERS:
            self._let_go()
            return False
        self._held.append(event.clone())
        self._target = receiver
        self._patience.start()
        return True

    @staticmethod
    def _is_character(event: QKeyEvent) -> bool:
        allowed = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        return bool(event.text()) and allowed == Qt.KeyboardModifier.NoModifier and event.key() < Qt.Key.Key_Escape

    def _is_sign_in_burst(self, event: QKeyEvent) -> bool:
        """A control character at the scanner's pace: nobody presses Ctrl and a key so soon after another key."""
        if not self._held or event.timestamp() - self._held[-1].timestamp() > PACE_MS:
            return False
        is_bare = bool(event.text()) and not event.text().isprintable()
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() < Qt.Key.Key_Escape
        return (is_bare or is_ctrl) and event.key() not in (*self._ENDS, *self._EDITS)

    def _recognise(self) -> None:
        self._patience.stop()
        text = "".join(key.text() for key in self._held if not key.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._held.clear()
        self.scanned.emit("".join(letter for letter in text if letter.isprintable()))

    def _let_go(self) -> None:
        self._patience.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for key in held:  # each to whoever has the focus by then: a key may close what it was meant for
                target = _receiver() or self._target
                if target is not None and isValid(target):
                    QCoreApplication.sendEvent(target, key)
        finally:
            self._replaying = False


def _receiver() -> QWidget | None:
    """Who gets the window's keys: an open menu, else what has the focus."""
    return QApplication.activePopupWidget() or QApplication.focusWidget()
