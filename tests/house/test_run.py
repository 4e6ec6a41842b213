"""run.py on a small house of its own: empty locks, so no network; one verb that tells what it was given."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.house.source import ROOT

LIMIT_S = 120  # a .venv is made in 4 s, and takes ten times as long when the machine is busy
pytestmark = [pytest.mark.slow, pytest.mark.timeout(3 * LIMIT_S)]
VERB = """
import json, os, sys
def main():
    print(json.dumps({"argv": sys.argv, "pid": os.getpid(), "pythonpath": os.environ.get("PYTHONPATH")}))
    return 7
"""
EMPTY_LOCK = "# nothing\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of run.py with a room that answers, set up once."""
    house = tmp_path_factory.mktemp("house")
    furnish(house)
    first = start(house)
    first.communicate(timeout=LIMIT_S)
    assert first.returncode == 7
    return house


def furnish(house: Path) -> None:
    """Put run.py, its locks and one verb into an empty folder."""
    shutil.copy(ROOT / "run.py", house)
    for lock in ("requirements.lock", "requirements-runtime.lock"):
        (house / lock).write_text(EMPTY_LOCK)
    for room in run.ROOMS:
        (house / room).mkdir()
    (house / "ui" / "commands").mkdir()
    (house / "ui" / "__init__.py").touch()
    (house / "ui" / "commands" / "__init__.py").write_text(VERB)


def start(house: Path, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
    """run.py as a person starts it, from anywhere; no display, so that no display's libraries are asked for."""
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, str(house / "run.py"), *arguments]
    return subprocess.Popen(
        command, cwd=cwd or house, env=env | {"PYTHONPATH": "elsewhere"}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )


def test_a_verb_keeps_its_arguments_its_output_its_exit_code_and_its_process(house: Path, tmp_path: Path) -> None:
    running = start(house, "verify", "--data", "D x", "--json", cwd=tmp_path)
    out, err = running.communicate(timeout=LIMIT_S)
    told = json.loads(out)
    assert told["argv"] == ["citytill", "verify", "--data", "D x", "--json"]
    assert running.returncode == 7
    assert told["pythonpath"] is None
    assert err == ""
    if sys.platform != "win32":
        assert told["pid"] == running.pid  # so that a kill reaches the program, not a shell around it


def test_no_verb_is_the_practice_city(house: Path) -> None:
    out, _ = start(house).communicate(timeout=LIMIT_S)
    assert json.loads(out)["argv"] == ["citytill", "demo"]


def test_two_at_once_set_up_once_and_a_killed_set_up_is_repaired(tmp_path: Path) -> None:
    furnish(tmp_path)
    killed = start(tmp_path)
    assert killed.stderr is not None
    said = iter(killed.stderr.readline, "")
    assert any("installing the packages" in line for line in said)
    killed.kill()
    killed.communicate(timeout=LIMIT_S)
    assert not (tmp_path / ".venv" / "citytill-ready.json").exists()

    both = [start(tmp_path, "a"), start(tmp_path, "b")]
    told = [process.communicate(timeout=LIMIT_S) for process in both]
    assert [json.loads(out)["argv"][1] for out, _ in told] == ["a", "b"]
    assert sum("making .venv" in err for _, err in told) == 1


def test_another_lock_makes_a_new_venv(house: Path) -> None:
    leftover = house / ".venv" / "leftover"
    leftover.touch()
    (house / "requirements-runtime.lock").write_text("# another\n")
    _, err = start(house).communicate(timeout=LIMIT_S)
    assert "making .venv" in err
    assert not leftover.exists()


def test_what_cannot_be_installed_is_one_sentence_and_exit_3(tmp_path: Path) -> None:
    furnish(tmp_path)
    (tmp_path / "requirements-runtime.lock").write_text("no-hash==1\n")
    running = start(tmp_path)
    out, err = running.communicate(timeout=LIMIT_S)
    assert (running.returncode, out) == (3, "")
    assert "the packages could not be installed" in err.splitlines()[-1]
    assert "Traceback" not in err


def test_a_system_without_apt_is_told_what_it_lacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(run.CannotSetUpError, match="this system lacks libgl1, libegl1 "):
        run.install_packages(["libgl1", "libegl1"])


@pytest.mark.skipif(sys.platform == "win32", reason="apt is Debian's")
def test_where_apt_fails_or_may_not_run_the_line_to_type_is_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    (tmp_path / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(run.CannotSetUpError, match=r"sudo apt-get install -y --no-install-recommends libgl1$"):
        run.install_packages(["libgl1"])
