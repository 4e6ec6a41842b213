"""The window's devices: drivers from the station's settings, in a practice city over simulators of its own."""

from collections.abc import Callable, Mapping
from threading import Lock
from typing import TypeVar

from app.domain.device_setting import DeviceKind, DeviceSetting
from devices.simulators.practice_bench import PracticeBench
from ui.compose.devices import DeskDevices
from ui.compose.gate import Gate
from ui.compose.paper import PaperJobs

T = TypeVar("T")


class WindowDevices:
    """Begun when made; `bench` has the practice city's simulators, None at a real station.

    `put` and `aside` wait for the drivers to end, so they are never called on the window's thread.
    """

    def __init__(self, gate: Gate) -> None:
        desk = gate.desk
        self._gate = gate
        self._turn = Lock()
        self._is_stopped = False
        self.bench = PracticeBench() if desk.is_practice else None
        if self.bench is not None:
            self.bench.start()
        self.settings: Mapping[DeviceKind, DeviceSetting] = (
            self.bench.settings() if self.bench is not None else desk.device_settings()
        )
        self._devices = self._made()
        desk.on_stored(self._wake)
        self._devices.start()

    def put(self, setting: DeviceSetting) -> None:
        """Use this device from now on, in the place of the one of its kind."""
        with self._turn:
            self.settings = {**self.settings, setting.kind: setting}
            self._begin_anew()

    def aside(self, deed: Callable[[], T]) -> T:
        """Let go of every line, do the deed on a line of its own, and take them up again."""
        with self._turn:
            self._devices.stop()
            try:
                return deed()
            finally:
                self._begin_anew()

    def revive(self) -> None:
        """Workers that a fault of the program ended begin again."""
        self._devices.revive()

    def stop(self) -> None:
        """End drivers, then simulators; a try that is under way ends them when it ends."""
        self._is_stopped = True
        self._devices.stop()
        if self.bench is not None:
            self.bench.stop()

    def _begin_anew(self) -> None:
        self._devices.stop()
        self._devices = self._made()
        if not self._is_stopped:
            self._devices.start()

    def _wake(self) -> None:
        self._devices.wake()

    def _made(self) -> DeskDevices:
        desk = self._gate.desk
        return DeskDevices(
            self.settings,
            jobs=PaperJobs(desk.station, desk.clock),
            clock=desk.clock,
            ear=self._gate.board,
            cache_folder=desk.station.folder / "cache",
        )


def bench_of(devices: object) -> PracticeBench | None:
    """The practice city's simulators of devices that have begun."""
    return devices.bench if isinstance(devices, WindowDevices) else None
