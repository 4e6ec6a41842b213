"""Checks and the tape at the real window by keys alone, then the books are proved (B11, A9, C10, P13, C5)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.account import Account
from app.domain.change import suggested_pieces
from app.domain.tender import TenderKind
from app.ports.books import BooksReader
from app.usecases.open_batch import OpenBatchRequest
from db.keys.custody import find_file_key
from db.verify.folder import verify_folder
from devices.simulators.check_feeder import FeederFault
from devices.simulators.paper import PaperText
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.ui.till.test_screens import faults
from tests.ui.window.person import ALT, OMNIBOX, Key, Person
from tests.ui.window.test_the_day import plain
from ui.compose.practice import CASHIER_PIN

FIRST = SAMPLE_CHECKS[0]
NEXT = FIRST.__class__(**{**vars(FIRST), "number": "1043"})
AMOUNT = "till_tender_amount"


def paper(person: Person) -> str:
    return "\n".join(row.text for row in person.bench.printer.view().rows if isinstance(row, PaperText))


@pytest.mark.slow
def test_checks_and_a_stapled_tape_by_keys_and_the_books_are_right(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """B11, A9, C10, P13, C5."""
    person = at_the_window(city)
    start = OpenBatchRequest("mruiz", suggested_pieces(20_000, largest_bill=10_000))
    person.rooms.desk.do(lambda deeds: deeds.open_batch(start)).result()
    account = person.ask(plain)[0]
    person.sit_down("M. Ruiz", CASHIER_PIN)
    first = pay_in_part_with_a_marked_check_and_a_tape(person, account)
    second = pay_the_rest_from_memory(person, account, first)
    key_what_the_reader_could_not_read(person, second)
    look_at_the_batch(person, (first, second))
    person.close()
    assert verify_folder(city, find_file_key(city)).failed() == ()


def pay_in_part_with_a_marked_check_and_a_tape(person: Person, account: Account) -> str:
    """Alt+T, R, T, Esc; the check made out to two; Enter: receipt and tape."""
    person.scan(account)
    person.until(lambda: person.till_room.lines.hand_field() is not None)
    person.press(Key.Key_A, ALT)
    assert person.focus.objectName() == f"till_line_{account.key}_paying"
    person.write("20")
    person.press(Key.Key_Return)
    assert person.till.draft.lines[0].accepted == 2_000
    person.press(Key.Key_T, ALT)
    person.until(lambda: person.focus.objectName() == "tape_amount")
    person.press(Key.Key_R)
    person.write("20")
    person.press(Key.Key_C)
    person.press(Key.Key_T)
    assert person.said("tape_difference") == "0.00"
    assert person.said("tape_stapled") == "Prints with the receipt in hand"
    person.shoot("tape")
    person.press(Key.Key_Escape)
    person.until(lambda: person.focus.objectName() == OMNIBOX)
    person.feed(FIRST)
    person.press(Key.Key_W, ALT)
    assert person.said("till_check_look_words") == "Made out to two: it is taken, with a note on the receipt."
    person.shoot("marked-check")
    assert faults(person.start.window) == []
    person.press(Key.Key_Return)
    number = person.is_saved()
    person.until(lambda: "Stapled to receipt" in paper(person))
    assert "check 1042: made out to two" in paper(person)
    assert paper(person).index("made out to two") < paper(person).index("*** TAPE ***")
    return number


def pay_the_rest_from_memory(person: Person, account: Account, before: str) -> str:
    """The next check of the same bank account: Enter puts its account on, Enter takes it."""
    person.feed(NEXT)
    assert person.said("till_usual_title").endswith(before)
    person.shoot("memory")
    person.press(Key.Key_Return)
    person.until(lambda: person.lines == [account.key])
    person.until(lambda: person.focus.objectName() == AMOUNT)
    person.press(Key.Key_Return)
    number = person.is_saved(after=before)

    def tenders(books: BooksReader) -> list[str]:
        receipt = books.receipt(number)
        assert receipt is not None
        assert receipt.total == account.balance - 2_000
        return [tender.kind for tender in receipt.tenders]

    assert person.ask(tenders) == [TenderKind.CHECK]
    return number


def key_what_the_reader_could_not_read(person: Person, before: str) -> None:
    """The same check once more, smudged: keyed, told as taken before, handed back."""
    person.bench.switch(FeederFault.SMUDGED, True)
    person.until(lambda: person.bench.check_feeder.feed(NEXT))
    person.until(lambda: person.focus.objectName() == "till_keying_transit")
    person.write(FIRST.routing[3:5])
    person.press(Key.Key_Return)
    person.until(lambda: person.till.tenders.asked is not None)
    person.settle()
    assert person.said("till_tender_note").startswith(f"Check 1043 was taken already, on receipt {before}.")
    person.press(Key.Key_Escape)
    person.settle()
    assert person.till.draft.is_empty


def look_at_the_batch(person: Person, numbers: tuple[str, ...]) -> None:
    """Alt+B; no sum stands there for who counts it blind."""
    person.press(Key.Key_B, ALT)
    person.until(lambda: person.focus.objectName() == "tape_batch_find")
    person.until(lambda: person.shows("2 receipts, 0 void"))
    assert all(person.ask(lambda books, number=number: books.receipt(number)) for number in numbers)  # type: ignore[misc]
    person.shoot("batch-tape")
    person.press(Key.Key_Escape)
