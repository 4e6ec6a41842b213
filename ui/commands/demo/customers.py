"""Whom the demonstration serves: ordinary accounts of the practice city that owe something everyday."""


from app.domain.account import Account, FlagKind
from app.domain.allocation import owed
from app.domain.records import AccountStanding
from app.frozen import frozen
from app.interchange.practice.dice import Dice
from ui.commands.day.script import accounts_of
from ui.commands.demo.player import Player

LEAST, MOST = 2_500, 45_000
LOOKED_AT = 4_000


@frozen
class Customer:
    """An account and what it is asked for, in cents."""

    account: Account
    proposed: int


def customers(player: Player, dice: Dice, count: int) -> list[Customer]:
    """Without flags, active, owing something that people carry; fewer where the city is small."""
    return _found(player, dice, count, is_cash_only=False)


def cash_only_customers(player: Player, dice: Dice, count: int) -> list[Customer]:
    """Accounts that take no check."""
    return _found(player, dice, count, is_cash_only=True)


def _found(player: Player, dice: Dice, count: int, *, is_cash_only: bool) -> list[Customer]:
    accounts = [one for one in accounts_of(player.rooms.desk) if one.is_cash_only is is_cash_only]
    found: list[Customer] = []
    for _look in range(min(LOOKED_AT, len(accounts))):
        place = dice.between(0, len(accounts) - 1)
        accounts[place], accounts[-1] = accounts[-1], accounts[place]
        key = accounts.pop().key
        standing = player.ask(lambda books, key=key: books.standing(key))  # type: ignore[misc]
        if standing is not None and (proposed := _proposed(player, standing)) is not None:
            found.append(Customer(standing.account, proposed))
        if len(found) == count or not accounts:
            break
    return found


def _proposed(player: Player, standing: AccountStanding) -> int | None:
    sitting = player.rooms.session.sitting
    account = standing.account
    others = [flag for flag in account.flags if flag.kind not in (FlagKind.CASH_ONLY, FlagKind.NOTE)]
    if sitting is None or others or account.status != "active" or standing.payments or not account.stub_scan_line:
        return None
    fee = sitting.policy.reconnect_fee
    proposed = owed(account, standing.payments, business_date=sitting.business_date, reconnect_fee=fee).proposal
    return proposed if proposed is not None and LEAST <= proposed <= MOST else None
