"""Mail and drop box: what two people opened and listed, and what was set aside (features F1, F3; rule R13).

Money is booked by `receipt_taken` only; these entries say what the receipts of the batch must come to.
"""

from typing import ClassVar

from app.domain.facts.base import NOTHING_SAID, Sealed
from app.domain.tender import Tender
from app.frozen import frozen


@frozen
class MailListed:
    """The list of the two who opened it: number of checks and envelopes, their total in cents (F3, R13).

    `collected` is the day that the payments count for (night box: when it was emptied). The last list of a batch
    counts; from the second on a `reason` from the list, or words of one's own in `note`, says why.
    """

    KIND: ClassVar[str] = "mail_listed"
    V: ClassVar[int] = 1
    batch: str
    openers: tuple[str, str]
    items: int
    cents: int
    collected: str
    reason: str = ""
    note: Sealed = NOTHING_SAID


@frozen
class MailSetAside:
    """A problem item, put away unpaid: `item` counts from 1 in its batch; what was read of it stays with it."""

    KIND: ClassVar[str] = "mail_set_aside"
    V: ClassVar[int] = 1
    batch: str
    item: int
    problem: str
    accounts: tuple[str, ...]
    tenders: tuple[Tender, ...]
    cents: int
    note: Sealed = NOTHING_SAID


@frozen
class MailTakenUp:
    """An item that was set aside is at work again, as unfinished work of that id."""

    KIND: ClassVar[str] = "mail_taken_up"
    V: ClassVar[int] = 1
    batch: str
    item: int
    draft: str
