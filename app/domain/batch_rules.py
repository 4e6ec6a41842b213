"""Why a batch refuses a deed: whose it is, how far it has come, what still stands in its way (R1, R2, R4, R30, R34)."""

from collections.abc import Sequence
from typing import ClassVar

from app.domain.batch_state import BatchState, BatchStep, after
from app.errors import RuleBrokenError

_STATE_WORDS = {
    BatchState.OPEN: "is open",
    BatchState.COUNTED: "is counted and locked",
    BatchState.BALANCED: "is balanced",
    BatchState.REJECTED: "was sent back for a recount",
}
_LANE_WORDS = {
    "L1": "Lane 1", "L2": "Lane 2", "counter": "the Counter lane",
    "MAIL": "Mail", "NITE": "the drop box", "BBP": "the bill-pay checks", "PHON": "Phone",
}  # fmt: skip
_NEXT = {
    BatchState.OPEN: "Count it first.",
    BatchState.COUNTED: "Ask a supervisor to accept it or send it back.",
    BatchState.BALANCED: "Ask a supervisor to reopen it, with a reason.",
    BatchState.REJECTED: "Correct it and count it again; new customers go to a new batch.",
}


def lane_words(lane: str) -> str:
    """`Lane 1`, `the Counter lane`."""
    return _LANE_WORDS.get(lane, lane)


class BatchUnknownError(RuleBrokenError):
    """No such batch here."""

    code: ClassVar[str] = "batch_unknown"

    def __init__(self, batch: str) -> None:
        super().__init__(f"There is no batch {batch} at this station. Pick one from the list." if batch
                         else "No batch is open. Open one with counted starting cash first.")
        self.batch = batch


class BatchStateError(RuleBrokenError):
    """The batch has come too far, or not far enough, for this (R30)."""

    code: ClassVar[str] = "batch_state"

    def __init__(self, *, batch: str, state: BatchState) -> None:
        super().__init__(f"Batch {batch} {_STATE_WORDS[state]}. {_NEXT[state]}")
        self.batch = batch
        self.state = state


class NotYourBatchError(RuleBrokenError):
    """One cashier's batch takes no other cashier's work (R2)."""

    code: ClassVar[str] = "not_your_batch"

    def __init__(self, *, batch: str, cashier: str, drawer: bool = True) -> None:
        own = "starting cash" if drawer else "control count and total"
        super().__init__(f"Batch {batch} belongs to {cashier}. Open your own batch with your own {own}.")
        self.batch = batch
        self.cashier = cashier


class DrawerInUseError(RuleBrokenError):
    """The drawer already has an open batch for the day (R4)."""

    code: ClassVar[str] = "drawer_in_use"

    def __init__(self, *, batch: str, cashier: str) -> None:
        super().__init__(f"This drawer already has batch {batch} of {cashier} open. Count that one first.")
        self.batch = batch
        self.cashier = cashier


class OlderBatchOpenError(RuleBrokenError):
    """An older day's batch still waits to be counted (DESIGN section 4)."""

    code: ClassVar[str] = "older_batch_open"

    def __init__(self, *, batch: str, business_date: str) -> None:
        super().__init__(
            f"Batch {batch} of {business_date} was never counted. Count it before this drawer opens another."
        )
        self.batch = batch
        self.business_date = business_date


class WorkParkedError(RuleBrokenError):
    """Parked or unfinished receipts stand in the way of the count (R34)."""

    code: ClassVar[str] = "work_parked"

    def __init__(self, lanes: Sequence[str]) -> None:
        places = ", ".join(map(lane_words, lanes))
        super().__init__(f"Unfinished work in {places}. Finish or drop it, then count.")
        self.lanes = tuple(lanes)


class ApprovalsOpenError(RuleBrokenError):
    """Voids that still wait for a second person's answer (R34, DESIGN section 4)."""

    code: ClassVar[str] = "approvals_open"

    def __init__(self, *, batch: str, count: int) -> None:
        waiting = "1 approval is" if count == 1 else f"{count} approvals are"
        super().__init__(f"Batch {batch}: {waiting} still open. Ask a supervisor to answer first.")
        self.batch = batch
        self.count = count


class StaleViewError(RuleBrokenError):
    """The batch changed after the person looked at it (DESIGN section 4)."""

    code: ClassVar[str] = "stale_view"

    def __init__(self, batch: str) -> None:
        super().__init__(f"Batch {batch} changed after you opened it. Look at it again, then repeat.")
        self.batch = batch


class ReasonMissingError(RuleBrokenError):
    """The deed needs a reason."""

    code: ClassVar[str] = "reason_missing"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} needs a reason. Pick one from the list, or write one.")
        self.what = what


def check_step(batch: str, state: BatchState, step: BatchStep) -> None:
    """Whether the batch may take the step.

    Raises:
        BatchStateError: it may not.
    """
    if after(state, step) is None:
        raise BatchStateError(batch=batch, state=state)


def check_reason(reason: str, *, what: str) -> str:
    """The reason without blanks around it.

    Raises:
        ReasonMissingError: nothing is left.
    """
    kept = reason.strip()
    if not kept:
        raise ReasonMissingError(what)
    return kept
