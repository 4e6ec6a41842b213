"""Set a new station up: its settings and first people in one deed, before anybody can sign in (issue 2 item 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.station import SettingChanged, UserChanged
from app.domain.user import Deed, User
from app.errors import RuleBrokenError
from app.ports.books import Books
from app.ports.pins import Pins
from app.settings.first_policy import FirstSetting
from app.usecases.change_user import UserRequest, check_pin, checked_user


class AlreadySetUpError(RuleBrokenError):
    """The station has people already."""

    code: ClassVar[str] = "already_set_up"

    def __init__(self) -> None:
        super().__init__("This station is set up already. Sign in as an administrator to change it.")


class SecondPersonMissingError(RuleBrokenError):
    """Set-up needs an administrator and somebody else who may balance and approve (R25, R43)."""

    code: ClassVar[str] = "second_person_missing"

    def __init__(self, what: str) -> None:
        super().__init__(f"A station needs {what} from the first day. Add one, then go on.")
        self.what = what


@dataclass(frozen=True)
class SetUpStation:
    """Writes every setting and every first person at once; the station itself is the author."""

    books: Books
    pins: Pins

    def __call__(self, settings: Sequence[FirstSetting], people: Sequence[UserRequest]) -> EntryRef:
        """Set it up; the last entry.

        Raises:
            AlreadySetUpError: somebody exists.
            SecondPersonMissingError: no administrator, or nobody who may approve.
            UserWrongError, RolesConflictError, PinTooWeakError: one of the people cannot be.
        """
        first = [(checked_user(person), person.pin) for person in people]
        for user, pin in first:
            check_pin(user, pin)
        if not any(user.may(Deed.CHANGE_USER) for user, _pin in first):
            raise SecondPersonMissingError("an administrator")
        if not any(user.may(Deed.BALANCE_BATCH) for user, _pin in first):
            raise SecondPersonMissingError("a supervisor")
        with self.books.deed(by="") as deed:
            if deed.users():
                raise AlreadySetUpError
            for one in settings:
                ref = deed.append(SettingChanged(one.name, one.value, one.effective_from, one.ordinance))
            for user, _pin in first:
                ref = deed.append(_fact(user))
        for user, pin in first:
            self.pins.set_pin(user.user, pin)
        return ref


def _fact(user: User) -> UserChanged:
    return UserChanged(user.user, user.name, tuple(role.value for role in user.roles), user.rights, user.active)
