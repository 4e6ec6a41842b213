"""Misc receipts and pennies in Set-up by keys: a type is added, changed, switched off (B8, T9, J6)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.misc import LedgerPart
from app.settings.misc_types import misc_types
from db.paths import STATION_DB
from db.verify.verify import verify
from tests.ui.set_up_room.test_by_keys import FORM, answer, go_to, in_set_up, row_of, tick, to_row
from tests.ui.till.test_screens import faults
from tests.ui.window.person import CTRL, Key, Person

ORDINANCE = "Res. 2026-44"


def types(person: Person) -> dict[str, object]:
    sitting = person.rooms.session.sitting
    assert sitting is not None
    return {each.code: each for each in misc_types(person.ask(lambda books: books.policy(sitting.business_date)))}


@pytest.mark.slow
def test_b8_a_type_is_added_and_changed_and_its_ledger_split_is_checked(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """B8 in Set-up: each change is an entry that verify passes."""
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "misc")
    person.shoot("set-up-misc")
    assert faults(person.start.window) == []
    person.press(Key.Key_A)
    dialog = person.dialog(FORM)
    answer(person, "fish", "Fishing permit", "12.50", "", "10-4330 60%, 10-2240 30%", "Permit holder", "", ORDINANCE)
    assert dialog.isVisible()
    person.press(Key.Key_F10)
    assert "come to 90, not to 100" in person.said("set_up_misc_ledger_caption")
    assert faults(dialog) == []
    person.shoot("set-up-misc-form")
    person.press(Key.Key_A, CTRL)
    person.write("10-4330 2.50, 10-2240")
    person.press(Key.Key_F10)
    person.is_gone(FORM)
    person.until(lambda: "FISH  Fishing permit" in [row[0].text for row in page.model.rows()])
    kind = types(person)["FISH"]
    assert kind.ledger == (LedgerPart("10-4330", cents=250), LedgerPart("10-2240", percent=100))  # type: ignore[attr-defined]
    assert row_of(page, "FISH  Fishing permit")[1] == "12.50"
    to_row(person, page, "FISH  Fishing permit")
    person.press(Key.Key_Return)
    dialog = person.dialog(FORM)
    answer(person, "", "15.00", "", "", "", "", ORDINANCE)
    while person.focus.objectName() != "set_up_misc_tender_check":
        person.press(Key.Key_Tab)
    tick(person)
    person.press(Key.Key_F10)
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "FISH  Fishing permit")[1] == "15.00")
    assert types(person)["FISH"].tenders == ("cash", "money_order", "card")  # type: ignore[attr-defined]
    assert person.shows("12.50, 10-4330 2.50, 10-2240 from")
    assert faults(person.start.window) == []
    person.shoot("set-up-misc-changed")
    assert verify(city / STATION_DB, person.rooms.desk.key).failed() == ()


@pytest.mark.slow
def test_j6_a_type_is_switched_off_and_the_chooser_offers_it_no_more(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """J6: switched off from a date on, never deleted."""
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "misc")
    to_row(person, page, "ANIMAL  Animal license")
    person.press(Key.Key_O)
    person.dialog(FORM)
    answer(person, "", ORDINANCE)
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "ANIMAL  Animal license")[-1] == "Off")
    assert not types(person)["ANIMAL"].active  # type: ignore[attr-defined]


@pytest.mark.slow
def test_t9_pennies_are_a_dated_setting_that_begins_off(at_the_window: Callable[[Path], Person], city: Path) -> None:
    """T9 in Set-up."""
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "fees")
    assert row_of(page, "Pennies in cash")[1:3] == ["Not rounded", "as it begins"]
    to_row(person, page, "Pennies in cash")
    person.press(Key.Key_Return)
    dialog = person.dialog(FORM)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)
    answer(person, "")
    assert faults(dialog) == []
    person.shoot("set-up-pennies")
    answer(person, "Council, 3 Dec 2026")
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "Pennies in cash")[1] == "To the nearest five cents")
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert sitting.policy.cash_pennies == "nearest"
    assert faults(person.start.window) == []
    person.shoot("set-up-pennies-kept")
