"""Every setting in a person's words: its label, what it is typed as, where it stands, and what it does."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from app.domain.setting_codes import CodeTable
from app.frozen import frozen
from app.settings.policy import ENDORSEMENT, MISC_TYPES, PENNIES, RECEIPT_HEADER, SCREENS, STALE_MONTHS, note_of


class Typed(StrEnum):
    """How a setting is typed and shown."""

    AMOUNT = "amount"
    WHOLE = "whole"
    TEXT = "text"
    TIME = "time"
    RULES = "rules"
    CODES = "codes"
    CHOICE = "choice"


class Group(StrEnum):
    """Where a setting stands in Set-up."""

    FEES = "Fees"
    LIMITS = "Limits"
    SIGN_IN = "Sign-in"
    CITY = "City and receipt"
    STATION = "Station"
    APPROVALS = "Approvals"
    CODES = "Reasons and codes"
    NOTES = "Notes on screens"
    MISC = "Misc receipts"
    CHECKS = "Checks"
    RECEIPTS = "Receipts"


@frozen
class SettingWords:
    """`unit` stands behind a whole number; `help` says in one sentence what the setting does."""

    label: str
    help: str
    group: Group
    typed: Typed = Typed.TEXT
    unit: str = ""


def words_of(name: str) -> SettingWords:
    """The words of a setting; an unknown name speaks for itself."""
    return SETTING_WORDS.get(name) or SettingWords(f"Setting {name}", "", Group.STATION)


_CODES = {
    CodeTable.VOID: ("Reasons for a void", "What is picked when a receipt is voided."),
    CodeTable.NO_SALE: ("Reasons to open the drawer", "What is picked when the drawer opens without a sale."),
    CodeTable.DROP: ("Reasons to give up work", "What is picked when unfinished work is given up."),
    CodeTable.OVER_SHORT: ("Reasons for over and short", "What is picked when counted cash is not what it should be."),
    CodeTable.REJECT: ("Reasons to send back", "What is picked when a count goes back to the cashier."),
    CodeTable.REOPEN: ("Reasons to reopen", "What is picked when a balanced batch is opened again."),
    CodeTable.UNDO_DEPOSIT: ("Reasons to take a bag apart", "What is picked when a prepared deposit is taken apart."),
    CodeTable.TENDER: ("Tenders taken", "What customers may pay with at this station; cash is always taken."),
    CodeTable.LANE: ("Lanes", "The lanes of this station; one that is switched off is offered no more."),
}
_CHECKS = {
    "check_starter": ("Starter checks", "Checks without a printed name, or with one of the first numbers."),
    "check_third_party": ("Checks made out to somebody else", "Signed over by whom they were made out to."),
    "check_two_party": ("Checks made out to two", "Both must have signed the back."),
    "check_post_dated": ("Post-dated checks", "Dated after today; a bank may send them back."),
    "check_stale": ("Stale checks", "Older than the months below; a bank need not pay them."),
}
_SCREEN_WORDS = {
    "till": "Till", "mail": "Mail", "batches": "Batches", "account": "Account", "reports": "Reports",
    "set_up": "Set-up",
}  # fmt: skip
_FORM_WORDS = {
    "cash": "paid with cash", "check": "paid by check", "money_order": "paid by money order", "card": "paid by card",
    "account": "for utility accounts", "misc": "for misc receipts",
}  # fmt: skip
_RECEIPT_PARTS = {
    "copies": ("Copies", "How many papers come out; the first is the customer's.", Typed.WHOLE, "in all"),
    "header": ("Header", "Stands under the city's lines of such receipts.", Typed.TEXT, ""),
    "trailer": ("Trailer", "Stands under such receipts, after their last line.", Typed.TEXT, ""),
}
_PLAIN = {
    "reconnect_fee": SettingWords(
        "Reconnect fee", "Added to what keeps the service on when an account is cut off and not billed for it yet.",
        Group.FEES, Typed.AMOUNT,
    ),
    "drawer_starting_cash": SettingWords(
        "Starting cash", "What a drawer is issued with; a batch opened with another amount needs a reason.",
        Group.LIMITS, Typed.AMOUNT,
    ),
    "drawer_limit": SettingWords(
        "Most cash in a drawer", "Above it the cashier is asked to turn cash in.", Group.LIMITS, Typed.AMOUNT
    ),
    "receipt_amount_limit": SettingWords(
        "Largest receipt", "A receipt above it needs a second person as the approval table says.",
        Group.LIMITS, Typed.AMOUNT,
    ),
    "over_short_tolerance": SettingWords(
        "Over or short without a reason", "A difference above it needs a reason before a count is accepted.",
        Group.LIMITS, Typed.AMOUNT,
    ),
    "duplicate_check_months": SettingWords(
        "Same check again", "A check with the same bank account and number within this time asks before it is taken.",
        Group.LIMITS, Typed.WHOLE, "months",
    ),
    "print_backlog_minutes": SettingWords(
        "Oldest paper printed", "Paper that waited longer for its printer is not printed by itself.",
        Group.LIMITS, Typed.WHOLE, "minutes",
    ),
    "idle_lock_minutes": SettingWords(
        "Lock when idle", "After so long without a key or a touch the window asks for the PIN.",
        Group.SIGN_IN, Typed.WHOLE, "minutes",
    ),
    "sign_in_tries": SettingWords(
        "Wrong PINs allowed", "After so many in a row the person is locked out.", Group.SIGN_IN, Typed.WHOLE, "tries"
    ),
    "sign_in_lock_minutes": SettingWords(
        "Locked out for", "How long a person waits after too many wrong PINs, unless they are unlocked here.",
        Group.SIGN_IN, Typed.WHOLE, "minutes",
    ),
    "city_name": SettingWords("City", "Heads every receipt, slip and report.", Group.CITY),
    "city_department": SettingWords("Department", "Stands under the city's name on paper.", Group.CITY),
    "city_address": SettingWords("Address", "Stands on every receipt.", Group.CITY),
    "city_phone": SettingWords("Phone", "Stands on every receipt.", Group.CITY),
    "receipt_trailer": SettingWords("Last line of every receipt", "Stands under each receipt.", Group.CITY),
    "bank_name": SettingWords("Bank of the deposits", "Stands on every deposit slip.", Group.CITY),
    "station_label": SettingWords("What people call it", "Stands beside the station's name on screens.", Group.STATION),
    "business_day_rolls_at": SettingWords(
        "Business day begins", "From this time of the city's clock a new business date is proposed.",
        Group.STATION, Typed.TIME,
    ),
    "city_time_zone": SettingWords(
        "Time zone", "Chosen when the station was founded; it never changes.", Group.STATION
    ),
    "batch_source": SettingWords(
        "Source of drawer batches", "The code under which walk-up receipts are posted.", Group.STATION
    ),
    "approvals": SettingWords(
        "Approval table", "Which deed needs a second person, from which amount, and in which role.",
        Group.APPROVALS, Typed.RULES,
    ),
    PENNIES: SettingWords(
        "Pennies in cash", "Whether cash is rounded where change would need a penny, and where the pennies go.",
        Group.LIMITS, Typed.CHOICE,
    ),
    STALE_MONTHS: SettingWords(
        "A check is stale after", "A check dated longer ago counts as stale.", Group.CHECKS, Typed.WHOLE, "months"
    ),
    RECEIPT_HEADER: SettingWords(
        "Header of every receipt", "Stands under the city's lines of every receipt of this station.", Group.RECEIPTS
    ),
    ENDORSEMENT: SettingWords(
        "Check endorsement", "Printed on the back of a check by a printer that can (R11).", Group.RECEIPTS
    ),
    MISC_TYPES: SettingWords(
        "Misc receipts", "What is taken beside utility bills: prices, ledger accounts, references and tenders.",
        Group.MISC, Typed.CODES,
    ),
}  # fmt: skip
SETTING_WORDS: Mapping[str, SettingWords] = MappingProxyType(
    _PLAIN
    | {
        table.setting: SettingWords(label, told, Group.CODES, Typed.CODES)
        for table, (label, told) in _CODES.items()
    }
    | {name: SettingWords(label, told, Group.CHECKS, Typed.CHOICE) for name, (label, told) in _CHECKS.items()}
    | {
        f"receipt_{part}_{form}": SettingWords(f"{label}, {words}", told, Group.RECEIPTS, typed, unit)
        for form, words in _FORM_WORDS.items()
        for part, (label, told, typed, unit) in _RECEIPT_PARTS.items()
    }
    | {
        note_of(screen): SettingWords(
            f"Note on {_SCREEN_WORDS[screen]}", "A quiet line that everybody reads on that screen.", Group.NOTES
        )
        for screen in SCREENS
    }
)
"""Every setting there is, by name."""
FIXED = frozenset({"city_time_zone", "batch_source"})
"""Settled when the station was founded; numbers, dates and files rest on them."""
