"""The gate: ruff, mypy, import-linter and pytest over the whole house; started by `python3 run.py test`."""

import os
import subprocess
import sys
import time
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REPORT = Path(sys.prefix) / "pytest.xml"
ALLOWED_SKIPS = ROOT / "tests" / "allowed_skips.toml"
WORKERS_LIMIT = 4


def say(text: str) -> None:
    """One line of the gate itself."""
    sys.stdout.write(f"gate: {text}\n")
    sys.stdout.flush()


def steps(arguments: list[str]) -> dict[str, list[str | Path]]:
    """Each tool's command; `arguments` choose tests, then without parallel workers."""
    cores = min(WORKERS_LIMIT, os.cpu_count() or 1)
    # a worker that dies is not replaced: the gate is red either way, and must end
    spread = ["-n", str(cores), "--dist", "loadfile", "--max-worker-restart", "0"]
    workers = spread if cores > 1 and not arguments else []
    pytest: list[str | Path] = [sys.executable, "-m", "pytest", "-q", "--hypothesis-profile=gate"]
    return {
        "ruff": [sys.executable, "-m", "ruff", "check", "."],
        "mypy": [sys.executable, "-m", "mypy"],
        "import-linter": [BIN / "lint-imports", "--no-logo"],
        "pytest": [*pytest, *workers, f"--junit-xml={REPORT}", *arguments],
    }


def skipped(report: Path) -> list[tuple[str, str]]:
    """(test, why) of each skipped test and of each that is expected to fail, from pytest's JUnit report."""
    return [
        (f"{case.get('classname')}::{case.get('name')}".removeprefix("::"), skip.get("message", ""))
        for case in ET.parse(report).iter("testcase")
        for skip in case.iter("skipped")
    ]


def check_skips(report: Path, allowed: dict[str, str]) -> tuple[bool, str]:
    """Print every skip; only a test that `allowed` names, with its reason, may be one."""
    if not report.exists():
        return False, "pytest left no report"
    found = [(name, name.split("[")[0], why) for name, why in skipped(report)]
    for name, test, why in found:
        say(f"skip {name}: {why} ({allowed.get(test, 'NOT ALLOWED')})")
    new = sum(test not in allowed for _, test, _ in found)
    return new == 0, f"{len(found)} skipped, {new} of them not allowed"


def main(arguments: list[str]) -> int:
    """Run every step even when one fails, so that one run tells all; 0 when all hold."""
    REPORT.unlink(missing_ok=True)
    results = {}
    for name, command in steps(arguments).items():
        say(name)
        started = time.monotonic()
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        results[name] = (code == 0, f"{time.monotonic() - started:.0f} s")
    results["skips"] = check_skips(REPORT, tomllib.loads(ALLOWED_SKIPS.read_text(encoding="utf-8")))
    for name, (passed, detail) in results.items():
        say(f"{'ok    ' if passed else 'FAILED'} {name}, {detail}")
    return 0 if all(passed for passed, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
