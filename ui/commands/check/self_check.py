"""`citytill --self-check`: window off-screen, keyed file, one receipt, a PDF, a printer profile, migrations."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.errors import CityTillError
from db.keys.custody import find_file_key
from db.opener import opened
from db.paths import STATION_DB
from db.verify.verify import verify
from devices.catalogue import profile_named, profile_titles
from ui.commands.check.custody_parts import keyring_ways, print_sheet, words_come_back
from ui.commands.console import say
from ui.commands.day.plan import DayPlan
from ui.commands.day.script import run_day
from ui.commands.window.opened import opened_window, sign_in
from ui.compose.requests.exit_code import ExitCode

ACCOUNTS = 60
PDF_HEAD = b"%PDF"
PIN = "1234"
CASHIER = "mruiz"


class PartMissingError(CityTillError):
    """Something that the program needs did not come along, or does not work here."""

    code = "part_missing"


def self_check() -> int:
    """Say step by step what works; 0 when all of it does."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="citytill-check-") as place:
        try:
            for words in _steps(Path(place)):
                say(f"ok: {words}")
        except CityTillError as error:
            say(f"FAILED: {error.sentence()}")
            return ExitCode.CHECK_FAILED
        except ImportError as error:
            say(f"FAILED: a part of the program did not come along: {error}")
            return ExitCode.CHECK_FAILED
    say("CityTill works here.")
    return ExitCode.DONE


def _steps(place: Path) -> Iterator[str]:
    folder, out = place / "city", place / "out"
    done = run_day(DayPlan(folder, receipts=1, out=out, accounts=ACCOUNTS))
    yield f"a receipt was taken, printed, counted, bagged and posted ({done.taken_cents} cents)"
    yield _keyed_file(folder)
    yield _pdf(Path(done.files["receipts_pdf"]))
    yield _printer_profiles()
    yield _migrations(folder)
    yield _custody()
    yield _window(folder, place / "window.png", place / "sheet.pdf")


def _keyed_file(folder: Path) -> str:
    path = folder / STATION_DB
    _hold(not path.read_bytes().startswith(b"SQLite format 3"), "the file on the disk is not encrypted")
    report = verify(path, find_file_key(folder))
    _hold(report.ok, f"verify says no: {', '.join(report.failed())}")
    return f"the keyed file opens and its {report.entries} entries hold"


def _pdf(path: Path) -> str:
    data = path.read_bytes()
    _hold(data.startswith(PDF_HEAD), "no PDF was made")
    return f"a PDF of {len(data)} bytes"


def _printer_profiles() -> str:
    names = [profile_named(name).title for name in profile_titles()]
    _hold(bool(names), "there are no printer profiles")
    return f"{len(names)} printer profiles"


def _migrations(folder: Path) -> str:
    from db.upgrade import MIGRATIONS, upgrade_file

    scripts = sorted((MIGRATIONS / "versions").glob("*.py"))
    _hold(bool(scripts), "the migrations did not come along")
    path = folder / STATION_DB
    with closing(opened(path, find_file_key(folder))) as db:
        upgrade_file(db, path)
    return f"{len(scripts)} migrations, the file is at the last one"


def _custody() -> str:
    _hold(words_come_back(), "the recovery words do not come back as the key they were made of")
    ways = keyring_ways()
    _hold(bool(ways), "there are no keyring backends")
    return f"recovery words, and {len(ways)} ways to a keyring"


def _window(folder: Path, picture: Path, sheet: Path) -> str:
    with opened_window(folder) as (hands, start):
        sign_in(hands, start, user=CASHIER, pin=PIN)
        hands.picture(picture)
        size = start.window.size()
        print_sheet(sheet)
    _hold(picture.stat().st_size > 0, "the window could not be painted")
    _hold(sheet.read_bytes().startswith(PDF_HEAD), "the recovery sheet could not be printed")
    return f"the window painted {size.width()} by {size.height()} points, the recovery sheet was printed"


def _hold(is_so: bool, else_say: str) -> None:
    if not is_so:
        raise PartMissingError(else_say)
