"""A small day at the real window, from sign-in to the bag: what stands on the screen, and what has the focus."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.money import Money
from app.ports.books import BooksReader
from db.keys.custody import find_file_key
from db.paths import STATION_DB
from db.verify.folder import verify_folder
from db.verify.verify import verify
from devices.simulators.printer_works import PrinterFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.ui.window.person import ALT, CTRL, CTRL_SHIFT, OMNIBOX, Key, Person
from ui.compose.desk import BACKUPS
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN

RUIZ = "1042281"
STARTING = 19_900
CHECK, CARD = 15_000, 2_500


def plain(books: BooksReader) -> list[Account]:
    """Active accounts that owe something everyday and carry no flag, by number."""
    found = [books.standing(hit.key) for hit in books.find("101-", limit=60)]
    accounts = [one.account for one in found if one is not None and not one.account.flags]
    return sorted(
        (one for one in accounts if one.status == "active" and not one.incomplete and 2_500 < one.balance < 45_000),
        key=lambda account: account.key,
    )


@pytest.mark.slow
def test_a_small_day_from_sign_in_to_the_bag(at_the_window: Callable[[Path], Person], city: Path) -> None:
    person = at_the_window(city)
    people = person.ask(plain)
    assert len(people) >= 8
    sign_in_with_one_wrong_pin(person)
    batch = open_the_batch(person)
    cash = take_cash(person, people)
    take_a_check_that_is_refused(person)
    take_a_card_while_a_car_waits(person, people)
    cash += people[3].balance + (18_412 - CHECK)
    cash += paper_void_and_no_sale(person, people)
    lock_over_unfinished_work(person, people)
    count_blind(person, batch, cash)
    find_the_difference(person, batch)
    recount(person, batch, cash)
    approve_and_bag(person, batch, cash)
    person.close()
    key = find_file_key(city)
    assert verify_folder(city, key).failed() == ()
    copies = list(city.with_name(f"{city.name}{BACKUPS}").iterdir())
    assert len(copies) == 1
    assert verify(copies[0] / STATION_DB, key, journal_mode="delete").failed() == ()
    log = city / "faults.log"
    assert not log.exists() or "citytill" not in log.read_text()


def sign_in_with_one_wrong_pin(person: Person) -> None:
    assert person.start.window.isActiveWindow()
    assert person.focus is person.start.page.pad
    person.shoot("sign-in")
    person.sign_in("M. Ruiz", "4321")
    person.until(lambda: "4 more tries" in person.start.page.pad.fault.text())
    assert person.focus is person.start.page.pad
    person.shoot("wrong-pin")
    person.sit_down("M. Ruiz", CASHIER_PIN)
    assert person.start.window.isActiveWindow()
    assert person.shows("No batch open")
    assert person.focus.objectName() == "till_open_batch"


def open_the_batch(person: Person) -> str:
    """Enter opens the count of the starting cash; one dollar is missing, and the reason is asked."""
    person.shoot("no-batch")
    person.press(Key.Key_Return)
    person.dialog("open_batch")
    person.count_cash(STARTING, largest=2_000)
    assert person.said("opening_total") == "199.00"
    person.press(Key.Key_F10)
    person.until(lambda: person.shows("needs a reason"))
    assert person.focus.objectName() == "opening_reason"
    person.shoot("starting-cash")
    person.press(Key.Key_Down)
    person.press(Key.Key_F10)
    person.is_gone("open_batch")
    person.until(lambda: person.till.has_batch)
    assert person.focus.objectName() == OMNIBOX
    person.until(lambda: person.shows("Scan a stub or feed a check to begin"))
    sitting = person.rooms.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    assert person.shows(f"Batch {sitting.batch.batch}")
    person.shoot("till-empty")
    return sitting.batch.batch


def take_cash(person: Person, people: list[Account]) -> int:
    """Exact cash is scan and F5; with change the amount stands large until Enter."""
    first, second = people[0], people[1]
    person.scan(first)
    assert person.said("to_pay") == str(Money(first.balance))
    assert person.focus.objectName() == OMNIBOX
    person.shoot("account")
    person.press(Key.Key_F5)
    number = person.is_saved()
    assert person.focus.objectName() == OMNIBOX
    person.is_printed()
    person.shoot("exact-cash")
    assert person.said("till_band_paid") == str(Money(first.balance))

    person.bench.printer.push_drawer_shut()
    person.scan(second)
    assert not person.till_room.band.isVisible()
    given = (second.balance // 2_000 + 1) * 2_000
    person.write(str(given // 100))
    person.press(Key.Key_F5)
    change = str(Money(given - second.balance))
    assert person.till_room.till.money.change.shown.amount == change
    person.shoot("change")
    person.press(Key.Key_Return)
    person.is_saved(after=number)
    assert person.said("till_band_change") == change
    assert person.said("till_step_0") == "Saved in the journal"
    person.is_printed()
    person.until(lambda: person.said("till_step_1") == "Drawer opened")
    person.shoot("change-given")
    return first.balance + second.balance


def take_a_check_that_is_refused(person: Person) -> None:
    """Cash only really refuses it; the supervisor's PIN lets it stand, in place."""
    ruiz = person.ask(lambda books: books.account(RUIZ))
    assert ruiz is not None
    before = person.till.moment.receipt
    person.bench.printer.push_drawer_shut()
    person.scan(ruiz)
    assert person.shows("Cash only until")
    person.feed(SAMPLE_CHECKS[0])
    assert person.focus.objectName() == "till_tender_amount"
    person.write("150")
    person.press(Key.Key_Return)
    person.until(lambda: person.till.refusal.shown is not None and bool(person.till.refusal.shown.approvers))
    assert person.focus.objectName() == "till_refusal_field"
    assert person.shows("Check 1042 150.00 is refused.")
    person.shoot("refused")
    person.write(APPROVER_PIN)
    person.press(Key.Key_Return)
    person.until(lambda: bool(person.till.draft.tenders))
    person.settle()
    assert person.focus.objectName() == OMNIBOX
    assert person.till_room.till.money.tenders.rows[0].second.endswith("approved by K. Dunn")
    person.shoot("approved")
    person.press(Key.Key_F5)
    person.is_saved(after=before)
    person.is_printed()


def take_a_card_while_a_car_waits(person: Person, people: list[Account]) -> None:
    waiting, card = people[3], people[2]
    before = person.till.moment.receipt
    person.scan(waiting)
    person.press(Key.Key_F11)
    person.settle()
    assert person.shows("Lane 1, parked, 1 car")
    assert person.page.frame.keys.fact == "1 parked"
    person.scan(card)
    person.press(Key.Key_A, ALT)
    person.write("25")
    person.press(Key.Key_Return)
    assert person.focus.objectName() == OMNIBOX
    person.press(Key.Key_F7)
    for text in ("A81F2", "4417", ""):
        person.write(text)
        person.press(Key.Key_Return)
    card_receipt = person.is_saved(after=before)
    person.is_printed()
    person.shoot("parked")
    person.press(Key.Key_F11)
    person.until(lambda: person.lines == [waiting.key])
    person.settle()
    assert person.focus.objectName() == OMNIBOX
    assert person.page.frame.keys.fact == ""
    person.press(Key.Key_F5)
    person.is_saved(after=card_receipt)
    person.is_printed()


def paper_void_and_no_sale(person: Person, people: list[Account]) -> int:
    """No paper: the payment stands. A receipt too much is voided; the drawer opens with a reason."""
    before = person.till.moment.receipt
    person.bench.printer.push_drawer_shut()
    person.bench.switch(PrinterFault.PAPER_OUT, True)
    person.scan(people[4])
    person.press(Key.Key_F5)
    unprinted = person.is_saved(after=before)
    person.until(lambda: "It was not printed" in person.till_room.band.words)
    person.until(lambda: ", not printed" in person.trail())
    person.until(lambda: person.shows("Printer: paper out"))
    assert person.focus.objectName() == OMNIBOX
    person.shoot("not-printed")
    person.bench.all_off()
    person.bench.printer.load_paper()
    person.press(Key.Key_P, CTRL)
    person.is_printed("DUPLICATE printed")

    person.bench.printer.push_drawer_shut()
    person.scan(people[5])
    person.press(Key.Key_F5)
    wrong = person.is_saved(after=unprinted)
    person.is_printed()
    person.press(Key.Key_V, CTRL_SHIFT)
    person.dialog("till_void_dialog")
    person.until(lambda: bool(person.till.voids.asked.approvers))
    person.press(Key.Key_1)
    while person.focus.objectName() != "till_void_approver_pin":
        person.press(Key.Key_Tab)
    person.write(APPROVER_PIN)
    person.shoot("void")
    person.press(Key.Key_F10)
    person.is_gone("till_void_dialog")
    assert person.shows(f"Receipt {wrong} is void. Give back {Money(people[5].balance)} in cash.")
    assert person.trail().endswith(", void")
    assert person.focus.objectName() == OMNIBOX
    person.shoot("voided")

    person.bench.printer.push_drawer_shut()
    person.press(Key.Key_D, CTRL_SHIFT)
    person.dialog("till_no_sale_dialog")
    person.press(Key.Key_1)
    person.press(Key.Key_Return)
    person.is_gone("till_no_sale_dialog")
    person.until(lambda: person.shows("Drawer open"))
    assert person.focus.objectName() == OMNIBOX
    person.bench.printer.push_drawer_shut()
    person.until(lambda: person.shows("Drawer shut"))
    return people[4].balance


def lock_over_unfinished_work(person: Person, people: list[Account]) -> None:
    person.scan(people[6])
    person.press(Key.Key_L, CTRL)
    assert person.start.window.page() is person.start.page
    assert person.focus is person.start.page.pad
    person.sit_down("M. Ruiz", CASHIER_PIN)
    person.until(lambda: person.lines == [people[6].key])
    assert person.focus.objectName() == OMNIBOX
    assert person.shows("Unfinished work came back: Lane 1.")
    person.press(Key.Key_Escape)
    person.press(Key.Key_Escape)
    person.until(lambda: person.till.draft.is_empty)


def count_blind(person: Person, batch: str, cash: int) -> None:
    """Short by two dollars; no sum of what was taken stands anywhere."""
    person.press(Key.Key_3, CTRL)
    person.until(lambda: person.said("batches_number") == batch)
    assert not person.shows("No batch open")
    assert person.focus.objectName() == "batches_receipts"
    assert not person.shows(str(Money(cash)))
    person.shoot("my-batch")
    fill_sheet(person, STARTING + cash - 200)
    person.until(lambda: person.shows("Counted, locked"))
    person.shoot("counted")


def recount(person: Person, batch: str, cash: int) -> None:
    person.press(Key.Key_L, CTRL)
    person.sit_down("M. Ruiz", CASHIER_PIN)
    person.press(Key.Key_3, CTRL)
    person.until(lambda: person.shows("K. Dunn sent the count back: Recount cash."))
    person.shoot("sent-back")
    fill_sheet(person, STARTING + cash)
    person.until(lambda: state(person, batch) is BatchState.COUNTED)


def fill_sheet(person: Person, cash: int) -> None:
    person.press(Key.Key_C)
    person.dialog("count_sheet")
    person.count_cash(cash)
    person.press(Key.Key_Return)  # no rolls
    for text in ("1", str(Money(CHECK)), "1", str(Money(CARD)), "0", "0"):
        person.write(text)
        person.press(Key.Key_Return)
    person.shoot("count-sheet")
    person.press(Key.Key_F10)
    person.press(Key.Key_F10)  # rows left empty hold nothing
    person.is_gone("count_sheet")


def find_the_difference(person: Person, batch: str) -> None:
    person.press(Key.Key_L, CTRL)
    person.sit_down("K. Dunn", APPROVER_PIN)
    person.press(Key.Key_3, CTRL)
    assert person.page.frame.room() == "batches"
    person.until(lambda: person.shows("To balance") and person.said("detail_number") == batch)
    person.until(person.batches_room.board.panel.back.isVisible)
    assert person.focus.objectName() == "batches_table"
    person.shoot("difference")
    panel = person.batches_room.board.panel
    assert panel.suspects_title.isVisible()
    person.until(lambda: person.shows("one roll of nickels"))
    person.press(Key.Key_R)
    person.until(lambda: person.shows("Back to cashier"))
    person.press(Key.Key_1)
    person.shoot("why-back")
    person.press(Key.Key_Return)
    person.until(lambda: state(person, batch) is BatchState.REJECTED)
    person.settle()


def approve_and_bag(person: Person, batch: str, cash: int) -> None:
    """Another supervisor approves; the bag gets two names, and billing its file."""
    person.press(Key.Key_L, CTRL)
    person.sit_down("S. Whitekiller", APPROVER_PIN)
    person.press(Key.Key_3, CTRL)
    person.until(person.batches_room.board.panel.accept.isVisible)
    person.press(Key.Key_A)
    person.until(lambda: state(person, batch) is BatchState.BALANCED)
    person.until(lambda: person.shows("Balanced"))
    person.settle()
    assert person.focus.objectName() == "batches_table"
    person.shoot("balanced")

    person.press(Key.Key_D)
    person.settle()
    person.press(Key.Key_C, ALT)
    assert person.focus is person.batches_room.deposit.cash.first_field()
    person.count_cash(cash)
    person.press(Key.Key_B, ALT)
    person.write("70412")
    person.shoot("bag")
    person.press(Key.Key_F10)
    person.put_file(person.folder.parent / "slip.pdf")
    assert (person.folder.parent / "slip.pdf").read_bytes().startswith(b"%PDF")
    person.press(Key.Key_V, ALT)
    person.dialog("verify_bag")
    person.write("70412")
    while person.focus.objectName() != "verify_person_pin":
        person.press(Key.Key_Tab)
    person.write(APPROVER_PIN)
    person.shoot("second-name")
    person.press(Key.Key_F10)
    person.is_gone("verify_bag")
    bag = person.ask(lambda books: books.deposits())[0]
    assert (bag.prepared_by, bag.verified_by, bag.total) == ("swhite", "kdunn", cash + CHECK)
    person.shoot("verified")

    person.press(Key.Key_Escape)
    person.settle()
    assert person.focus.objectName() == "batches_table"
    person.press(Key.Key_E)
    person.dialog("posting_files")
    person.press(Key.Key_F10)
    person.put_file(person.folder.parent)
    person.until(lambda: person.shows("Written"))
    person.shoot("posting")
    person.press(Key.Key_Escape)
    person.is_gone("posting_files")
    files = list(person.folder.parent.glob("PRACTICE_*"))
    assert len(files) == 1
    QApplication.processEvents()
    assert person.focus.objectName() == "batches_table"


def state(person: Person, batch: str) -> BatchState:
    found = person.ask(lambda books: books.batch(batch))
    assert found is not None
    return found.state
