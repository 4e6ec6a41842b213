"""An account as billing last described it: who, where, what is owed by service and age. Amounts in cents.

It is a snapshot, not our books: what a customer owes is this minus our payments since (DESIGN section 3).
Fields are plain (text, whole numbers, None, tuples of such dataclasses; dates as `YYYY-MM-DD`), so that the
snapshot is kept as one JSON object and decoded in bulk without any code of ours.
"""

from enum import StrEnum

from app.frozen import frozen

SERVICES: tuple[str, ...] = ("WATER", "SEWER", "SANIT", "ELEC", "STORM", "REC", "PENALTY", "FEE", "DEPOSIT")
ACCOUNT_CLASSES: tuple[str, ...] = ("residential", "commercial", "industrial", "city")
STATUSES: tuple[str, ...] = ("active", "final", "inactive", "disconnected")


class FlagKind(StrEnum):
    """Every flag the extract may carry (accounts-extract.md)."""

    CASH_ONLY = "cash_only"
    CUTOFF_LIST = "cutoff_list"
    ARRANGEMENT = "arrangement"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    DRAFT = "draft"
    AMP = "amp"
    SENIOR = "senior"
    TAMPER = "tamper"
    NO_LATE_FEE = "no_late_fee"
    CONFIDENTIAL = "confidential"
    NOTE = "note"


@frozen
class AccountFlag:
    """One flag: `date` is the last day of cash_only or the day of cutoff_list, `text` the words of a note."""

    kind: FlagKind
    date: str | None = None
    text: str = ""


@frozen
class ServiceBalance:
    """What one service owes: the open bill and older amounts by age; a negative amount is credit."""

    service: str
    meter: str = ""
    current: int = 0
    due_date: str | None = None
    past_due_30: int = 0
    past_due_60: int = 0
    past_due_90: int = 0

    @property
    def past_due(self) -> int:
        """Cents older than the open bill."""
        return self.past_due_30 + self.past_due_60 + self.past_due_90

    @property
    def total(self) -> int:
        """All cents of this service."""
        return self.current + self.past_due


@frozen
class Account:
    """One account of the last extract that held it.

    `number` is shown as the bill prints it, `key` matches it (`account_key`). `incomplete` lists (line, reason)
    of rows that were not understood: such an account proposes nothing and accepts any amount. `notes` are the
    extract's unknown columns as (column, text).
    """

    key: str
    number: str
    name: str
    service_address: str = ""
    unit: str = ""
    mailing_address: str = ""
    mailing_city: str = ""
    mailing_state: str = ""
    mailing_zip: str = ""
    phone: str = ""
    alt_phone: str = ""
    email: str = ""
    account_class: str = ""
    cycle: str = ""
    route_sequence: str = ""
    status: str = "active"
    flags: tuple[AccountFlag, ...] = ()
    services: tuple[ServiceBalance, ...] = ()
    unapplied_credit: int = 0
    last_payment_date: str | None = None
    last_payment_cents: int = 0
    stub_scan_line: str = ""
    incomplete: tuple[tuple[int, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """Where the service is, with its unit."""
        return f"{self.service_address} {self.unit}".strip()

    @property
    def balance(self) -> int:
        """The extract's amounts less the credit on account, in cents; our payments since are not in it."""
        return sum(service.total for service in self.services) - self.unapplied_credit

    @property
    def is_incomplete(self) -> bool:
        """Whether a row of it was not understood."""
        return bool(self.incomplete)

    def flag(self, kind: FlagKind) -> AccountFlag | None:
        """The first flag of that kind."""
        return next((flag for flag in self.flags if flag.kind == kind), None)

    def has(self, kind: FlagKind) -> bool:
        """Whether the flag stands, whatever its date."""
        return self.flag(kind) is not None

    def is_cash_only(self, business_date: str) -> bool:
        """Whether checks are refused on the date: through the flag's date, without one for good (R16)."""
        return any(
            flag.kind == FlagKind.CASH_ONLY and (flag.date is None or business_date <= flag.date) for flag in self.flags
        )


def account_key(number: str) -> str:
    """What an account number is matched by: no spaces, no dashes, upper case."""
    return "".join(number.split()).replace("-", "").upper()
