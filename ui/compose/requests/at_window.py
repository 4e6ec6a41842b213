"""Takes terminals' requests in the window: deeds run on the desk's lanes, the window only hears of them."""

from PySide6.QtCore import QObject, Signal

from ui.compose.desk import Desk
from ui.compose.requests.deeds import done
from ui.compose.requests.exit_code import ExitCode
from ui.compose.requests.listener import Listener
from ui.compose.requests.place import address_of
from ui.compose.requests.request import Answer, Request, Terminal


class WindowRequests(QObject):
    """Signals: `done(verb, line)` on the window's thread when a terminal's deed was done; `line` tells it in short."""

    done = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Begin to listen; where no safe place for a socket is, verbs find nobody and say so."""
        super().__init__(parent)
        self._desk = desk
        try:
            self._listener = Listener(address_of(desk.station.folder), desk.line_key, self._does)
        except OSError:
            return
        desk.before_close(self._close)

    def _close(self) -> None:
        """What can be stopped is stopped, and its terminal told, while the desk's lanes still go."""
        self._listener.close()

    def _does(self, request: Request, terminal: Terminal) -> Answer:
        """On the terminal's own thread."""
        answer = done(self._desk, request, terminal)
        if answer.code == ExitCode.DONE:
            self.done.emit(request.verb, answer.lines[0] if answer.lines else "")
        return answer
