"""The Set-up room's place on the rail: a shell, and the room itself when somebody first enters it."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.views.room import RoomView


class SetUpShell(RoomView):
    """Costs the start nothing: most people never enter this room. `make` is called once, when it is first needed."""

    room_name = "Set-up"

    def __init__(self, make: Callable[[], RoomView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_shell")
        self._make = make
        self._room: RoomView | None = None
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)

    @property
    def room(self) -> RoomView:
        """The room, made by now."""
        if self._room is None:
            self._room = self._make()
            self._room.keys_changed.connect(self.keys_changed)
            self._line.addWidget(self._room)
        return self._room

    def showEvent(self, event: QShowEvent) -> None:
        """Entered: the room stands there."""
        self.room.setVisible(True)
        super().showEvent(event)

    def live_keys(self) -> Sequence[tuple[str, str]]:
        """The room's."""
        return self.room.live_keys()

    def help_keys(self) -> Sequence[tuple[str, str]]:
        """The room's."""
        return self.room.help_keys()

    def strip_fact(self) -> str:
        """The room's."""
        return self.room.strip_fact()

    def take_focus(self) -> None:
        """The room's."""
        self.room.take_focus()
