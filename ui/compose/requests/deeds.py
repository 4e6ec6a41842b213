"""Which verb is which deed: the one list of what an open window takes from a terminal."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from app.frozen import frozen
from ui.compose.desk import Desk
from ui.compose.requests.exporting import PostingAsked, exported
from ui.compose.requests.importing import ImportAsked, imported
from ui.compose.requests.people import LockAsked, PersonAsked, added, locked
from ui.compose.requests.request import Answer, Request, RequestUnreadableError, Terminal
from ui.compose.requests.taking_back import PostingBackAsked, taken_back

IMPORT_ACCOUNTS = "import accounts"
EXPORT_POSTING = "export posting"
IMPORT_POSTING = "import posting"
USER_ADD = "user add"
USER_LOCK = "user lock"


@frozen
class _Way:
    """How the values of a verb read, and who does it."""

    asked: type[Any]
    does: Callable[[Desk, Request, Any, Terminal], Answer]


def _at_once(does: Callable[[Desk, Request, Any], Answer]) -> Callable[[Desk, Request, Any, Terminal], Answer]:
    """A deed that is over before anybody could stop it."""
    return lambda desk, request, asked, _terminal: does(desk, request, asked)


_WAYS: Mapping[str, _Way] = MappingProxyType({
    IMPORT_ACCOUNTS: _Way(ImportAsked, imported),
    EXPORT_POSTING: _Way(PostingAsked, _at_once(exported)),
    IMPORT_POSTING: _Way(PostingBackAsked, _at_once(taken_back)),
    USER_ADD: _Way(PersonAsked, _at_once(added)),
    USER_LOCK: _Way(LockAsked, _at_once(locked)),
})  # fmt: skip


def done(desk: Desk, request: Request, terminal: Terminal) -> Answer:
    """Do what a terminal asked, on the desk's own lanes; waits for it, so never on the window's thread.

    Raises:
        RequestUnreadableError: no such verb, or values that are not its own.
        CityTillError: the deed's own refusals.
    """
    way = _WAYS.get(request.verb)
    if way is None:
        raise RequestUnreadableError
    try:
        asked = msgspec.convert(request.values, way.asked)
    except msgspec.ValidationError as error:
        raise RequestUnreadableError from error
    return way.does(desk, request, asked, terminal)


def values_of(asked: Any) -> dict[str, Any]:
    """A verb's values as a request carries them."""
    values: dict[str, Any] = msgspec.to_builtins(asked)
    return values
