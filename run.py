"""Everything in one command on a bare machine: `python3 run.py` (the practice city), `run.py test`, `run.py VERB ...`.

Standard library only. Brings what is missing (Qt's system libraries, a .venv with the hash-locked packages), once for
each lock, then starts the verb in its place. Talks on stderr only; stdout and the exit code are the verb's own.
"""

from __future__ import annotations  # so that an older Python gets as far as the sentence that it is too old

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = str(BIN / ("python.exe" if sys.platform == "win32" else "python"))
STAMP = VENV / "citytill-ready.json"
UNFINISHED = VENV / "citytill-unfinished"
ROOMS = ("app", "db", "devices", "receipts", "resources", "ui")
LOCKS = {"runtime": ROOT / "requirements-runtime.lock", "tools": ROOT / "requirements.lock"}
START = "import sys; sys.argv[0] = 'citytill'; from ui.commands import main; sys.exit(main())"
CANNOT_NOW = 3
# What Qt opens by name, and the Debian package that brings it; the second table only where there is a display.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0", "libGL.so.1": "libgl1", "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0", "libfontconfig.so.1": "libfontconfig1", "libdbus-1.so.3": "libdbus-1-3",
}
DISPLAY_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-xkb.so.1": "libxcb-xkb1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1", "libxcb-xfixes.so.0": "libxcb-xfixes0", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libX11-xcb.so.1": "libx11-xcb1",
}


class CannotSetUpError(Exception):
    """The machine lacks something that this program may not bring; the message says what to type."""


def say(text: str) -> None:
    """One line for the person at the keyboard, on stderr."""
    sys.stderr.write(f"citytill: {text}\n")
    sys.stderr.flush()


# ----------------------------------------------------------------------------------------------- the machine's own part
def has_display() -> bool:
    """Whether a window can be seen here."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def can_load(library: str) -> bool:
    """Whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(parts: set[str]) -> list[str]:
    """Debian packages that this machine lacks for `parts`; empty on other systems that have what is needed."""
    wanted = [] if find_spec("ensurepip") else ["python3-venv"]
    if sys.platform.startswith("linux"):
        libraries = OFFSCREEN_LIBRARIES | (DISPLAY_LIBRARIES if "display" in parts else {})
        wanted += [package for library, package in libraries.items() if not can_load(library)]
        if "build" in parts:
            wanted += [] if shutil.which("objdump") else ["binutils"]
            library, place = sysconfig.get_config_vars("INSTSONAME", "LIBDIR")  # PyInstaller packs Python's own library
            is_there = can_load(str(library)) or Path(str(place), str(library)).exists()
            wanted += [] if is_there else [str(library).partition(".so")[0]]
    return wanted


def may_sudo() -> bool:
    """Whether sudo works here without asking for a password."""
    ask = ["sudo", "-n", "true"]
    return bool(shutil.which("sudo")) and not subprocess.run(ask, capture_output=True, check=False).returncode


def install_packages(packages: list[str]) -> None:
    """Install Debian `packages` as root or by sudo without a password.

    Raises: CannotSetUpError with the exact line to type when neither is possible.
    """
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    by_hand = f"sudo apt-get update && sudo {' '.join(part for part in install if part != '-qq')}"
    if not shutil.which("apt-get"):
        raise CannotSetUpError(f"this system lacks {', '.join(packages)} (Debian's names); install them and run again")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root and not may_sudo():
        raise CannotSetUpError(f"some system packages are missing; type this, then run again:\n  {by_hand}")
    say(f"installing system packages: {' '.join(packages)}")
    rise = [] if is_root else ["sudo", "-n"]
    settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
    for command in (["apt-get", "update", "-qq"], [*install, "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=300"]):
        done = subprocess.run([*rise, *settings, *command], text=True, capture_output=True, check=False)
        if done.returncode != 0:
            sys.stderr.write(done.stdout + done.stderr)
            raise CannotSetUpError(f"apt-get failed (its words are above); mend that, or type:\n  {by_hand}")


# ------------------------------------------------------------------------------------------------------- the .venv part
def lock_key() -> str:
    """Changes when a lock, the Python or the place of this folder changes: then .venv is made anew."""
    digest = hashlib.sha256(f"{sys.version}|{ROOT}".encode())
    for lock in LOCKS.values():
        digest.update(lock.read_bytes())
    return digest.hexdigest()


def ready_parts() -> set[str]:
    """What a finished set-up left here for the present lock; empty when there is none or it was cut short."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return set(stamp["parts"]) if stamp.get("key") == lock_key() else set()


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Hold the set-up lock: two run.py at once take turns."""
    with (ROOT / ".venv.lock").open("w") as file:
        while not lock_or_busy(file.fileno()):
            say("another run.py is setting up; waiting for it")
            time.sleep(2)
        yield


def lock_or_busy(descriptor: int) -> bool:
    """Take the operating system's lock on an open file, which ends with the process; False when another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def child_environment() -> dict[str, str]:
    """The environment for Python children: bytecode is kept (start-up time), nothing of another Python leaks in."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    env = {name: value for name, value in os.environ.items() if name not in dropped}
    if not has_display():
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    return env


def call(command: list[str], failure: str) -> None:
    """Run a step of the set-up with its words on stderr. Raises: CannotSetUpError(failure)."""
    env = child_environment() | {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if subprocess.run(command, env=env, stdout=sys.stderr, check=False).returncode != 0:
        raise CannotSetUpError(failure)


def set_up(parts: set[str]) -> None:
    """Bring what is missing of `parts` ("runtime", "tools", "display", "build"); repairs a set-up that was cut short.

    Raises: CannotSetUpError; what was ready before stays usable then.
    """
    if parts <= ready_parts():
        return
    with only_one():
        ready = ready_parts()
        if parts <= ready:
            return
        if packages := missing_packages(parts):
            install_packages(packages)
        if not ready or UNFINISHED.exists():
            ready = set()
            make_venv()
        UNFINISHED.touch()
        try:
            if ("tools" if "tools" in parts else "runtime") not in ready:
                install_lock(LOCKS["tools" if "tools" in parts else "runtime"])
        except CannotSetUpError:
            UNFINISHED.unlink()  # pip takes back what it could not finish; only a kill leaves halves
            raise
        stamp = {"key": lock_key(), "parts": sorted(ready | parts | {"runtime"})}
        STAMP.write_text(json.dumps(stamp), encoding="utf-8")
        UNFINISHED.unlink()


def make_venv() -> None:
    """An empty .venv that finds our rooms, in place of whatever stood there."""
    say("making .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    call([sys.executable, "-m", "venv", str(VENV)], "python -m venv failed; its words are above")
    (site,) = (path for path in VENV.rglob("site-packages") if path.is_dir())
    (site / "citytill.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def install_lock(lock: Path) -> None:
    """Install exactly what the lock names, hashes checked, and compile it and our rooms."""
    say(f"installing the packages of {lock.name} (about half a minute)")
    pip = [PYTHON, "-m", "pip", "install", "-q", "--no-input", "--compile", "--require-hashes", "-r", str(lock)]
    call(pip, "the packages could not be installed; pip's words are above. Is there a network? Then run again")
    call([PYTHON, "-m", "compileall", "-q", *(str(ROOT / room) for room in ROOMS)], "a file here does not compile")


# ---------------------------------------------------------------------------------------------------------- what to run
def run_verb(arguments: list[str]) -> int:
    """`citytill ARGUMENTS` in this process's place (on Windows: as its child)."""
    command = [PYTHON, "-P", "-c", START, *arguments]
    if sys.platform != "win32":
        os.execve(PYTHON, command, child_environment())
    return subprocess.run(command, env=child_environment(), check=False).returncode


def run_build() -> int:
    """Build dist/citytill with PyInstaller, then let the built program check itself."""
    spec = ["--distpath", "dist", "--workpath", "build", "installer.spec"]
    env = child_environment()
    build = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *spec]
    if subprocess.run(build, cwd=ROOT, env=env, stdout=sys.stderr, check=False).returncode:
        return 1
    program = ROOT / "dist" / "citytill" / ("citytill.exe" if sys.platform == "win32" else "citytill")
    say(f"built {program.relative_to(ROOT)}; it checks itself")
    return subprocess.run([program, "--self-check"], env=env, check=False).returncode


def main(arguments: list[str]) -> int:
    """Set up what the verb needs, then run it."""
    verb = arguments[0] if arguments else "demo"
    parts = {"runtime"} | ({"display"} if has_display() else set())
    parts |= {"test": {"tools"}, "build": {"tools", "build"}}.get(verb, set())
    try:
        set_up(parts)
    except CannotSetUpError as error:
        say(str(error))
        return CANNOT_NOW
    if verb == "test":
        gate = [PYTHON, str(ROOT / "tests" / "gate.py"), *arguments[1:]]
        return subprocess.run(gate, cwd=ROOT, env=child_environment(), check=False).returncode
    return run_build() if verb == "build" else run_verb(arguments or ["demo"])


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("citytill: needs Python 3.11 or newer")
    sys.exit(main(sys.argv[1:]))
