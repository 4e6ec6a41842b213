"""People, roles and deeds: who may do what (R43), and who may not approve whom (R25)."""

from enum import StrEnum

from app.frozen import frozen


class Role(StrEnum):
    """Roles from the first day; the administrator never receipts (DESIGN section 1)."""

    CASHIER = "cashier"
    LEAD = "lead"
    SERVICE = "service"
    SUPERVISOR = "supervisor"
    OFFICE = "office"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Deed(StrEnum):
    """What a right is given for; names stand in approvals and in the dated approval table."""

    TAKE_PAYMENT = "take_payment"
    OPEN_BATCH = "open_batch"
    COUNT_BATCH = "count_batch"
    NO_SALE = "no_sale"
    REPRINT = "reprint"
    VOID_RECEIPT = "void_receipt"
    DROP_DRAFT = "drop_draft"
    TURN_IN = "turn_in"
    OVERRIDE_CASH_ONLY = "override_cash_only"
    OVERRIDE_CHECK = "override_check"
    OVER_LIMIT = "over_limit"
    BALANCE_BATCH = "balance_batch"
    REOPEN_BATCH = "reopen_batch"
    PREPARE_DEPOSIT = "prepare_deposit"
    VERIFY_DEPOSIT = "verify_deposit"
    UNDO_DEPOSIT = "undo_deposit"
    EXPORT_POSTING = "export_posting"
    IMPORT_ACCOUNTS = "import_accounts"
    SEE_BATCHES = "see_batches"
    SEE_ACCOUNTS = "see_accounts"
    REVEAL_DETAIL = "reveal_detail"
    CHANGE_SETTING = "change_setting"
    CHANGE_USER = "change_user"
    SET_UP_STATION = "set_up_station"
    SEE_SET_UP = "see_set_up"
    CONFIRM_CLOCK = "confirm_clock"
    APPROVE_AFTERWARDS = "approve_afterwards"
    HAND_OVER = "hand_over"
    REASSIGN_BATCH = "reassign_batch"
    SURPRISE_COUNT = "surprise_count"
    ISSUE_PAPER = "issue_paper"
    ADD_NOTE = "add_note"


_WINDOW = frozenset(
    {
        Deed.TAKE_PAYMENT, Deed.OPEN_BATCH, Deed.COUNT_BATCH, Deed.NO_SALE, Deed.REPRINT, Deed.VOID_RECEIPT,
        Deed.DROP_DRAFT, Deed.TURN_IN, Deed.SEE_ACCOUNTS, Deed.REVEAL_DETAIL,
        Deed.HAND_OVER, Deed.ADD_NOTE,
    }
)  # fmt: skip
_CLOSE = frozenset(
    {
        Deed.SEE_BATCHES, Deed.BALANCE_BATCH, Deed.REOPEN_BATCH, Deed.PREPARE_DEPOSIT, Deed.VERIFY_DEPOSIT,
        Deed.UNDO_DEPOSIT, Deed.REASSIGN_BATCH, Deed.SURPRISE_COUNT, Deed.ISSUE_PAPER,
        Deed.OVERRIDE_CASH_ONLY, Deed.OVERRIDE_CHECK, Deed.OVER_LIMIT, Deed.CONFIRM_CLOCK, Deed.EXPORT_POSTING,
        Deed.IMPORT_ACCOUNTS,
    }
)  # fmt: skip
ROLE_DEEDS: dict[Role, frozenset[Deed]] = {
    Role.CASHIER: _WINDOW,
    Role.LEAD: _WINDOW | {
        Deed.SEE_BATCHES, Deed.OVERRIDE_CASH_ONLY, Deed.OVERRIDE_CHECK, Deed.VERIFY_DEPOSIT,
    },
    Role.SERVICE: frozenset({Deed.SEE_ACCOUNTS, Deed.REVEAL_DETAIL, Deed.ADD_NOTE}),
    Role.SUPERVISOR: _WINDOW | _CLOSE | {Deed.SEE_SET_UP},
    Role.OFFICE: frozenset(
        {Deed.SEE_ACCOUNTS, Deed.SEE_BATCHES, Deed.IMPORT_ACCOUNTS, Deed.EXPORT_POSTING, Deed.ADD_NOTE}
    ),
    Role.AUDITOR: frozenset({Deed.SEE_ACCOUNTS, Deed.SEE_BATCHES, Deed.SEE_SET_UP}),
    Role.ADMINISTRATOR: frozenset(
        {Deed.CHANGE_SETTING, Deed.CHANGE_USER, Deed.SET_UP_STATION, Deed.SEE_SET_UP}
    ),
}
CONFLICTS: tuple[frozenset[Role], ...] = (
    *(
        frozenset({never, other})
        for never in (Role.AUDITOR, Role.ADMINISTRATOR)
        for other in (Role.CASHIER, Role.LEAD, Role.SUPERVISOR)
    ),
    frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
    frozenset({Role.AUDITOR, Role.OFFICE}),
)
"""Who receipts or approves neither sets up nor audits; the auditor changes nothing at all (R43)."""
AFTERWARDS_RIGHT = Deed.APPROVE_AFTERWARDS.value


@frozen
class User:
    """A person at the counter; `rights` holds deeds given beyond the roles, such as `approve_afterwards`.

    The `approve_afterwards` right lets its holder void now and have the approval answered later (DESIGN section 4).
    """

    user: str
    name: str
    roles: tuple[Role, ...]
    rights: tuple[str, ...] = ()
    active: bool = True

    def may(self, deed: Deed) -> bool:
        """Whether a role or a right of this active person allows the deed."""
        return self.active and (deed.value in self.rights or any(deed in ROLE_DEEDS[role] for role in self.roles))

    @property
    def is_approver(self) -> bool:
        """Approvers use six-digit PINs (DESIGN section 3)."""
        return any(role in (Role.LEAD, Role.SUPERVISOR) for role in self.roles)


def conflicting(roles: tuple[Role, ...]) -> frozenset[Role] | None:
    """The first pair of roles that one person may not hold together, or None (R43)."""
    return next((pair for pair in CONFLICTS if pair <= set(roles)), None)
