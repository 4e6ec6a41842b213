"""People added and locked, asked for at a terminal."""

from dataclasses import field
from typing import Any

from app.domain.rights import UserUnknownError
from app.domain.user import Deed, Role, User
from app.frozen import frozen
from app.usecases.change_user import UserRequest
from ui.compose.desk import Desk
from ui.compose.requests.person import person_of
from ui.compose.requests.request import Answer, Request


@frozen
class PersonAsked:
    """The values of `user add`."""

    user: str
    name: str
    roles: tuple[Role, ...]
    pin: str = field(repr=False)


@frozen
class LockAsked:
    """The values of `user lock`."""

    user: str


def added(desk: Desk, request: Request, asked: PersonAsked) -> Answer:
    """Add the person.

    Raises:
        CityTillError: the administrator, or such a person may not be; nothing changed.
    """
    by = person_of(desk, request, Deed.CHANGE_USER).user
    return _changed(desk, UserRequest(by, asked.user, asked.name, asked.roles, pin=asked.pin))


def locked(desk: Desk, request: Request, asked: LockAsked) -> Answer:
    """Make the person inactive; what they did stays theirs.

    Raises:
        CityTillError: the administrator, or there is no such person; nothing changed.
    """
    by = person_of(desk, request, Deed.CHANGE_USER).user
    person = desk.ask(lambda books: books.user(asked.user)).result()
    if person is None:
        raise UserUnknownError(asked.user)
    return _changed(desk, UserRequest(by, person.user, person.name, person.roles, person.rights, active=False))


def person_values(person: User) -> dict[str, Any]:
    """A person as JSON."""
    return {"user": person.user, "name": person.name, "roles": [*person.roles], "active": person.active}


def person_line(person: User) -> str:
    """A person for people."""
    return f"{person.user}  {person.name}  {', '.join(person.roles)}{'' if person.active else '  (locked)'}"


def _changed(desk: Desk, request: UserRequest) -> Answer:
    desk.do(lambda deeds: deeds.change_user(request)).result()
    person = User(request.user, request.name, request.roles, request.rights, request.active)
    return Answer(values=person_values(person), lines=(person_line(person),))
