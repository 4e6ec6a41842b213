"""Wrong PINs in a row and the lock-out (R44)."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.pin_lock import PinTries, after_wrong, is_locked, is_pin

NOW = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)


def wrong(tries: PinTries, *, at: datetime = NOW) -> PinTries:
    return after_wrong(tries, at, limit=3, lock_minutes=15)


def test_r44_the_last_allowed_try_locks() -> None:
    tries = wrong(wrong(PinTries()))
    assert not is_locked(tries, NOW)
    locked = wrong(tries)
    assert is_locked(locked, NOW + timedelta(minutes=14, seconds=59))
    assert not is_locked(locked, NOW + timedelta(minutes=15))


def test_a_lock_that_ran_out_gives_all_tries_again() -> None:
    locked = wrong(wrong(wrong(PinTries())))
    assert wrong(locked, at=NOW + timedelta(minutes=20)) == PinTries(1)


@pytest.mark.parametrize(
    ("pin", "approver", "good"),
    [
        ("4711", False, True), ("471147", True, True), ("47114", True, False), ("471", False, False),
        ("1234", False, False), ("123456", True, False), ("8765", False, False), ("7890", False, False),
        ("1212", False, False), ("282828", True, False), ("1224", False, True), ("1357", False, True),
        ("1111", False, False), ("12a4", False, False), ("\uff11\uff12\uff13\uff14", False, False), ("", False, False),
        ("1" * 6 + "2" * 7, False, False),
    ],
)  # fmt: skip
def test_a_pin_is_digits_enough_for_the_role(pin: str, approver: bool, good: bool) -> None:
    assert is_pin(pin, approver=approver) is good


@pytest.mark.parametrize("pin", ["1112", "1121", "1232", "4711"])
def test_a_pin_that_nobody_tries_first_stands(pin: str) -> None:
    assert is_pin(pin, approver=False)
