"""The first deed of a new station: every setting and the first people, in one unit of work."""

from collections.abc import Iterable
from typing import ClassVar

from app.domain.facts.station import SettingChanged, UserChanged
from app.domain.user import Role, User
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.ports.pins import Pins
from app.settings.first_policy import FirstSetting
from app.usecases.change_user import UserRequest, check_pin, checked_user


class StationFoundedError(RuleBrokenError):
    """The station has people already."""

    code: ClassVar[str] = "station_founded"

    def __init__(self) -> None:
        super().__init__("This station is set up already. Change people and settings in Set-up.")


class AdministratorMissingError(RuleBrokenError):
    """Nobody could change anything later, or nobody could approve."""

    code: ClassVar[str] = "first_people"

    def __init__(self) -> None:
        super().__init__("A station begins with an administrator and a second person who may approve.")


@frozen
class FirstPerson:
    """One of the first people and the PIN typed at set-up."""

    user: User
    pin: str


@frozen
class FoundStation:
    """Written by the station itself: there is nobody yet who could do it. PINs are checked first and kept last."""

    books: Books
    pins: Pins
    easy_pins: bool = False

    def __call__(self, settings: Iterable[FirstSetting], people: Iterable[FirstPerson]) -> None:
        """Found the station.

        Raises:
            StationFoundedError: it has people already.
            AdministratorMissingError, RolesConflictError, PinTooWeakError: the first people do not do.
        """
        first = tuple(people)
        roles = {role for person in first for role in person.user.roles}
        if Role.ADMINISTRATOR not in roles or not any(person.user.is_approver for person in first):
            raise AdministratorMissingError
        for person in first:
            user = person.user
            checked_user(UserRequest("", user.user, user.name, user.roles, user.rights, pin=person.pin))
            if not self.easy_pins:
                check_pin(user, person.pin)
        with self.books.deed(by="") as deed:
            if deed.users():
                raise StationFoundedError
            for setting in settings:
                deed.append(SettingChanged(setting.name, setting.value, setting.effective_from, setting.ordinance))
            for person in first:
                user = person.user
                roles_of = tuple(role.value for role in user.roles)
                deed.append(UserChanged(user.user, user.name, roles_of, user.rights, user.active))
        for person in first:
            self.pins.set_pin(person.user.user, person.pin)
