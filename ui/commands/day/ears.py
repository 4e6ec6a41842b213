"""What the simulated devices told: checks and scans in order, and how far each paper and pulse came."""

import queue
import threading
from collections.abc import Iterable
from typing import ClassVar

from app.domain.device_events import DeviceEvent, JobSettled, PrintJobMoved
from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord
from app.domain.micr import CheckRead
from app.domain.print_job import PrintState
from app.errors import DeviceFaultError

HEAR_LIMIT_S = 10.0
PRINT_LIMIT_S = 60.0


class SilentDeviceError(DeviceFaultError):
    """A simulated device did not answer in time."""

    code: ClassVar[str] = "silent_device"

    def __init__(self, device: str) -> None:
        super().__init__(f"The practice {device} did not answer. Run the verb again; if it stays, call your IT.")


class DayEars:
    """Answers `ui.compose.devices.DeviceEar`; `post...` come from the devices' threads."""

    def __init__(self) -> None:
        self._checks: queue.Queue[CheckRead] = queue.Queue()
        self._scans: queue.Queue[str] = queue.Queue()
        self._ended: dict[int, PrintState] = {}
        self._bell = threading.Condition()

    def post(self, event: DeviceEvent) -> None:
        """Printer, drawer and their jobs."""
        match event:
            case PrintJobMoved() if event.state.is_final:
                self._end(event.job.job, event.state)
            case JobSettled():
                self._end(event.job, event.state)

    def post_check(self, read: CheckRead) -> None:
        """A check was fed."""
        self._checks.put(read)

    def post_scan(self, text: str) -> None:
        """A code was scanned."""
        self._scans.put(text)

    def post_word(self, kind: DeviceKind, word: DeviceWord) -> None:
        """The line to a reader or scanner stands, or not; nobody watches it here."""

    def next_check(self) -> CheckRead:
        """The check that was just fed."""
        try:
            return self._checks.get(timeout=HEAR_LIMIT_S)
        except queue.Empty as error:
            raise SilentDeviceError("check reader") from error

    def next_scan(self) -> str:
        """What was just scanned."""
        try:
            return self._scans.get(timeout=HEAR_LIMIT_S)
        except queue.Empty as error:
            raise SilentDeviceError("scanner") from error

    def settled(self, jobs: Iterable[int]) -> None:
        """Wait until every one of these jobs has come to its end."""
        wanted = frozenset(jobs)
        with self._bell:
            if not self._bell.wait_for(lambda: wanted <= self._ended.keys(), timeout=PRINT_LIMIT_S):
                raise SilentDeviceError("printer")

    def _end(self, job: int, state: PrintState) -> None:
        with self._bell:
            self._ended[job] = state
            self._bell.notify_all()
