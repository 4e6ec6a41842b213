"""How much a customer pays and with what: the amounts of one visit, before any of it is taken."""


from app.domain.account import Account as AccountOnFile
from app.domain.allocation import Owed, owed
from app.domain.records import AccountStanding
from app.domain.tender import Tender, TenderKind
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from app.settings.policy import Policy
from ui.commands.day.customers import Way

BILL, BILL_LARGE = 2_000, 10_000
NOBODY_CARRIES = 60_000
PREPAID = (2_000, 500, 12)


@frozen
class Asked:
    """One account as its stub brought it up: what is proposed, and what this customer pays."""

    account: AccountOnFile
    proposed: int | None
    cents: int


def asked_of(standing: AccountStanding, way: Way, policy: Policy, business_date: str, dice: Dice) -> Asked:
    """What this customer pays on the account; somebody who owes nothing pays ahead."""
    owing = owed(
        standing.account, standing.payments, business_date=business_date, reconnect_fee=policy.reconnect_fee
    )
    first, step, steps = PREPAID
    ahead = first + step * dice.between(0, steps)
    full = owing.proposal or ahead
    return Asked(standing.account, owing.proposal, _amount(way, owing, full, ahead))


def _amount(way: Way, owing: Owed, full: int, ahead: int) -> int:
    match way:
        case Way.PART:
            return max(100, full // 2 // 100 * 100)
        case Way.TO_STAY_ON:
            return owing.to_stay_on or full
        case Way.OVER:
            return full + ahead
        case _:
            return full


def cash_for(cents: int, *, exact: bool, dice: Dice) -> Tender:
    """The bills that are handed over: the amount itself, or the next twenty or hundred above it."""
    bill = BILL_LARGE if dice.chance(30) else BILL
    handed = cents if exact else -(-cents // bill) * bill
    return Tender(TenderKind.CASH.value, handed)


def carried(cents: int, way: Way) -> Way:
    """Nobody pays such a sum in cash: it comes as a check."""
    in_cash = way in (Way.CASH, Way.CASH_AND_CHANGE, Way.PART, Way.TO_STAY_ON)
    return Way.CHECK if in_cash and cents > NOBODY_CARRIES else way


def card_of(cents: int, dice: Dice) -> Tender:
    """A stand-alone terminal's approval (D1)."""
    return Tender(TenderKind.CARD.value, cents, f"A{dice.between(10_000, 99_999)}", f"{dice.between(1_000, 9_999)}")


def money_order_of(cents: int, dice: Dice) -> Tender:
    """A postal money order."""
    return Tender(TenderKind.MONEY_ORDER.value, cents, f"26{dice.between(100_000_000, 999_999_999)}")
