"""Copies, headers and trailers of receipts, set by keys (E2, E5)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.set_up_room.test_by_keys import FORM, answer, go_to, in_set_up, row_of, to_row
from tests.ui.window.person import Key, Person


@pytest.mark.slow
def test_e5_copies_and_words_of_a_kind_of_payment_are_dated_settings(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """E5: forms by tender and payment, header and trailer by office."""
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "receipts")
    to_row(person, page, "Copies, paid by check")
    assert row_of(page, "Copies, paid by check")[1] == "1 in all"
    person.press(Key.Key_Return)
    person.dialog(FORM)
    answer(person, "9")
    person.press(Key.Key_F10)
    assert "from 1 to 4" in person.said("set_up_value_caption")
    sitting = person.rooms.session.sitting
    assert sitting is not None
    answer(person, "2", sitting.business_date, "Ord. 51.11")
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "Copies, paid by check")[1] == "2 in all")
    policy = person.ask(lambda books: books.policy(sitting.business_date))
    assert dict(policy.receipts) == {"receipt_copies_check": 2}
    person.shoot("set-up-receipts")
