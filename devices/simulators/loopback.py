"""A loopback TCP line that a simulator listens on: one client at a time, as a printer's network card does."""

import selectors
import socket
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

READ_LIMIT = 65_536
SEND_LIMIT_S = 5.0
STOP_LIMIT_S = 5.0
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class LoopbackLine:
    """Port 0 on 127.0.0.1; `heard(bytes)` and `joined()` run on the line's own thread.

    A second client waits unanswered until the first has gone. `start` after `stop` takes the same port again.
    """

    def __init__(self, *, name: str, heard: Callable[[bytes], None], joined: Callable[[], None] | None = None) -> None:
        self.name = name
        self.port = 0
        self._heard = heard
        self._joined = joined
        self._lock = threading.Lock()
        self._client: socket.socket | None = None
        self._has_client = threading.Event()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._waker: socket.socket | None = None

    def start(self) -> None:
        """Listen; does nothing when it listens already."""
        if self._thread is not None:
            return
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        listener.listen(4)
        self.port = listener.getsockname()[1]
        sleeper, self._waker = socket.socketpair()
        self._stopping.clear()
        self._thread = threading.Thread(target=self._run, args=(listener, sleeper), name=self.name, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Hang up on the client and listen no more; does nothing when stopped already."""
        thread, self._thread = self._thread, None
        if thread is None or self._waker is None:
            return
        self._stopping.set()
        self._wake()  # the line's own thread may have ended by itself in this very moment
        if thread is not threading.current_thread():
            thread.join(STOP_LIMIT_S)
        self._waker.close()

    def send(self, data: bytes) -> bool:
        """Send to the client; False when there is none or it hung up."""
        with self._lock:
            if self._client is None:
                return False
            try:
                self._client.sendall(data)
            except OSError:
                return False
            return True

    def wait_for_client(self, limit_s: float) -> bool:
        """Wait until somebody is connected; False when nobody came within the limit."""
        return self._has_client.wait(limit_s)

    def drop(self) -> None:
        """Break the connection as a pulled cable does: with a reset; the line's own thread hangs up."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            with suppress(OSError):
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            self._wake()

    def _wake(self) -> None:
        if self._waker is not None:
            with suppress(OSError):
                self._waker.send(b"!")

    def _run(self, listener: socket.socket, sleeper: socket.socket) -> None:
        with listener, sleeper:
            while not self._stopping.is_set():
                client = self._next_client(listener, sleeper)
                if client is not None:
                    self._serve(client, sleeper)

    def _next_client(self, listener: socket.socket, sleeper: socket.socket) -> socket.socket | None:
        if not _readable(listener, sleeper):
            return None
        client, _ = listener.accept()
        client.settimeout(SEND_LIMIT_S)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            self._client = client
            self._has_client.set()
        if self._joined is not None:
            self._joined()
        return client

    def _serve(self, client: socket.socket, sleeper: socket.socket) -> None:
        with client:
            while not self._stopping.is_set() and self._client is client:
                if not _readable(client, sleeper):
                    continue
                try:
                    data = client.recv(READ_LIMIT)
                except OSError:
                    break
                if not data:
                    break
                self._heard(data)
            with self._lock:
                self._has_client.clear()
                if self._client is client:
                    self._client = None


def _readable(line: socket.socket, sleeper: socket.socket) -> bool:
    """Wait until the line has something; False when it was woken instead, or the line is gone."""
    with selectors.DefaultSelector() as selector:
        try:
            selector.register(line, selectors.EVENT_READ)
        except ValueError:
            return False
        selector.register(sleeper, selectors.EVENT_READ)
        ready = {key.fileobj for key, _ in selector.select()}
    if sleeper in ready:
        sleeper.recv(64)
    return line in ready
