"""The policy of a business date: what the dated settings say, as typed values."""

from collections.abc import Mapping
from typing import Any

from app.frozen import frozen


@frozen
class ApprovalRule:
    """From `over_cents` on, `deed` needs a second person of `role` (the dated approval table)."""

    deed: str
    over_cents: int
    role: str


@frozen
class Policy:
    """Every setting in force on one business date; amounts in cents.

    A field's name is its setting's name in the journal.
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

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Policy":
        """From `{"city_name": ...}` as in force; every setting must be there.

        Raises:
            KeyError: a setting was never made; set-up writes them all.
        """
        rules = tuple(ApprovalRule(**rule) for rule in settings["approvals"])
        return cls(**{name: settings[name] for name in NAMES if name != "approvals"}, approvals=rules)

    def approver_role(self, deed: str, cents: int) -> str | None:
        """The role that must approve the deed at this amount, or None when nobody must."""
        rules = [rule for rule in self.approvals if rule.deed == deed and cents >= rule.over_cents]
        return max(rules, key=lambda rule: rule.over_cents).role if rules else None


NAMES: tuple[str, ...] = tuple(Policy.__dataclass_fields__)
