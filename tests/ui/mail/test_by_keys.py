"""The mail room in the real window, by keys and devices only: listed, keyed, linked, set aside, mended, counted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.device_setting import DeviceKind
from app.domain.device_state import DeviceWord
from app.domain.mail import MAIL, PHON
from app.domain.money import Money
from app.domain.tender import NOT_PRESENT
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.ui.window.person import ALT, CTRL, CTRL_SHIFT, Key, Person
from tests.ui.window.test_the_day import plain
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.viewmodels.mail.item import Step
from ui.viewmodels.mail.model import MailModel
from ui.views.mail.room import MailRoom


class MailPerson:
    """Somebody at the mail desk of the window."""

    def __init__(self, person: Person) -> None:
        self.person = person
        person.sit_down("M. Ruiz", CASHIER_PIN)
        person.press(Key.Key_2, CTRL)
        person.settle()
        board = person.rooms.board
        for kind in (DeviceKind.SCANNER, DeviceKind.CHECK_READER):  # a line that does not stand yet loses a scan
            person.until(lambda kind=kind: board.word(kind) is DeviceWord.OK)  # type: ignore[misc]  # bound on purpose

    @property
    def room(self) -> MailRoom:
        found = self.person.start.window.findChild(MailRoom)
        assert found is not None
        return found

    @property
    def model(self) -> MailModel:
        return self.room.model

    @property
    def has_focus(self) -> str:
        return self.person.focus.objectName()

    def open_batch(self, items: int, cents: int) -> str:
        """O, count, total, the second name, F10."""
        person = self.person
        assert self.has_focus == "mail_open"
        person.press(Key.Key_O)
        person.dialog("open_mail")
        person.write(str(items))
        person.press(Key.Key_Return)
        person.write(str(Money(cents)))
        person.press(Key.Key_Return)
        assert self.has_focus == "open_mail_second_opener"
        person.press(Key.Key_Down)
        person.shoot("mail-open")
        person.press(Key.Key_F10)
        person.is_gone("open_mail")
        person.until(lambda: self.model.read.batch is not None)
        assert self.has_focus == "mail_stub"
        batch = self.model.read.batch
        assert batch is not None
        return batch.batch

    def scan(self, account: Account) -> None:
        """A stub, and its amount waits for Enter."""
        before = len(self.model.item.draft.lines)
        self.person.until(lambda: self.person.bench.scanner.scan(account.stub_scan_line))
        self.person.until(lambda: len(self.model.item.draft.lines) > before)
        self.person.settle()
        assert self.has_focus == "mail_stub_amount"

    def write_check(self, number: str) -> None:
        """Its number, Enter."""
        assert self.has_focus == "mail_paper"
        self.person.write(number)
        self.person.press(Key.Key_Return)
        assert self.has_focus == "mail_paper_amount"

    def enter_and_saved(self) -> None:
        """Enter, and one receipt more is durable."""
        before = self.model.read.control.keyed_items
        self.person.press(Key.Key_Return)
        self.person.until(lambda: self.model.read.control.keyed_items > before)
        self.person.settle()
        assert self.has_focus == "mail_stub"


@pytest.mark.slow
def test_a_mail_batch_by_keys_from_its_list_to_the_count(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """F1, F3, R13: stub, check, Enter, Enter; one check for two stubs, two checks for one; an item aside."""
    person = at_the_window(city)
    people = person.ask(plain)
    person.start.window.resize(1366, 768)
    desk = MailPerson(person)
    keyed = sum(one.balance for one in people[:4])
    aside = 4_545
    batch = desk.open_batch(5, keyed + aside + 900)
    assert person.shows(f"Batch {batch}")
    assert person.focus.objectName() == "mail_stub"

    desk.scan(people[0])  # stub, Enter, check fed, Enter
    person.press(Key.Key_Return)
    person.until(lambda: person.bench.check_feeder.feed(SAMPLE_CHECKS[0]))
    person.until(lambda: desk.model.item.step is Step.PAPER_AMOUNT)
    assert desk.room.entry.paper.text() == SAMPLE_CHECKS[0].number
    assert desk.room.entry.paper_amount.text() == str(Money(people[0].balance))
    desk.enter_and_saved()

    desk.scan(people[1])  # one check, two stubs: + between them
    person.write("+")
    assert desk.has_focus == "mail_stub"
    desk.scan(people[2])
    person.press(Key.Key_Return)
    desk.write_check("10442")
    assert desk.room.entry.paper_amount.text() == str(Money(people[1].balance + people[2].balance))
    desk.enter_and_saved()

    desk.scan(people[3])  # two checks, one stub: * between them
    person.press(Key.Key_Return)
    desk.write_check("1180")
    person.write("10.00")
    person.write("*")
    desk.write_check("1181")
    assert desk.room.entry.paper_amount.text() == str(Money(people[3].balance - 1_000))
    desk.enter_and_saved()
    person.shoot("mail-keyed")
    states = [row.cells[-1].text for row in desk.model.grid.rows]
    assert states == [
        "Agrees", "one check, 2 stubs", "with line 2", "2 checks, 1 stub", "with line 4",
    ]  # fmt: skip

    person.until(lambda: person.bench.check_feeder.feed(SAMPLE_CHECKS[1]))  # a check without a stub, set aside
    person.until(lambda: desk.model.item.read is not None)
    person.settle()
    assert desk.has_focus == "mail_stub"
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_paper_amount"
    person.write("45.45")
    person.press(Key.Key_A, ALT)
    person.dialog("reason")
    person.press(Key.Key_1)
    person.press(Key.Key_Return)
    person.is_gone("reason")
    person.until(lambda: desk.model.read.control.aside == aside)
    assert desk.model.read.control.items_left == 0

    person.press(Key.Key_F10)  # the tape was 9.00 too high: found, and mended
    assert "9.00 is left of the control total" in person.said("mail_notice")
    person.shoot("mail-differs")
    person.press(Key.Key_L, ALT)
    person.dialog("correct_list")
    person.write(str(Money(keyed + aside)))
    person.press(Key.Key_Return)
    person.press(Key.Key_Down)
    person.press(Key.Key_F10)
    person.is_gone("correct_list")
    person.until(lambda: desk.model.read.control.agrees)
    person.press(Key.Key_F, ALT)
    person.dialog("count_sheet")
    assert person.page.frame.room() == "batches"
    person.press(Key.Key_Escape)
    person.is_gone("count_sheet")
    person.press(Key.Key_2, CTRL)
    person.settle()
    record = person.ask(lambda books: books.batch(batch))
    assert record is not None
    assert (record.source, record.drawer, record.state) == (MAIL, False, BatchState.OPEN)
    person.shoot("mail-closes")


@pytest.mark.slow
def test_a_wrong_item_is_voided_with_a_second_person_and_keyed_again(
    at_the_window: Callable[[Path], Person], city: Path
) -> None:
    """R23: the grid's line is chosen by keys, the void has a reason and a supervisor's PIN."""
    person = at_the_window(city)
    people = person.ask(plain)
    desk = MailPerson(person)
    desk.open_batch(1, people[0].balance)
    desk.scan(people[0])
    person.write("10.00")
    person.press(Key.Key_Return)
    desk.write_check("2210")
    desk.enter_and_saved()
    person.press(Key.Key_G, ALT)
    person.press(Key.Key_Up)
    assert desk.has_focus == "mail_grid"
    person.press(Key.Key_V, CTRL_SHIFT)
    person.dialog("till_void_dialog")
    person.press(Key.Key_2)
    while desk.has_focus != "till_void_approver_pin":
        person.press(Key.Key_Tab)
    person.write(APPROVER_PIN)
    person.press(Key.Key_F10)
    person.is_gone("till_void_dialog")
    person.until(lambda: not desk.model.read.control.keyed)
    assert desk.model.grid.rows[0].is_void
    desk.scan(people[0])
    person.press(Key.Key_Return)
    desk.write_check("2210")
    desk.enter_and_saved()
    assert desk.model.read.control.agrees


@pytest.mark.slow
def test_digits_stay_in_the_amount_while_a_check_is_fed(at_the_window: Callable[[Path], Person], city: Path) -> None:
    """A check fed while the amount field has the focus goes to its own place, and nothing typed is lost."""
    person = at_the_window(city)
    people = person.ask(plain)
    desk = MailPerson(person)
    desk.open_batch(1, 1_200)
    desk.scan(people[0])
    person.write("12")
    person.until(lambda: person.bench.check_feeder.feed(SAMPLE_CHECKS[0]))
    person.until(lambda: desk.model.item.read is not None)
    person.settle()
    assert desk.has_focus == "mail_stub_amount"
    assert desk.room.entry.stub_amount.text() == "12"
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_paper_amount"
    assert desk.room.entry.paper_amount.text() == "12.00"
    assert not person.till.draft.reads  # nor does the till behind hear of it
    desk.enter_and_saved()


@pytest.mark.slow
def test_a_phone_payment_by_keys(at_the_window: Callable[[Path], Person], city: Path) -> None:
    """F1, C1: the account typed, the terminal's approval code and last four; marked as not present."""
    person = at_the_window(city)
    account = person.ask(plain)[0]
    person.start.window.resize(1366, 768)
    desk = MailPerson(person)
    person.press(Key.Key_4, ALT)
    person.settle()
    person.press(Key.Key_O)
    person.dialog("open_mail")
    person.press(Key.Key_F10)
    person.is_gone("open_mail")
    person.until(lambda: desk.model.read.batch is not None)
    person.settle()
    assert desk.has_focus == "mail_stub"
    person.write(account.number)
    person.press(Key.Key_Return)
    person.until(lambda: bool(desk.model.item.draft.lines))
    assert desk.has_focus == "mail_stub_amount"
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_paper"
    assert person.said("mail_paper_label") == "Approval code"
    person.write("A81F22")
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_last_four"
    person.write("4242")
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_paper_amount"
    person.shoot("mail-phone")
    desk.enter_and_saved()
    receipt = person.ask(lambda books: books.receipts(limit=1))[0]
    tender = receipt.tenders[0]
    assert (receipt.source, tender.reference, tender.last_four, tender.bank) == (PHON, "A81F22", "4242", NOT_PRESENT)
    person.press(Key.Key_F10)
    person.dialog("count_sheet")


@pytest.mark.slow
def test_cash_from_an_envelope_and_a_second_clerk(at_the_window: Callable[[Path], Person], city: Path) -> None:
    """F1: Alt+C takes the stub's amount in cash; the next person at the window is told whose batch it is."""
    person = at_the_window(city)
    account = person.ask(plain)[0]
    desk = MailPerson(person)
    batch = desk.open_batch(1, 2_500)
    desk.scan(account)
    person.write("25.00")
    person.press(Key.Key_Return)
    assert desk.has_focus == "mail_paper"
    person.press(Key.Key_C, ALT)
    assert desk.has_focus == "mail_paper_amount"
    desk.enter_and_saved()
    assert desk.model.grid.rows[0].cells[5].text == "cash"
    person.press(Key.Key_L, CTRL)
    person.sit_down("T. Okafor", CASHIER_PIN)
    person.press(Key.Key_2, CTRL)
    person.until(lambda: person.shows(f"Mail batch {batch} is M. Ruiz's; open your own with its own control total."))
    assert desk.has_focus == "mail_open"
