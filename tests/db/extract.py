"""Accounts and extracts for tests."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance, account_key
from app.domain.entry import EntryRef
from app.interchange.accounts_delta import AccountsDelta
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount
from app.ports.account_intake import ExtractTaken
from db.station import Station
from tests.db.till import DATE, SUPERVISOR

RUIZ = Account(
    key="104228103",
    number="104-2281-03",
    name="RUIZ, MARIA",
    service_address="412 N CHICKASAW AVE",
    phone="(918) 555-0142",
    services=(ServiceBalance("WATER", "W1220984", 6120, "2026-12-05"),),
    stub_scan_line="00104228103000018412",
)
PENA = replace(
    RUIZ, key="104228104", number="104-2281-04", name="PEÑA, JOSÉ", service_address="9 S ELM ST", phone="",
    services=(ServiceBalance("WATER", "W55", 3000, "2026-12-05"),), stub_scan_line="",
)  # fmt: skip
GONE = replace(PENA, key="200000001", number="200-0000-01", name="ALDER, RUIZANNE", status="final", services=())


def account(n: int, cents: int = 1000) -> Account:
    number = f"3{n:02d}-0000-01"
    return replace(
        GONE, key=account_key(number), number=number, name=f"SMITH, {n:03d}", status="active",
        services=(ServiceBalance("WATER", "", cents, "2026-12-05"),),
    )  # fmt: skip


def cash_only(account: Account) -> Account:
    return replace(account, flags=(AccountFlag(FlagKind.CASH_ONLY),))


def take(
    station: Station,
    accounts: Iterable[Account],
    *,
    posted_through: int = 0,
    unread: Sequence[UnreadAccount] = (),
    quarantined: Sequence[QuarantinedRow] = (),
    search: bool = False,
) -> EntryRef:
    """A full extract of these accounts."""
    listed = list(accounts)
    intake = station.intake.begin(by=SUPERVISOR, as_of=DATE, business_date=DATE)
    delta = AccountsDelta(intake)
    for change in delta.changes(listed):
        intake.take(change)
    for one in unread:
        intake.unread(one)
    for key in delta.absences([one.key for one in unread]):
        intake.absent(key)
    for row in quarantined:
        intake.quarantined(row)
    total = sum(one.balance for one in listed)
    taken = ExtractTaken("nov.csv", "ab" * 32, "extract", len(listed), len(listed), total, posted_through)
    ref: EntryRef = intake.finish(taken)
    if search:
        station.refresh_search().result()
    return ref
