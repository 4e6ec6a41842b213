"""The window's devices: drivers from the station's settings, in a practice city over simulators of its own."""

from devices.simulators.practice_bench import PracticeBench
from ui.compose.devices import DeskDevices
from ui.compose.gate import Gate
from ui.compose.paper import PaperJobs


class WindowDevices:
    """Begun when made; `bench` has the practice city's simulators, None at a real station."""

    def __init__(self, gate: Gate) -> None:
        desk = gate.desk
        self.bench = PracticeBench() if desk.is_practice else None
        if self.bench is not None:
            self.bench.start()
        self._devices = DeskDevices(
            self.bench.settings() if self.bench is not None else desk.device_settings(),
            jobs=PaperJobs(desk.station, desk.clock),
            clock=desk.clock,
            ear=gate.board,
            cache_folder=desk.station.folder / "cache",
        )
        desk.on_stored(self._devices.wake)
        self._devices.start()

    def revive(self) -> None:
        """Workers that a fault of the program ended begin again."""
        self._devices.revive()

    def stop(self) -> None:
        """End drivers, then simulators."""
        self._devices.stop()
        if self.bench is not None:
            self.bench.stop()


def bench_of(devices: object) -> PracticeBench | None:
    """The practice city's simulators of devices that have begun."""
    return devices.bench if isinstance(devices, WindowDevices) else None
