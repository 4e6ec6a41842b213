"""A desk: an open station with its deeds and devices, for the window and for verbs without one."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from app.domain.device_setting import DeviceKind, DeviceSetting
from app.domain.user import User
from app.frozen import frozen
from app.ports.books import Books, BooksReader
from app.ports.clock import Clock
from app.usecases.sign_in import SignIn
from db.answers import BookAnswers
from db.count_sheets import StationCountSheets
from db.device_settings import read_devices
from db.first_look import FirstLook, first_look
from db.keys.key_ring import KeyRing
from db.keys.pins import Ahead, StationPins
from db.keys.seals import StationSeals
from db.lane import Turn
from db.opener import Connection
from db.paths import STATION_DB
from db.station import Station, open_station
from ui.compose.aside_command import aside_of_this_program
from ui.compose.requests.line_key import line_key
from ui.compose.version import program_version
from ui.viewmodels.deeds import Deeds

T = TypeVar("T")
BACKUPS = "-backups"
"""Behind the data folder's name: backups lie beside it, never in it, where they would be lost together."""


@frozen
class KeptSafe:
    """The backup of a close, and the checks that failed on the copy."""

    folder: Path
    failed: tuple[str, ...]


class Desk:
    """Ask, do, sign in. Each answers with a future; nothing here belongs to a window.

    `key` is the folder's, for the few parts of compose that open files of it.
    """

    def __init__(
        self, station: Station, key: bytes, *, clock: Clock, is_practice: bool, ahead: Ahead | None = None
    ) -> None:
        self.station = station
        self.clock = clock
        self.key = key
        self._ring = KeyRing(key)
        self.is_practice = is_practice
        self._ahead = ahead
        self._deeds: Deeds | None = None
        self._stored: list[Callable[[], None]] = []
        self._before_close: list[Callable[[], None]] = []

    @classmethod
    def open(cls, folder: Path, key: bytes, *, clock: Clock, app_v: str, ahead: Ahead | None = None) -> "Desk":
        """Open the folder's station; `ahead` is a PIN that is being stretched already.

        Raises:
            RecordsError: in use, wrong key, damaged, or the disk refuses.
        """
        station = open_station(folder, key, clock=clock, app_v=app_v, aside=aside_of_this_program())
        is_practice = station.reader.run(lambda answers: answers.is_practice())
        return cls(station, key, clock=clock, is_practice=is_practice, ahead=ahead)

    def ask(self, question: Callable[[BooksReader], T]) -> "Future[T]":
        """Ask the books on the reader's thread."""
        return self.station.reader.submit(question)

    def do(self, deed: Callable[[Deeds], T], *, is_sale: bool = False) -> "Future[T]":
        """Do a deed on the writer's thread; durable when the future has its value."""

        def done(books: Books) -> T:
            answer = deed(self._joined(books))
            for stored in self._stored:
                stored()
            return answer

        return self.station.writer.submit(done, turn=Turn.SALE if is_sale else Turn.NORMAL)

    def on_stored(self, stored: Callable[[], None]) -> None:
        """Call this, on the writer's thread, after each deed that was stored: paper or a pulse may wait now."""
        self._stored.append(stored)

    def before_close(self, last: Callable[[], None]) -> None:
        """Call this while the lanes still go, when the desk is about to close."""
        self._before_close.append(last)

    def first_look(self) -> "Future[FirstLook]":
        """What sign-in shows, as the books say it now."""
        return self.station.reader.submit(lambda _answers: first_look(self.station.folder, self.key))

    def sign_in(self, user: str, pin: str) -> "Future[User]":
        """Look at the PIN; needs no deeds, so that nobody waits for them at the start."""
        return self.station.writer.submit_bare(lambda db: self._sign_in(db)(user, pin))

    def keep_safe(self) -> "Future[KeptSafe]":
        """After a close: a checkpoint in the books, then a backup beside the folder, verified on the copy."""
        station = self.station
        folder = station.folder.absolute()

        def copied() -> KeptSafe:
            from db.backup.backup import back_up  # noqa: PLC0415 - it brings SQLAlchemy, and sign-in would wait for it
            from db.digest import views_seen  # noqa: PLC0415 - likewise

            seen = views_seen(folder / STATION_DB, self.key)
            self.do(lambda deeds: deeds.make_checkpoint(seen)).result()
            to = folder.with_name(f"{folder.name}{BACKUPS}")
            made = back_up(folder, self.key, to, now=self.clock.now(), app_v=program_version(), quick=True)
            return KeptSafe(made.folder, made.report.failed())

        return station.background.submit(copied)

    @property
    def line_key(self) -> bytes:
        """What a terminal proves before this desk takes its request."""
        return line_key(self.key)

    def device_settings(self) -> dict[DeviceKind, DeviceSetting]:
        """The devices as set up at this station; waits for a moment."""
        return self.station.writer.run_bare(read_devices)

    def warm(self) -> None:
        """Get ready for deeds when the window has a moment."""
        self.station.writer.warm()

    def close(self) -> bool:
        """End the lanes in order; False when one did not end within its limit."""
        while self._before_close:
            self._before_close.pop()()
        return self.station.close()

    def _sign_in(self, db: Connection) -> SignIn:
        answers = BookAnswers(db, self.station.folder / STATION_DB, self.station.reader.finder)
        return SignIn(answers, self._pins(db), self.clock)

    def _pins(self, sql: Any) -> StationPins:
        return StationPins(self._ring, sql, self.clock.now, self._ahead)

    def _joined(self, books: Books) -> Deeds:
        if self._deeds is None:
            self._deeds = self._join(books)
        return self._deeds

    def _join(self, books: Books) -> Deeds:
        sql = self.station.writer.connection()
        return Deeds(
            books,
            pins=self._pins(sql),
            seals=StationSeals(self._ring, sql, self.clock.now),
            sign_in=self._sign_in(sql),
            confirm_shown=self.station.writer.confirm_shown,
            count_sheets=StationCountSheets(sql, self.station.folder / STATION_DB),
            easy_pins=self.is_practice,
        )
