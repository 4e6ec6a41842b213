"""What every verb shares: one object on stdout with --json, one sentence on stderr, the four exit codes (DESIGN 9)."""

import getpass
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any


def say(text: str) -> None:
    """A line for a person, on stderr."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the command line's own voice


def answer(values: Mapping[str, Any], *, as_json: bool, lines: Callable[[], list[str]]) -> None:
    """The verb's result: the JSON object alone, or its lines for people."""
    text = json.dumps(values, ensure_ascii=False, indent=None) if as_json else "\n".join(lines())
    print(text, flush=True)  # noqa: T201 - stdout is the answer


def ask_pin(user: str, *, from_stdin: bool) -> str:
    """The PIN without echo, or one line of stdin with --pin-stdin."""
    return sys.stdin.readline().strip() if from_stdin else getpass.getpass(f"PIN for {user}: ")


def ask_passphrase(station: str, *, from_stdin: bool) -> str:
    """A passphrase without echo, or one line of stdin with --pin-stdin."""
    return sys.stdin.readline().rstrip("\r\n") if from_stdin else getpass.getpass(f"Passphrase of {station}: ")
