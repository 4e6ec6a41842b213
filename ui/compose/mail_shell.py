"""The mail room's place on the rail: model and room are made when somebody first enters it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.compose.set_up_shell import SetUpShell
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.views.room import RoomView


class MailShell(SetUpShell):
    """A shell that hears scans too; its room tells the batch that the next item goes to."""

    room_name = "Mail"

    def __init__(self, make: Callable[[], RoomView]) -> None:
        super().__init__(make)
        self.setObjectName("mail_shell")

    def batch_in_front(self) -> str | None:
        """The room's."""
        return self.room.batch_in_front()

    def take_scan(self, text: str) -> bool:
        """The room's."""
        return self.room.take_scan(text)


class MailJoined(QObject):
    """Signals: `finish_asked(batch)` a batch of mail closes and is to be counted."""

    finish_asked = Signal(str)

    def __init__(
        self, counter: Counter, session: Session, parent: QObject, *, bank_of: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._session = session
        self._bank_of = bank_of
        self.shell = MailShell(self._made)

    def _made(self) -> RoomView:
        from ui.viewmodels.mail.model import MailModel  # noqa: PLC0415 - most people never enter this room
        from ui.views.mail.room import MailRoom  # noqa: PLC0415 - as above

        model = MailModel(self._counter, self._session, bank_of=self._bank_of, parent=self)
        model.finish_asked.connect(self.finish_asked)
        return MailRoom(model)
