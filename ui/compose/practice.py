"""A practice city's station: its folder, its people, its policy. Never a real one (DESIGN section 3)."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from app.domain.entry import StreamName
from app.domain.user import AFTERWARDS_RIGHT, Role, User
from app.interchange.practice.city import practice_city
from app.ports.clock import Clock
from app.settings.first_policy import as_mapping, practice_misc_types, practice_settings
from app.usecases.found_station import FirstPerson
from app.usecases.import_accounts import ImportDone, ImportRequest
from app.usecases.proposed_date import proposed_date
from db.keys.file_key import new_file_key
from db.keys.keep import PRACTICE, keep_file_key, station_file_for
from db.keys.station_file import write_station_file
from db.station import create_station
from ui.compose.desk import Desk
from ui.compose.extracts import Extracts
from ui.compose.folder import open_desk

TENANT = "practice"
STATION = "DT1"
FIRST_INCARNATION = "A"
CASHIER_PIN = "1234"
APPROVER_PIN = "123456"

PEOPLE = (
    FirstPerson(User("mruiz", "M. Ruiz", (Role.CASHIER,)), CASHIER_PIN),
    FirstPerson(User("tokafor", "T. Okafor", (Role.CASHIER,), (AFTERWARDS_RIGHT,)), CASHIER_PIN),
    FirstPerson(User("kdunn", "K. Dunn", (Role.SUPERVISOR,)), APPROVER_PIN),
    FirstPerson(User("swhite", "S. Whitekiller", (Role.SUPERVISOR,)), APPROVER_PIN),
    FirstPerson(User("eboone", "E. Boone", (Role.AUDITOR,)), CASHIER_PIN),
    FirstPerson(User("pforeman", "P. Foreman", (Role.ADMINISTRATOR,)), CASHIER_PIN),
)
"""The practice city's people; their PINs are shown on its sign-in."""
IMPORTER = "kdunn"
ACCOUNTS = 20_000
SEED = 7


def found_practice(folder: Path, *, clock: Clock, station: str = STATION) -> Desk:
    """Make a practice station in a folder that holds none, and open it; its key lies beside it.

    Raises:
        RecordsError: the folder holds something, or the disk refuses.
    """
    settings = (*practice_settings(), practice_misc_types())
    zone = as_mapping(settings)["city_time_zone"]
    key = new_file_key()
    plain = station_file_for(tenant=TENANT, station=station, key=key, custody=PRACTICE)
    stream = StreamName(TENANT, station, FIRST_INCARNATION)
    create_station(folder, key, stream=stream, practice=True, time_zone=zone, clock=clock)
    keep_file_key(folder, plain, key)
    write_station_file(folder, plain)
    desk = open_desk(folder, clock=clock)
    desk.do(lambda deeds: deeds.found_station(settings, PEOPLE)).result()
    return desk


def import_city(
    desk: Desk,
    *,
    accounts: int = ACCOUNTS,
    seed: int = SEED,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Future[ImportDone]":
    """Take the practice city's extract through the real import; `progress` hears the bytes read."""
    business_date = desk.ask(lambda books: proposed_date(books, desk.clock.now())).result()

    def source() -> Iterable[bytes]:
        return practice_city(seed, accounts=accounts, business_date=date.fromisoformat(business_date))

    return Extracts(desk).take(
        ImportRequest(IMPORTER, "practice-city.csv", source, progress=progress, cancelled=cancelled)
    )
