"""An office of the stories: people sign in and work through the room's models; the books are read after them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from app.domain.account import Account
from app.domain.cash import BILLS, COINS, CashCount
from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.records import BatchRecord
from app.domain.tender import Tender
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.accounts_delta import AccountChange
from app.interchange.practice.city import practice_accounts
from app.ports.account_intake import ExtractTaken
from app.ports.books import BooksReader
from app.usecases.take_payment import PaymentRequest
from app.usecases.void_receipt import VoidRequest
from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING
from ui.compose.desk import Desk
from ui.compose.papers import StationPapers
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN, found_practice
from ui.viewmodels.batches.count_sheet import CountTyped
from ui.viewmodels.batches.model import BatchesModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import SignInModel

T = TypeVar("T")
DAY = date(2026, 11, 21)
STARTING = 20_000
WAIT_MS = 5_000
PINS = {"mruiz": CASHIER_PIN, "tokafor": CASHIER_PIN, "kdunn": APPROVER_PIN, "swhite": APPROVER_PIN}


def plain_accounts() -> list[Account]:
    """Accounts that owe something and carry no flag."""
    return [
        account
        for account in practice_accounts(7, accounts=60, business_date=DAY)
        if account.balance > 0 and not account.flags and account.status == "active" and not account.incomplete
    ]


def found_city(folder: Path) -> None:
    """A founded practice city with its accounts and no batch, closed again."""
    desk = found_practice(folder, clock=SimulatedClock(MORNING))
    accounts = tuple(practice_accounts(7, accounts=60, business_date=DAY))
    intake = desk.station.intake.begin(by="kdunn", as_of="2026-11-20", business_date=DAY.isoformat())
    for account in accounts:
        body = account_body(account)
        intake.take(AccountChange(account, body, body_digest(body), is_new=True))
    intake.finish(ExtractTaken("accounts.csv", "0" * 64, "practice", len(accounts), len(accounts), 0, 0))
    assert desk.close()


class Office:
    """One window; whoever is signed in works through `room`."""

    def __init__(self, qtbot: QtBot, counter: Counter, desk: Desk, clock: SimulatedClock) -> None:
        self.qtbot = qtbot
        self.counter = counter
        self.desk = desk
        self.clock = clock
        self.session = Session()
        self.signing = SignInModel(counter, self.session, desk.sign_in)
        self.room = BatchesModel(counter, self.session, StationPapers())
        self.room.sitting_moved.connect(self.signing.refresh)
        self.accounts = plain_accounts()
        self._drafts = 0

    def sign_in(self, user: str) -> None:
        self.clock.advance(seconds=60)
        with self.qtbot.waitSignal(self.signing.signed_in, timeout=WAIT_MS):
            self.signing.enter(user, PINS[user])
        self.room.load()
        self.settle()

    def settle(self) -> None:
        """Until both lanes answered what was asked so far, and the answers reached the window."""
        for _round in range(3):
            for call in (self.counter.ask, self.counter.do):
                done: list[object] = []
                call(lambda _any: None, done=done.append)
                self.until(lambda done=done: bool(done))  # type: ignore[misc]  # bound on purpose

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def told(self, signal: SignalInstance, act: Callable[[], object]) -> Any:
        """What the signal says upon the act."""
        with self.qtbot.waitSignal(signal, timeout=WAIT_MS) as waiting:
            act()
        self.settle()
        assert waiting.args is not None
        return waiting.args[0] if waiting.args else None

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        return self.desk.ask(question).result(timeout=10)

    def batch(self, number: str) -> BatchRecord:
        found = self.ask(lambda books: books.batch(number))
        assert found is not None
        return found

    @property
    def user(self) -> str:
        assert self.session.sitting is not None
        return self.session.sitting.user.user

    def open_batch(self, cents: int = STARTING, reason: str = "") -> str:
        """Through the dialog's model; the batch's number."""
        model = self.room.opening
        self.told(model.ready, model.begin)
        opened = self.told(model.opened, lambda: model.open(cash_of(cents), reason))
        return str(opened.batch)

    def take(self, cents: int, *tenders: Tender, account: int = 0) -> str:
        """A receipt of the person at the window."""
        self.clock.advance(seconds=60)
        self._drafts += 1
        chosen = self.accounts[account]
        draft = Draft(f"draft-{self._drafts}", self.user, "L1").with_line(DraftLine(chosen.key, chosen.number))
        draft = draft.accepting(chosen.key, cents)
        for tender in tenders or (Tender("cash", cents),):
            draft = draft.with_tender(tender)
        assert self.session.sitting is not None
        assert self.session.sitting.batch is not None
        request = PaymentRequest(self.user, self.session.sitting.batch.batch, draft)
        self.desk.do(lambda deeds: deeds.save_draft(draft, parked=False)).result(timeout=10)
        taken = self.desk.do(lambda deeds: deeds.take_payment(request)).result(timeout=10)
        self.settle()
        return taken.receipt

    def park(self, lane: str = "L2") -> None:
        """Unfinished work of the person at the window."""
        chosen = self.accounts[-1]
        draft = Draft(f"parked-{lane}", self.user, lane).with_line(DraftLine(chosen.key, chosen.number))
        self.desk.do(lambda deeds: deeds.save_draft(draft, parked=True)).result(timeout=10)

    def void(self, receipt: str, reason: str = "Wrong account") -> None:
        """By somebody whose voids may be approved afterwards."""
        request = VoidRequest(self.user, receipt, reason)
        self.desk.do(lambda deeds: deeds.void_receipt(request)).result(timeout=10)
        self.settle()

    def printed(self, batch: str) -> None:
        """Wait until every receipt has its paper."""
        def is_done() -> bool:
            jobs = self.ask(lambda books: books.print_jobs(limit=500))
            return all(job.state in ("sent", "confirmed") for job in jobs if job.what == "receipt")
        self.until(is_done)

    def count(
        self, batch: str, cash: int, *, checks: tuple[int, int] = (0, 0), cards: tuple[int, int] = (0, 0),
        orders: tuple[int, int] = (0, 0), initial: bool = False,
    ) -> int:
        """Blind, through the sheet's model; the number of the count."""
        model = self.room.count
        self.told(model.ready, lambda: model.begin(batch))
        sheet = typed(cash, checks=checks, cards=cards, orders=orders, initial=initial)
        counted = self.told(model.submitted, lambda: model.submit(sheet))
        return int(counted.count_no)


def typed(
    cash: int, *, checks: tuple[int, int] = (0, 0), cards: tuple[int, int] = (0, 0), orders: tuple[int, int] = (0, 0),
    initial: bool = False,
) -> CountTyped:
    """A sheet as a person types it: cash in the fewest pieces, each class as (items, cents)."""
    pieces = cash_of(cash).pieces
    bills = {int(piece.key): piece.count for piece in pieces if not piece.key.startswith("coin")}
    coins = {int(piece.key[4:]): piece.count for piece in pieces if piece.key.startswith("coin")}
    classes = {"check": checks, "card": cards, "money_order": orders}
    return CountTyped(
        bills={value: bills.get(value, 0) for value in BILLS},
        coins={value: coins.get(value, 0) for value in COINS},
        items={kind: str(items) for kind, (items, _cents) in classes.items()},
        amounts={kind: f"{cents // 100}.{cents % 100:02d}" for kind, (_items, cents) in classes.items()},
        is_initialled=initial,
    )


def cash_of(cents: int) -> CashCount:
    """So much cash in the fewest pieces."""
    return suggested_pieces(cents, largest_bill=10_000)
