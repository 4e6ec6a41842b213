"""One thread for one device that speaks by itself: check reader or scanner. It hears, tells, and reconnects."""

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from app.domain.device_state import DeviceWord
from app.errors import DeviceFaultError

RETRY_S = 2.0
LISTEN_S = 0.5
Heard = TypeVar("Heard")
Heard_co = TypeVar("Heard_co", covariant=True)


class Listening(Protocol[Heard_co]):
    """What check reader and scanner have in common; `None` is silence within the limit."""

    def hear(self, limit_s: float) -> Heard_co | None:
        """Wait for one thing."""
        ...

    def health(self) -> DeviceWord:
        """Whether the line stands."""
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...


class InputWorker(Generic[Heard]):
    """`heard` and `health_changed` are called on the worker's thread; they must not wait.

    `retry_s`: pause before a lost line is opened again; `listen_s`: how long a stop may have to wait.
    """

    def __init__(
        self,
        device: Listening[Heard],
        *,
        name: str,
        heard: Callable[[Heard], None],
        health_changed: Callable[[DeviceWord], None],
        retry_s: float = RETRY_S,
        listen_s: float = LISTEN_S,
    ) -> None:
        self._device = device
        self._heard = heard
        self._health_changed = health_changed
        self._retry_s = retry_s
        self._listen_s = listen_s
        self._health = DeviceWord.UNKNOWN
        self._stopping = threading.Event()
        self._name = name
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to listen."""
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def revive(self) -> None:
        """Begin again when a fault of the program ended it."""
        if self._thread is not None and not self._thread.is_alive() and not self._stopping.is_set():
            self.start()

    def stop(self, limit_s: float = 5.0) -> bool:
        """Listen no more; True when the thread ended within the limit."""
        self._stopping.set()
        if self._thread is None:
            return True
        self._thread.join(limit_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._listen()
        finally:
            self._device.close()
            if not self._stopping.is_set():  # a fault of the program, which its last resort hears
                self._health = DeviceWord.UNKNOWN
                self._health_changed(self._health)

    def _listen(self) -> None:
        while not self._stopping.is_set():
            try:
                something = self._device.hear(self._listen_s)
            except DeviceFaultError:
                self._tell_health()
                self._stopping.wait(self._retry_s)
                continue
            self._tell_health()
            if something is not None:
                self._heard(something)

    def _tell_health(self) -> None:
        health = self._device.health()
        if health is not self._health:
            self._health = health
            self._health_changed(health)
