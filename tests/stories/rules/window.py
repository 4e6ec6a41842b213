"""A window for stories of the rules: real deeds over a real keyed file, people with PINs kept in memory."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance
from app.domain.cash import CashCount
from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.entry import EntryRef, StreamName
from app.domain.facts.base import Approval
from app.domain.facts.batches import TenderCount
from app.domain.pin_lock import PinTries
from app.domain.records import BatchRecord, ReceiptRecord
from app.domain.tender import Tender
from app.domain.user import AFTERWARDS_RIGHT, Deed, Role, User
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.accounts_delta import AccountChange
from app.ports.account_intake import ExtractTaken
from app.ports.books import Books, BooksReader
from app.settings.first_policy import practice_settings
from app.usecases.accept_count import AcceptCount, AcceptRequest, BatchIsBalanced
from app.usecases.found_station import FirstPerson, FoundStation
from app.usecases.open_batch import BatchIsOpen, OpenBatch, OpenBatchRequest
from app.usecases.save_draft import SaveDraft
from app.usecases.submit_count import CountIsIn, CountRequest, SubmitCount
from app.usecases.take_payment import PaymentRequest, PaymentTaken, TakePayment
from app.usecases.void_receipt import ReceiptIsVoid, VoidReceipt, VoidRequest
from db.station import Station, create_station, open_station
from devices.simulators.clock import SimulatedClock

R = TypeVar("R")
KEY = bytes(range(32))
MORNING = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)  # eight in the morning in Claremore
TODAY = "2026-11-21"
STREAM = StreamName("practice", "DT1", "A")
SUPERVISOR_PIN = "123456"
PEOPLE = (
    FirstPerson(User("mruiz", "M. Ruiz", (Role.CASHIER,)), "1234"),
    FirstPerson(User("tokafor", "T. Okafor", (Role.CASHIER,), (AFTERWARDS_RIGHT,)), "1234"),
    FirstPerson(User("kdunn", "K. Dunn", (Role.SUPERVISOR,)), SUPERVISOR_PIN),
    FirstPerson(User("swhite", "S. White", (Role.SUPERVISOR,)), SUPERVISOR_PIN),
    FirstPerson(User("llee", "L. Lee", (Role.LEAD,)), SUPERVISOR_PIN),
    FirstPerson(User("padmin", "P. Admin", (Role.ADMINISTRATOR,)), "1234"),
)
RUIZ, STORE, CASH_ONLY, OFF, BROKEN = "104228103", "104229000", "200000001", "200000002", "200000003"
ACCOUNTS = (
    Account(
        key=RUIZ, number="104-2281-03", name="RUIZ, MARIA", account_class="residential",
        service_address="412 N CHICKASAW AVE",
        services=(
            ServiceBalance("WATER", current=6120, due_date="2026-12-05", past_due_30=9640),
            ServiceBalance("SEWER", current=2652, due_date="2026-12-05"),
        ),
    ),
    Account(
        key=STORE, number="104-2290-00", name="FEED STORE", account_class="residential", service_address="9 W MAIN ST",
        services=(ServiceBalance("WATER", current=50_000, due_date="2026-12-05"),),
    ),
    Account(
        key=CASH_ONLY, number="200-0000-01", name="CASH, ONLY", account_class="residential",
        services=(ServiceBalance("WATER", current=4000),),
        flags=(AccountFlag(FlagKind.CASH_ONLY, "2027-01-15"),),
    ),
    Account(
        key=OFF, number="200-0000-02", name="OFF, SERVICE", account_class="residential", status="disconnected",
        services=(ServiceBalance("WATER", past_due_90=6000), ServiceBalance("PENALTY", past_due_30=600)),
    ),
    Account(
        key=BROKEN, number="200-0000-03", name="BROKEN, ROW", account_class="residential",
        incomplete=((812, "unknown service"),),
        services=(ServiceBalance("WATER", current=1000),),
    ),
)  # fmt: skip


class HandPins:
    """PINs without stretching, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {person.user.user: person.pin for person in PEOPLE}
        self.wrong: dict[str, PinTries] = {}

    def has_pin(self, user: str) -> bool:
        return user in self.kept

    def verify(self, user: str, pin: str) -> bool:
        return self.kept.get(user) == pin

    def set_pin(self, user: str, pin: str) -> None:
        self.kept[user] = pin

    def tries(self, user: str) -> PinTries:
        return self.wrong.get(user, PinTries())

    def keep_tries(self, user: str, tries: PinTries) -> None:
        self.wrong[user] = tries


class Window:
    """One station at work; every word of it is a use-case."""

    def __init__(self, folder: Path, clock: SimulatedClock, pins: HandPins | None = None) -> None:
        self.clock = clock
        self.pins = pins or HandPins()
        self.station: Station = open_station(folder, KEY, clock=clock)
        self._drafts = 0

    def do(self, deed: Callable[[Books], R]) -> R:
        """On the writer's lane; a minute passes."""
        self.clock.advance(seconds=60)
        return self.station.writer.run(deed)

    def ask(self, question: Callable[[BooksReader], R]) -> R:
        """On the reader's lane."""
        return self.station.reader.run(question)

    def close(self) -> None:
        assert self.station.close()

    def seq(self) -> int:
        """The last entry's number: whether something was written at all."""
        return self.ask(lambda books: books.head()).seq

    def open(self, by: str = "mruiz", *, cash: int = 20_000, date: str = "", reason: str = "") -> BatchIsOpen:
        request = OpenBatchRequest(by, pieces(cash), date, reason=reason)
        return self.do(lambda books: OpenBatch(books)(request))

    def draft(self, *lines: tuple[str, int], by: str = "mruiz", lane: str = "L1") -> Draft:
        """A draft with accepted amounts, not yet on the disk."""
        self._drafts += 1
        made = Draft(f"draft-{self._drafts}", by, lane)
        for key, cents in lines:
            made = made.with_line(DraftLine(key, key)).accepting(key, cents)
        return made

    def save(self, draft: Draft, *, parked: bool = False) -> Draft:
        return self.do(lambda books: SaveDraft(books)(draft, parked=parked))

    def finish(
        self, draft: Draft, batch: str, *, approvals: tuple[Approval, ...] = (), by: str = "", replaces: str = ""
    ) -> PaymentTaken:
        """Save the draft and post it."""
        self.save(draft)
        request = PaymentRequest(by or draft.user, batch, draft, approvals, replaces=replaces)
        return self.do(lambda books: TakePayment(books)(request))

    def pay(
        self, batch: str, *tenders: Tender, account: str = STORE, cents: int = 0, by: str = "mruiz",
        approvals: tuple[Approval, ...] = (),
    ) -> PaymentTaken:  # fmt: skip
        """One account, paid in full by the tenders unless `cents` says how much."""
        amount = cents or sum(tender.amount_tendered for tender in tenders)
        draft = self.draft((account, amount), by=by)
        for tender in tenders:
            draft = draft.with_tender(tender)
        return self.finish(draft, batch, approvals=approvals)

    def void(self, receipt: str, *, by: str = "mruiz", approver: str = "kdunn", reason: str = "Wrong account",
             ) -> ReceiptIsVoid:
        """Void with an approval given at the station."""
        approval = given(Deed.VOID_RECEIPT, approver) if approver else None
        return self.do(lambda books: VoidReceipt(books)(VoidRequest(by, receipt, reason, approval=approval)))

    def count(
        self, batch: str, cash: int, *, check: int = 0, money_order: int = 0, card: int = 0, by: str = "mruiz",
        unprinted: tuple[str, ...] | None = None,
    ) -> CountIsIn:  # fmt: skip
        """Count blind; every receipt without paper is initialled unless said otherwise."""
        initialled = unprinted
        if initialled is None:
            initialled = tuple(receipt.receipt for receipt in self.receipts(batch))
        others = (TenderCount("check", 1, check), TenderCount("money_order", 1, money_order),
                  TenderCount("card", 1, card))  # fmt: skip
        request = CountRequest(by, batch, pieces(cash), others, initialled)
        return self.do(lambda books: SubmitCount(books)(request))

    def accept(
        self, batch: str, *, by: str = "kdunn", reason: str = "", seen: EntryRef | None = None
    ) -> BatchIsBalanced:
        request = AcceptRequest(by, batch, seen or self.batch(batch).last_ref, reason)
        return self.do(lambda books: AcceptCount(books)(request))

    def batch(self, number: str) -> BatchRecord:
        found = self.ask(lambda books: books.batch(number))
        assert found is not None
        return found

    def receipt(self, number: str) -> ReceiptRecord:
        found = self.ask(lambda books: books.receipt(number))
        assert found is not None
        return found

    def receipts(self, batch: str) -> list[ReceiptRecord]:
        return list(self.ask(lambda books: books.receipts(batch=batch, limit=10_000)))

    def expected(self, batch: str) -> dict[str, int]:
        return {result.tender: result.expected for result in self.batch(batch).expected}

    def job_ended(self, job: int | None, state: str) -> None:
        """What became of one paper or pulse."""
        self.station.writer.run_bare(
            lambda db: db.execute("UPDATE work_print_job SET state = ? WHERE job = ?", (state, job))
        )

    def print_everything(self) -> None:
        """All queued paper comes out."""
        self.station.writer.run_bare(
            lambda db: db.execute("UPDATE work_print_job SET state = 'confirmed' WHERE state = 'queued'")
        )


def given(deed: Deed, approver: str = "kdunn", reason: str = "Known customer") -> Approval:
    """An approval as the station gives it after the PIN."""
    return Approval(deed.value, approver, "station", reason)


def pieces(cents: int) -> CashCount:
    """So much cash in everyday pieces."""
    return suggested_pieces(cents, largest_bill=10_000)


def check(cents: int, number: str = "1042", *, mark: str = "") -> Tender:
    return Tender("check", cents, number, payer_mark=mark)


def cash(cents: int) -> Tender:
    return Tender("cash", cents)


def card(cents: int) -> Tender:
    return Tender("card", cents, "A81F22", "4242")


def money_order(cents: int) -> Tender:
    return Tender("money_order", cents, "26503198745")


def copied(folder: Path, to: Path) -> None:
    """The folder's disk as it is at this instant, as a power cut would leave it; the search file is made anew."""
    shutil.copytree(folder, to, ignore=shutil.ignore_patterns("search*"))


def found_station(folder: Path) -> None:
    """A founded station with its people and accounts, closed again."""
    clock = SimulatedClock(MORNING)
    create_station(folder, KEY, stream=STREAM, practice=True, time_zone="America/Chicago", clock=clock)
    window = Window(folder, clock)
    window.do(lambda books: FoundStation(books, window.pins, easy_pins=True)(practice_settings(), PEOPLE))
    take_accounts(window, ACCOUNTS)
    window.close()


def take_accounts(window: Window, accounts: tuple[Account, ...], *, posted_through: int = 0) -> None:
    """An extract of exactly these accounts."""
    intake = window.station.intake.begin(by="kdunn", as_of=TODAY, business_date=TODAY)
    for account in accounts:
        body = account_body(account)
        intake.take(AccountChange(account, body, body_digest(body), is_new=True))
    intake.finish(ExtractTaken("accounts.csv", "0" * 64, "test", len(accounts), len(accounts), 0, posted_through))
