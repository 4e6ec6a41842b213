"""Processes aside, as the window's side starts and ends them; no key is ever among their arguments.

Light, because a station has it from its opening on; what is said between the two is in `db/aside/talk.py`.
"""

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, cast

from db.errors import AsideBrokeOffError

if TYPE_CHECKING:
    import subprocess  # brought by the first process: sign-in need not wait for it

END_LIMIT_S = 5.0
WINDOWS_FLAGS = ("CREATE_NO_WINDOW", "BELOW_NORMAL_PRIORITY_CLASS")  # no other system knows them


class Aside:
    """Starts processes, one a job; `command` and `environment` start one and hold no secret."""

    def __init__(self, command: tuple[str, ...], environment: dict[str, str]) -> None:
        self.command = command
        self._environment = environment
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._is_stopped = False

    @property
    def is_stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._is_stopped

    def stop(self) -> None:
        """End what is under way and begin nothing more; call it from any thread."""
        with self._lock:
            self._is_stopped = True
            for process in self._running:
                process.kill()

    def started(self) -> "subprocess.Popen[bytes]":
        """One that waits for its job; whoever has it ends it.

        Raises:
            AsideBrokeOffError: it could not begin, or `stop` was called.
        """
        import subprocess  # noqa: PLC0415 - brought by the first process

        flags = sum(getattr(subprocess, name, 0) for name in WINDOWS_FLAGS)
        with self._lock:
            if self._is_stopped:
                raise AsideBrokeOffError
            try:
                process = subprocess.Popen(  # noqa: S603 - our own program
                    self.command, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL, creationflags=flags,
                )  # fmt: skip
            except OSError as error:
                raise AsideBrokeOffError from error
            self._running.add(process)
        return process

    def end(self, process: "subprocess.Popen[bytes]") -> None:
        """However far it came."""
        import subprocess  # noqa: PLC0415 - brought by the first process

        process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(END_LIMIT_S)
        with suppress(OSError):  # what it was still to be told
            cast("BinaryIO", process.stdin).close()
        cast("BinaryIO", process.stdout).close()
        with self._lock:
            self._running.discard(process)
