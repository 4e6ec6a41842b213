"""Wrong PINs in a row, and the lock-out they lead to: per user and station, across restarts (R44)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

CASHIER_PIN_DIGITS = 4
APPROVER_PIN_DIGITS = 6
PIN_DIGITS_LIMIT = 12


@dataclass(frozen=True)
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
    """Digits only; at least six for approvers, four for everybody else (DESIGN section 3), never all the same."""
    least = APPROVER_PIN_DIGITS if approver else CASHIER_PIN_DIGITS
    return pin.isascii() and pin.isdigit() and least <= len(pin) <= PIN_DIGITS_LIMIT and len(set(pin)) > 1
