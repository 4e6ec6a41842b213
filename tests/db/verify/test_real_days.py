"""Books that the deeds themselves wrote: an import, two incarnations, beside an open window; and no shared code."""

import ast
from pathlib import Path

import pytest

from db.backup.backup import back_up
from db.backup.restore import restore
from db.keys.custody import PRACTICE_KEY
from db.keys.file_key import key_id
from db.keys.station_file import StationFile, write_station_file
from db.paths import STATION_DB
from db.verify.folder import verify_folder
from db.verify.verify import verify
from devices.simulators.clock import SimulatedClock
from tests.stories.rules.window import KEY, MORNING, Window, cash, check, found_station

VERIFY = Path(__file__).parents[3] / "db" / "verify"
MAY_TOO = {"view_check.py": ("db.scratch",), "folder.py": ("db.backup.printed", "db.paths")}
SHARED = ("db.verify", "db.keys", "db.opener", "db.errors", "app.errors", "app.frozen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A founded practice station with accounts taken in."""
    made = tmp_path / "city"
    found_station(made)
    write_station_file(made, StationFile("practice", "DT1", practice=True, custody="practice", key_id=key_id(KEY)))
    (made / PRACTICE_KEY).write_text(KEY.hex())
    return made


def a_morning(folder: Path, cents: int) -> str:
    """A batch with two receipts, a void and a count, balanced."""
    clock = SimulatedClock(MORNING)
    clock.advance(seconds=7200)
    window = Window(folder, clock)
    batch = window.open().batch
    window.pay(batch, cash(10_000), cents=cents)
    window.pay(batch, check(cents - 1_000))
    window.void(window.pay(batch, cash(cents - 2_000)).receipt)
    expected = window.expected(batch)
    window.count(batch, expected["cash"], check=expected["check"])
    window.accept(batch)
    window.close()
    return batch


def test_a_day_of_two_incarnations_with_an_import_passes(folder: Path, tmp_path: Path) -> None:
    clock = SimulatedClock(MORNING)
    assert a_morning(folder, 6_120).startswith("XDT1A-")
    made = back_up(folder, KEY, tmp_path / "usb", now=clock.now(), app_v="0.1.0")
    assert made.report.failed() == ()
    restore(made.folder, tmp_path / "again", KEY, clock=clock, app_v="0.1.0")
    assert a_morning(tmp_path / "again", 9_340).startswith("XDT1B-")
    report = verify(tmp_path / "again" / STATION_DB, KEY)
    assert report.failed() == ()
    assert next(check.detail for check in report.checks if check.name == "blobs") != "0 compared"


def test_verify_runs_beside_an_open_window_and_changes_nothing(folder: Path) -> None:
    clock = SimulatedClock(MORNING)
    window = Window(folder, clock)
    batch = window.open().batch
    before = window.seq()
    report = verify_folder(folder, KEY)
    assert report.failed() == ()
    assert "printed" in {check.name for check in report.checks}
    assert window.seq() == before
    window.pay(batch, cash(2_000))
    window.close()


def test_verify_shares_no_code_with_the_writer() -> None:
    """Only the comparisons with a replay and with the printed mark may, for that is what they compare."""
    for path in VERIFY.glob("*.py"):
        allowed = (*SHARED, *MAY_TOO.get(path.name, ()))
        tree = ast.parse(path.read_text("utf-8"))
        named = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        named += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        ours = [name for name in named if name.split(".")[0] in ("app", "db", "devices", "receipts", "ui")]
        assert [name for name in ours if not name.startswith(allowed)] == [], path.name
