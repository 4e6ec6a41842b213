"""Any order of a day's deeds: expected = starting cash + cash in - change - turn-ins, to the cent (R17, R26, R37).

Hypothesis drives the real deeds over a real keyed file. The model is a handful of numbers that share no code with the
rules; after every step it is held against the books.
"""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from app.domain.batch_state import BatchState
from app.domain.draft import Draft
from app.domain.facts.receipts import KeyedAnswer
from app.domain.receipt_rules import SamePaymentError
from app.domain.tender import Tender
from app.domain.user import Deed
from app.usecases.reject_count import RejectCount, RejectRequest
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest
from app.usecases.take_payment import PaymentTaken
from app.usecases.turn_in_cash import TurnInCash, TurnInRequest
from devices.simulators.clock import SimulatedClock
from tests.stories.rules.window import (
    MORNING,
    OFF,
    RUIZ,
    STORE,
    Window,
    card,
    cash,
    check,
    found_station,
    given,
    pieces,
)

TRANSFERS = "journal_entry, json_each(CAST(payload AS TEXT), '$.transfers') t"
BUCKETS = {RUIZ: 18_412, STORE: 50_000, OFF: 6_600}


class DrawerMachine(RuleBasedStateMachine):
    """One cashier's batch, in whatever order the day brings."""

    good = Bundle("good")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="drawer-machine-"))
        shutil.copytree(_template(), self.folder / "city")
        clock = SimulatedClock(MORNING)
        clock.advance(seconds=3600)
        self.window = Window(self.folder / "city", clock)
        self.batch = ""
        self.state = BatchState.OPEN
        self.sums = {"cash": 0, "check": 0, "money_order": 0, "card": 0}
        self.owed = dict(BUCKETS)
        self.receipts: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
        self.taken = 0

    def teardown(self) -> None:
        self.window.close()
        shutil.rmtree(self.folder)

    @initialize(starting=st.integers(0, 40_000))
    def open(self, starting: int) -> None:
        self.batch = self.window.open(cash=starting, reason="As counted").batch
        self.sums["cash"] = starting

    def _finish(self, draft: Draft) -> PaymentTaken:
        try:
            return self.window.finish(draft, self.batch)
        except SamePaymentError as warned:
            return self._finish(draft.answering(KeyedAnswer(warned.code, warned.receipt, "second payment")))

    @precondition(lambda self: self.state is BatchState.OPEN)
    @rule(
        target=good,
        pays=st.dictionaries(st.sampled_from(sorted(BUCKETS)), st.integers(1, 30_000), min_size=1, max_size=3),
        by_check=st.integers(0, 100),
        by_card=st.integers(0, 100),
        too_much=st.integers(0, 5_000),
    )
    def pay(self, pays: dict[str, int], by_check: int, by_card: int, too_much: int) -> str:
        total = sum(pays.values())
        of_check = total * by_check // 200
        of_card = (total - of_check) * by_card // 200
        of_cash = total - of_check - of_card + too_much
        tenders: list[Tender] = []
        tenders += [check(of_check)] if of_check else []
        tenders += [card(of_card)] if of_card else []
        tenders += [cash(of_cash)] if of_cash else []
        draft = self.window.draft(*pays.items())
        for tender in tenders:
            draft = draft.with_tender(tender)
        taken = self._finish(draft)
        self.taken += 1
        assert taken.receipt == f"XDT1A-{self.taken:06d}"
        assert taken.change == too_much
        moved = {"cash": of_cash - too_much, "check": of_check, "card": of_card}
        self._move(moved, pays, sign=1)
        self.receipts[taken.receipt] = (moved, pays)
        return taken.receipt

    @precondition(lambda self: self.state in (BatchState.OPEN, BatchState.REJECTED))
    @rule(receipt=consumes(good))
    def void(self, receipt: str) -> None:
        self.window.void(receipt)
        moved, pays = self.receipts.pop(receipt)
        self._move(moved, pays, sign=-1)

    @precondition(lambda self: self.state is BatchState.OPEN and self.sums["cash"] > 0)
    @rule(share=st.integers(1, 100))
    def turn_in(self, share: int) -> None:
        cents = max(1, self.sums["cash"] * share // 100)
        request = TurnInRequest("mruiz", self.batch, pieces(cents), pieces(cents), "kdunn", given(Deed.TURN_IN))
        self.window.do(lambda books: TurnInCash(books)(request))
        self.sums["cash"] -= cents

    @precondition(lambda self: self.state in (BatchState.OPEN, BatchState.REJECTED))
    @rule(off=st.integers(-500, 500))
    def count(self, off: int) -> None:
        self.counted = max(0, self.sums["cash"] + off)
        self.window.count(self.batch, self.counted, check=self.sums["check"], card=self.sums["card"])
        self.state = BatchState.COUNTED

    @precondition(lambda self: self.state is BatchState.COUNTED)
    @rule()
    def send_back(self) -> None:
        request = RejectRequest("kdunn", self.batch, self.window.batch(self.batch).last_ref, "Recount cash")
        self.window.do(lambda books: RejectCount(books)(request))
        self.state = BatchState.REJECTED

    @precondition(lambda self: self.state is BatchState.COUNTED)
    @rule()
    def accept(self) -> None:
        found = {result.tender: result for result in self.window.accept(self.batch, reason="Unknown").results}
        gap = self.counted - self.sums["cash"]
        assert (found["cash"].over, found["cash"].short) == (max(0, gap), max(0, -gap))
        assert all(found[name].over == found[name].short == 0 for name in ("check", "card", "money_order"))
        self.state = BatchState.BALANCED

    @precondition(lambda self: self.state is BatchState.BALANCED)
    @rule()
    def reopen(self) -> None:
        request = ReopenRequest("kdunn", self.batch, self.window.batch(self.batch).last_ref, "Item found")
        self.window.do(lambda books: ReopenBatch(books)(request))
        self.state = BatchState.OPEN

    @invariant()
    def the_books_expect_what_the_drawer_should_hold(self) -> None:
        if self.batch:
            assert self.window.expected(self.batch) == self.sums
            assert self.window.batch(self.batch).state is self.state

    @invariant()
    def every_account_owes_what_is_left(self) -> None:
        for key, cents in self.owed.items():
            standing = self.window.ask(lambda books, key=key: books.standing(key))  # type: ignore[misc]
            assert standing is not None
            assert standing.account.balance - sum(payment.cents for payment in standing.payments) == cents

    @invariant()
    def the_ledger_holds_the_drawer_and_every_clearing_is_zero(self) -> None:
        rows = self.window.station.writer.run_bare(
            lambda db: db.execute(
                "SELECT name, sum(cents) FROM (SELECT t.value ->> 'debit' AS name, t.value ->> 'cents' AS cents"
                f" FROM {TRANSFERS} UNION ALL SELECT t.value ->> 'credit', -(t.value ->> 'cents') FROM {TRANSFERS})"
                " GROUP BY name"
            ).fetchall()
        )
        ledger = dict(rows)
        assert sum(ledger.values()) == 0
        assert all(cents == 0 for name, cents in ledger.items() if name.startswith("clearing:"))
        if self.state is not BatchState.BALANCED:
            assert ledger.get("drawer:DT1:cash", 0) == self.sums["cash"]
            assert ledger.get("drawer:DT1:check", 0) == self.sums["check"]
            assert ledger.get("card_receivable", 0) == self.sums["card"]

    def _move(self, moved: dict[str, int], pays: dict[str, int], *, sign: int) -> None:
        for name, cents in moved.items():
            self.sums[name] += sign * cents
        for key, cents in pays.items():
            self.owed[key] -= sign * cents


_MADE: list[Path] = []


def _template() -> Path:
    if not _MADE:
        folder = Path(tempfile.mkdtemp(prefix="drawer-machine-template-")) / "city"
        found_station(folder)
        _MADE.append(folder)
    return _MADE[0]


def teardown_module() -> None:
    for folder in _MADE:
        shutil.rmtree(folder.parent)
    _MADE.clear()


TestDrawerMachine = DrawerMachine.TestCase
TestDrawerMachine.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
