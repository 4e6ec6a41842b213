"""The window's side: a thread waits at the socket, and each terminal that calls is answered on a thread of its own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Client
from multiprocessing.connection import Listener as Socket

from app.errors import CityTillError
from ui.compose.requests.exit_code import exit_code
from ui.compose.requests.place import family, make_ready
from ui.compose.requests.request import Answer, Request, Terminal, read_request
from ui.compose.requests.wire import Wire, Word

Does = Callable[[Request, Terminal], Answer]
MOST_TERMINALS = 4
WAITING_TERMINALS = 8
CLOSE_LIMIT_S = 5.0
HEAR_EVERY_S = 0.2
GOODBYE_S = 2.0


class Listener:
    """Listens from construction until `close`. Only for who holds the folder's lock: a dead socket is cleared away.

    Raises:
        OSError: no socket can be made here that only its owner may open.
    """

    def __init__(self, address: str, key: bytes, does: Does) -> None:
        make_ready(address)
        self._address = address
        self._key = key
        self._does = does
        self._closing = threading.Event()
        self._talks: list[Conversation] = []
        self._socket = Socket(address, family(), backlog=WAITING_TERMINALS)
        self._thread = threading.Thread(target=self._run, name="citytill-requests", daemon=True)
        self._thread.start()

    def close(self, limit_s: float = CLOSE_LIMIT_S) -> bool:
        """Take no more, stop what can be stopped, wait for the rest; False when something did not end within."""
        self._closing.set()
        with suppress(OSError, EOFError):
            Client(self._address, family()).close()  # wakes the thread that waits at the socket
        self._thread.join(limit_s)
        self._socket.close()
        for talk in self._talks:
            talk.stop()
        ended = [talk.join(limit_s) for talk in self._talks]
        return all(ended) and not self._thread.is_alive()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                wire = Wire(self._socket.accept())
            except OSError:  # gone before it was taken, or no handle is left: the next one may have more luck
                self._closing.wait(HEAR_EVERY_S)
                continue
            self._talks = [talk for talk in self._talks if talk.is_alive]
            if self._closing.is_set() or len(self._talks) >= MOST_TERMINALS:
                wire.close()
            else:
                self._talks.append(Conversation(wire, self._key, self._does))


class Conversation:
    """One terminal: its proof, its request, the deed, the answer. Whoever does not speak properly is hung up on."""

    def __init__(self, wire: Wire, key: bytes, does: Does) -> None:
        self._wire = wire
        self._key = key
        self._does = does
        self._stopped = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="citytill-request", daemon=True)
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """Whether it still goes on."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """As if the terminal had asked to stop."""
        self._stopped.set()

    def join(self, limit_s: float) -> bool:
        """Wait for its end; False when it did not come."""
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            data = self._greeted()
            if data is not None:
                self._talk(data)
        finally:
            self._wire.close()

    def _greeted(self) -> bytes | None:
        """The request, or None from somebody who has no key or does not speak properly."""
        try:
            self._wire.greet_terminal(self._key)
            return self._wire.asked()
        except (OSError, EOFError):
            return None

    def _talk(self, data: bytes) -> None:
        ear = threading.Thread(target=self._listen, name="citytill-request-ear", daemon=True)
        ear.start()
        try:
            answer = self._answer(data)
            with suppress(OSError):
                self._wire.say(Word(answer=answer))
            ear.join(GOODBYE_S)  # until the terminal has read it and hung up
        finally:
            self._ended.set()
            ear.join()

    def _answer(self, data: bytes) -> Answer:
        try:
            return self._does(read_request(data), Terminal(self._tell, self._stopped.is_set))
        except CityTillError as error:
            return Answer(exit_code(error), refused=error.sentence())

    def _tell(self, line: str) -> None:
        with suppress(OSError):
            self._wire.say(Word(progress=line))

    def _listen(self) -> None:
        """A terminal that asks to stop, or is gone, stops what can be stopped."""
        try:
            while not self._ended.is_set():
                if self._wire.has_word(HEAR_EVERY_S):
                    self._stopped.set()
                    self._wire.hear_stop()
        except (OSError, EOFError):
            self._stopped.set()
