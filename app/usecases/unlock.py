"""Unlock an idle window: by the person who is signed in, nobody else (R44, J5)."""

from typing import ClassVar

from app.domain.user import User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.usecases.sign_in import SignIn


class SomebodyElseError(RuleBrokenError):
    """Another person's PIN at a locked window; shared sign-ons are refused (R44)."""

    code: ClassVar[str] = "somebody_else"

    def __init__(self, name: str) -> None:
        super().__init__(f"This window is locked for {name}. Ask {name} to unlock it, or sign in as yourself.")
        self.name = name


@frozen
class Unlock:
    """The same PIN, tries and lock-out as signing in."""

    sign_in: SignIn

    def __call__(self, signed_in: User, *, user: str, pin: str) -> User:
        """Unlock it.

        Raises:
            SomebodyElseError, PinWrongError, UserLockedError.
        """
        if user != signed_in.user:
            raise SomebodyElseError(signed_in.name)
        return self.sign_in(user, pin)
