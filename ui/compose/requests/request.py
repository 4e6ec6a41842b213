"""What a verb asks for and what it is answered; the same with and without a window between."""

from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

import msgspec

from app.errors import InputError, RecordsError
from app.frozen import frozen
from ui.compose.requests.exit_code import ExitCode
from ui.compose.version import program_version

REQUEST_VERSION = 1
"""Counted up when an older window could not answer any more."""


class RequestUnreadableError(InputError):
    """What came over the socket is no request of this program."""

    code: ClassVar[str] = "request_unreadable"

    def __init__(self) -> None:
        super().__init__("The open window did not understand the request. Nothing was changed.")


class RequestNewerError(RecordsError):
    """A verb of a later version met a window that still runs the earlier one."""

    code: ClassVar[str] = "request_newer"

    def __init__(self, program: str) -> None:
        super().__init__(
            f"This command is of CityTill {program}, the open window still of {program_version()}. Close the window "
            "and open it again, then repeat the command."
        )
        self.program = program


@frozen
class Request:
    """`values` are the verb's own; `user` and `pin` as the terminal asked for them, no PIN where none was asked."""

    verb: str
    values: dict[str, Any] = field(repr=False)
    user: str = ""
    pin: str | None = field(default=None, repr=False)
    v: int = REQUEST_VERSION
    program: str = field(default_factory=program_version)


@frozen
class Answer:
    """`values` is the JSON object, `lines` the same for people, `said` is for stderr; `refused` the one sentence."""

    code: int = ExitCode.DONE
    values: dict[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    refused: str = ""


@frozen
class Terminal:
    """Who asked, while the deed is under way: hears of progress, and may have asked to stop."""

    tell: Callable[[str], None]
    is_stopped: Callable[[], bool]


def read_request(data: bytes) -> Request:
    """A request as it came.

    Raises:
        RequestNewerError: of a later version.
        RequestUnreadableError: no request.
    """
    try:
        kind = msgspec.json.decode(data, type=_Kind)
        if kind.v > REQUEST_VERSION:
            raise RequestNewerError(kind.program)
        return msgspec.json.decode(data, type=Request)
    except msgspec.MsgspecError as error:
        raise RequestUnreadableError from error


@frozen
class _Kind:
    """What every version of a request begins with."""

    v: int
    program: str
