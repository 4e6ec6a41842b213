"""The only ways between the states of a batch (DESIGN section 4)."""

from itertools import product

from app.domain.batch_state import BatchState, BatchStep, after

WAYS = {
    (BatchState.OPEN, BatchStep.COUNT): BatchState.COUNTED,
    (BatchState.COUNTED, BatchStep.ACCEPT): BatchState.BALANCED,
    (BatchState.COUNTED, BatchStep.REJECT): BatchState.REJECTED,
    (BatchState.REJECTED, BatchStep.COUNT): BatchState.COUNTED,
    (BatchState.BALANCED, BatchStep.REOPEN): BatchState.OPEN,
}


def test_there_is_no_other_way() -> None:
    for state, step in product(BatchState, BatchStep):
        assert after(state, step) == WAYS.get((state, step))


def test_no_way_leads_from_open_to_balanced_without_a_count() -> None:
    assert after(BatchState.OPEN, BatchStep.ACCEPT) is None
    assert after(BatchState.REJECTED, BatchStep.ACCEPT) is None
