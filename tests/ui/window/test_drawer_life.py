"""A supervisor covers the window, hands the drawer over, and an outage is entered, in the real window (R3, R15)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from app.domain.about import PAPER_OF
from app.domain.batch_state import BatchState
from app.domain.facts.paper import PaperEntered
from db.keys.custody import find_file_key
from db.verify.folder import verify_folder
from tests.ui.window.person import CTRL, Key, Person
from tests.ui.window.test_the_day import plain
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN

STARTING = 20_000


def pick(person: Person, box: str, name: str) -> None:
    """Down the list until the name stands in it."""
    combo = person.start.window.findChild(QComboBox, box)
    assert combo is not None
    combo.setFocus()
    while combo.currentText() != name:
        before = combo.currentIndex()
        person.press(Key.Key_Down)
        assert combo.currentIndex() != before, name


def test_a_supervisor_covers_hands_over_and_the_outages_paper_is_entered(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    person = at_the_window(city)
    people = person.ask(plain)
    person.sit_down("K. Dunn", APPROVER_PIN)
    batch = cover_the_window(person)
    person.page.enter_room("till")
    person.scan(people[0])
    person.press(Key.Key_F5)
    first = person.is_saved()
    person.is_printed()
    person.page.enter_room("batches")
    person.settle()
    give_out_paper(person)
    hand_over(person, people[0].balance)
    now = person.ask(lambda books: books.batch_now(batch))
    assert now is not None
    assert now.cashier == "mruiz"
    person.press(Key.Key_L, CTRL)
    person.until(lambda: person.start.window.page() is person.start.page)
    person.sit_down("M. Ruiz", CASHIER_PIN)
    person.scan(people[1])
    person.press(Key.Key_F5)
    person.is_saved(after=first)
    person.is_printed()
    paper = enter_paper(person, people[2].number)
    told = person.ask(lambda books: books.about(PAPER_OF, paper))
    assert [fact.paper for _ref, _by, fact in told if isinstance(fact, PaperEntered)] == ["451"]
    record = person.ask(lambda books: books.batch(batch))
    assert record is not None
    assert (record.state, record.holders) == (BatchState.OPEN, ("kdunn", "mruiz"))
    assert record.taken == people[0].balance + people[1].balance + 1_000
    person.close()
    assert verify_folder(city, find_file_key(city)).failed() == ()


def cover_the_window(person: Person) -> str:
    person.page.enter_room("batches")
    person.settle()
    person.press(Key.Key_O)
    person.dialog("open_batch")
    person.count_cash(STARTING)
    person.press(Key.Key_F10)
    person.is_gone("open_batch")
    person.until(lambda: person.rooms.session.sitting is not None and person.rooms.session.sitting.batch is not None)
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    return sitting.batch.batch


def give_out_paper(person: Person) -> None:
    person.press(Key.Key_P)
    person.dialog("paper_ranges")
    for number in ("451", "452"):
        person.write(number)
        person.press(Key.Key_Return)
    pick(person, "paper_who", "M. Ruiz")
    person.press(Key.Key_F10)
    person.settle()
    person.shoot("paper-ranges")
    person.press(Key.Key_Escape)
    person.is_gone("paper_ranges")


def hand_over(person: Person, taken: int) -> None:
    person.press(Key.Key_H)
    person.dialog("hand_over")
    person.count_cash(STARTING + taken)
    person.press(Key.Key_Return, CTRL)
    person.count_cash(STARTING + taken)
    pick(person, "hand_over_person_who", "M. Ruiz")
    person.press(Key.Key_Tab)
    person.write(CASHIER_PIN)
    person.shoot("hand-over")
    person.press(Key.Key_F10)
    person.is_gone("hand_over")


def enter_paper(person: Person, account: str) -> str:
    person.page.enter_room("batches")
    person.settle()
    person.press(Key.Key_N)
    person.dialog("paper_entry")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    person.write(account)
    person.press(Key.Key_Return)
    person.write("10.00")
    person.shoot("paper-entry")
    person.press(Key.Key_Return, CTRL)
    person.until(lambda: "Paper 451 is" in person.said("paper_stored"))
    said = person.said("paper_stored")
    person.press(Key.Key_Escape)
    person.is_gone("paper_entry")
    return said.split(" is ")[1].split(",")[0]
