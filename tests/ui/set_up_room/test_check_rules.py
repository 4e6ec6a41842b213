"""What the city does with unusual checks, in Set-up by keys (C9, C10, P17)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.check_concern import CheckConcern, CheckRule
from app.settings.check_rules import rule_for
from tests.ui.set_up_room.test_by_keys import FORM, answer, go_to, in_set_up, row_of, to_row
from tests.ui.till.test_screens import faults
from tests.ui.window.person import Key, Person


@pytest.mark.slow
def test_a_rule_for_checks_is_a_dated_setting_that_begins_by_itself(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """C9: post-dated checks begin as not taken; one choice and an ordinance turn it into a note."""
    person = at_the_window(city)
    room = in_set_up(person)
    page = go_to(person, room, "fees")
    assert row_of(page, "Post-dated checks")[1:3] == ["Not taken", "as it begins"]
    assert row_of(page, "A check is stale after")[1:3] == ["6 months", "as it begins"]
    to_row(person, page, "Post-dated checks")
    person.press(Key.Key_Return)
    dialog = person.dialog(FORM)
    for _step in range(2):
        person.press(Key.Key_Up)
    person.press(Key.Key_Return)
    answer(person, "")
    assert faults(dialog) == []
    answer(person, "Ordinance 12-4")
    person.is_gone(FORM)
    person.until(lambda: row_of(page, "Post-dated checks")[1] == "Taken, with a note")
    person.shoot("set-up-checks")
    assert faults(person.start.window) == []
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert rule_for(sitting.policy, CheckConcern.POST_DATED) is CheckRule.NOTE
