"""Samples of a drawer's life, of paper receipts and of notes; they stand behind those of `samples`."""

from typing import Any

from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import Approval, Sealed
from app.domain.facts.batches import TenderResult
from app.domain.facts.custody import BatchHandedOver, DrawerCounted
from app.domain.facts.notes import NoteAdded, NoteEnded
from app.domain.facts.paper import PaperEntered, PaperIssued, PaperListed, PaperReturned

BATCH, RECEIPT, ACCOUNT = "XDT1A-0001", "XDT1A-000001", "104228103"
CASH = CashCount.of({"2000": 5, "coin25": 8})
SIGNED = Approval("hand_over", "tokafor", "station", "Second count of a hand-over")
WORDS = Sealed("0a1b2c3d4e5f.d29yZHMgdGhhdCBhcmUgc2VhbGVkIGFzIHdlbGw")
ISSUED = EntryRef(34, "cd" * 32)

CUSTODY_SAMPLES: tuple[Any, ...] = (
    BatchHandedOver(BATCH, "mruiz", "tokafor", CASH, 10200, 10300, 3, "Cashier left early", SIGNED),
    DrawerCounted(BATCH, "tokafor", CASH, (TenderResult("cash", 10300, 10200, 0, 100),)),
    PaperIssued("A", 451, 460, 4, "tokafor", "2026-11-19"),
    PaperEntered("A0451", ISSUED, RECEIPT, BATCH, "2026-11-19"),
    PaperListed(ISSUED, BATCH, ("A0452", "A0453")),
    PaperReturned(ISSUED, ("A0453",), "Own words", WORDS),
    NoteAdded(ACCOUNT, WORDS, True, "2026-12-31"),
    NoteEnded(ACCOUNT, EntryRef(37, "ef" * 32)),
)  # fmt: skip
