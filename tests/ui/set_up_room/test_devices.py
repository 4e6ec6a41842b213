"""Devices of a real station changed in Set-up: tried, seen, kept, and used at once (DESIGN section 7, R7)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.domain.device_setting import DeviceKind
from devices.simulators.practice_bench import PracticeBench
from devices.system_clock import SystemClock
from tests.stories.set_up.test_founding import plan
from tests.ui.set_up_room.test_by_keys import answer, go_to, in_set_up, row_of, to_row
from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, Key, Person
from ui.compose.founding import found_real

SHIFT = Qt.KeyboardModifier.ShiftModifier
FOREMAN = ("P. Foreman", "4711")


@pytest.fixture
def hardware() -> Iterator[PracticeBench]:
    """Stands in the room; the station does not know of it yet."""
    made = PracticeBench()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def real_city(tmp_path: Path, hardware: PracticeBench) -> Path:
    """A real station with the printer of the room under another model, and no scanner."""
    asked = plan(tmp_path)
    printer = replace(hardware.settings()[DeviceKind.RECEIPT_PRINTER], profile="clone-58")
    found_real(tmp_path / "city", replace(asked, devices={printer.kind: printer}), clock=SystemClock())
    return tmp_path / "city"


@pytest.mark.slow
def test_a_printer_is_tried_seen_and_kept_and_the_station_prints_with_it_at_once(
    at_the_window: Callable[[Path], Person], real_city: Path, hardware: PracticeBench
) -> None:
    person = at_the_window(real_city)
    room = in_set_up(person, FOREMAN)
    page = go_to(person, room, "devices")
    to_row(person, page, "Receipt printer")
    person.press(Key.Key_Return)
    dialog = person.dialog("set_up_printer")
    person.press(Key.Key_F10)
    person.until(lambda: person.shows("Print the test and say whether it came out"))
    assert dialog.isVisible()
    person.press(Key.Key_T, ALT)
    person.until(lambda: person.shows("Did it print well?"))
    person.settle()
    assert faults(dialog) == []
    person.shoot("set-up-printer-tried")
    person.press(Key.Key_Y)
    person.press(Key.Key_D, ALT)
    person.until(lambda: person.shows("Did the drawer open?"))
    assert hardware.printer.view().drawer.is_open
    person.press(Key.Key_Y)
    person.settle()
    assert faults(dialog) == []
    person.shoot("set-up-printer-seen")
    person.press(Key.Key_F10)
    person.is_gone("set_up_printer")
    person.until(lambda: "are kept" in room.strip_fact())
    kept = person.rooms.desk.device_settings()[DeviceKind.RECEIPT_PRINTER]
    assert kept.drawer_has_sensor
    person.press(Key.Key_P)
    person.until(lambda: "Test paper: " in room.strip_fact())
    drawers = person.ask(lambda books: books.happenings(kinds=("drawer_opened",)))
    assert [envelope.by for _ref, envelope, _fact in drawers] == ["admin1"]


@pytest.mark.slow
def test_a_scanner_is_put_on_its_line_and_heard(
    at_the_window: Callable[[Path], Person], real_city: Path, hardware: PracticeBench
) -> None:
    person = at_the_window(real_city)
    room = in_set_up(person, FOREMAN)
    page = go_to(person, room, "devices")
    assert row_of(page, "Scanner")[-1] == "not set up"
    to_row(person, page, "Scanner")
    person.press(Key.Key_Return)
    dialog = person.dialog("set_up_form")
    person.press(Key.Key_Down)  # from serial to network
    answer(person, "", "", "nowhere")
    assert "Type a host and a port" in person.said("set_up_where_caption")
    assert faults(dialog) == []
    person.shoot("set-up-scanner")
    person.press(Key.Key_Tab, SHIFT)
    person.press(Key.Key_Tab, SHIFT)
    person.press(Key.Key_Up)  # and back: the practice scanner speaks as on a serial line
    answer(person, "", "", hardware.settings()[DeviceKind.SCANNER].address)
    person.is_gone("set_up_form")
    person.until(lambda: row_of(page, "Scanner")[-1] == "ok")
    assert DeviceKind.SCANNER in person.rooms.desk.device_settings()
