"""`citytill user`: the people of a station, added and locked by an administrator."""

from typing import Annotated, Any, ClassVar

import typer

from app.domain.rights import UserUnknownError
from app.domain.user import Deed, Role, User
from app.errors import InputError
from app.usecases.change_user import UserRequest
from devices.system_clock import SystemClock
from ui.commands.console import ExitCode, answer, ask_pin
from ui.commands.folders import reading, station_folder, working
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.commands.people import who
from ui.compose.desk import Desk


class RoleUnknownError(InputError):
    """`--role` names none of the roles."""

    code: ClassVar[str] = "role_unknown"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no role {name}. Take one of {', '.join(Role)}.")
        self.name = name


def join(program: typer.Typer) -> None:
    """Add the verb."""
    verbs = typer.Typer(no_args_is_help=True, help="The people of the station.")
    verbs.callback()(_verbs)
    verbs.command("list")(list_users)
    verbs.command("add")(add)
    verbs.command("lock")(lock)
    program.add_typer(verbs, name="user")


def list_users(data: Data = None, as_json: AsJson = False) -> int:
    """Everybody, active or not."""
    with reading(station_folder(data)) as books:
        people = list(books.users())
    answer({"users": [_json(person) for person in people]}, as_json=as_json, lines=lambda: [*map(_line, people)])
    return ExitCode.DONE


def add(
    new: Annotated[str, typer.Argument(metavar="USER", help="The id to sign in with.")],
    name: Annotated[str, typer.Option("--name", help="The name on screens and papers.")],
    role: Annotated[list[str], typer.Option("--role", help="A role; may be given several times.")],
    data: Data = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Add a person; their PIN is asked for behind the administrator's (stdin: one line each)."""
    roles = tuple(_role(text) for text in role)
    with working(station_folder(data), SystemClock()) as desk:
        by = who(desk, Deed.CHANGE_USER, user=user, pin_stdin=pin_stdin).user
        request = UserRequest(by, new, name, roles, pin=ask_pin(new, from_stdin=pin_stdin))
        return _changed(desk, request, as_json=as_json)


def lock(
    gone: Annotated[str, typer.Argument(metavar="USER", help="Who may no longer sign in.")],
    data: Data = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Make a person inactive; what they did stays theirs."""
    with working(station_folder(data), SystemClock()) as desk:
        by = who(desk, Deed.CHANGE_USER, user=user, pin_stdin=pin_stdin).user
        person = desk.ask(lambda books: books.user(gone)).result()
        if person is None:
            raise UserUnknownError(gone)
        request = UserRequest(by, gone, person.name, person.roles, person.rights, active=False)
        return _changed(desk, request, as_json=as_json)


def _changed(desk: Desk, request: UserRequest, *, as_json: bool) -> int:
    desk.do(lambda deeds: deeds.change_user(request)).result()
    person = User(request.user, request.name, request.roles, request.rights, request.active)
    answer(_json(person), as_json=as_json, lines=lambda: [_line(person)])
    return ExitCode.DONE


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise RoleUnknownError(text) from error


def _json(person: User) -> dict[str, Any]:
    return {"user": person.user, "name": person.name, "roles": [*person.roles], "active": person.active}


def _line(person: User) -> str:
    return f"{person.user}  {person.name}  {', '.join(person.roles)}{'' if person.active else '  (locked)'}"


def _verbs() -> None:
    """The people of the station."""
