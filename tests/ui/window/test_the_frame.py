"""Around the rooms: keys, menu, lock, side windows, sizes; and who sees what after whom."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.account import Account
from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, CTRL, OMNIBOX, Key, Person
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.look.theme import Look, apply_look
from ui.look.tokens import LIGHT
from ui.views.practice.window import PracticeWindow

SIZES = ((1366, 768), (1920, 1080))
RUIZ, RENT_HOUSE = "1042281", "1042290"


def begin(person: Person) -> str:
    """M. Ruiz with her batch open, by keys; its number."""
    person.sit_down("M. Ruiz", CASHIER_PIN)
    person.press(Key.Key_Return)
    person.dialog("open_batch")
    person.count_cash(20_000, largest=2_000)
    person.press(Key.Key_F10)
    person.is_gone("open_batch")
    person.until(lambda: person.till.has_batch)
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    return sitting.batch.batch


def account(person: Person, key: str) -> Account:
    found = person.ask(lambda books: books.account(key))
    assert found is not None
    return found


@pytest.mark.slow
def test_keys_menu_lock_and_rooms_by_keyboard(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    begin(person)
    person.press(Key.Key_F1)
    assert person.said("keys_help_title") == "Keys: Till"
    for words in ("Cash (Alt C)", "Finish (Ctrl Return)", "Lock", "Your menu", "Account"):
        assert person.shows(words), words
    person.shoot("keys")
    person.press(Key.Key_F5)  # no key of the room acts under it
    assert person.shows("Keys: Till")
    person.press(Key.Key_L, CTRL)
    assert person.start.window.page() is person.start.page
    person.sit_down("M. Ruiz", CASHIER_PIN)
    assert person.start.window.isActiveWindow()
    assert person.focus.objectName() == OMNIBOX
    assert not person.shows("Keys: Till")

    person.press(Key.Key_U, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Lock", "Sign out", "Text and colours", "Practice devices"]
    person.shoot("menu")
    menu.close()

    for key, room, focus in (
        (Key.Key_2, "mail", "mail_open"), (Key.Key_3, "batches", "batches_receipts"),
        (Key.Key_4, "account", "account_find_field"), (Key.Key_1, "till", OMNIBOX),
    ):  # fmt: skip
        person.press(key, CTRL)
        person.settle()
        assert person.page.frame.room() == room
        assert person.focus.objectName() == focus
        assert not person.shows("No batch open")

    person.page.practice_asked.emit()
    person.until(lambda: person.shows("Practice devices"))
    person.shoot("practice")
    for over in person.start.window.findChildren(PracticeWindow):
        over.hide()
    person.start.window.activateWindow()
    assert person.focus.objectName() == OMNIBOX


@pytest.mark.slow
def test_the_next_person_sees_nothing_of_the_one_before(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    batch = begin(person)
    person.press(Key.Key_3, CTRL)
    person.until(lambda: person.said("batches_number") == batch)
    person.press(Key.Key_L, CTRL)
    person.sit_down("T. Okafor", CASHIER_PIN)
    person.press(Key.Key_3, CTRL)
    assert not person.shows(batch)
    person.until(lambda: person.shows("No batch open"))
    assert person.focus.objectName() == "batches_open"
    person.press(Key.Key_L, CTRL)
    person.sit_down("K. Dunn", APPROVER_PIN)
    person.press(Key.Key_U, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Import accounts" in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == "Import accounts").trigger()
    menu.close()
    person.until(lambda: person.shows("Import accounts"))
    person.shoot("import")


@pytest.mark.slow
@pytest.mark.parametrize(("size", "scale"), [(SIZES[0], 100), (SIZES[1], 100), (SIZES[0], 150), (SIZES[1], 150)])
def test_nothing_is_cut_in_till_and_batches(
    at_the_window: Callable[[Path], Person], city: Path, qapp: QApplication, size: tuple[int, int], scale: int
) -> None:
    apply_look(qapp, Look(LIGHT, scale))
    person = at_the_window(city)
    person.start.window.resize(*size)
    begin(person)
    person.scan(account(person, RUIZ), account(person, RENT_HOUSE))
    found = {"till": faults(person.page)}
    person.shoot(f"size-till-{scale}")
    person.write("300")
    person.press(Key.Key_F5)
    found["change"] = faults(person.page)
    person.shoot(f"size-change-{scale}")
    person.press(Key.Key_C, ALT)
    person.press(Key.Key_Return)
    person.is_saved()
    person.is_printed()
    found["saved"] = faults(person.page)
    person.shoot(f"size-saved-{scale}")
    person.press(Key.Key_3, CTRL)
    person.until(lambda: person.shows("My batch") and person.batches_room.mine.table.model().rowCount() == 1)
    person.settle()
    found["batches"] = faults(person.page)
    person.shoot(f"size-batches-{scale}")
    assert person.batches_room.mine.table.horizontalScrollBar().maximum() == 0
    assert {name: cut for name, cut in found.items() if cut} == {}
    assert (person.start.window.width(), person.start.window.height()) == size
