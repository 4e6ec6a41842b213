"""The process aside: what it is started with, and its jobs joined (DECISIONS 30).

Started by the window's process only: `python -P -m ui.compose.aside`, or the built program with its hidden switch. Its
job, and the key in it, come over standard input; it knows nothing of Qt.
"""

import gc
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.domain.batch_state import BatchState
from app.errors import CityTillError
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_look import look_at
from app.interchange.layout_file import FixedLayout, read_layout
from app.interchange.layout_rows import form_of
from app.usecases.import_accounts import ImportAccounts, ImportRequest
from db.answers import BookAnswers
from db.aside.frames import Crashed, Done, ImportJob, LookJob, Read, SearchJob, ToAside
from db.aside.inside import Channel, PipedIntake, be_modest
from db.aside.told_errors import failed
from db.opener import opened
from db.paths import STATION_DB
from db.search.build import SearchBuild
from db.search.finder import Finder
from ui.viewmodels.files import source_of

R = TypeVar("R")


def main() -> int:
    """Do one job and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that began it, which ends this one
    gc.disable()
    channel = Channel()
    try:
        channel.say(Done(msgspec.msgpack.encode(_answer(channel, channel.heard()))))
    except CityTillError as error:
        channel.say(failed(error))
    except Exception:  # noqa: BLE001 - the last resort of this process: the asker shows it
        channel.say(Crashed(traceback.format_exc()))
    channel.end()
    return 0


def _answer(channel: Channel, job: ToAside) -> Any:
    if not isinstance(job, ImportJob):
        be_modest()
    if isinstance(job, LookJob):
        return look_at(_extract(channel, job))
    if isinstance(job, ImportJob):
        return _import(channel, job)
    if isinstance(job, SearchJob):
        return SearchBuild(Path(job.folder) / STATION_DB, job.key).run()
    raise TypeError(job)


def _extract(channel: Channel, job: LookJob) -> AccountsExtract:
    form = form_of(_layout(job.layout))
    return AccountsExtract(source_of(Path(job.file)), form=form, progress=lambda done: channel.say(Read(done)))


def _layout(text: str) -> FixedLayout | None:
    return read_layout(text) if text else None


def _import(channel: Channel, job: ImportJob) -> Any:
    folder, path = Path(job.folder), Path(job.file)
    db = opened(folder / STATION_DB, job.key, reader=True)
    try:
        answers = BookAnswers(db, folder / STATION_DB, Finder(folder, job.key))
        if any(batch.state is BatchState.OPEN for batch in answers.batches()):
            be_modest()  # somebody takes payments; else nobody waits for anything but this
        asking = _Asking(answers)
        request = ImportRequest(
            job.by, job.file_name, source_of(path), posted_through=job.posted_through,
            dry_run=job.is_dry_run, progress=lambda done: channel.say(Read(done)), is_older_taken=job.is_older_taken,
            layout=_layout(job.layout),
        )  # fmt: skip
        return ImportAccounts(asking, PipedIntake(channel, asking.run), _Moment(job.now))(request)
    finally:
        db.close()


class _Asking:
    """Answers `app.ports.asking.Asking` on the one thread there is."""

    def __init__(self, answers: BookAnswers) -> None:
        self._answers = answers

    def run(self, question: Callable[[BookAnswers], R]) -> R:
        return question(self._answers)


class _Moment:
    """The window's clock as it stood when the job began."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def mono_ns(self) -> int:
        return 0

    def boot_id(self) -> str:
        return ""


if __name__ == "__main__":
    sys.exit(main())
