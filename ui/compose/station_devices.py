"""The devices page's tools, joined: settings on the writer's thread, tries on a line of their own."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from app.domain.device_setting import DeviceKind, DeviceSetting
from db.device_settings import keep_devices
from db.times import utc_text
from devices.catalogue import PrinterSet, profile_titles
from ui.compose.desk import Desk
from ui.compose.printer_try import TRY_JOB, try_paper, with_printer
from ui.compose.window_devices import WindowDevices
from ui.viewmodels.set_up.tools import PrinterAnswer, PrinterTry


class StationDevices:
    """`DeviceTools` of an open window; `by` says who is at it. What waits runs in the background."""

    def __init__(self, desk: Desk, devices: WindowDevices, by: Callable[[], str]) -> None:
        self._desk = desk
        self._devices = devices
        self._by = by

    @property
    def is_simulated(self) -> bool:
        """A practice city opens simulators only."""
        return self._desk.is_practice

    def printers(self) -> tuple[tuple[str, str], ...]:
        """Name and title."""
        return tuple(profile_titles().items())

    def settings(self) -> "Future[Mapping[DeviceKind, DeviceSetting]]":
        """As the window uses them now."""
        return self._desk.station.background.submit(lambda: self._devices.settings)

    def keep(self, setting: DeviceSetting) -> "Future[None]":
        """Keep it and use it from now on; the station's own line to the old one is let go."""

        def kept() -> None:
            at = utc_text(self._desk.clock.now())
            self._desk.station.writer.run_bare(lambda db: keep_devices(db, [setting], at=at))
            self._devices.put(setting)

        return self._desk.station.background.submit(kept)

    def test_print(self, attempt: PrinterTry) -> "Future[PrinterAnswer]":
        """Print a test paper."""
        plan = try_paper(attempt)

        def test(built: PrinterSet) -> PrinterAnswer:
            return PrinterAnswer(attempt.setting.address, outcome=built.printer.print(TRY_JOB, plan))

        return self._tried(attempt.setting, test)

    def kick(self, setting: DeviceSetting) -> "Future[PrinterAnswer]":
        """One pulse, once it is written who opens the drawer (R7)."""
        by = self._by()

        def pulse(built: PrinterSet) -> PrinterAnswer:
            self._desk.do(lambda deeds: deeds.try_drawer(by=by)).result()
            return PrinterAnswer(setting.address, drawer=built.drawer.open())

        return self._tried(setting, pulse)

    def _tried(self, setting: DeviceSetting, deed: Callable[[PrinterSet], PrinterAnswer]) -> "Future[PrinterAnswer]":
        return self._desk.station.background.submit(
            lambda: self._devices.aside(lambda: with_printer(setting, deed))
        )
