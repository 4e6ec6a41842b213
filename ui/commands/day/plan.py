"""What a scripted day is asked for, and what it tells when it is done."""

from dataclasses import field
from pathlib import Path
from typing import Any

from app.frozen import frozen

RECEIPTS = 60
SEED = 7
RECEIPTS_LIMIT = 5_000


@frozen
class DayPlan:
    """`station` and `business_date` empty: as the folder has it; `accounts` is the size of a new practice city."""

    data: Path
    station: str = ""
    business_date: str = ""
    receipts: int = RECEIPTS
    seed: int = SEED
    out: Path | None = None
    accounts: int = 20_000


@frozen
class DayDone:
    """Cents, net of voids; `by_tender` cash is less change. `files` are absolute paths by what they are."""

    business_date: str
    batch: str
    receipts: int
    voids: int
    by_tender: dict[str, int]
    deposit_cents: int
    files: dict[str, str] = field(default_factory=dict)

    @property
    def taken_cents(self) -> int:
        """Cash, checks, money orders and cards net of voids."""
        return sum(self.by_tender.values())

    def as_json(self) -> dict[str, Any]:
        """The contract's object (DESIGN section 9), with date and batch beside it."""
        return {
            "receipts": self.receipts,
            "voids": self.voids,
            "taken_cents": self.taken_cents,
            "deposit_cents": self.deposit_cents,
            "by_tender": self.by_tender,
            "files": self.files,
            "business_date": self.business_date,
            "batch": self.batch,
        }
