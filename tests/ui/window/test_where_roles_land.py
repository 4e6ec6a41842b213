"""Who signs in lands where their work begins, and the cards of sign-in say whose batch is open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.window.person import CTRL, Key, Person
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.views.sign_in_people import BEGINS, CONTINUES

AtTheWindow = Callable[[Path], Person]


def lock(person: Person) -> None:
    person.press(Key.Key_L, CTRL)
    person.settle()
    assert person.start.window.page() is person.start.page


def open_batch(person: Person) -> str:
    """Whoever is at the till opens theirs, by keys; its number."""
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


def card(person: Person, name: str) -> str:
    return next(one.shown.second for one in person.start.page.users.cards if one.shown.words == name)


@pytest.mark.slow
def test_each_role_lands_where_its_work_begins(at_the_window: AtTheWindow, city: Path) -> None:
    person = at_the_window(city)
    for name, pin, room in (
        ("M. Ruiz", CASHIER_PIN, "till"), ("K. Dunn", APPROVER_PIN, "batches"), ("E. Boone", CASHIER_PIN, "batches"),
        ("T. Okafor", CASHIER_PIN, "till"),
    ):  # fmt: skip
        person.sit_down(name, pin)
        assert person.page.frame.room() == room, name
        lock(person)


@pytest.mark.slow
def test_a_supervisor_with_a_drawer_of_their_own_lands_at_the_till(at_the_window: AtTheWindow, city: Path) -> None:
    person = at_the_window(city)
    person.sit_down("K. Dunn", APPROVER_PIN)
    person.press(Key.Key_1, CTRL)
    open_batch(person)
    lock(person)
    person.sit_down("K. Dunn", APPROVER_PIN)
    assert person.page.frame.room() == "till"


def test_somebody_without_a_room_stays_at_sign_in_and_is_told(
    at_the_window: AtTheWindow, city: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = at_the_window(city)
    with monkeypatch.context() as changed:
        changed.setattr("ui.viewmodels.frame._ROOM_DEEDS", ())
        person.sign_in("E. Boone", CASHIER_PIN)
        person.until(lambda: person.shows("E. Boone has no work at this window."))
    assert person.rooms.session.sitting is None
    person.sit_down("M. Ruiz", CASHIER_PIN)
    assert person.page.frame.room() == "till"


@pytest.mark.slow
def test_after_a_lock_the_cards_say_whose_batch_is_open(at_the_window: AtTheWindow, city: Path) -> None:
    person = at_the_window(city)
    assert person.start.page.second.text() == BEGINS
    person.sit_down("M. Ruiz", CASHIER_PIN)
    batch = open_batch(person)
    lock(person)
    person.until(lambda: card(person, "M. Ruiz") == f"Cashier, batch {batch} open")
    assert person.start.page.second.text() == CONTINUES
    assert person.start.page.users.chosen_key() == "mruiz"
    assert card(person, "T. Okafor") == "Cashier"
