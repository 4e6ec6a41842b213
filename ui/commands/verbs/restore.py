"""`citytill restore FROM`: a backup becomes a working folder under a new letter; with --drill it is only tried."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from db.backup.new_incarnation import NOBODY_KNEW
from db.backup.restore import RecoveryNeededError, Restored, key_of_backup, restore
from db.keys.custody import Custody, CustodyKind
from db.keys.recovery import WORDS, RecoveryKey
from devices.system_clock import SystemClock
from ui.commands.console import answer, say
from ui.commands.folders import named
from ui.commands.options import AsJson, Data
from ui.compose.requests.exit_code import ExitCode
from ui.compose.version import program_version


def join(program: typer.Typer) -> None:
    """Add the verb."""
    program.command("restore")(restore_backup)


def restore_backup(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="The folder that citytill backup made.")],
    data: Data = None,
    drill: Annotated[bool, typer.Option("--drill", help="Try all of it and leave nothing.")] = False,
    key: Annotated[str, typer.Option("--key", help="Keep the key so: keyring, file:PATH or passphrase.")] = "",
    words: Annotated[bool, typer.Option("--words", help="Open it with the recovery words, even if a key is here.")] = (
        False
    ),
    billing_has: Annotated[
        int | None,
        typer.Option("--billing-has", min=0, help="The last posting file that billing got from this station; 0: none."),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Make a working folder of a backup; asks the 24 words of the recovery sheet when no key is here."""
    custody = Custody.parse(key) if key else None
    file_key = key_of_backup(source, recovery=_typed_words()) if words else _found_key(source)
    is_new_passphrase = custody is not None and custody.kind is CustodyKind.PASSPHRASE and not drill
    passphrase = getpass.getpass("A passphrase to open it with from now on: ") if is_new_passphrase else ""
    posted = billing_has if billing_has is not None or drill else _asked_posted()
    done = restore(
        source,
        None if drill else named(data),
        file_key,
        clock=SystemClock(),
        app_v=program_version(),
        custody=custody,
        passphrase=passphrase,
        posted=posted,
    )
    values = {
        "folder": str(done.folder.absolute()) if done.folder else None,
        "station": done.manifest.station,
        "incarnation": done.incarnation,
        "seq": done.manifest.seq,
        "last_receipt": done.last_receipt,
        "posting": {
            "known": done.gap.posting_no,
            "billing_has": None if done.gap.posted == NOBODY_KNEW else done.gap.posted,
            "next": done.next_posting,
        },
        "export_unknown": list(done.export_unknown),
        "failed": list(done.failed),
    }
    answer(values, as_json=as_json, lines=lambda: _lines(done))
    return ExitCode.CHECK_FAILED if done.failed else ExitCode.DONE


def _found_key(source: Path) -> bytes:
    try:
        return key_of_backup(source)
    except RecoveryNeededError as needed:
        say(needed.sentence())
        return key_of_backup(source, recovery=_typed_words())


def _asked_posted() -> int | None:
    """At a terminal: the last posting file that billing got; nothing typed means that nobody knows."""
    if not sys.stdin.isatty():
        return None
    say("Number of the last posting file that billing got from this station (0: none, Enter: not known):")
    typed = sys.stdin.readline().strip()
    return int(typed) if typed.isascii() and typed.isdigit() else None


def _typed_words() -> RecoveryKey:
    """From the terminal line by line until there are enough, or all that stdin holds."""
    if not sys.stdin.isatty():
        return RecoveryKey.read(sys.stdin.read())
    typed = ""
    while len(typed.split()) < WORDS:
        say(f"Words {len(typed.split()) + 1} to {WORDS}:")
        line = sys.stdin.readline()
        if not line:
            break
        typed += f" {line}"
    return RecoveryKey.read(typed)


def _lines(done: Restored) -> list[str]:
    where = f"restored into {done.folder.absolute()}" if done.folder else "drill done, nothing was left"
    last = done.last_receipt or "none"
    lines = [
        f"{done.manifest.station}: {where}",
        f"It goes on as {done.manifest.station}{done.incarnation}; the last receipt of the backup is {last}.",
        "What was taken after it is on paper only.",
        *_posting_lines(done),
    ]
    return [*lines, f"These checks fail: {', '.join(done.failed)}"] if done.failed else lines


def _posting_lines(done: Restored) -> list[str]:
    lines = [f"Posting files go on at number {done.next_posting}; the backup knows {done.gap.posting_no}."]
    if done.export_unknown:
        lines.append(f"Billing may have these batches already, so they wait: {', '.join(done.export_unknown)}.")
    if done.gap.posted > done.gap.posting_no:
        lines.append("Take each file that was made after the backup back: citytill import posting FILE.")
    elif done.gap.posted == NOBODY_KNEW:
        lines.append("Say which file billing got last: citytill export posting --billing-has N.")
    return lines
