"""What a deed reads of an account is the account."""

from dataclasses import fields
from datetime import date
from typing import Any

from app.domain.account import Account, FlagKind
from app.domain.allocation import owed
from app.interchange.accounts_blob import account_body
from app.interchange.practice.city import practice_accounts
from db.account_shapes import shaped_account

ACCOUNTS = list(practice_accounts(7, accounts=300, business_date=date(2026, 11, 21)))


def values(thing: Any, like: type[Any]) -> dict[str, Any]:
    return {field.name: getattr(thing, field.name) for field in fields(like)}


def test_every_field_of_account_flag_and_service_is_there() -> None:
    for account in ACCOUNTS:
        shaped = shaped_account(account_body(account))
        own, other = values(account, Account), values(shaped, Account)
        for name in ("flags", "services"):
            pairs = zip(own.pop(name), other.pop(name), strict=True)
            assert all(values(one, type(one)) == values(shape, type(one)) for one, shape in pairs)
        assert own == other


def test_it_answers_as_the_account_does() -> None:
    for account in ACCOUNTS:
        shaped = shaped_account(account_body(account))
        assert (shaped.address, shaped.balance, shaped.is_incomplete) == (
            account.address, account.balance, account.is_incomplete
        )  # fmt: skip
        assert shaped.is_cash_only("2026-11-21") == account.is_cash_only("2026-11-21")
        assert [shaped.has(kind) for kind in FlagKind] == [account.has(kind) for kind in FlagKind]
        assert owed(shaped, (), business_date="2026-11-21", reconnect_fee=3_500) == owed(
            account, (), business_date="2026-11-21", reconnect_fee=3_500
        )
