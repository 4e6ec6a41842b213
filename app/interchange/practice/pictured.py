"""The two accounts of the pictures, in every practice city."""

from collections.abc import Callable
from datetime import date

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance, account_key
from app.interchange.practice.stub_line import stub_line

PICTURE_DAY = date(2026, 11, 21)
PICTURE_WEEKS = (date(2026, 11, 7), date(2026, 11, 24))
PICTURED_NUMBERS = frozenset({"104-2281", "104-2290"})


def pictured(business_date: date) -> tuple[Account, Account]:
    """104-2281 and 104-2290; dates as drawn about the day of the pictures, else as far from the business date."""
    first, last = PICTURE_WEEKS
    base = PICTURE_DAY if first <= business_date <= last else business_date

    def day(iso: str) -> str:
        return (base + (date.fromisoformat(iso) - PICTURE_DAY)).isoformat()

    return _in_hand(day), _rent_house(day)


def _in_hand(day: Callable[[str], str]) -> Account:
    due = day("2026-11-28")
    return Account(
        key=account_key("104-2281"),
        number="104-2281",
        name="RUIZ, MARIA",
        service_address="412 N CHICKASAW AVE",
        mailing_address="412 N CHICKASAW AVE",
        mailing_city="CLAREMORE",
        mailing_state="OK",
        mailing_zip="74017",
        phone="(918) 555-0137",
        email="mruiz@example.org",
        account_class="residential",
        cycle="02",
        route_sequence="014-0220",
        flags=(
            AccountFlag(FlagKind.CASH_ONLY, date=day("2027-01-15")),
            AccountFlag(FlagKind.CUTOFF_LIST, date=day("2026-11-24")),
        ),
        services=(
            ServiceBalance("WATER", "W1220984", 2920, due, 3200),
            ServiceBalance("SEWER", "", 1060, due, 1150),
            ServiceBalance("SANIT", "", 900, due, 900),
            ServiceBalance("ELEC", "E1840127", 3892, due, 4390),
        ),
        last_payment_date=day("2026-10-02"),
        last_payment_cents=7910,
        stub_scan_line=stub_line("1042281", 18412),
    )


def _rent_house(day: Callable[[str], str]) -> Account:
    due = day("2026-11-28")
    return Account(
        key=account_key("104-2290"),
        number="104-2290",
        name="RUIZ, MARIA",
        service_address="1807 W 4TH ST",
        mailing_address="412 N CHICKASAW AVE",
        mailing_city="CLAREMORE",
        mailing_state="OK",
        mailing_zip="74017",
        phone="(918) 555-0137",
        account_class="residential",
        cycle="02",
        route_sequence="014-0229",
        flags=(
            AccountFlag(FlagKind.AMP),
            AccountFlag(FlagKind.NOTE, text="Rent house. Budget plan 52.00 a month"),
        ),
        services=(
            ServiceBalance("WATER", "W1221007", 2240, due),
            ServiceBalance("SEWER", "", 1510, due),
            ServiceBalance("SANIT", "", 1450, due),
        ),
        last_payment_date=day("2026-10-30"),
        last_payment_cents=5200,
        stub_scan_line=stub_line("1042290", 5200),
    )
