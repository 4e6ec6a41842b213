"""The states of a batch and the only ways between them (DESIGN section 4, A7)."""

from enum import StrEnum


class BatchState(StrEnum):
    """OPEN takes receipts; COUNTED is locked; BALANCED was accepted by another person."""

    OPEN = "open"
    COUNTED = "counted"
    BALANCED = "balanced"
    REJECTED = "rejected"


class BatchStep(StrEnum):
    """What moves a batch on."""

    COUNT = "count"
    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"


_STEPS: dict[tuple[BatchState, BatchStep], BatchState] = {
    (BatchState.OPEN, BatchStep.COUNT): BatchState.COUNTED,
    (BatchState.COUNTED, BatchStep.ACCEPT): BatchState.BALANCED,
    (BatchState.COUNTED, BatchStep.REJECT): BatchState.REJECTED,
    (BatchState.REJECTED, BatchStep.COUNT): BatchState.COUNTED,
    (BatchState.BALANCED, BatchStep.REOPEN): BatchState.OPEN,
}


def after(state: BatchState, step: BatchStep) -> BatchState | None:
    """The state after a step, or None where the step is not allowed."""
    return _STEPS.get((state, step))
