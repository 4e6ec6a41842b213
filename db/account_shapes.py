"""An account as a deed reads it: a shape that answers what `Account` answers, decoded in a fifth of the time.

Made of the dataclass's own fields, properties and questions, so that the two cannot part (hot-path 2, 3).
"""

from dataclasses import MISSING, fields
from functools import cache
from types import FunctionType, GenericAlias
from typing import Any, cast, get_args, get_type_hints

import msgspec

from app.domain.account import Account


def shaped_account(body: bytes) -> Account:
    """An account from its stored body, for whoever only asks it."""
    return cast(Account, _decoder().decode(body))


@cache
def _decoder() -> Any:
    return msgspec.json.Decoder(_shape(Account))


@cache
def _shape(kind: Any) -> Any:
    hints = get_type_hints(kind)
    shaped = [
        (field.name, _shaped(hints[field.name]))
        if field.default is MISSING
        else (field.name, _shaped(hints[field.name]), field.default)
        for field in fields(kind)
    ]
    answers = {
        name: value
        for name, value in vars(kind).items()
        if isinstance(value, property | FunctionType) and not name.startswith("__")
    }
    return msgspec.defstruct(kind.__name__, shaped, namespace=answers, frozen=True, gc=False)


def _shaped(hint: Any) -> Any:
    """A tuple of dataclasses as a tuple of their shapes; anything else as it is."""
    inner: Any = next(iter(get_args(hint)), None)
    return GenericAlias(tuple, (_shape(inner), ...)) if hasattr(inner, "__dataclass_fields__") else hint
