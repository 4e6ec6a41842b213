"""Every refusal of the rules has its own code and a sentence that says what to do next (STYLE section 6)."""

import importlib
import inspect
import pkgutil

import app.domain
import app.settings
import app.usecases
from app.errors import CityTillError, RuleBrokenError


def refusals() -> list[type[CityTillError]]:
    found: dict[str, type[CityTillError]] = {}
    for package in (app.domain, app.settings, app.usecases):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for _name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if issubclass(kind, CityTillError) and kind.__module__ == module.name:
                    found[f"{kind.__module__}.{kind.__name__}"] = kind
    return list(found.values())


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in refusals()]
    assert len(codes) > 50
    assert sorted(codes) == sorted(set(codes))


def test_every_refusal_is_documented_and_ends_in_error() -> None:
    for kind in refusals():
        assert kind.__doc__, kind
        assert kind.__name__.endswith("Error"), kind


def test_the_kinds_of_the_rules_are_rules() -> None:
    inputs = {"AmountUnreadableError", "DraftUnreadableError"}
    for kind in refusals():
        if kind.__module__.startswith("app.usecases"):
            assert issubclass(kind, RuleBrokenError) or kind.__name__ in inputs, kind
