"""Somebody at the mail desk: scans stubs, feeds checks, keys amounts through the room's models."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.account import Account
from app.domain.mail import MAIL, PHON
from app.domain.records import ReceiptRecord
from db.keys.custody import find_file_key
from db.verify.folder import verify_folder
from devices.simulators.clock import SimulatedClock
from devices.simulators.practice_bench import PracticeBench
from devices.simulators.sample_checks import SampleCheck
from tests.stories.batches.office import Office
from ui.compose.desk import Desk
from ui.compose.rooms import practice_bank
from ui.viewmodels.counter import Counter
from ui.viewmodels.mail.item import Step
from ui.viewmodels.mail.model import MailModel


class MailDesk(Office):
    """`model` is what the mail room's screen is made from; `told` the last sentence."""

    def __init__(
        self, qtbot: QtBot, counter: Counter, desk: Desk, bench: PracticeBench, clock: SimulatedClock
    ) -> None:
        super().__init__(qtbot, counter, desk, clock)
        self.bench = bench
        self.model = MailModel(counter, self.session, bank_of=practice_bank)
        self.sentences: list[str] = []
        self.model.told.connect(self.sentences.append)
        self.model.opening.refused.connect(self.sentences.append)
        self.model.hear(is_in_front=True)

    @property
    def said(self) -> str:
        """The last sentence that is not empty."""
        return next((one for one in reversed(self.sentences) if one), "")

    @property
    def number(self) -> str:
        """The batch's number."""
        batch = self.model.read.batch
        assert batch is not None
        return batch.batch

    def sit(self, user: str, source: str = MAIL) -> None:
        """Sign in and enter the mail room."""
        self.sign_in(user)
        self.model.choose(source)
        self.model.load()
        self.settle()

    def open_mail(self, items: int, total: str, *, source: str = MAIL, second: str = "T. Okafor", day: str = "") -> str:
        """Open a batch with its control list; its number."""
        model = self.model.opening
        self.told(model.ready, lambda: model.begin(source))
        self.told(
            model.opened,
            lambda: model.open(source, second=second, items=str(items), total=total, collected=day),
        )
        self.settle()
        return self.number

    def open_mail_of(self, source: str) -> str:
        """A batch of this source, with whatever list it needs."""
        self.model.choose(source)
        self.settle()
        return self.open_mail(1, "1.00", source=source, second="" if source == PHON else "T. Okafor")

    def scan(self, account: Account) -> None:
        """Its stub."""
        before = len(self.model.item.draft.lines)
        assert self.model.scan(account.stub_scan_line)
        self.until(lambda: len(self.model.item.draft.lines) > before)
        self.settle()

    def feed(self, check: SampleCheck) -> None:
        """A check, and wait for it."""
        before = (self.model.item.draft.reads, self.model.refusal.shown, len(self.sentences))
        self.until(lambda: self.bench.check_feeder.feed(check))
        self.until(
            lambda: (self.model.item.draft.reads, self.model.refusal.shown, len(self.sentences)) != before
        )
        self.settle()

    def pay(self, account: Account, number: str, cents: int | None = None) -> str:
        """Stub, Enter, the check's number, Enter, its amount, Enter: one item; its receipt."""
        due = account.balance if cents is None else cents
        self.scan(account)
        self.model.item.accept_stub(due)
        self.model.item.key_paper(number)
        assert self.model.item.step is Step.PAPER_AMOUNT
        return str(self.told(self.model.keyed, lambda: self.model.item.accept_paper(due)))

    def receipt(self, number: str) -> ReceiptRecord:
        found = self.ask(lambda books: books.receipt(number))
        assert found is not None
        return found

    def verified(self) -> tuple[str, ...]:
        """The checks of verify that fail."""
        folder: Path = self.desk.station.folder
        return verify_folder(folder, find_file_key(folder)).failed()
