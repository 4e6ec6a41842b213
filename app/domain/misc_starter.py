"""The misc types that a new station begins with (T3), and those of the practice city with its prices and accounts.

A new station's types are all entered prices: only the city knows its fees (P17). Each goes to a ledger account named
by its own code until Set-up says the city's account. Payments on accounts, over and short have their own ways and
are no misc receipts.
"""

from dataclasses import replace

from app.domain.misc import ALL_TENDERS, LedgerPart, MiscType
from app.domain.tender import TenderKind

GOOD_FUNDS = (TenderKind.CASH.value, TenderKind.MONEY_ORDER.value, TenderKind.CARD.value)
NO_ACCOUNT_YET = "Name and service address"
ACCOUNT = "Account number"
_NAMES = (
    ("DEPOSIT", "Utility deposit", ACCOUNT),
    ("DEPOSIT-NEW", "Utility deposit, no account yet", NO_ACCOUNT_YET),
    ("CONNECT", "Connect fee", ACCOUNT),
    ("TRANSFER", "Transfer fee", ACCOUNT),
    ("RECONNECT", "Reconnect fee", ACCOUNT),
    ("AFTER-HOURS", "After-hours fee", ACCOUNT),
    ("TAMPER", "Meter tamper fee", ACCOUNT),
    ("METER-RESET", "Meter reset fee", ACCOUNT),
    ("NSF", "Returned check redemption", "Returned check number"),
    ("CART", "Additional cart", ACCOUNT),
    ("BULK", "Bulk pickup", "Address"),
    ("DUMPSTER", "Dumpster on call", "Address"),
    ("REC", "Recreation membership", "Member name"),
    ("LATE", "Late fee", ACCOUNT),
    ("COPIES", "Copies and records", ""),
    ("RETURNED", "Returned item recovery", "Item number"),
    ("MISC", "Misc revenue", "What for"),
    ("DONATION", "Donation", ""),
    ("PETTY-CASH", "Petty cash return", "Voucher number"),
)


def starter_types() -> tuple[MiscType, ...]:
    """What every station has until it changes its table; a returned check is redeemed in good funds only (C4)."""
    return tuple(
        MiscType(
            code, name, (LedgerPart(code, percent=100),), reference=reference,
            tenders=GOOD_FUNDS if code == "NSF" else ALL_TENDERS,
        )
        for code, name, reference in _NAMES
    )  # fmt: skip


_PRACTICE_LEDGER = {
    "DEPOSIT": "51-2410", "DEPOSIT-NEW": "51-2415", "CONNECT": "51-4610", "TRANSFER": "51-4612",
    "RECONNECT": "51-4614", "AFTER-HOURS": "51-4616", "TAMPER": "51-4620", "METER-RESET": "51-4622",
    "NSF": "51-1190", "CART": "53-4640", "BULK": "53-4642", "DUMPSTER": "53-4644", "REC": "10-4710",
    "LATE": "51-4630", "COPIES": "10-4510", "RETURNED": "51-1192", "MISC": "10-4990", "DONATION": "10-4810",
    "PETTY-CASH": "10-1020",
}  # fmt: skip
_PRACTICE_PRICES = {"TRANSFER": 1_500, "METER-RESET": 3_500, "BULK": 2_000, "CART": 1_250}


def practice_types() -> tuple[MiscType, ...]:
    """The practice city's table: fixed prices, two split fees, and court fines, which mix with nothing else."""
    plain = [
        replace(each, ledger=(LedgerPart(_PRACTICE_LEDGER[each.code], percent=100),),
                price=_PRACTICE_PRICES.get(each.code, 0))
        for each in starter_types()
    ]  # fmt: skip
    split = {
        "CONNECT": ((LedgerPart("51-4610", cents=1_500), LedgerPart("52-4610", cents=1_000)), 2_500),
        "REC": ((LedgerPart("10-4710", percent=85), LedgerPart("10-2230", percent=15)), 0),
    }
    made = [
        replace(each, ledger=split[each.code][0], price=split[each.code][1]) if each.code in split else each
        for each in plain
    ]
    fine = (LedgerPart("10-2250", cents=1_000), LedgerPart("10-4410", percent=100))
    permit = (LedgerPart("10-4310", percent=100),)
    return (
        *made,
        MiscType("COURT", "Court fine", fine, group="Court", reference="Citation number"),
        MiscType("PERMIT", "Building permit", permit, group="Permits", reference="Permit number"),
        MiscType("ANIMAL", "Animal license", (LedgerPart("10-4320", percent=100),), 800),
    )
