"""`@frozen`: a frozen dataclass whose methods are written when the first of them is needed.

`dataclasses` writes and compiles six functions for each class, a third of a millisecond. The window passes more than
two hundred of these classes before the first scan is answered and makes instances of a few dozen (hot-path 7).
So a stand-in takes the place of each function until somebody looks at it; then `dataclasses` itself writes it: first
what makes an instance, and what compares and shows one when it comes to that.
Nothing else differs from `@dataclass(frozen=True)`: `fields`, `replace`, patterns, inheritance and pickles are its own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
MAKING = ("__init__", "__match_args__", "__dataclass_fields__")
SHOWING = ("__repr__", "__eq__", "__hash__", "__dataclass_params__")
_REFUSING = ("__setattr__", "__delattr__")
_OF_THE_CLASS = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as a frozen dataclass; methods that it has of its own stay."""
    declared = {name: value for name, value in vars(cls).items() if isinstance(value, Field)}
    for name, value in declared.items():
        _put_default(cls, name, value)
    for names in (MAKING, SHOWING):
        for name in names:
            if vars(cls).get(name) is None:  # `__hash__` is None beside an `__eq__` of its own
                setattr(cls, name, _StandIn(cls, name, names, declared))
    for name in _REFUSING:
        setattr(cls, name, _refusing(cls, name))
    return cls


class _StandIn:
    """In the place of one thing that `dataclasses` has yet to write; whoever looks at it gets the thing itself."""

    def __init__(self, cls: type[Any], name: str, names: Iterable[str], declared: Mapping[str, object]) -> None:
        self._cls = cls
        self._name = name
        self._names = names
        self._declared = declared

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        _write(self._cls, self._names, self._declared)
        written = vars(self._cls)[self._name]
        bind = getattr(type(written), "__get__", None)
        return written if bind is None else bind(written, instance, owner)


def _put_default(cls: type[Any], name: str, declared: "Field[Any]") -> None:
    """What the class itself holds of `name: T = field(...)`: its default or nothing."""
    if declared.default is MISSING:
        delattr(cls, name)
    else:
        setattr(cls, name, declared.default)


def _write(cls: type[Any], names: Iterable[str], declared: Mapping[str, object]) -> None:
    """Put `names` of what `dataclasses` writes for a twin of the class into it; `declared` are its `field(...)`s.

    A twin, so that no other thread ever meets the class half made. Two threads may both come here: they write the same.
    """
    own = {name: value for name, value in vars(cls).items() if not _is_added(name, value)}
    make: Callable[..., type[Any]] = type(cls)
    twin = make(cls.__name__, cls.__bases__, {**own, **declared, "__qualname__": cls.__qualname__})
    twin = dataclass(frozen=True, repr=names is SHOWING, eq=names is SHOWING)(twin)
    for name in names:
        if isinstance(vars(cls).get(name), _StandIn):
            setattr(cls, name, vars(twin)[name])


def _is_added(name: str, value: object) -> bool:
    return name in _OF_THE_CLASS or name in _REFUSING or isinstance(value, _StandIn)


def _refusing(cls: type[Any], name: str) -> Callable[..., None]:
    """As `dataclasses` has it: only a subclass that is no frozen dataclass itself may have more to set."""

    def refuse(self: Any, field_name: str, *value: Any) -> None:
        if type(self) is cls or field_name in cls.__dataclass_fields__:
            verb = "assign to" if value else "delete"
            raise FrozenInstanceError(f"cannot {verb} field {field_name!r}")
        getattr(super(cls, self), name)(field_name, *value)

    return refuse
