"""Who comes by on a scripted day, and how they pay: all out of the seed, so that the same seed is the same day."""

from enum import Enum

from app.domain.draft import LANES
from app.frozen import frozen
from app.interchange.practice.dice import Dice


class Way(Enum):
    """How a customer pays."""

    CASH = "cash, exact"
    CASH_AND_CHANGE = "cash with change"
    CHECK = "a check"
    CARD = "a card"
    MONEY_ORDER = "a money order"
    CHECK_AND_CASH = "a check and cash for two accounts"
    PART = "a part in cash"
    TO_STAY_ON = "what keeps the service on, in cash"
    OVER = "more than is owed, by check"
    CARD_AND_CASH = "a card and cash"
    CASH_ONLY_REFUSED = "a check on a cash-only account, taken back for cash"
    CASH_ONLY_OVERRIDE = "a check on a cash-only account, approved"
    TWICE = "the same account, amount and check again"
    UNREADABLE_CHECK = "a check that the reader cannot read"


OFTEN = (
    *(Way.CASH,) * 3, *(Way.CASH_AND_CHANGE,) * 4, *(Way.CHECK,) * 5, *(Way.CARD,) * 3, *(Way.MONEY_ORDER,) * 2,
    Way.CHECK_AND_CASH, Way.CHECK_AND_CASH, Way.PART, Way.PART, Way.TO_STAY_ON, Way.OVER, Way.CARD_AND_CASH,
)  # fmt: skip
SELDOM = {4: Way.CASH_ONLY_REFUSED, 8: Way.TWICE, 12: Way.CASH_ONLY_OVERRIDE, 16: Way.UNREADABLE_CHECK}
EVERY = 20
"""In each twenty customers the four that are seldom come once, at these places."""
TWO_ACCOUNTS = (Way.CHECK_AND_CASH,)
CASH_ONLY = (Way.CASH_ONLY_REFUSED, Way.CASH_ONLY_OVERRIDE)
MONEY_OF_A_DAY_S = 9 * 3_600
USUAL_GAP_S = 95


@frozen
class Account:
    """What the script needs to know of an account; the rest is asked of the books when the stub was scanned."""

    key: str
    number: str
    stub: str
    is_cash_only: bool


@frozen
class Visit:
    """One customer: `gap_s` after the one before; `parks` lets another car go first."""

    n: int
    way: Way
    accounts: tuple[Account, ...]
    lane: str
    gap_s: int
    parks: bool


class Customers:
    """Draws the day's customers; no account comes twice unless the way of paying says so."""

    def __init__(self, accounts: list[Account], dice: Dice, *, receipts: int) -> None:
        self._dice = dice
        self._gap_s = min(USUAL_GAP_S, MONEY_OF_A_DAY_S // receipts)
        self._usual = [account for account in accounts if not account.is_cash_only]
        self._cash_only = [account for account in accounts if account.is_cash_only]

    def visit(self, n: int) -> Visit:
        """The n-th customer of the day, from 1."""
        way = SELDOM.get(n % EVERY) or self._dice.pick(OFTEN)
        from_where = self._cash_only if way in CASH_ONLY and self._cash_only else self._usual
        count = 2 + self._dice.between(0, 1) if way in TWO_ACCOUNTS else 1
        drawn = tuple(self._drawn(from_where) for _ in range(count))
        return Visit(
            n=n,
            way=way,
            accounts=drawn,
            lane=self._dice.pick(LANES),
            gap_s=self._dice.between(self._gap_s // 2, self._gap_s + self._gap_s // 2),
            parks=n % 17 == 5,
        )

    def _drawn(self, accounts: list[Account]) -> Account:
        """Taken out of the list while others are left, so that a small city lasts a long day."""
        place = self._dice.between(0, len(accounts) - 1)
        if len(accounts) <= len(TWO_ACCOUNTS) + 2:
            return accounts[place]
        accounts[place], accounts[-1] = accounts[-1], accounts[place]
        return accounts.pop()
