"""What is installed is what the locks name, each with its hash and none with an address."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.source import ROOT

LOCK = ROOT / "requirements.lock"
RUNTIME = ROOT / "requirements-runtime.lock"
GATE_TOOLS = ("hypothesis", "import-linter", "mypy", "pytest", "pytest-qt", "pytest-timeout", "pytest-xdist", "ruff")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def blocks(text: str) -> dict[str, str]:
    """Package name -> its whole entry: pin, marker and hashes."""
    return {match[1]: match[0] for match in re.finditer(r"^([A-Za-z0-9._-]+)==.+\n(?:    .*\n)+", text, re.MULTILINE)}


LOCKED = blocks(LOCK.read_text(encoding="utf-8"))


def requirement(name: str) -> Requirement:
    """A lock's entry without its hashes."""
    return Requirement(LOCKED[name].split("\\")[0].strip())


def canonical(name: str) -> str:
    """A package's name as locks spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", [LOCK, RUNTIME], ids=lambda lock: lock.name)
def test_a_lock_holds_no_address(lock: Path) -> None:
    assert "://" not in lock.read_text(encoding="utf-8")


def test_every_pin_has_a_hash() -> None:
    pins = [line for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line and not line.startswith(" ")]
    assert len(pins) == len(LOCKED)
    assert all("--hash=sha256:" in block for block in LOCKED.values())


def test_the_runtime_lock_is_a_part_of_the_whole_lock() -> None:
    runtime = blocks(RUNTIME.read_text(encoding="utf-8"))
    assert runtime
    assert {name: block for name, block in runtime.items() if LOCKED.get(name) != block} == {}


def test_the_lock_answers_every_line_of_pyproject() -> None:
    wanted = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
    for want in wanted:
        (pin,) = requirement(canonical(want.name)).specifier
        assert pin.version in want.specifier, want


def test_the_runtime_lock_brings_no_tools() -> None:
    runtime = blocks(RUNTIME.read_text(encoding="utf-8"))
    assert not {canonical(Requirement(line).name) for line in PROJECT["dependency-groups"]["dev"]} & set(runtime)


def test_installed_versions_equal_the_lock() -> None:
    wrong = []
    for name in LOCKED:
        (pin,) = requirement(name).specifier
        try:
            installed = version(name)
        except PackageNotFoundError:
            continue  # for another system, or a tool that this environment was made without
        if installed != pin.version:
            wrong.append((name, installed, pin.version))
    assert not wrong


@pytest.mark.parametrize("name", GATE_TOOLS)
def test_the_gates_tools_are_the_locked_ones(name: str) -> None:
    assert version(name) in requirement(name).specifier
