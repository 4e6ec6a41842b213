"""The Set-up room joined: its pages, the devices of this window, and who reads the sitting again after a change."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.compose.gate import Gate
from ui.compose.rooms import OTHER_ROOMS
from ui.compose.station_devices import StationDevices
from ui.compose.window_devices import WindowDevices
from ui.viewmodels.set_up_room.room import SetUpRoomModel
from ui.views.set_up_room.room import SetUpRoom

SCREENS = ("till", *OTHER_ROOMS)


def joined_set_up(
    gate: Gate, devices: Callable[[], object], *, moved: Callable[[], None], parent: QObject
) -> SetUpRoom:
    """The room; `devices` begins or gives the window's devices, `moved` is called when people or settings are others.

    Raises:
        RuntimeError: the window is closing and has no devices any more.
    """
    begun = devices()
    if not isinstance(begun, WindowDevices):
        raise RuntimeError("this window has no devices")  # noqa: TRY004 - closing, no wrong type

    def who() -> str:
        return gate.session.sitting.user.user if gate.session.sitting is not None else ""

    tools = StationDevices(gate.desk, begun, who)
    model = SetUpRoomModel(gate.counter, gate.session, tools, SCREENS, parent)
    model.moved.connect(moved)
    return SetUpRoom(model)
