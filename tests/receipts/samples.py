"""Receipts, people and a policy for the paper tests: one Saturday at the drive-thru window."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from app.domain.entry import EntryRef
from app.domain.facts.base import Approval, Sealed
from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender
from app.settings.policy import Policy

ZONE = ZoneInfo("America/Chicago")
NAMES = {"mruiz": "M. Ruiz", "tokafor": "T. Okafor", "kdunn": "K. Dunn"}
PREV_H = "9f2c41ab" + "0" * 56
POLICY = Policy(
    city_name="City of Claremore",
    city_department="Utility office",
    city_address="104 S Muskogee Ave",
    city_phone="",
    city_time_zone="America/Chicago",
    station_label="Drive-thru DT1",
    batch_source="WALK",
    business_day_rolls_at="00:00",
    bank_name="Grand Lake Bank",
    drawer_starting_cash=15000,
    drawer_limit=150000,
    receipt_amount_limit=1000000,
    receipt_trailer="Thank you. Pay at any hour:\nclaremore.example/pay",
    reconnect_fee=3500,
    duplicate_check_months=6,
    idle_lock_minutes=10,
    sign_in_tries=5,
    sign_in_lock_minutes=15,
    print_backlog_minutes=10,
    over_short_tolerance=500,
    approvals=(),
)


def buckets(**cents: int) -> tuple[BucketAmount, ...]:
    """`WATER_90=100` is 1.00 in `WATER.90`."""
    return tuple(BucketAmount(name.replace("_", "."), amount) for name, amount in cents.items())


RUIZ = PaidLine(
    account="1042281", number="104-2281", name="RUIZ, MARIA", address="412 N CHICKASAW AVE", cents=18412,
    allocation=buckets(WATER_60=6120, SEWER_30=3520, WATER_current=6772, ELEC_current=2000),
    snapshot=4, balance_after=0,
)  # fmt: skip
RENT_HOUSE = PaidLine(
    account="1042290", number="104-2290", name="RUIZ, MARIA", address="9 RENT HOUSE RD", cents=5200,
    allocation=buckets(WATER_current=5200), snapshot=4, balance_after=1250,
)  # fmt: skip


def one(cents: int, *, balance_after: int = 0, **allocation: int) -> PaidLine:
    """One account's line: current water unless told otherwise."""
    parts = buckets(**allocation) if allocation else buckets(WATER_current=cents)
    return replace(RENT_HOUSE, cents=cents, allocation=parts, balance_after=balance_after)


def receipt(
    *lines: PaidLine,
    tenders: tuple[Tender, ...],
    change: int = 0,
    number: str = "DT1B-000147",
    approvals: tuple[Approval, ...] = (),
) -> ReceiptRecord:
    """A good receipt of 21 Nov 2026, 10:42 am in the city."""
    return ReceiptRecord(
        receipt=number,
        ref=EntryRef(1204, "41ab9d02" + "f" * 56),
        batch="DT1B-0142",
        lane="L1",
        source="WALK",
        business_date="2026-11-21",
        at="2026-11-21T16:42:31.120Z",
        by="mruiz",
        lines=lines,
        tenders=tenders,
        total=sum(line.cents for line in lines),
        change=change,
        approvals=approvals,
        void_reason="",
        void_ref=None,
        void_by="",
        void_approval="",
        reprints=0,
        approval_reasons=tuple(approval.reason for approval in approvals),
    )


def voided(record: ReceiptRecord, *, approval: str = "kdunn") -> ReceiptRecord:
    """The same receipt after its void."""
    return replace(
        record, void_reason="Wrong account", void_ref=EntryRef(1211, "77d0c3e5" + "a" * 56), void_by="mruiz",
        void_approval=approval,
    )  # fmt: skip


CASH = receipt(one(6120), tenders=(Tender("cash", 6120),))
CHECK_AND_CASH = receipt(
    RUIZ, RENT_HOUSE, tenders=(Tender("check", 15000, "1042", "4417", "Grand Lake Bank"), Tender("cash", 10000)),
    change=1388,
)  # fmt: skip
CARD = receipt(one(8275), tenders=(Tender("card", 8275, "03412B", "4417"),))
MONEY_ORDER = receipt(one(12000), tenders=(Tender("money_order", 12000, "25104471882"),))
PARTIAL = receipt(
    one(4000, balance_after=9830, WATER_90=2500, SEWER_90=1000, PENALTY_30=500), tenders=(Tender("cash", 4000),)
)
OVER_PAYMENT = receipt(
    one(10000, balance_after=-2380, WATER_current=6120, FEE_current=1500, CREDIT=2380),
    tenders=(Tender("check", 10000, "88", "0021"),),
)
OVERRIDE = replace(
    receipt(
        one(6120), tenders=(Tender("check", 6120, "1043", "4417"),),
        approvals=(Approval("override_cash_only", "kdunn", "station", "Own words", Sealed("not opened here")),),
    ),
    approval_reasons=("Supervisor knows the payer",),
)  # fmt: skip
LONG_NAMES = receipt(
    replace(RUIZ, name="MUÑOZ DE LA PEÑA, MARÍA GUADALUPE ESPERANZA", number="104-2281-0007", cents=123456,
            allocation=buckets(WATER_90=100000, WATER_current=23456)),
    tenders=(Tender("cash", 124000),), change=544,
)  # fmt: skip
