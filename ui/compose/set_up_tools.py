"""Set-up's tools, joined to the real things: keys, the recovery sheet, a printer, an extract, the founding itself."""

import os
from concurrent.futures import Future
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import available_timezones

from app.domain.business_date import proposed
from app.domain.device_setting import DeviceSetting
from app.interchange.accounts_extract import AccountsExtract
from app.ports.clock import Clock
from app.settings.first_policy import FirstSetting, as_mapping, first_settings
from db.keys import keyring_store
from db.keys.custody import Custody, CustodyKind
from db.keys.recovery import RecoveryKey
from db.lane import Lane
from devices.catalogue import PrinterSet, profile_titles
from receipts.layouts.recovery_sheet import recovery_sheet
from receipts.recovery_sheet import RecoverySheet
from receipts.renderers.ink import Page
from receipts.renderers.pdf import measure
from receipts.renderers.recovery_page import recovery_page, recovery_pdf
from ui.compose.founding import ExtractPlan, FolderTakenError, StationPlan, found_real
from ui.compose.printer_try import TRY_JOB, try_paper, with_printer
from ui.viewmodels.files import FileNotReadError, FileNotWrittenError, source_of, why_of
from ui.viewmodels.set_up.tools import (
    ExtractPreview,
    PrinterAnswer,
    PrinterTry,
    SetUpAnswers,
    SheetFacts,
    SheetWords,
    Watch,
)

REASONS_SHOWN = 4


class RealTools:
    """`SetUpTools` over one folder; what waits runs on a lane of its own."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._lane = Lane("set-up")

    def close(self) -> bool:
        """End the lane once what is under way has ended."""
        return self._lane.close()

    def now(self) -> datetime:
        """UTC."""
        return self._clock.now()

    def zones(self) -> tuple[str, ...]:
        """Every zone with a place in its name."""
        return tuple(sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")))

    def place_fault(self) -> str:
        """Why no station can be made in the folder."""
        folder = self._folder
        try:
            if folder.exists() and any(folder.iterdir()):
                return str(FolderTakenError(folder))
        except OSError as error:
            return str(FileNotReadError(folder, why_of(error)))
        stands = _first_standing(folder.parent)
        if not os.access(stands, os.W_OK | os.X_OK):
            return (
                f"CityTill may not write to {stands}, where this station's books belong. Ask your IT for the right to "
                f"{folder}, then start CityTill again."
            )
        return ""

    def keyring_fault(self, tenant: str, station: str) -> "Future[str]":
        """What is missing for the keyring to keep the key."""
        return self._lane.submit(lambda: _keyring_fault(tenant, station))

    def key_path_fault(self, path: str) -> str:
        """Why no key file can be made there."""
        where = Path(path).expanduser()
        if not where.is_absolute():
            return f"{path} is not a whole path. Begin it at the top, like {Path('/etc/citytill/dt1.key')}."
        if where.is_relative_to(self._folder):
            return "The key may not lie with the books it opens. Name another folder, best on another disk."
        if where.exists():
            return f"There is already a file {where}, and keys are never written over. Name another path."
        if not where.parent.is_dir():
            return f"There is no folder {where.parent}. Make it first, or name another path."
        if not os.access(where.parent, os.W_OK | os.X_OK):
            return f"CityTill may not write to {where.parent}. Name another path, or ask your IT for the right."
        return ""

    def new_words(self) -> SheetWords:
        """A new recovery key."""
        key = RecoveryKey.new()
        return SheetWords(key.sheet, key.words)

    def read_words(self, text: str) -> tuple[str, ...]:
        """The whole words of typed ones."""
        return RecoveryKey.read(text).words

    def save_sheet(self, facts: SheetFacts, words: tuple[str, ...], path: Path) -> "Future[None]":
        """Write the recovery sheet as PDF."""
        return self._lane.submit(lambda: self._write_sheet(facts, words, path))

    def sheet_page(self, facts: SheetFacts, words: tuple[str, ...]) -> Page:
        """The recovery sheet as one page, for a printer."""
        return recovery_page(self._sheet(facts, words), measure)

    def printers(self) -> tuple[tuple[str, str], ...]:
        """Name and title."""
        return tuple(profile_titles().items())

    def test_print(self, attempt: PrinterTry) -> "Future[PrinterAnswer]":
        """Print a test paper."""
        plan = try_paper(attempt)

        def test(built: PrinterSet) -> PrinterAnswer:
            return PrinterAnswer(attempt.setting.address, outcome=built.printer.print(TRY_JOB, plan))

        return self._lane.submit(lambda: with_printer(attempt.setting, test))

    def kick(self, setting: DeviceSetting) -> "Future[PrinterAnswer]":
        """One pulse for the drawer."""

        def pulse(built: PrinterSet) -> PrinterAnswer:
            return PrinterAnswer(setting.address, drawer=built.drawer.open())

        return self._lane.submit(lambda: with_printer(setting, pulse))

    def preview(self, path: Path, watch: Watch) -> "Future[ExtractPreview]":
        """Read an extract to its end and take nothing."""
        return self._lane.submit(lambda: _preview(path, watch))

    def make(self, answers: SetUpAnswers, watch: Watch) -> "Future[None]":
        """Make the station, or leave nothing."""
        return self._lane.submit(lambda: self._make(answers, watch))

    def _make(self, answers: SetUpAnswers, watch: Watch) -> None:
        plan = station_plan(answers, self._clock.now())
        try:
            found_real(self._folder, plan, clock=self._clock, progress=watch.progress, cancelled=watch.cancelled)
        except OSError as error:
            raise FileNotWrittenError(self._folder, why_of(error)) from error

    def _write_sheet(self, facts: SheetFacts, words: tuple[str, ...], path: Path) -> None:
        try:
            path.write_bytes(recovery_pdf(self._sheet(facts, words)))
        except OSError as error:
            raise FileNotWrittenError(path, why_of(error)) from error

    def _sheet(self, facts: SheetFacts, words: tuple[str, ...]) -> RecoverySheet:
        key = RecoveryKey.read(" ".join(words))
        return recovery_sheet(
            city=facts.city, station=facts.station, sheet=key.sheet, words=key.words, qr_text=key.qr_text,
            made_on=self._clock.now().date(), made_by=facts.made_by,
        )  # fmt: skip


def station_plan(answers: SetUpAnswers, now: datetime) -> StationPlan:
    """What is founded, from what was asked; settings count from the business date that begins now."""
    custody = {
        CustodyKind.FILE.value: lambda: Custody(CustodyKind.FILE, Path(answers.key_path).expanduser()),
    }.get(answers.key_way, lambda: Custody(CustodyKind(answers.key_way)))()
    return StationPlan(
        tenant=answers.tenant,
        station=answers.station,
        settings=_settings(answers, now),
        people=answers.people,
        custody=custody,
        recovery=RecoveryKey.read(" ".join(answers.words)),
        passphrase=answers.passphrase,
        devices={answers.printer.kind: answers.printer} if answers.printer else {},
        extract=ExtractPlan(answers.extract, answers.importer) if answers.extract else None,
    )


def _settings(answers: SetUpAnswers, now: datetime) -> tuple[FirstSetting, ...]:
    """From the earlier of the city's business date and the date at Greenwich: both are asked for at sign-in."""
    zone = answers.said["city_time_zone"]
    usual = as_mapping(first_settings(answers.said, effective_from=now.date().isoformat()))
    business_date = proposed(now, time_zone=zone, rolls_at=usual["business_day_rolls_at"])
    since = min(business_date, now.date().isoformat())
    return tuple(
        replace(setting, ordinance=answers.fee_ordinance) if setting.name == "reconnect_fee" else setting
        for setting in first_settings(answers.said, effective_from=since)
    )


def _keyring_fault(tenant: str, station: str) -> str:
    try:
        keyring_store.find(tenant, station)
    except keyring_store.KeyNotInKeyringError:
        return ""
    except keyring_store.NoKeyringHereError:
        return (
            "This computer has no keyring that keeps a secret. On Linux install gnome-keyring and sign in to the "
            "desktop again, or choose another way."
        )
    except keyring_store.KeyringRefusedError as error:
        return f"The keyring does not answer ({error.why}). Unlock it by signing in again, or choose another way."
    return (
        f"The keyring already holds a key for {station}, which opens other books. Give this station another name, or "
        "choose another way."
    )


def _preview(path: Path, watch: Watch) -> ExtractPreview:
    extract = AccountsExtract(source_of(path), cancelled=watch.cancelled, progress=watch.progress)
    for _account in extract.accounts():
        pass
    found = extract.summary()
    reasons = tuple(f"line {row.line:,}: {row.reason}" for row in found.quarantined[:REASONS_SHOWN])
    return ExtractPreview(
        found.rows, found.accounts, len(found.quarantined), _day(found.as_of), found.total_cents, reasons
    )


def _day(as_of: str | None) -> str:
    if as_of is None:
        return ""
    day = date.fromisoformat(as_of)
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def _first_standing(folder: Path) -> Path:
    """The nearest folder above that is there."""
    return next((place for place in (folder, *folder.parents) if place.exists()), folder)
