"""What the devices page needs from outside, in its own words."""

from collections.abc import Mapping
from concurrent.futures import Future
from typing import Protocol

from app.domain.device_setting import DeviceKind, DeviceSetting
from ui.viewmodels.set_up.tools import PrinterTools


class DeviceTools(PrinterTools, Protocol):
    """Answered by `ui.compose`; a try lets go of the station's own line first and takes it up again after."""

    @property
    def is_simulated(self) -> bool:
        """A practice city opens simulators only."""
        ...

    def settings(self) -> "Future[Mapping[DeviceKind, DeviceSetting]]":
        """The devices as they are set up now."""
        ...

    def keep(self, setting: DeviceSetting) -> "Future[None]":
        """Keep a device's setting and use it from now on."""
        ...
