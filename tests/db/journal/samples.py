"""One fact of each kind, worked out by hand; their golden bytes lie in vectors.json."""

from typing import Any

from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval, Sealed
from app.domain.facts.batches import (
    BatchBalanced,
    BatchCounted,
    BatchOpened,
    BatchRejected,
    BatchReopened,
    CashTurnedIn,
    CheckpointMade,
    DrawerOpened,
    TenderCount,
    TenderResult,
)
from app.domain.facts.deposits import (
    BatchCents,
    DepositCheck,
    DepositPrepared,
    DepositUndone,
    DepositVerified,
    LostPayment,
    PostingExported,
    PostingsDeclared,
    PostingTakenBack,
)
from app.domain.facts.receipts import (
    BucketAmount,
    DraftDropped,
    HandoverAnswered,
    KeyedAnswer,
    PaidLine,
    ReceiptReprinted,
    ReceiptTaken,
    ReceiptVoided,
)
from app.domain.facts.station import (
    AccountsImported,
    ApprovalAnswered,
    ApprovalRefused,
    ClockJumped,
    DetailRevealed,
    GapDeclared,
    SettingChanged,
    StationStarted,
    UserChanged,
)
from app.domain.tender import Tender
from app.domain.transfer import Transfer
from tests.db.journal.custody_samples import CUSTODY_SAMPLES
from tests.db.journal.mail_samples import MAIL_SAMPLES

BATCH, RECEIPT, DEPOSIT = "XDT1A-0001", "XDT1A-000001", "XDT1A-D0001"
CASH, CLEARING = "drawer:DT1:cash", f"clearing:{BATCH}"
HASH = "ab" * 32
REF = EntryRef(4, HASH)
COUNT = CashCount.of({"2000": 5, "coin25": 8}, rolls=1000)
LINE = PaidLine(
    "104228103", "104-2281-03", "PEÑA, MARÍA", "412 N CHICKASAW AVE", 6120,
    (BucketAmount("WATER.30", 2000), BucketAmount("WATER.current", 4120)), 2, 0, "2026-11-20",
    "oldest-first 2026-01-01", ("WATER.current",),
)  # fmt: skip
CASH_TENDER = Tender("cash", 7000)
MOVES = (
    Transfer(CASH, CLEARING, 7000),
    Transfer(CLEARING, CASH, 880),
    Transfer(CLEARING, "paid:104228103:WATER.30", 2000),
    Transfer(CLEARING, "paid:104228103:WATER.current", 4120),
)
NOTE = Sealed("0a1b2c3d4e5f.bm90IHJlYWxseSBzZWFsZWQ")
AFTERWARDS = Approval("void_receipt", "", "afterwards", "Wrong account")
GENESIS = StationStarted(practice=True, random="0f" * 32, time_zone="America/Chicago")

SAMPLES: tuple[Any, ...] = (
    SettingChanged("receipt_trailer", "Gracias, señora", "2026-01-01", "Ord. 2026-4"),
    UserChanged("mruiz", "M. Ruiz", ("cashier",), (), True),
    AccountsImported("nov.csv", HASH, "extract", 3, 1, 1, 0, 1, 6120, "2026-11-19", 0, HASH, HASH),
    BatchOpened(BATCH, "WALK", "mruiz", True, COUNT, 11200, "", (Transfer(CASH, "safe", 11200),), NOTE),
    ReceiptTaken(
        RECEIPT, BATCH, "L1", "WALK", "d1", (LINE,), (CASH_TENDER,), 6120, 880, MOVES, (),
        (KeyedAnswer("same_payment", "XDT1A-000009", "another"),), "",
    ),
    ReceiptReprinted(RECEIPT, BATCH, "printer"),
    ReceiptVoided(
        RECEIPT, BATCH, REF, "Wrong account", NOTE, AFTERWARDS, tuple(move.reversed() for move in MOVES)
    ),
    ApprovalAnswered(EntryRef(7, HASH), BATCH, "void_receipt", "approved", NOTE),
    ApprovalRefused(Approval("void_receipt", "kdunn", "station", ""), "wrong PIN"),
    HandoverAnswered(RECEIPT, "handed_over"),
    DrawerOpened(BATCH, "Make change", NOTHING_SAID, None),
    CashTurnedIn(BATCH, CashCount.of({"2000": 2}), 4000, "kdunn", (Transfer("safe", CASH, 4000),)),
    DraftDropped("d2", "L2", "Customer left", ("104228103",), (CASH_TENDER,)),
    DetailRevealed("104228103", "phone"),
    ClockJumped("2026-11-20T15:00:00.000Z", "2026-11-20T14:00:00.000Z", "kdunn"),
    BatchCounted(BATCH, 1, COUNT, (TenderCount("check", 0, 0),), (RECEIPT,)),
    BatchRejected(BATCH, EntryRef(16, HASH), "Own words", NOTE),
    BatchCounted(BATCH, 2, COUNT, (TenderCount("check", 0, 0),), ()),
    BatchBalanced(
        BATCH, EntryRef(18, HASH), EntryRef(18, HASH), (TenderResult("cash", 7200, 11200, 4000, 0),), "Miscount found",
        (Transfer(CASH, "over", 4000), Transfer("safe", CASH, 11200)),
    ),
    BatchReopened(
        BATCH, "Own words", (Transfer("over", CASH, 4000), Transfer(CASH, "safe", 11200)), NOTE
    ),
    DepositPrepared(
        DEPOSIT, "B0001", "RCB Bank", (BATCH,), CashCount.of({"2000": 2}),
        (DepositCheck(RECEIPT, "check", NOTE, "1204", 100),), 4000, 0, 4100,
        (Transfer("in_transit:RCB Bank", "safe", 4000),),
    ),
    DepositVerified(DEPOSIT, "B0001"),
    DepositUndone(
        "XDT1A-D0002", "B0002", (BATCH,), EntryRef(21, HASH), "A batch must be corrected",
        Approval("undo_deposit", "swhite", "station", "A batch must be corrected"),
        (Transfer("safe", "in_transit:RCB Bank", 4000),), NOTE,
    ),
    PostingExported(1, "PRACTICE_CITYTILL_00001.csv", (BATCH,), 2, 6120, HASH, HASH),
    GapDeclared("A", 40, HASH, "XDT1A-000031", BATCH, "restored from a backup", 1, -1),
    PostingsDeclared("A", 2),
    PostingTakenBack(
        2, "PRACTICE_posting-DT1-0002.csv", (BATCH,), 2, 6120, HASH, HASH, (RECEIPT,), ("XDT1A-000003",),
        (BatchCents(BATCH, 5120),), (LostPayment("XDT1A-000002", 1000),),
    ),
    CheckpointMade(23, HASH, 1, HASH),
    *CUSTODY_SAMPLES,
    *MAIL_SAMPLES,
)  # fmt: skip
