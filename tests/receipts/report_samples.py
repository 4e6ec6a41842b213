"""A batch as it is at five o'clock, and its bag: small for the golden papers, large for the page breaks."""

from dataclasses import replace

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.facts.deposits import DepositCheck, DepositPrepared
from app.domain.records import BatchRecord, CountRecord, DepositRecord, ReceiptRecord
from app.domain.tender import Tender
from tests.receipts import samples

HEAD = EntryRef(1499, "5e" * 32)
START = CashCount.of({"2000": 4, "500": 8, "100": 20, "coin25": 40}, rolls=0)
RECEIPTS: tuple[ReceiptRecord, ...] = (
    replace(samples.CHECK_AND_CASH, receipt="DT1B-000147"),
    samples.voided(replace(samples.CASH, receipt="DT1B-000148")),
    replace(samples.CARD, receipt="DT1B-000149"),
    replace(samples.OVERRIDE, receipt="DT1B-000150", reprints=1),
    replace(samples.MONEY_ORDER, receipt="DT1B-000151"),
)
EXPECTED_CASH = 15000 + 10000 - 1388
COUNT = CountRecord(
    ref=EntryRef(1490, "1f" * 32),
    count_no=1,
    at="2026-11-21T23:12:00.000Z",
    by="mruiz",
    cash=CashCount.of({"10000": 1, "2000": 3, "1000": 1, "500": 8, "100": 14, "coin25": 44, "coin1": 12}, rolls=0),
    tenders=(TenderCount("check", 2, 21120), TenderCount("money_order", 1, 12000), TenderCount("card", 1, 8275)),
    unprinted=("DT1B-000149",),
)
BATCH = BatchRecord(
    batch="DT1B-0142",
    ref=EntryRef(1200, "2a" * 32),
    state=BatchState.BALANCED,
    source="WALK",
    cashier="mruiz",
    drawer=True,
    business_date="2026-11-21",
    opened_at="2026-11-21T13:58:00.000Z",
    starting_cash=START,
    turned_in=0,
    receipts=5,
    voids=1,
    taken=sum(record.total for record in RECEIPTS if not record.is_void),
    expected=(
        TenderResult("cash", EXPECTED_CASH, 23512, 0, 100),
        TenderResult("check", 21120, 21120, 0, 0),
        TenderResult("money_order", 12000, 12000, 0, 0),
        TenderResult("card", 8275, 8275, 0, 0),
    ),
    counts=(COUNT,),
    balanced_by="kdunn",
    balanced_at="2026-11-21T23:20:00.000Z",
    balance_reason="One dollar short, nothing found",
    open_approvals=(),
    no_sales=2,
    reprints=1,
    deposit="",
    posting_file_no=0,
    last_ref=HEAD,
)
CHECKS = (
    DepositCheck("DT1B-000147", "check", "RUIZ, MARIA", "1042", 15000),
    DepositCheck("DT1B-000150", "check", "RUIZ, MARIA", "1043", 6120),
    DepositCheck("DT1B-000151", "money_order", "MUÑOZ, JOSÉ", "25104471882", 12000),
)
DEPOSIT = DepositRecord(
    deposit="DT1B-D0012",
    ref=EntryRef(1510, "3c" * 32),
    bag="B 0047 1182",
    bank="Grand Lake Bank",
    business_date="2026-11-21",
    prepared_by="tokafor",
    prepared_at="2026-11-21T23:40:00.000Z",
    verified_by="kdunn",
    verified_at="2026-11-21T23:52:00.000Z",
    batches=("DT1B-0142",),
    total=8512 + 33120,
)
PREPARED = DepositPrepared(
    deposit="DT1B-D0012",
    bag="B 0047 1182",
    bank="Grand Lake Bank",
    batches=("DT1B-0142",),
    cash=CashCount.of({"2000": 4, "500": 1, "coin1": 12}),
    checks=CHECKS,
    currency=8500,
    coin=12,
    total=8512 + 33120,
    transfers=(),
)
_NAMES = (
    "RUIZ, MARIA", "CHRISTOPHERSON-VILLANUEVA, BARTHOLOMEW J & GUADALUPE ESPERANZA", "O'NEAL, D",
    "NORTHEASTERN OKLAHOMA PROPERTY MANAGEMENT AND HOLDINGS LLC", "MUÑOZ DE LA PEÑA, JOSÉ",
)  # fmt: skip


def large_bag(checks: int = 60) -> tuple[DepositRecord, DepositPrepared]:
    """A bag from six batches with so many checks, of long and short payers, and full denominations."""
    papers = tuple(
        DepositCheck(f"FC1A-{n + 4100:06d}", "money_order" if n % 15 == 7 else "check", _NAMES[n % len(_NAMES)],
                     f"{1000 + 37 * n}", 4211 + 1377 * n)
        for n in range(checks)
    )  # fmt: skip
    cash = CashCount.of(
        {"10000": 31, "5000": 7, "2000": 214, "1000": 88, "500": 61, "100": 173, "coin25": 39, "coin10": 4}, rolls=4000
    )
    total = cash.total.cents + sum(paper.cents for paper in papers)
    batches = tuple(f"MA{n}A-{n + 80:04d}" for n in range(1, 7))
    prepared = replace(
        PREPARED, checks=papers, cash=cash, currency=cash.currency.cents, coin=cash.coin.cents, total=total,
        batches=batches,
    )  # fmt: skip
    return replace(DEPOSIT, batches=batches, total=total, verified_by="", verified_at=""), prepared


def large_batch(receipts: int = 300) -> tuple[BatchRecord, tuple[ReceiptRecord, ...]]:
    """A day of so many cash receipts with every tenth one void and every twentieth approved."""
    reasons = ("Wrong account", "Customer paid by card after all and wanted the cash back at once", "Wrong amount")
    records = []
    for n in range(receipts):
        record = replace(samples.CASH, receipt=f"DT1B-{n + 101:06d}")
        if n % 10 == 3:
            record = replace(samples.voided(record), void_reason=reasons[n % len(reasons)])
        elif n % 20 == 0:
            record = replace(
                record, tenders=(Tender("check", 6120, str(n)),), approvals=samples.OVERRIDE.approvals,
                approval_reasons=samples.OVERRIDE.approval_reasons,
            )  # fmt: skip
        records.append(record)
    good = [record for record in records if not record.is_void]
    cash = 15000 + sum(tender.amount_tendered for record in good for tender in record.tenders if tender.kind == "cash")
    checks = sum(record.total for record in good if record.approvals)
    batch = replace(
        BATCH,
        taken=sum(record.total for record in good),
        receipts=receipts,
        voids=receipts - len(good),
        expected=(
            TenderResult("cash", cash, cash + 1800, 1800, 0),
            TenderResult("check", checks, checks - 1800, 0, 1800),
        ),
        counts=(replace(COUNT, unprinted=tuple(f"DT1B-{n:06d}" for n in range(101, 141))),),
    )
    return batch, tuple(records)
