"""The reasons a cashier or supervisor picks from (cashiering T5); own words stand beside them, sealed.

A reason from a list is a code: it stays readable in the journal. Words of one's own are free text, which is kept
sealed (DESIGN section 3); the entry then says `OWN_WORDS` where the code would stand.
"""

from collections.abc import Collection

VOID_REASONS = (
    "Wrong account", "Wrong amount", "Wrong tender", "Duplicate", "Customer changed mind", "Card declined after",
    "Test or training",
)  # fmt: skip
NO_SALE_REASONS = ("Make change", "Put coin in", "Drawer check", "Retrieve item", "Drawer did not open")
OVER_SHORT_REASONS = (
    "Miscount found", "Change error", "Counterfeit", "Unreceipted item found", "Starting cash error", "Unknown",
)  # fmt: skip
OVERRIDE_REASONS = ("Bank confirmed funds", "Supervisor decision", "City error")
DROP_REASONS = ("Customer left", "Wrong account", "Customer pays later", "Scanned twice")
REJECT_REASONS = ("Recount cash", "Recount checks", "Check the card slips", "Receipt to be corrected")
REOPEN_REASONS = ("Item found after balancing", "Wrong tender on a receipt", "Counted the wrong batch")
UNDO_DEPOSIT_REASONS = (
    "A batch must be corrected", "The bag does not hold what its slip says", "Wrong bag number", "The bag is damaged",
)  # fmt: skip
REASSIGN_REASONS = ("Cashier left early", "Cashier is ill", "Relief at the window")
PAPER_REASONS = ("Came back blank", "Spoiled, kept with the book", "Lost")
TURN_IN_REASON = "Second count of a turn-in"
HAND_OVER_REASON = "Second count of a hand-over"
SECOND_COUNT_REASON = "Second count of a bag"
CLOCK_REASON = "The clock is right"
APPROVAL_REASONS = frozenset(
    (
        *VOID_REASONS, *NO_SALE_REASONS, *OVERRIDE_REASONS, *UNDO_DEPOSIT_REASONS, TURN_IN_REASON,
        SECOND_COUNT_REASON, CLOCK_REASON, HAND_OVER_REASON,
    )
)  # fmt: skip
"""Why a second person says yes: what they approve has its reason from one of these lists."""
OWN_WORDS = "Own words"
NOT_A_VOID_REASON = "printer"
"""A printer's trouble is never a reason to void: reprint instead (T5)."""


def code_and_words(told: str, listed: Collection[str]) -> tuple[str, str]:
    """What was picked or typed, as code and words: one of the list, or `OWN_WORDS` and the words; empty stays so."""
    if not told or told in listed:
        return told, ""
    return OWN_WORDS, told


def said(reason: str, words: str) -> str:
    """Code and opened words as a person reads them."""
    if not words:
        return reason
    return words if reason in ("", OWN_WORDS) else f"{reason}: {words}"
