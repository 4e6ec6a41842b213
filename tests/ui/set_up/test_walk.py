"""The real window from nothing to the first real receipt, by keys; and left half-way, to nothing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.interchange.practice.city import practice_city
from app.interchange.practice.pictured import PICTURED_NUMBERS
from db.keys.custody import find_file_key
from db.keys.recovery import RecoveryKey, unwrap_file_key
from db.keys.station_file import read_station_file
from devices.simulators.practice_bench import PracticeBench
from tests.ui.batches.window import faults_of
from tests.ui.set_up.conftest import ADMINISTRATOR, CASHIER, SECOND
from tests.ui.set_up.window import Key, SetUpScreen
from ui.compose.window import WindowRooms
from ui.views.set_up.sheet_view import SaveSheetDialog
from ui.widgets.account_line import AccountLine
from ui.widgets.amount_field import ErrorLine
from ui.widgets.moment_band import MomentBand
from ui.widgets.omnibox import Omnibox

ALT = Qt.KeyboardModifier.AltModifier
FOLDER = "CityTill"
PHRASE = "river stone lantern four"


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SetUpScreen]:
    """The machine-wide folder is one of our own."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    made = SetUpScreen(qtbot)
    yield made
    made.start.window.close()


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    made = tmp_path / "desktop"
    made.mkdir()
    return made


def walk_to_key(screen: SetUpScreen) -> None:
    screen.at("City")
    screen.fill(
        {
            "city_name": "City of Claremore", "city_department": "Utility Department", "city_phone": "(918) 555-0100",
            "city_address": "104 S Muskogee Ave", "city_time_zone": "Central", "receipt_trailer": "Thank you.",
        }
    )  # fmt: skip
    screen.at("Money")
    screen.fill(
        {
            "drawer_starting_cash": "200", "drawer_limit": "1500", "receipt_amount_limit": "5000",
            "bank_name": "Grand Lake Bank", "reconnect_fee": "40", "fee_ordinance": "Ord. 2026-14",
        }
    )  # fmt: skip
    screen.at("Station")
    screen.fill({"station": "DT1", "station_label": "Drive-thru"})
    screen.press(Key.Key_Return)  # the short name stands there already
    screen.at("Administrator")
    screen.fill(ADMINISTRATOR)
    screen.at("Second person")
    screen.fill(SECOND | CASHIER)
    screen.at("Key")


def keep_key_in(screen: SetUpScreen, file: Path) -> None:
    screen.press(Key.Key_Down)
    screen.press(Key.Key_Return)
    screen.fill({"key_path": str(file)})
    screen.at("Recovery sheet")


def save_sheet(screen: SetUpScreen, file: Path) -> None:
    """By the dialog's own field."""
    screen.press(Key.Key_S, ALT)
    dialog = screen.part(SaveSheetDialog, "set_up_save_sheet")
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(file))
    dialog.close()
    screen.wait(file.exists)
    screen.activate()
    screen.wait(lambda: screen.focus.objectName() == "set_up_next")


def test_a_real_station_is_set_up_by_keys_and_takes_its_first_receipt(
    screen: SetUpScreen, tmp_path: Path, desktop: Path, bench: PracticeBench
) -> None:
    folder = tmp_path / FOLDER
    walk_to_key(screen)
    keep_key_in(screen, desktop / "dt1.key")
    words = screen.path.sheet.sheet.words
    save_sheet(screen, desktop / "sheet.pdf")
    screen.press(Key.Key_Return)
    _type_back(screen, words)
    _prove_printer(screen, bench)
    _preview(screen, desktop)
    assert not folder.exists()
    assert sorted(each.name for each in desktop.iterdir()) == ["accounts.csv", "sheet.pdf"]

    screen.at("Make the station")
    screen.press(Key.Key_F10)
    screen.wait(lambda: screen.start.rooms is not None)
    assert unwrap_file_key(read_station_file(folder), RecoveryKey.read(" ".join(words))) == find_file_key(folder)
    assert not read_station_file(folder).practice
    _take_first_receipt(screen, bench)


def test_left_half_way_nothing_stays(screen: SetUpScreen, tmp_path: Path, desktop: Path) -> None:
    walk_to_key(screen)
    keep_key_in(screen, desktop / "dt1.key")
    screen.start.window.close()
    assert list(desktop.iterdir()) == []
    assert list(tmp_path.iterdir()) == [desktop]


def test_stopped_while_it_is_made_nothing_stays(screen: SetUpScreen, tmp_path: Path, desktop: Path) -> None:
    walk_to_key(screen)
    keep_key_in(screen, desktop / "dt1.key")
    words = screen.path.sheet.sheet.words
    screen.part(QCheckBox, "set_up_written").click()
    screen.press(Key.Key_F10)
    _type_back(screen, words)
    screen.press(Key.Key_K, ALT)
    screen.press(Key.Key_K, ALT)
    screen.at("Make the station")
    screen.press(Key.Key_F10)
    screen.press(Key.Key_Escape)
    screen.wait(lambda: not screen.path.is_making)
    assert screen.page.view.bar.words == "Stopped. Nothing was made."
    assert list(desktop.iterdir()) == []
    assert list(tmp_path.iterdir()) == [desktop]
    screen.press(Key.Key_Escape)
    screen.at("Accounts")


def test_a_station_under_a_passphrase_opens_with_it_only(
    screen: SetUpScreen, tmp_path: Path, desktop: Path
) -> None:
    walk_to_key(screen)
    screen.press(Key.Key_Down)
    screen.press(Key.Key_Down)
    screen.press(Key.Key_Return)
    screen.fill({"passphrase": PHRASE, "passphrase_again": PHRASE})
    words = screen.path.sheet.sheet.words
    screen.part(QCheckBox, "set_up_written").click()
    screen.press(Key.Key_F10)
    _type_back(screen, words)
    screen.press(Key.Key_K, ALT)
    screen.press(Key.Key_K, ALT)
    screen.press(Key.Key_F10)
    screen.wait(lambda: screen.focus.objectName() == "passphrase")
    screen.write("another one altogether")
    screen.press(Key.Key_Return)
    fault = screen.part(ErrorLine, "passphrase_fault")
    screen.wait(lambda: bool(fault.sentence))
    screen.shoot("passphrase")
    assert fault.sentence == "That is not this station's passphrase. Type it again; capital letters count."
    screen.write(PHRASE)
    screen.press(Key.Key_Return)
    screen.wait(lambda: screen.start.rooms is not None)
    assert screen.start.page.isVisible()


def test_every_page_goes_back_with_what_was_typed(screen: SetUpScreen, desktop: Path) -> None:
    walk_to_key(screen)
    keep_key_in(screen, desktop / "dt1.key")
    names = [step.name for step in screen.path.steps]
    for name in reversed(names[:6]):
        screen.press(Key.Key_Escape)
        screen.at(name)
    for name in names[1:7]:
        screen.press(Key.Key_F10)
        screen.at(name)
    assert faults_of(screen.page) == []


def test_a_wrong_answer_keeps_the_page_and_the_focus(screen: SetUpScreen) -> None:
    screen.press(Key.Key_F10)
    assert screen.path.step.name == "City"
    assert screen.focus.objectName() == "set_up_city_name"
    assert screen.focus.accessibleDescription() == "City is empty. Type it to go on."
    screen.write("M")
    assert screen.focus.accessibleDescription() == ""


def _type_back(screen: SetUpScreen, words: tuple[str, ...]) -> None:
    """One word wrong at first, then back to the sheet, then right."""
    screen.at("Typed back")
    for word in words[:4]:
        screen.write(word)
        screen.press(Key.Key_Space)
    screen.write("aple")
    screen.press(Key.Key_Space)
    assert screen.page.view.bar.words == "Word 5, “aple”, is not the sheet's word 5. Look at it again."
    screen.shoot("wrong word")
    screen.press(Key.Key_Escape)
    screen.at("Recovery sheet")
    assert screen.path.sheet.sheet.words == words
    screen.press(Key.Key_F10)
    for word in words[4:]:
        screen.write(word)
        screen.press(Key.Key_Space)
    assert screen.path.typed_back.right() == len(words)
    assert faults_of(screen.page) == []
    screen.press(Key.Key_F10)


def _prove_printer(screen: SetUpScreen, bench: PracticeBench) -> None:
    screen.at("Printer and drawer")
    screen.write(f"127.0.0.1:{bench.printer.port}")
    screen.press(Key.Key_T, ALT)
    screen.wait(lambda: screen.focus.objectName() == "set_up_printed_y")
    screen.shoot("did it print")
    screen.press(Key.Key_Y)
    assert screen.focus.objectName() == "set_up_kick"
    screen.press(Key.Key_Return)
    screen.wait(lambda: screen.focus.objectName() == "set_up_opened_y")
    screen.shoot("did it open")
    screen.press(Key.Key_Y)
    assert screen.focus.objectName() == "set_up_next"
    assert faults_of(screen.page) == []
    screen.press(Key.Key_Return)


def _preview(screen: SetUpScreen, desktop: Path) -> None:
    screen.at("Accounts")
    extract = desktop / "accounts.csv"
    extract.write_bytes(b"".join(practice_city(7, accounts=60, business_date=date(2026, 11, 21))))
    screen.write(str(extract))
    screen.press(Key.Key_Return)
    screen.wait(lambda: screen.path.accounts.preview is not None)
    screen.shoot("accounts read")
    assert faults_of(screen.page) == []
    screen.press(Key.Key_Return)


def _take_first_receipt(screen: SetUpScreen, bench: PracticeBench) -> None:
    """Sign in as the first cashier, count the drawer, one account, exact cash."""
    page = screen.start.page
    screen.wait(lambda: isinstance(screen.start.rooms, WindowRooms))
    screen.shoot("sign-in")
    while page.users.chosen_key() != "mruiz":
        screen.press(Key.Key_Down)
    for digit in CASHIER["cashier_pin"]:
        screen.press(getattr(Key, f"Key_{digit}"))
    screen.press(Key.Key_Return)
    screen.wait(lambda: screen.focus.objectName() == "till_open_batch")
    screen.shoot("till closed")
    screen.press(Key.Key_Return)
    screen.wait(lambda: screen.focus.objectName() == "pieces_10000")
    for pieces in ("1", "1", "2", "1"):  # 100, 50, 20, 10
        screen.write_slowly(pieces)
        screen.press(Key.Key_Tab)
    screen.press(Key.Key_F10)
    screen.wait(lambda: screen.part(Omnibox, "till_find").isVisible())
    screen.activate()
    screen.wait(lambda: screen.focus.objectName() == "till_find_field")
    screen.write_slowly(min(PICTURED_NUMBERS))
    screen.press(Key.Key_Return)
    screen.wait(lambda: bool(screen.start.window.findChildren(AccountLine)))
    screen.shoot("account found")
    screen.press(Key.Key_F5)
    band = screen.part(MomentBand, "till_band")
    screen.wait(band.isVisible)
    screen.wait(lambda: any("DT1A-000001" in str(row) for row in bench.printer.view().rows))
    screen.shoot("first receipt")
    assert bench.printer.view().drawer.is_open
