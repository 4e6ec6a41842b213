"""The policy of a business date: what the dated settings say, as typed values."""

from collections.abc import Mapping
from typing import Any

from app.domain.change import Pennies
from app.domain.setting_codes import Code, CodeTable, first_codes, read_codes
from app.frozen import frozen

SCREENS = ("till", "mail", "batches", "account", "reports", "set_up")
"""Rooms that may carry a policy note (O1), by their key on the rail."""
PENNIES = "cash_pennies"
MISC_TYPES = "misc_types"
STALE_MONTHS = "check_stale_months"
CHECK_RULES = ("check_starter", "check_third_party", "check_two_party", "check_post_dated", "check_stale", STALE_MONTHS)
"""What the city does with unusual checks (C9, C10); `app/settings/check_rules.py` reads them."""
RECEIPT_FORMS = ("cash", "check", "money_order", "card", "account", "misc")
"""What a receipt may have a form for: its tenders, and what was paid (E5)."""
RECEIPT_HEADER, ENDORSEMENT = "receipt_header", "check_endorsement"
RECEIPT_SETTINGS = (
    RECEIPT_HEADER,
    *(f"receipt_{part}_{form}" for form in RECEIPT_FORMS for part in ("copies", "header", "trailer")),
    ENDORSEMENT,
)
"""`app/settings/receipt_forms.py` reads them."""
_ROLE_WITHOUT_RULE = {"override_check": "supervisor"}
"""A check rule says that somebody approves; where the approval table names nobody for it, this role does."""


@frozen
class ApprovalRule:
    """From `over_cents` on, `deed` needs a second person of `role` (the dated approval table)."""

    deed: str
    over_cents: int
    role: str


@frozen
class Policy:
    """Every setting in force on one business date; amounts in cents.

    A field's name is its setting's name in the journal; `codes` and `notes` hold what was changed of the settings
    in `LATER_NAMES`, which a station has without anybody writing them. `cash_pennies` is how cash is rounded (T9).
    `misc_types` is the table of misc receipts as written, None as it begins; `app/settings/misc_types.py` reads it.
    `checks` are the written rules for unusual checks (C9, C10), `receipts` the written forms of receipts (E2, E5).
    """

    city_name: str
    city_department: str
    city_address: str
    city_phone: str
    city_time_zone: str
    station_label: str
    batch_source: str
    business_day_rolls_at: str
    bank_name: str
    drawer_starting_cash: int
    drawer_limit: int
    receipt_amount_limit: int
    receipt_trailer: str
    reconnect_fee: int
    duplicate_check_months: int
    idle_lock_minutes: int
    sign_in_tries: int
    sign_in_lock_minutes: int
    print_backlog_minutes: int
    over_short_tolerance: int
    approvals: tuple[ApprovalRule, ...]
    codes: tuple[tuple[str, tuple[Code, ...]], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    cash_pennies: str = Pennies.OFF.value
    misc_types: tuple[Mapping[str, Any], ...] | None = None
    checks: tuple[tuple[str, Any], ...] = ()
    receipts: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Policy":
        """From `{"city_name": ...}` as in force; every setting must be there.

        Raises:
            KeyError: a setting was never made; set-up writes them all.
        """
        rules = tuple(ApprovalRule(**rule) for rule in settings["approvals"])
        changed = [table for table in CodeTable if table.setting in settings]
        codes = tuple((table.value, read_codes(settings[table.setting])) for table in changed)
        notes = tuple((screen, settings[note_of(screen)]) for screen in SCREENS if settings.get(note_of(screen)))
        plain = {name: settings[name] for name in NAMES if name != "approvals"}
        pennies = settings.get(PENNIES, Pennies.OFF.value)
        checks = tuple((name, settings[name]) for name in CHECK_RULES if name in settings)
        receipts = tuple((name, settings[name]) for name in RECEIPT_SETTINGS if name in settings)
        types = tuple(settings[MISC_TYPES]) if MISC_TYPES in settings else None
        return cls(
            **plain, approvals=rules, codes=codes, notes=notes, cash_pennies=pennies, misc_types=types,
            checks=checks, receipts=receipts,
        )  # fmt: skip

    def approver_role(self, deed: str, cents: int) -> str | None:
        """The role that must approve the deed at this amount, or None when nobody must."""
        rules = [rule for rule in self.approvals if rule.deed == deed and cents >= rule.over_cents]
        return max(rules, key=lambda rule: rule.over_cents).role if rules else _ROLE_WITHOUT_RULE.get(deed)

    def table(self, table: CodeTable) -> tuple[Code, ...]:
        """Every code of a table, in use or not (J6)."""
        return dict(self.codes).get(table.value) or first_codes(table)

    def listed(self, table: CodeTable) -> tuple[str, ...]:
        """Every code of a table: what an entry may name as a code."""
        return tuple(code.code for code in self.table(table))

    def offered(self, table: CodeTable) -> tuple[str, ...]:
        """The codes in use: what a screen offers."""
        return tuple(code.code for code in self.table(table) if code.active)

    def note(self, screen: str) -> str:
        """The policy note of a screen, empty for none (O1)."""
        return dict(self.notes).get(screen, "")


def note_of(screen: str) -> str:
    """The setting that holds a screen's note."""
    return f"note_{screen}"


_BEGIN_BY_THEMSELVES = ("codes", "notes", PENNIES, MISC_TYPES, "checks", "receipts")
NAMES: tuple[str, ...] = tuple(name for name in Policy.__dataclass_fields__ if name not in _BEGIN_BY_THEMSELVES)
"""The settings that set-up writes: without one of them there is no policy."""
LATER_NAMES: tuple[str, ...] = (
    *(table.setting for table in CodeTable), *map(note_of, SCREENS), PENNIES, MISC_TYPES, *CHECK_RULES,
    *RECEIPT_SETTINGS,
)  # fmt: skip
"""Settings that hold their first value until somebody changes them."""
