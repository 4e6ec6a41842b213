"""Why a person may not act: unknown, inactive, without the right (R43, R44)."""

from typing import ClassVar

from app.domain.user import Deed, User
from app.errors import RuleBrokenError

_WORDS = {
    Deed.TAKE_PAYMENT: "take payments",
    Deed.OPEN_BATCH: "open a batch",
    Deed.COUNT_BATCH: "count a batch",
    Deed.NO_SALE: "open the drawer without a receipt",
    Deed.REPRINT: "print a receipt again",
    Deed.VOID_RECEIPT: "void a receipt",
    Deed.DROP_DRAFT: "drop unfinished work",
    Deed.TURN_IN: "turn in cash",
    Deed.BALANCE_BATCH: "balance a batch",
    Deed.REOPEN_BATCH: "reopen a batch",
    Deed.PREPARE_DEPOSIT: "prepare a deposit",
    Deed.VERIFY_DEPOSIT: "verify a deposit",
    Deed.UNDO_DEPOSIT: "take a bag apart",
    Deed.EXPORT_POSTING: "export a posting file",
    Deed.IMPORT_ACCOUNTS: "import accounts",
    Deed.REVEAL_DETAIL: "reveal details",
    Deed.CHANGE_SETTING: "change a setting",
    Deed.CHANGE_USER: "change users",
    Deed.CONFIRM_CLOCK: "confirm the clock",
    Deed.HAND_OVER: "hand a drawer over",
    Deed.REASSIGN_BATCH: "give a batch to somebody else",
    Deed.SURPRISE_COUNT: "count another person's drawer",
    Deed.ISSUE_PAPER: "give out paper receipts",
    Deed.ADD_NOTE: "write notes on accounts",
}


class UserUnknownError(RuleBrokenError):
    """Nobody here has that name, or they are no longer active."""

    code: ClassVar[str] = "user_unknown"

    def __init__(self, user: str) -> None:
        super().__init__(f"There is no active user {user} at this station. Type the name again.")
        self.user = user


class RightMissingError(RuleBrokenError):
    """The person's roles do not allow the deed."""

    code: ClassVar[str] = "right_missing"

    def __init__(self, *, name: str, deed: Deed) -> None:
        words = _WORDS.get(deed, deed.value.replace("_", " "))
        super().__init__(f"{name} may not {words}. Ask someone whose role allows it.")
        self.name = name
        self.deed = deed


def check_right(user: User | None, deed: Deed, *, asked: str) -> User:
    """The person, when active and allowed; `asked` is the user id that was given.

    Raises:
        UserUnknownError: nobody, or not active.
        RightMissingError: the roles do not allow it (R43).
    """
    if user is None or not user.active:
        raise UserUnknownError(asked)
    if not user.may(deed):
        raise RightMissingError(name=user.name, deed=deed)
    return user
