"""Wrong PINs in a row, and the lock-out they lead to: per user and station, across restarts (R44)."""

import itertools
from datetime import datetime, timedelta

from app.frozen import frozen

CASHIER_PIN_DIGITS = 4
APPROVER_PIN_DIGITS = 6
PIN_DIGITS_LIMIT = 12


@frozen
class PinTries:
    """Wrong tries since the last right one; `locked_until` is UTC ISO, empty while not locked."""

    wrong: int = 0
    locked_until: str = ""


def is_locked(tries: PinTries, now: datetime) -> bool:
    """Whether no PIN is even looked at now."""
    return bool(tries.locked_until) and now < datetime.fromisoformat(tries.locked_until)


def after_wrong(tries: PinTries, now: datetime, *, limit: int, lock_minutes: int) -> PinTries:
    """One more wrong try; the `limit`th locks for `lock_minutes`. A lock that has run out starts from nothing."""
    before = 0 if tries.locked_until and not is_locked(tries, now) else tries.wrong
    wrong = before + 1
    until = (now + timedelta(minutes=lock_minutes)).isoformat() if wrong >= limit else ""
    return PinTries(wrong, until)


def is_pin(pin: str, *, approver: bool) -> bool:
    """Digits only; at least six for approvers, four for everybody else (DESIGN section 3), and not guessed first."""
    least = APPROVER_PIN_DIGITS if approver else CASHIER_PIN_DIGITS
    is_long_enough = pin.isascii() and pin.isdigit() and least <= len(pin) <= PIN_DIGITS_LIMIT
    return is_long_enough and not is_guessed_first(pin)


def is_guessed_first(pin: str) -> bool:
    """What everybody tries first: one digit or a pair over and over (1111, 121212), or digits in a row (1234, 8765)."""
    if len(set(pin[::2])) <= 1 and len(set(pin[1::2])) <= 1:
        return True
    steps = {(int(after) - int(before)) % 10 for before, after in itertools.pairwise(pin)}
    return steps in ({1}, {9})
