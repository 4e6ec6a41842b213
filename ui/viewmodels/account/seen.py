"""What was read of one account, and with whose eyes it is looked at."""

from app.domain.account_notes import AccountNote
from app.domain.records import AccountStanding, ImportRecord, ReceiptRecord
from app.frozen import frozen
from app.settings.policy import Policy


@frozen
class AccountSeen:
    """One account in the books; `last_import` is that of the snapshot, None where the snapshot is of an earlier one."""

    standing: AccountStanding
    receipts: tuple[ReceiptRecord, ...]
    last_import: ImportRecord | None
    notes: tuple[AccountNote, ...] = ()


@frozen
class Sight:
    """With whose eyes and on which day it is looked at; `is_revealed` after the reveal was logged."""

    policy: Policy
    business_date: str
    names: dict[str, str]
    is_revealed: bool
