"""Bad days at the window: what the cashier does in a hurry, and what happens around it; nothing lost, nothing twice."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from db.opener import opened
from db.paths import STATION_DB
from db.search.layout import SEARCH_FILE
from tests.stories.till.cashier import RUIZ
from tests.ui.faults.real_window import RealWindow
from ui.views.cannot_open import CannotOpenPage

Opened = Callable[[Path], RealWindow]
CTRL = Qt.KeyboardModifier.ControlModifier


def at_work(real_window: Opened, city: Path) -> RealWindow:
    window = real_window(city)
    window.sign_in()
    return window


def refused(window: RealWindow) -> CannotOpenPage:
    window.until(lambda: window.page == "cannot_open")
    front = window.start.window.page()
    assert isinstance(front, CannotOpenPage)
    return front


def spoil(path: Path) -> None:
    """A bit of each page but the first is turned, as a dying disk does."""
    data = bytearray(path.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page + 50] ^= 0xFF
    with path.open("r+b") as file:
        file.write(data)


def wrong_key(folder: Path) -> None:
    (folder / "key").write_text("ab" * 32 + "\n")


def no_key(folder: Path) -> None:
    (folder / "key").unlink()


def half_json(folder: Path) -> None:
    (folder / "station.json").write_text('{"format": 1,')


def json_of_numbers(folder: Path) -> None:
    values = json.loads((folder / "station.json").read_text())
    (folder / "station.json").write_text(json.dumps({**values, "tenant": 7}))


def no_json(folder: Path) -> None:
    (folder / "station.json").unlink()


def no_books(folder: Path) -> None:
    (folder / STATION_DB).unlink()


def empty_books(folder: Path) -> None:
    (folder / STATION_DB).write_bytes(b"")


def books_of_text(folder: Path) -> None:
    (folder / STATION_DB).write_bytes(b"these are no books\n" * 900)


def spoilt_books(folder: Path) -> None:
    spoil(folder / STATION_DB)


@pytest.mark.parametrize(
    ("spoils", "words"),
    [
        (wrong_key, "does not open DT1's books. Put the right key there"),
        (no_key, "cannot be read. Bring it back"),
        (half_json, "cannot be read. Copy it back from the station's last backup"),
        (json_of_numbers, "does not hold what it must. Copy it back"),
        (no_json, "is missing. Copy it back"),
        (no_books, "is not in"),
        (empty_books, "is damaged"),
        (books_of_text, "another station's file, or damaged"),
        (spoilt_books, "is damaged. Stop, keep the folder as it is, and restore the last backup."),
    ],
)
def test_a_folder_that_cannot_be_opened_says_why_and_what_to_do(
    real_window: Opened, city: Path, spoils: Callable[[Path], None], words: str
) -> None:
    spoils(city)
    window = real_window(city)
    page = refused(window)
    assert words in window.words
    assert page.again.isVisible()


def test_a_second_window_is_sent_to_the_first_and_opens_once_that_is_closed(real_window: Opened, city: Path) -> None:
    first = at_work(real_window, city)
    second = real_window(city)
    page = refused(second)
    assert "CityTill is already open" in second.words
    first.close()
    page.again.click()
    second.sign_in()
    assert second.page == "rooms"


def test_two_windows_work_on_two_folders_at_once(real_window: Opened, city: Path, founded_now: Path) -> None:
    other = Path(shutil.copytree(founded_now, city.with_name("other")))
    windows = [at_work(real_window, folder) for folder in (city, other)]
    for window in windows:
        window.scan()
        window.till.cash()
        window.until(lambda window=window: "printed" in window.words)  # type: ignore[misc]  # bound on purpose
        assert window.receipts() == ["XDT1A-000001"]


def test_a_lost_search_file_is_made_anew_while_the_till_goes_on(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.rooms.desk.station.reader.lane.run(window.rooms.desk.station.reader.finder.close)
    (city / SEARCH_FILE).unlink()
    window.till.find.type("ruiz")
    window.until(lambda: "being made anew" in window.till.notice)
    window.until((city / SEARCH_FILE).exists)
    window.scan()
    window.settle()
    window.till.find.type("ruiz")
    window.until(lambda: bool(window.till.find.hits))


@pytest.mark.parametrize("is_open", [False, True])
def test_a_damaged_search_file_is_made_anew(real_window: Opened, city: Path, is_open: bool) -> None:
    if not is_open:
        (city / SEARCH_FILE).write_bytes(b"garbage" * 900)
    window = at_work(real_window, city)
    if is_open:
        window.rooms.desk.station.reader.lane.run(window.rooms.desk.station.reader.finder.close)
        spoil(city / SEARCH_FILE)

    def is_found() -> bool:
        window.till.find.type("ruiz")
        window.settle()
        return bool(window.till.find.hits)

    window.until(is_found)
    assert window.page == "rooms"


def test_the_window_locks_under_a_dialog_and_the_work_comes_back(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.scan()
    window.open_no_sale()
    window.rooms.frame.idle.emit()
    window.until(lambda: not window.has_no_sale())
    assert window.page == "sign_in"
    window.sign_in()
    assert [line.account for line in window.till.draft.lines] == [RUIZ]


def test_ctrl_l_locks_with_a_dialog_open(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.open_no_sale()
    window.until(lambda: QApplication.focusWidget() is not None)
    target = QApplication.focusWidget()
    assert target is not None
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, CTRL))
    window.until(lambda: window.page == "sign_in")
    window.until(lambda: not window.has_no_sale())


def test_another_cashier_does_not_get_the_first_one_s_unparked_work(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.scan()
    window.rooms.lock()
    window.sign_in("tokafor")
    assert window.till.draft.is_empty
    window.rooms.lock()
    window.sign_in()
    assert [line.account for line in window.till.draft.lines] == [RUIZ]


def test_ten_presses_of_finish_make_one_receipt(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.scan()
    window.till.cash(100_000)
    for _press in range(10):
        window.till.finish()
    window.until(lambda: bool(window.till.moment.receipt))
    for _press in range(10):
        window.till.finish()
    window.settle()
    assert window.receipts() == ["XDT1A-000001"]


def test_a_window_closed_over_a_payment_waits_until_it_is_whole(real_window: Opened, city: Path) -> None:
    window = at_work(real_window, city)
    window.scan()
    window.till.cash(100_000)
    window.settle()
    window.till.finish()
    window.close()
    again = at_work(real_window, city)
    assert again.receipts() == ["XDT1A-000001"]
    assert again.till.draft.is_empty
    assert not (city / "faults.log").exists() or "citytill" not in (city / "faults.log").read_text()


def test_a_locked_search_file_is_said_and_books_stay_readable(city: Path, real_window: Opened) -> None:
    window = at_work(real_window, city)
    key = bytes.fromhex((city / "key").read_text().strip())
    with_lock = opened(city / SEARCH_FILE, key, journal_mode="delete")
    try:
        with_lock.execute("BEGIN IMMEDIATE")
        window.scan()
    finally:
        with_lock.close()
    assert window.till.draft.lines
