"""Sign in by user and PIN; wrong PINs lock the user out at this station, across restarts (R44, issue 2 item 7).

It reads and counts tries, and needs no deed: it works before the writer is up. A try is counted on the disk before
the PIN is looked at, so that a power cut gives no free one.
"""

from typing import ClassVar

from app.domain.business_date import city_time
from app.domain.pin_lock import PinTries, after_wrong, is_locked
from app.domain.user import User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import BooksReader
from app.ports.clock import Clock
from app.ports.pins import Pins
from app.usecases.proposed_date import proposed_date

USER_LIMIT = 20


class PinWrongError(RuleBrokenError):
    """User and PIN do not belong together; the same sentence for a user who does not exist."""

    code: ClassVar[str] = "pin_wrong"

    def __init__(self, left: int) -> None:
        tries = "1 more try" if left == 1 else f"{left} more tries"
        super().__init__(f"User and PIN do not match. {tries}, then this user is locked for a while.")
        self.left = left


class UserLockedError(RuleBrokenError):
    """Too many wrong PINs; `until` is the city's clock, HH:MM."""

    code: ClassVar[str] = "user_locked"

    def __init__(self, until: str) -> None:
        super().__init__(f"Too many wrong PINs. This user is locked until {until}. Wait, or ask an administrator.")
        self.until = until


@frozen
class SignIn:
    """Answers with the person, or refuses in one sentence."""

    reader: BooksReader
    pins: Pins
    clock: Clock

    def __call__(self, user: str, pin: str) -> User:
        """Sign in; capitals and blanks around the user do not matter.

        Raises:
            PinWrongError: not this PIN, or no such active user.
            UserLockedError: locked out; no PIN was looked at, or this try was the last one.
        """
        user = user.strip().lower()[:USER_LIMIT]
        now = self.clock.now()
        policy = self.reader.policy(proposed_date(self.reader, now))
        before = self.pins.tries(user)
        if is_locked(before, now):
            raise UserLockedError(_clock_words(before, policy.city_time_zone))
        tries = after_wrong(before, now, limit=policy.sign_in_tries, lock_minutes=policy.sign_in_lock_minutes)
        self.pins.keep_tries(user, tries)
        is_right = self.pins.verify(user, pin)
        person = self.reader.user(user)
        if not is_right or person is None or not person.active:
            if tries.locked_until:
                raise UserLockedError(_clock_words(tries, policy.city_time_zone))
            raise PinWrongError(policy.sign_in_tries - tries.wrong)
        self.pins.keep_tries(user, PinTries())
        return person


def _clock_words(tries: PinTries, time_zone: str) -> str:
    return f"{city_time(tries.locked_until, time_zone=time_zone):%H:%M}"
