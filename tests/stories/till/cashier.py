"""A cashier of the stories: does everything through the till's model, and reads the books and the paper after it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QTimer
from pytestqt.qtbot import QtBot

from app.domain.account import Account
from app.domain.change import suggested_pieces
from app.domain.draft import Draft
from app.domain.records import ReceiptRecord
from app.domain.tender import TenderKind
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.accounts_delta import AccountChange
from app.interchange.practice.city import practice_accounts
from app.ports.account_intake import ExtractTaken
from app.ports.books import BooksReader
from app.usecases.drafts import draft_of
from app.usecases.open_batch import OpenBatchRequest
from devices.simulators.clock import SimulatedClock
from devices.simulators.paper import PaperText
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.sample_checks import SAMPLE_CHECKS, SampleCheck
from receipts.renderers.slip_pages import slip_pdf
from tests.stories.conftest import MORNING
from ui.compose.desk import Desk
from ui.compose.paper import receipt_paper
from ui.compose.practice import found_practice
from ui.compose.rooms import practice_bank
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import SignInModel
from ui.viewmodels.till.till import TillModel

T = TypeVar("T")
DAY = date(2026, 11, 21)
ACCOUNTS = 60
SEED = 7
RUIZ, RENT_HOUSE = "1042281", "1042290"
WAIT_MS = 5_000


def found_city(folder: Path) -> None:
    """A founded practice city with its accounts, mruiz's batch open, closed again."""
    desk = found_practice(folder, clock=SimulatedClock(MORNING))
    accounts = tuple(practice_accounts(SEED, accounts=ACCOUNTS, business_date=DAY))
    intake = desk.station.intake.begin(by="kdunn", as_of="2026-11-20", business_date=DAY.isoformat())
    for account in accounts:
        body = account_body(account)
        intake.take(AccountChange(account, body, body_digest(body), is_new=True))
    intake.finish(ExtractTaken("accounts.csv", "0" * 64, "practice", len(accounts), len(accounts), 0, 0))
    start = OpenBatchRequest("mruiz", suggested_pieces(20_000, largest_bill=10_000))
    desk.do(lambda deeds: deeds.open_batch(start)).result()
    desk.station.refresh_search().result()
    assert desk.close()


def plain_accounts() -> list[Account]:
    """Accounts that owe something and carry no flag, for ordinary payments."""
    return [
        account
        for account in practice_accounts(SEED, accounts=ACCOUNTS, business_date=DAY)
        if account.balance > 0 and not account.flags and account.status == "active" and not account.incomplete
    ]


class Cashier:
    """M. Ruiz at DT1; `till` is what her screen is made from."""

    def __init__(
        self, qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock
    ) -> None:
        self.qtbot = qtbot
        self.counter = counter
        self.desk = desk
        self.bench = bench
        self.clock = clock
        self.session = Session()
        self.signing = SignInModel(counter, self.session, desk.sign_in)
        self.till = TillModel(counter, self.session, bank_of=practice_bank, save_pdf=self._save_pdf)

    def sign_in(self, user: str, pin: str) -> None:
        with self.qtbot.waitSignal(self.signing.signed_in, timeout=WAIT_MS):
            self.signing.enter(user, pin)
        self.settle()

    def leave(self) -> None:
        self.signing.leave()
        self.settle()

    def settle(self) -> None:
        """Until both lanes answered what was asked so far, and the answers reached the window."""
        for _round in range(3):
            for call in (self.counter.ask, self.counter.do):
                loop, limit = QEventLoop(), QTimer()
                limit.setSingleShot(True)
                limit.timeout.connect(loop.quit)
                limit.start(WAIT_MS)
                call(lambda _any: None, done=lambda _none, loop=loop: loop.quit())  # type: ignore[misc]
                loop.exec()
                assert limit.isActive()

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        return self.desk.ask(question).result(timeout=10)

    @property
    def draft(self) -> Draft:
        return self.till.draft

    def scan(self, account: str) -> None:
        """The stub of the account, by its bar code."""
        standing = self.ask(lambda books: books.standing(account))
        assert standing is not None
        before = len(self.draft.lines)
        assert self.till.scan(standing.account.stub_scan_line)
        self.until(lambda: len(self.draft.lines) > before)
        self.settle()

    def feed(self, check: SampleCheck = SAMPLE_CHECKS[0]) -> None:
        """Into the simulated reader."""
        self.until(lambda: self.bench.check_feeder.feed(check))

    def feed_and_wait(self, check: SampleCheck = SAMPLE_CHECKS[0]) -> None:
        self.feed(check)
        self.until(lambda: self.till.tenders.asked is not None)
        self.settle()

    def give_check(self, number: str, cents: int) -> None:
        self.till.tender(TenderKind.CHECK)
        self.till.tenders.give(cents=cents, reference=number)
        self.settle()

    def saved(self) -> str:
        """Wait for the band; the receipt's number."""
        self.until(lambda: bool(self.till.moment.receipt))
        self.settle()
        return self.till.moment.receipt

    def receipt(self, number: str) -> ReceiptRecord:
        found = self.ask(lambda books: books.receipt(number))
        assert found is not None
        return found

    def receipts(self) -> list[ReceiptRecord]:
        return list(self.ask(lambda books: books.receipts()))

    def kept_drafts(self) -> list[Draft]:
        return [draft_of(record) for record in self.ask(lambda books: books.drafts())]

    def _save_pdf(self, books: BooksReader, number: str) -> Path:
        """As the window does: the paper as PDF in the station's folder; on the reader's thread."""
        plan = receipt_paper(books, number)
        assert plan is not None
        path = self.desk.station.folder / f"{number}.pdf"
        path.write_bytes(slip_pdf(plan, title=number))
        return path

    def paper(self) -> str:
        """Everything printed so far, as text."""
        rows = self.bench.printer.view().rows
        return "\n".join(row.text for row in rows if isinstance(row, PaperText))
