"""Who does a writing verb: named and proved by PIN; in practice anybody who may, without one (DESIGN section 9)."""

from concurrent.futures import Future
from typing import ClassVar, TypeVar

from app.domain.rights import check_right
from app.domain.user import Deed, User
from app.errors import InputError, RecordsError
from ui.compose.desk import Desk
from ui.compose.requests.request import Request

T = TypeVar("T")
PERSON_LIMIT_S = 30.0


class UserNotNamedError(InputError):
    """A real station's verb without a person."""

    code: ClassVar[str] = "user_not_named"

    def __init__(self) -> None:
        super().__init__("Say who does this with --user.")


class DeskBusyError(RecordsError):
    """The books' threads did not come to it."""

    code: ClassVar[str] = "desk_busy"

    def __init__(self) -> None:
        super().__init__("The station is busy, nothing was changed. Try again in a moment.")


def person_of(desk: Desk, request: Request, deed: Deed) -> User:
    """The person who does the deed.

    Raises:
        UserNotNamedError: a real station, and nobody named or no PIN asked.
        PinWrongError, UserLockedError: the PIN.
        UserUnknownError, RightMissingError: not this person.
        DeskBusyError: nobody came to look.
    """
    user = request.user
    if user and request.pin is not None:
        return check_right(_soon(desk.sign_in(user, request.pin)), deed, asked=user)
    if not desk.is_practice:
        raise UserNotNamedError
    people = _soon(desk.ask(lambda books: books.users()))
    if user:
        return check_right(next((one for one in people if one.user == user), None), deed, asked=user)
    able = next((one for one in people if one.may(deed)), None)
    return check_right(able, deed, asked="who may do this")


def _soon(answer: "Future[T]") -> T:
    try:
        return answer.result(PERSON_LIMIT_S)
    except TimeoutError as error:
        answer.cancel()
        raise DeskBusyError from error
