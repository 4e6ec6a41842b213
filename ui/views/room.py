"""What every room of the rail can do for the window."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class RoomView(QWidget):
    """Base of the rooms. Signals: `keys_changed()` when other keys are live, or the strip's fact is another."""

    keys_changed = Signal()

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """Caps and words for the key strip, by frequency."""
        return ()

    def help_keys(self) -> Sequence[tuple[str, str]]:
        """Every key that does something now, for F1; more than the strip where buttons show theirs themselves."""
        return self.live_keys()

    def strip_fact(self) -> str:
        """One fact about the screen, at the strip's right."""
        return ""

    def batch_in_front(self) -> str | None:
        """The batch that this room's next receipt goes to, empty for none; None: the person's drawer batch."""
        return None

    def take_focus(self) -> None:
        """The room was entered: the next key belongs here."""
        self.setFocus()

    def take_scan(self, text: str) -> bool:
        """True when the scan belongs to this room and was taken."""
        return False
