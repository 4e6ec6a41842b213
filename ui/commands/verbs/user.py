"""`citytill user`: the people of a station, added and locked by an administrator."""

from typing import Annotated, ClassVar

import typer

from app.domain.user import Role
from app.errors import InputError
from ui.commands.console import answer, ask_pin
from ui.commands.folders import reading, station_folder
from ui.commands.handing import carried_out, pin_of
from ui.commands.options import AsJson, By, Data, PinStdin
from ui.compose.requests.deeds import USER_ADD, USER_LOCK, values_of
from ui.compose.requests.exit_code import ExitCode
from ui.compose.requests.people import LockAsked, PersonAsked, person_line, person_values
from ui.compose.requests.request import Request


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
    rows = [person_values(person) for person in people]
    answer({"users": rows}, as_json=as_json, lines=lambda: [*map(person_line, people)])
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
    pin = pin_of(station_folder(data), user, from_stdin=pin_stdin)
    asked = PersonAsked(new, name, roles, ask_pin(new, from_stdin=pin_stdin))
    return carried_out(data, Request(USER_ADD, values_of(asked), user, pin), as_json=as_json)


def lock(
    gone: Annotated[str, typer.Argument(metavar="USER", help="Who may no longer sign in.")],
    data: Data = None,
    user: By = "",
    pin_stdin: PinStdin = False,
    as_json: AsJson = False,
) -> int:
    """Make a person inactive; what they did stays theirs."""
    pin = pin_of(station_folder(data), user, from_stdin=pin_stdin)
    return carried_out(data, Request(USER_LOCK, values_of(LockAsked(gone)), user, pin), as_json=as_json)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError as error:
        raise RoleUnknownError(text) from error


def _verbs() -> None:
    """The people of the station."""
