"""A station's whole day: one window, several people, every room's model; the books and the paper are read after it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot

from app.domain.account import Account
from app.domain.cash import CashCount
from app.domain.change import suggested_pieces
from app.domain.records import BatchRecord
from app.ports.books import BooksReader
from app.usecases.submit_count import unprinted
from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from tests.stories.batches.office import typed
from tests.stories.till.cashier import WAIT_MS, Cashier
from ui.compose.desk import Desk, KeptSafe
from ui.compose.extracts import Extracts
from ui.compose.papers import StationPapers
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.viewmodels.batches.model import BatchesModel
from ui.viewmodels.counter import Counter
from ui.viewmodels.import_accounts import ImportAccountsModel, ImportStage

PINS = {"mruiz": CASHIER_PIN, "kdunn": APPROVER_PIN, "swhite": APPROVER_PIN}


class Day(Cashier):
    """The till of `Cashier` with the batches room and the import beside it, as one window has them."""

    def __init__(
        self, qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock, folder: Path
    ) -> None:
        super().__init__(qtbot, counter, desk, bench, clock)
        self.folder = folder
        self.taken: list[str] = []
        self.kept_safe: list[KeptSafe] = []
        self.room = BatchesModel(counter, self.session, StationPapers())
        self.room.sitting_moved.connect(self.signing.refresh)
        self.room.batch_closed.connect(self._keep_safe)
        self.imports = ImportAccountsModel(
            counter, self.session, imports=Extracts(desk).take, looks=Extracts(desk).look,
            runs=desk.station.background.submit,
        )  # fmt: skip

    def come(self, user: str) -> None:
        """Whoever was here has left; this person signs in."""
        self.leave()
        self.clock.advance(seconds=60)
        self.sign_in(user, PINS[user])
        self.room.load()
        self.settle()

    def told(self, signal: SignalInstance, act: Callable[[], object]) -> Any:
        """What the signal says upon the act."""
        with self.qtbot.waitSignal(signal, timeout=WAIT_MS) as waiting:
            act()
        self.settle()
        assert waiting.args is not None
        return waiting.args[0] if waiting.args else None

    def take_in(self, chunks: Iterable[bytes], name: str) -> None:
        """An extract, looked at and taken."""
        path = self.folder / name
        path.write_bytes(b"".join(chunks))
        self.clock.advance(seconds=60)
        self.imports.look(path)
        self.until(lambda: self.imports.stage is ImportStage.PREVIEW)
        self.imports.take("")
        self.until(lambda: self.imports.stage is ImportStage.DONE)
        self.settle()

    def customer(self, *accounts: Account) -> None:
        """The stubs of the next customer, who comes when the paper of the one before is out."""
        self.is_printed()
        self.clock.advance(seconds=90)
        self.bench.printer.push_drawer_shut()
        for account in accounts:
            self.scan(account.key)

    def receipt_is_saved(self) -> str:
        """Wait for a band that was not there before, and for its paper."""
        self.until(lambda: self.till.moment.receipt not in ("", *self.taken))
        self.settle()
        self.taken.append(self.till.moment.receipt)
        return self.taken[-1]

    def is_printed(self) -> None:
        """Until every receipt taken so far has its paper, by the books."""
        def is_out(books: BooksReader) -> bool:
            batches = {receipt.batch for number in self.taken if (receipt := books.receipt(number)) is not None}
            return not any(unprinted(books, batch) for batch in batches)
        self.until(lambda: self.ask(is_out))

    def approve(self, name: str) -> None:
        """The supervisor steps to this window and enters the PIN."""
        def is_offered() -> bool:
            shown = self.till.refusal.shown
            return shown is not None and any(user.name == name for user in shown.approvers)
        self.until(is_offered)
        self.till.refusal.approve(name, APPROVER_PIN)
        self.until(lambda: self.till.refusal.shown is None)
        self.settle()

    def batch(self, number: str) -> BatchRecord:
        found = self.ask(lambda books: books.batch(number))
        assert found is not None
        return found

    def count(
        self, batch: str, cash: int, *, checks: tuple[int, int], cards: tuple[int, int], orders: tuple[int, int]
    ) -> int:
        """Blind, through the sheet; the number of the count."""
        self.is_printed()
        sheet = self.told(self.room.count.ready, lambda: self.room.count.begin(batch))
        assert sheet.unprinted == ()
        whole = typed(cash, checks=checks, cards=cards, orders=orders)
        counted = self.told(self.room.count.submitted, lambda: self.room.count.submit(whole))
        return int(counted.count_no)

    def owed(self, key: str) -> int:
        """By the books: the last extract less our payments since, as search and screens show it."""
        standing = self.ask(lambda books: books.standing(key))
        assert standing is not None
        hits = self.ask(lambda books: books.find(standing.account.number))
        balance = standing.account.balance - sum(payment.cents for payment in standing.payments)
        assert next(hit for hit in hits if hit.key == key).balance == balance
        return balance

    def _keep_safe(self, _batch: str) -> None:
        self.counter.tasks.follow(self.desk.keep_safe(), done=self.kept_safe.append)


def cash_of(cents: int) -> CashCount:
    """So much cash in the fewest pieces."""
    return suggested_pieces(cents, largest_bill=10_000)
