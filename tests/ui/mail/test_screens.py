"""Nothing is cut in the mail room, at any size of window and text; and every part has its name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.mail.test_by_keys import MailPerson
from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, Key, Person
from tests.ui.window.test_the_day import plain
from ui.look.theme import Look, apply_look
from ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens


@pytest.mark.slow
@pytest.mark.parametrize(("tokens", "scale"), [(LIGHT, 100), (LIGHT, 150), (DARK, 100), (HIGH_CONTRAST, 100)])
def test_nothing_is_cut_in_the_mail_room(
    at_the_window: Callable[[Path], Person], city: Path, qapp: QApplication, tokens: Tokens, scale: int
) -> None:
    apply_look(qapp, Look(tokens, scale))
    person = at_the_window(city)
    person.start.window.resize(1366, 768)
    people = person.ask(plain)
    desk = MailPerson(person)
    found = {"none": faults(person.page)}
    desk.open_batch(3, sum(one.balance for one in people[:3]))
    desk.scan(people[0])
    person.press(Key.Key_Return)
    desk.write_check("2210")
    desk.enter_and_saved()
    found["keyed"] = faults(person.page)
    desk.scan(people[1])
    person.press(Key.Key_Return)
    desk.write_check("887")
    person.write("10.00")
    person.press(Key.Key_Return)
    person.settle()
    found["differs"] = faults(person.page)
    person.shoot(f"mail-{tokens.name.split()[0]}-{scale}")
    person.press(Key.Key_T)
    person.settle()
    person.press(Key.Key_4, ALT)
    person.settle()
    found["phone"] = faults(person.page)
    assert {name: cut for name, cut in found.items() if cut} == {}
