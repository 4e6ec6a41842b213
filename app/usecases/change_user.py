"""Change a person: name, roles, rights, PIN; conflicting roles are refused (R43), shared sign-ons too (R44)."""

import re
from typing import ClassVar

from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.station import UserChanged
from app.domain.pin_lock import APPROVER_PIN_DIGITS, CASHIER_PIN_DIGITS, is_pin
from app.domain.right_rules import check_rights
from app.domain.rights import check_right
from app.domain.user import Deed, Role, User, conflicting
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books, OpenDeed
from app.ports.pins import Pins

_USER = re.compile(r"[a-z][a-z0-9._-]{1,19}")
NAME_LIMIT = 60


class UserWrongError(RuleBrokenError):
    """A user id, name, role or right that cannot be."""

    code: ClassVar[str] = "user_wrong"

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Nothing was changed.")


class RolesConflictError(RuleBrokenError):
    """Two roles that one person may not hold together (R43)."""

    code: ClassVar[str] = "roles_conflict"

    def __init__(self, pair: frozenset[Role]) -> None:
        first, second = sorted(role.value for role in pair)
        super().__init__(f"One person cannot be {first} and {second}. Give one of the two to somebody else.")
        self.pair = pair


class PinTooWeakError(RuleBrokenError):
    """Too short, not digits, or what everybody tries first."""

    code: ClassVar[str] = "pin_too_weak"

    def __init__(self, digits: int) -> None:
        super().__init__(f"A PIN here takes at least {digits} digits, neither all the same nor in a row. Take another.")
        self.digits = digits


class PinMissingError(RuleBrokenError):
    """A new person needs a PIN; so does somebody who became an approver, with more digits."""

    code: ClassVar[str] = "pin_missing"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} needs a new PIN with this change. Let them type one.")
        self.name = name


class LastAdministratorError(RuleBrokenError):
    """Nobody would be left to change users."""

    code: ClassVar[str] = "last_administrator"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the only administrator. Make somebody else one first.")
        self.name = name


class BatchStillOpenError(RuleBrokenError):
    """Money that only this person may count lies in a drawer (R2)."""

    code: ClassVar[str] = "batch_still_open"

    def __init__(self, *, name: str, batch: str) -> None:
        super().__init__(f"{name} still has batch {batch} to count. Let them count it first; nothing was changed.")
        self.name = name
        self.batch = batch


@frozen
class UserRequest:
    """The person as they are to be; `pin` empty keeps the PIN they have."""

    by: str
    user: str
    name: str
    roles: tuple[Role, ...]
    rights: tuple[str, ...] = ()
    active: bool = True
    pin: str = ""


@frozen
class ChangeUser:
    """The entry first, then the PIN's verifier, which is never in the journal."""

    books: Books
    pins: Pins

    def __call__(self, request: UserRequest) -> EntryRef:
        """Change or add the person.

        Raises:
            UserWrongError, RolesConflictError, RightConflictError, PinTooWeakError, PinMissingError,
            LastAdministratorError.
            BatchStillOpenError: they would leave a batch that nobody else may count.
            UserUnknownError, RightMissingError: `by` may not.
        """
        changed = checked_user(request)
        if request.pin:
            check_pin(changed, request.pin)
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.CHANGE_USER, asked=request.by)
            before = deed.user(changed.user)
            grew = changed.is_approver and (before is None or not before.is_approver)
            if not request.pin and changed.active and (grew or not self.pins.has_pin(changed.user)):
                raise PinMissingError(changed.name)
            _check_administrator_left(deed, changed)
            _check_no_batch_left(deed, changed)
            roles = tuple(role.value for role in changed.roles)
            ref = deed.append(UserChanged(changed.user, changed.name, roles, changed.rights, changed.active))
        if request.pin:
            self.pins.set_pin(changed.user, request.pin)
        return ref


def checked_user(request: UserRequest) -> User:
    """The person of a request, when such a person may be.

    Raises:
        UserWrongError: id, name, roles or rights.
        RolesConflictError, RightConflictError: R43.
    """
    name = " ".join(request.name.split())
    if not _USER.fullmatch(request.user):
        raise UserWrongError("A user id is 2 to 20 small letters and digits and begins with a letter.")
    if not name or len(name) > NAME_LIMIT:
        raise UserWrongError(f"A name has 1 to {NAME_LIMIT} characters.")
    if not request.roles:
        raise UserWrongError("A person needs at least one role.")
    if any(right not in set(Deed) for right in request.rights):
        raise UserWrongError("One of the rights is unknown.")
    pair = conflicting(request.roles)
    if pair is not None:
        raise RolesConflictError(pair)
    check_rights(request.roles, request.rights)
    return User(request.user, name, tuple(dict.fromkeys(request.roles)), request.rights, request.active)


def check_pin(user: User, pin: str) -> None:
    """Whether the PIN is good enough for the person's roles.

    Raises:
        PinTooWeakError: it is not.
    """
    if not is_pin(pin, approver=user.is_approver):
        raise PinTooWeakError(APPROVER_PIN_DIGITS if user.is_approver else CASHIER_PIN_DIGITS)


def _check_administrator_left(deed: OpenDeed, changed: User) -> None:
    if changed.may(Deed.CHANGE_USER):
        return
    others = [user for user in deed.users() if user.user != changed.user and user.may(Deed.CHANGE_USER)]
    if not others:
        raise LastAdministratorError(changed.name)


def _check_no_batch_left(deed: OpenDeed, changed: User) -> None:
    if changed.may(Deed.COUNT_BATCH):
        return
    states = (BatchState.OPEN.value, BatchState.REJECTED.value)
    left = next((batch for batch in deed.batches(states=states) if batch.cashier == changed.user), None)
    if left is not None:
        raise BatchStillOpenError(name=changed.name, batch=left.batch)
