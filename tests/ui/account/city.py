"""A practice city of sixty accounts taken through the real import, and a person at its window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.domain.cash import CashCount
from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.facts.base import Approval
from app.domain.facts.batches import TenderCount
from app.domain.tender import Tender
from app.ports.books import BooksReader
from app.usecases.accept_count import AcceptRequest
from app.usecases.export_posting import ExportRequest, PostingMade
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.submit_count import CountRequest
from app.usecases.take_payment import PaymentRequest
from devices.simulators.clock import SimulatedClock
from tests.stories.conftest import MORNING
from ui.compose.desk import Desk
from ui.compose.practice import found_practice, import_city
from ui.viewmodels.counter import Counter
from ui.viewmodels.session import Session
from ui.viewmodels.sign_in import SignInModel

T = TypeVar("T")
ACCOUNTS = 60
RUIZ, RENT_HOUSE = "1042281", "1042290"
CASHIER_PIN, APPROVER_PIN = "1234", "123456"
STARTING_CASH = 20_000
WAIT_MS = 10_000


def found_city(folder: Path) -> None:
    """Founded, its extract imported, mruiz's batch open, closed again."""
    desk = found_practice(folder, clock=SimulatedClock(MORNING))
    import_city(desk, accounts=ACCOUNTS).result()
    desk.do(lambda deeds: deeds.open_batch(OpenBatchRequest("mruiz", cash(STARTING_CASH)))).result()
    desk.station.refresh_search().result()
    assert desk.close()


def cash(cents: int) -> CashCount:
    return suggested_pieces(cents, largest_bill=10_000)


class Seat:
    """Somebody at the window of a desk; deeds that other rooms do are done here straight."""

    def __init__(self, qtbot: QtBot, desk: Desk, counter: Counter, clock: SimulatedClock) -> None:
        self.qtbot = qtbot
        self.desk = desk
        self.counter = counter
        self.clock = clock
        self.session = Session()
        self.signing = SignInModel(counter, self.session, desk.sign_in)
        self._drafts = 0

    def sign_in(self, user: str, pin: str = CASHIER_PIN) -> None:
        with self.qtbot.waitSignal(self.signing.signed_in, timeout=WAIT_MS):
            self.signing.enter(user, pin)

    def until(self, is_so: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(is_so, timeout=WAIT_MS)

    def ask(self, question: Callable[[BooksReader], T]) -> T:
        return self.desk.ask(question).result(timeout=10)

    def batch(self) -> str:
        return next(batch.batch for batch in self.ask(lambda books: books.batches()) if batch.cashier == "mruiz")

    def pay(self, account: str, cents: int, *, kind: str = "cash") -> str:
        """A payment as the till makes it; the receipt's number."""
        self.clock.advance(seconds=60)
        self._drafts += 1
        reference = "" if kind == "cash" else "1042"
        draft = Draft(f"seat-{self._drafts}", "mruiz", "L1").with_line(DraftLine(account, account))
        draft = draft.accepting(account, cents).with_tender(Tender(kind, cents, reference))
        request = PaymentRequest("mruiz", self.batch(), draft)
        self.desk.do(lambda deeds: deeds.save_draft(draft, parked=False)).result(timeout=10)
        return self.desk.do(lambda deeds: deeds.take_payment(request)).result(timeout=10).receipt

    def approval(self, deed: str, approver: str) -> Approval:
        """A second person's yes, as the station gives it after the PIN."""
        return Approval(deed, approver, "station", "Known customer")

    def balance_batch(self, *, counted: int) -> None:
        """Counted blind by M. Ruiz, accepted by K. Dunn."""
        self.clock.advance(seconds=60)
        batch = self.batch()
        receipts = tuple(record.receipt for record in self.ask(lambda books: books.receipts(batch=batch)))
        others = tuple(TenderCount(kind, 0, 0) for kind in ("check", "money_order", "card"))
        request = CountRequest("mruiz", batch, cash(counted), others, receipts)
        self.desk.do(lambda deeds: deeds.submit_count(request)).result(timeout=10)
        record = self.ask(lambda books: books.batch(batch))
        assert record is not None
        accept = AcceptRequest("kdunn", batch, record.last_ref)
        self.desk.do(lambda deeds: deeds.accept_count(accept)).result(timeout=10)

    def export(self) -> PostingMade:
        self.clock.advance(seconds=60)
        return self.desk.do(lambda deeds: deeds.export_posting(ExportRequest("kdunn"))).result(timeout=10)
