"""What set-up needs from outside, in its own words, and what it hands over at the end."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from app.domain.device_setting import DeviceSetting
from app.domain.device_state import DrawerResult
from app.domain.print_job import PrintOutcome
from app.frozen import frozen
from app.usecases.found_station import FirstPerson
from receipts.renderers.ink import Page


@frozen
class SheetFacts:
    """Whose recovery sheet it is."""

    city: str
    station: str
    made_by: str


@dataclass(frozen=True, repr=False)
class SheetWords:
    """A recovery key as a person sees it: the sheet's number and its words in order."""

    sheet: str
    words: tuple[str, ...]


@frozen
class ExtractPreview:
    """What an accounts extract holds, read whole and taken nowhere; `reasons` are the first bad rows' in words."""

    rows: int
    accounts: int
    quarantined: int
    as_of: str
    total_cents: int
    reasons: tuple[str, ...] = ()


@frozen
class PrinterAnswer:
    """What came back from a test print or a pulse, and how long it took."""

    where: str
    outcome: PrintOutcome | None = None
    drawer: DrawerResult | None = None
    took_ms: int = 0


@dataclass(frozen=True, repr=False)
class SetUpAnswers:
    """Everything that was asked; nothing of it is on the disk yet. `key_way` is keyring, file or passphrase."""

    tenant: str
    station: str
    said: Mapping[str, Any]
    fee_ordinance: str
    people: tuple[FirstPerson, ...]
    key_way: str
    key_path: str
    passphrase: str
    words: tuple[str, ...]
    printer: DeviceSetting | None = None
    extract: Path | None = None
    importer: str = ""


@frozen
class Watch:
    """Progress and cancel of something long; both are called on its worker."""

    progress: Callable[[int], None]
    cancelled: Callable[[], bool]


@frozen
class PrinterTry:
    """What a test print says on its paper, and where it goes."""

    setting: DeviceSetting
    lines: tuple[str, ...] = field(default=())


class PrinterTools(Protocol):
    """Trying a printer and its drawer; answered by `ui.compose`."""

    def printers(self) -> tuple[tuple[str, str], ...]:
        """The printer profiles: name and title."""
        ...

    def test_print(self, attempt: PrinterTry) -> "Future[PrinterAnswer]":
        """Print a test paper."""
        ...

    def kick(self, setting: DeviceSetting) -> "Future[PrinterAnswer]":
        """One pulse for the drawer."""
        ...


class SetUpTools(PrinterTools, Protocol):
    """Answered by `ui.compose`; what waits for a disk or a device gives a future."""

    def now(self) -> datetime:
        """UTC."""
        ...

    def zones(self) -> tuple[str, ...]:
        """Every time zone this computer knows."""
        ...

    def place_fault(self) -> str:
        """Why no station can be made in the folder; empty when one can."""
        ...

    def keyring_fault(self, tenant: str, station: str) -> "Future[str]":
        """What is missing for the keyring to keep the key; empty when it can."""
        ...

    def key_path_fault(self, path: str) -> str:
        """Why no key file can be made there; empty when one can."""
        ...

    def new_words(self) -> SheetWords:
        """A new recovery key."""
        ...

    def read_words(self, text: str) -> tuple[str, ...]:
        """The whole words of typed ones.

        Raises:
            InputError: one is unknown, missing, or together they are none.
        """
        ...

    def save_sheet(self, facts: SheetFacts, words: tuple[str, ...], path: Path) -> "Future[None]":
        """Write the recovery sheet as PDF; the one file that set-up leaves before its end."""
        ...

    def sheet_page(self, facts: SheetFacts, words: tuple[str, ...]) -> Page:
        """The recovery sheet as one page, for a printer."""
        ...

    def preview(self, path: Path, watch: Watch) -> "Future[ExtractPreview]":
        """Read an extract to its end and take nothing."""
        ...

    def make(self, answers: SetUpAnswers, watch: Watch) -> "Future[None]":
        """Make the station, or leave nothing."""
        ...
