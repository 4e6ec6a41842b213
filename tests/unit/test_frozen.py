"""A `@frozen` class is a frozen dataclass in everything but the moment its methods are written."""

import copy
import inspect
import pickle
import threading
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

import msgspec
import pytest

from app.frozen import MAKING, SHOWING, frozen


@frozen
class Coin:
    """A piece of money."""

    KIND: ClassVar[str] = "coin"

    cents: int
    metal: str = "nickel"

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise ValueError(self.cents)

    @cached_property
    def words(self) -> str:
        """Kept beside the fields."""
        return f"{self.cents} in {self.metal}"


@frozen
class OldCoin(Coin):
    """One with a year."""

    year: int = 1909

    def __repr__(self) -> str:
        return f"old {super().__repr__()}"


@frozen
class Purse:
    """Has a default that is made anew each time."""

    coins: list[Coin] = field(default_factory=list)
    colour: str = field(default="red", compare=False)
    owner: str = field(default="", repr=False)


@frozen
class Alike:
    """Compares by its own rule and is hashed by its fields."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike)

    __hash__: Any = None  # as Python itself puts it beside an `__eq__`


@frozen
class Kept:
    """Made anew from bytes before anybody called it."""

    n: int


@frozen
class Secret:
    """Says nothing of what it holds."""

    pin: str

    __repr__ = object.__repr__


class Loose(Coin):
    """No dataclass itself."""


def is_written(cls: type[Any]) -> bool:
    return inspect.isfunction(vars(cls)["__init__"])


def fresh(decorate: Any = frozen) -> type[Any]:
    """A class that nobody has looked at."""

    @decorate
    class Fresh:
        """Two fields."""

        a: int
        b: str = "x"

    made: type[Any] = Fresh
    return made


def test_nothing_is_written_before_somebody_looks() -> None:
    cls = fresh()
    assert not is_written(cls)
    made = cls(1)
    assert is_written(cls)
    assert not inspect.isfunction(vars(cls)["__eq__"])
    assert made == cls(1)
    assert inspect.isfunction(vars(cls)["__eq__"])


@pytest.mark.parametrize("look", [
    lambda cls: cls(1), is_dataclass, fields, inspect.signature, lambda cls: cls.__match_args__,
    lambda cls: cls.__repr__, lambda cls: cls.__hash__, lambda cls: cls.__eq__,
    lambda cls: setattr(cls.__new__(cls), "other", 1),
], ids=["call", "is_dataclass", "fields", "signature", "match_args", "repr", "hash", "eq", "set"])  # fmt: skip
def test_whatever_is_looked_at_first_writes_all(look: Any) -> None:
    cls = fresh()
    try:
        look(cls)
    except FrozenInstanceError:
        look = fields
        look(cls)
    twin = fresh(dataclass(frozen=True))
    assert [one.name for one in fields(cls)] == ["a", "b"]
    assert repr(cls(1)) == repr(twin(1))
    assert {name: type(getattr(cls, name)) for name in MAKING + SHOWING} == {
        name: type(getattr(twin, name)) for name in MAKING + SHOWING
    }
    assert str(cls.__dataclass_params__) == str(twin.__dataclass_params__)
    assert is_written(cls)


def test_it_is_made_compared_hashed_and_shown_as_a_dataclass() -> None:
    assert Coin(5) == Coin(cents=5, metal="nickel") != Coin(6)
    assert len({Coin(5), Coin(5), Coin(6)}) == 2
    assert repr(Coin(5)) == "Coin(cents=5, metal='nickel')"
    assert str(inspect.signature(Coin)) == "(cents: int, metal: str = 'nickel') -> None"
    assert Coin.__init__.__qualname__ == "Coin.__init__"
    assert Coin(5).words == "5 in nickel"


def test_its_own_check_runs_for_each_instance() -> None:
    with pytest.raises(ValueError, match="-1"):
        Coin(-1)
    with pytest.raises(ValueError, match="-2"):
        replace(Coin(1), cents=-2)


def test_it_wants_its_fields() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'cents'"):
        Coin()  # type: ignore[call-arg]


def test_it_cannot_be_changed() -> None:
    coin = Coin(5)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'cents'"):
        coin.cents = 6  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'cents'"):
        del coin.cents
    with pytest.raises(FrozenInstanceError):
        coin.other = 6  # type: ignore[attr-defined]


def test_a_subclass_that_is_no_dataclass_may_have_more_but_changes_no_field() -> None:
    loose: Any = Loose(5)
    loose.other = 6
    del loose.other
    with pytest.raises(FrozenInstanceError):
        loose.cents = 6


def test_an_heir_has_the_fields_of_both_and_may_show_itself_otherwise() -> None:
    old = OldCoin(5, "silver", 1890)
    assert [one.name for one in fields(old)] == ["cents", "metal", "year"]
    assert repr(old) == "old OldCoin(cents=5, metal='silver')"
    assert old != Coin(5, "silver")
    assert replace(old, year=1891).year == 1891


def test_a_secret_does_not_show_itself() -> None:
    for _before_and_after in range(2):
        assert "8264" not in repr(Secret("8264"))
        assert Secret("8264") == Secret("8264")


def test_patterns_see_its_fields() -> None:
    match Coin(5, "zinc"):
        case Coin(cents, metal):
            assert (cents, metal) == (5, "zinc")


def test_what_a_field_says_of_itself_holds() -> None:
    assert (Purse.colour, hasattr(Purse, "coins")) == ("red", False)
    assert Purse() == Purse(colour="blue")
    assert repr(Purse(owner="M. Ruiz")) == "Purse(coins=[], colour='red')"


def test_each_purse_has_coins_of_its_own() -> None:
    assert Purse().coins is not Purse().coins


def test_a_rule_of_its_own_for_equality_stays() -> None:
    assert Alike("a") == Alike("b")
    assert hash(Alike("a")) != hash(Alike("b"))


def test_it_goes_through_pickle_copy_and_msgspec_unwritten() -> None:
    bare = object.__new__(Kept)
    object.__setattr__(bare, "n", 7)
    there = pickle.loads(pickle.dumps(bare))
    assert there == copy.deepcopy(there) == Kept(7)
    cls = fresh()
    assert msgspec.json.decode(b'{"a": 1}', type=cls) == cls(1)
    assert msgspec.json.encode(fresh()(1)) == b'{"a":1,"b":"x"}'


def test_many_threads_may_make_the_first_one_together() -> None:
    for _ in range(50):
        cls, found = fresh(), list[Any]()
        gate = threading.Barrier(4)

        def make(cls: Any = cls, gate: threading.Barrier = gate, found: list[Any] = found) -> None:
            gate.wait()
            found.append((cls(1), cls(1) == cls(1, "x"), len(fields(cls))))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [(one == cls(1), *rest) for one, *rest in found] == [(True, True, 2)] * 4
