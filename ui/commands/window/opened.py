"""The real window, opened as `citytill` opens it, off-screen where there is no display."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ui.commands.window.hands import Hands, WindowStuckError
from ui.commands.window.notices import without_off_screen_notices
from ui.compose.window import WindowRooms
from ui.opening import Start, make_application


def the_application() -> QApplication:
    """The process's one application, made as the window makes it when nobody has made it yet."""
    made = QApplication.instance()
    return made if isinstance(made, QApplication) else make_application()


@contextmanager
def opened_window(folder: Path) -> Iterator[tuple[Hands, Start]]:
    """The window at its sign-in; closed behind it, devices and books in order.

    Raises:
        WindowStuckError: sign-in does not come.
    """
    application = the_application()
    start = Start(folder)
    hands = Hands(start.window)
    with without_off_screen_notices():
        try:
            start.open()
            hands.until(lambda: start.rooms is not None, "sign-in")
            yield hands, start
        finally:
            start.window.close()
            hands.pause(0)
            application.sendPostedEvents(start.window, QEvent.Type.DeferredDelete.value)


def rooms_of(start: Start) -> WindowRooms:
    """What stands behind the sign-in.

    Raises:
        WindowStuckError: nothing yet.
    """
    if not isinstance(start.rooms, WindowRooms):
        raise WindowStuckError("sign-in")
    return start.rooms


def sign_in(hands: Hands, start: Start, *, user: str, pin: str) -> None:
    """Choose the card, type the PIN.

    Raises:
        WindowStuckError: the rooms do not come.
    """
    rooms = rooms_of(start)
    card = next((one for one in start.page.users.cards if one.shown.key == user), None)
    if card is None:
        raise WindowStuckError(f"the card of {user}")
    card.click()
    hands.until(start.page.pad.hasFocus, "the PIN pad")
    hands.type_in(pin)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: rooms.session.sitting is not None and start.window.page() is not start.page, "the rooms")
