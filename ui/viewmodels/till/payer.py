"""Payer memory in words: what a check's bank account paid last, and when (P13). It proposes and takes nothing."""

from app.domain.records import PayerMemory
from app.frozen import frozen
from ui.viewmodels.till.words import amount, day_and_month, tr

SHOWN_ACCOUNTS = 6


@frozen
class UsualAccount:
    """One account as it was paid then; what it owes now stands on its line once it is on the receipt."""

    number: str
    name: str
    paid: str


def title_of(memory: PayerMemory) -> str:
    """`Paid with this bank account on 14 Oct, receipt DT1B-000147`."""
    return tr("Paid with this bank account on {day}, receipt {receipt}").format(
        day=day_and_month(memory.business_date), receipt=memory.receipt
    )


def accounts_of(memory: PayerMemory) -> tuple[UsualAccount, ...]:
    """The accounts, the first few of many."""
    return tuple(UsualAccount(line.number, line.name, amount(line.cents)) for line in memory.lines[:SHOWN_ACCOUNTS])


def more_of(memory: PayerMemory) -> str:
    """How many more there are; empty for none."""
    more = len(memory.lines) - SHOWN_ACCOUNTS
    return tr("and {n} more").format(n=more) if more > 0 else ""
