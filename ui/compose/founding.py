"""A real station made at once or not at all: folder, key, people, policy, devices, first extract."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import ClassVar

from app.domain.device_setting import DeviceKind, DeviceSetting
from app.domain.entry import StreamName
from app.errors import RecordsError
from app.frozen import frozen
from app.ports.clock import Clock
from app.settings.first_policy import FirstSetting, as_mapping
from app.usecases.found_station import FirstPerson
from app.usecases.import_accounts import ImportRequest
from db.backup.printed import next_letter
from db.device_settings import keep_devices
from db.keys.custody import Custody
from db.keys.file_key import new_file_key
from db.keys.keep import forget_file_key, keep_file_key, station_file_for
from db.keys.recovery import RecoveryKey
from db.keys.station_file import write_station_file
from db.station import create_station
from db.times import utc_text
from ui.compose.desk import Desk
from ui.compose.extracts import Extracts
from ui.compose.version import program_version
from ui.viewmodels.files import source_of


class FolderTakenError(RecordsError):
    """Something lies in the folder already; a station is never made over it."""

    code: ClassVar[str] = "folder_taken"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty. A station is made in an empty folder only; choose another.")
        self.folder = folder


class SetUpStoppedError(RecordsError):
    """A person stopped it before the station stood in its place."""

    code: ClassVar[str] = "set_up_stopped"

    def __init__(self) -> None:
        super().__init__("The set-up was stopped. Nothing was made.")


@frozen
class ExtractPlan:
    """The first extract and who takes it."""

    path: Path
    by: str
    posted_through: int | None = None


@frozen
class StationPlan:
    """Everything that set-up asked; nothing of it is on the disk yet."""

    tenant: str
    station: str
    settings: tuple[FirstSetting, ...]
    people: tuple[FirstPerson, ...]
    custody: Custody
    recovery: RecoveryKey
    passphrase: str = ""
    devices: Mapping[DeviceKind, DeviceSetting] = field(default_factory=dict)
    extract: ExtractPlan | None = None


def found_real(
    folder: Path,
    plan: StationPlan,
    *,
    clock: Clock,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Make the station beside its place and move it there; a failure or `cancelled` leaves nothing.

    Raises:
        FolderTakenError: the folder holds something.
        SetUpStoppedError: `cancelled` said so.
        CityTillError: key, disk or extract refused; nothing is left.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderTakenError(folder)
    beside = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    key = new_file_key()
    plain = station_file_for(
        tenant=plan.tenant,
        station=plan.station,
        key=key,
        custody=plan.custody,
        recovery=plan.recovery,
        passphrase=plan.passphrase,
    )
    # where a station of that name has printed before, its numbers are never begun again (ledger b.16)
    stream = StreamName(plan.tenant, plan.station, next_letter(folder, tenant=plan.tenant, station=plan.station))
    try:
        _make(beside, key, plan, stream, clock=clock, progress=progress, cancelled=cancelled)
        write_station_file(beside, plain)
        keep_file_key(beside, plain, key)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    try:
        _check_wanted(cancelled)
        if folder.exists():
            folder.rmdir()
        beside.replace(folder)
    except BaseException:
        forget_file_key(beside, plain)
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _check_wanted(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise SetUpStoppedError


def _make(
    folder: Path,
    key: bytes,
    plan: StationPlan,
    stream: StreamName,
    *,
    clock: Clock,
    progress: Callable[[int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    zone = as_mapping(plan.settings)["city_time_zone"]
    create_station(folder, key, stream=stream, practice=False, time_zone=zone, clock=clock)
    desk = Desk.open(folder, key, clock=clock, app_v=program_version())
    try:
        desk.do(lambda deeds: deeds.found_station(plan.settings, plan.people)).result()
        at = utc_text(clock.now())
        desk.station.writer.run_bare(lambda db: keep_devices(db, plan.devices.values(), at=at))
        if plan.extract is not None:
            path = plan.extract.path
            Extracts(desk).take(
                ImportRequest(
                    plan.extract.by,
                    path.name,
                    source_of(path),
                    posted_through=plan.extract.posted_through,
                    progress=progress,
                    cancelled=cancelled,
                    path=path,
                )
            ).result()
    finally:
        desk.close()
