"""A till that takes payments until it is killed: it says on stdout what a screen would have confirmed, and no more.

    python -m tests.faults.till_child FOLDER SEED
"""

import random
import sys
from pathlib import Path

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.draft import Draft, DraftLine
from app.domain.tender import Tender, TenderKind
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.take_payment import PaymentRequest, PaymentTaken
from devices.system_clock import SystemClock
from ui.compose.desk import Desk
from ui.compose.folder import open_desk

CASHIER = "mruiz"
ACCOUNTS = ("1042281", "1042290")
SHARE = 2_000


def main(folder: Path, seed: int) -> None:
    """Take payments for ever."""
    desk = open_desk(folder, clock=SystemClock())
    dice = random.Random(seed)
    batch = open_batch(desk)
    found = desk.ask(lambda books: [books.account(key) for key in ACCOUNTS]).result()
    accounts = [account for account in found if account is not None]
    taken = 0
    while True:
        cents = seed * SHARE + taken % SHARE + 1
        draft = a_draft(dice, accounts, f"{seed}-{taken}", cents)
        save_draft(desk, draft)
        say("draft", draft.draft)
        done = take_payment(desk, PaymentRequest(by=CASHIER, batch=batch, draft=draft))
        say("receipt", done.receipt, str(done.total))
        taken += 1


def save_draft(desk: Desk, draft: Draft) -> None:
    """Durable when it returns."""
    desk.do(lambda deeds: deeds.save_draft(draft)).result()


def take_payment(desk: Desk, request: PaymentRequest) -> PaymentTaken:
    """Durable when it returns."""
    return desk.do(lambda deeds: deeds.take_payment(request), is_sale=True).result()


def open_batch(desk: Desk) -> str:
    """The open batch of the folder, or a new one."""
    open_now = desk.ask(lambda books: books.batches(states=(BatchState.OPEN.value,))).result()
    if open_now:
        return open_now[0].batch
    request = OpenBatchRequest(by=CASHIER, starting_cash=CashCount.of({"2000": 10}))
    return desk.do(lambda deeds: deeds.open_batch(request)).result().batch


def a_draft(dice: random.Random, accounts: list[Account], name: str, cents: int) -> Draft:
    """One or two accounts, paid in cash with change; no amount comes twice, so no warning stops the script."""
    draft = Draft(draft=name, user=CASHIER, lane=dice.choice(("L1", "L2", "counter")))
    for account in dice.sample(accounts, dice.randint(1, len(accounts))):
        draft = draft.with_line(DraftLine(account.key, account.number, account.name, account.address, cents, cents))
    return draft.with_tender(Tender(TenderKind.CASH.value, draft.to_pay + dice.randint(0, 2_000)))


def say(*words: str) -> None:
    """What the screen shows as done; flushed, so that the kill cannot take it back."""
    print(*words, flush=True)  # noqa: T201 - this is the child's screen


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
