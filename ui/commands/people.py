"""Who does a writing verb: named and proved by PIN; in practice anybody who may, without one (DESIGN section 9)."""

from typing import ClassVar

from app.domain.rights import check_right
from app.domain.user import Deed, User
from app.errors import InputError
from ui.commands.console import ask_pin
from ui.compose.desk import Desk

PIN_LIMIT_S = 30.0


class UserNotNamedError(InputError):
    """A real station's verb without a person."""

    code: ClassVar[str] = "user_not_named"

    def __init__(self) -> None:
        super().__init__("Say who does this with --user.")


def who(desk: Desk, deed: Deed, *, user: str, pin_stdin: bool) -> User:
    """The person who does the deed.

    Raises:
        UserNotNamedError: a real station, and nobody named.
        PinWrongError, UserLockedError: the PIN.
        UserUnknownError, RightMissingError: not this person.
    """
    if user and (pin_stdin or not desk.is_practice):
        person = desk.sign_in(user, ask_pin(user, from_stdin=pin_stdin)).result(PIN_LIMIT_S)
        return check_right(person, deed, asked=user)
    if not desk.is_practice:
        raise UserNotNamedError
    people = desk.ask(lambda books: books.users()).result(PIN_LIMIT_S)
    if user:
        return check_right(next((one for one in people if one.user == user), None), deed, asked=user)
    able = next((one for one in people if one.may(deed)), None)
    return check_right(able, deed, asked="who may do this")
