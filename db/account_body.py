"""An account from its stored body: what the till reads, without what an import brings (`db/account_rows.py`)."""

from functools import cache
from typing import Any

import msgspec

from app.domain.account import Account


def account_of(body: bytes) -> Account:
    """An account from its stored body."""
    found: Account = _decoder().decode(body)
    return found


@cache
def _decoder() -> Any:
    return msgspec.json.Decoder(Account)
