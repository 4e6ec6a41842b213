"""A desk's devices: drivers from its settings, each on its own worker."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from app.domain.device_events import DeviceEvent
from app.domain.device_setting import DeviceKind, DeviceSetting
from app.domain.device_state import DeviceWord
from app.domain.micr import CheckRead
from app.ports.clock import Clock
from app.ports.print_jobs import PrintJobs
from devices.catalogue import build_check_reader, build_printer, build_scanner
from devices.input_worker import InputWorker
from devices.printer_worker import PrinterWorker


class DeviceEar(Protocol):
    """Where the devices' workers tell what happened; called on their threads, must not wait."""

    def post(self, event: DeviceEvent) -> None:
        """Printer, drawer and their jobs."""
        ...

    def post_check(self, read: CheckRead) -> None:
        """A check was fed."""
        ...

    def post_scan(self, text: str) -> None:
        """A code was scanned."""
        ...

    def post_word(self, kind: DeviceKind, word: DeviceWord) -> None:
        """The line to a reader or scanner stands, or not."""
        ...


class DeskDevices:
    """Printer with drawer, check reader and scanner of one station; what has no setting is left out."""

    def __init__(
        self,
        settings: Mapping[DeviceKind, DeviceSetting],
        *,
        jobs: PrintJobs,
        clock: Clock,
        ear: DeviceEar,
        cache_folder: Path,
    ) -> None:
        self._workers: list[PrinterWorker | InputWorker[CheckRead] | InputWorker[str]] = []
        self._printer: PrinterWorker | None = None
        if setting := settings.get(DeviceKind.RECEIPT_PRINTER):
            built = build_printer(setting, cache_folder=cache_folder)
            self._printer = PrinterWorker(
                printer=built.printer, drawer=built.drawer, jobs=jobs, clock=clock, tell=ear.post
            )
            self._workers.append(self._printer)
        if setting := settings.get(DeviceKind.CHECK_READER):
            self._workers.append(
                InputWorker(
                    build_check_reader(setting),
                    name="check reader",
                    heard=ear.post_check,
                    health_changed=partial(ear.post_word, DeviceKind.CHECK_READER),
                )
            )
        if setting := settings.get(DeviceKind.SCANNER):
            self._workers.append(
                InputWorker(
                    build_scanner(setting),
                    name="scanner",
                    heard=ear.post_scan,
                    health_changed=partial(ear.post_word, DeviceKind.SCANNER),
                )
            )

    def start(self) -> None:
        """Begin; print jobs that a crash cut off are settled first."""
        for worker in self._workers:
            worker.start()

    def wake(self) -> None:
        """A job may have been stored."""
        if self._printer is not None:
            self._printer.wake()

    def revive(self) -> None:
        """Workers that a fault of the program ended begin again; nothing is printed twice by it."""
        for worker in self._workers:
            worker.revive()

    def stop(self) -> bool:
        """End each worker, the last first; False when one did not end within its limit."""
        ended = [worker.stop() for worker in reversed(self._workers)]
        return all(ended)
