"""Why a batch refuses, in a cashier's words."""

import pytest

from app.domain.batch_rules import (
    ApprovalsOpenError,
    BatchStateError,
    BatchUnknownError,
    ReasonMissingError,
    WorkParkedError,
    check_reason,
    check_step,
)
from app.domain.batch_state import BatchState, BatchStep


def test_r30_a_counted_batch_is_not_counted_again() -> None:
    with pytest.raises(BatchStateError, match=r"is counted and locked\. Ask a supervisor"):
        check_step("DT1A-0001", BatchState.COUNTED, BatchStep.COUNT)
    check_step("DT1A-0001", BatchState.REJECTED, BatchStep.COUNT)


@pytest.mark.parametrize(
    ("state", "words"),
    [(BatchState.OPEN, "Count it first"), (BatchState.BALANCED, "reopen it"), (BatchState.REJECTED, "count it again")],
)
def test_every_state_says_what_comes_next(state: BatchState, words: str) -> None:
    assert words in BatchStateError(batch="DT1A-0001", state=state).sentence()


def test_a_reason_is_more_than_blanks() -> None:
    assert check_reason("  Wrong account ", what="A void") == "Wrong account"
    with pytest.raises(ReasonMissingError, match="A void needs a reason"):
        check_reason("   ", what="A void")


def test_r34_what_stands_in_the_way_is_named() -> None:
    assert "Unfinished work in Lane 1, the Counter lane" in WorkParkedError(["L1", "counter"]).sentence()
    assert "1 approval is still open" in ApprovalsOpenError(batch="B", count=1).sentence()
    assert "2 approvals are still open" in ApprovalsOpenError(batch="B", count=2).sentence()


def test_no_batch_at_all_is_another_sentence_than_an_unknown_one() -> None:
    assert "No batch is open" in BatchUnknownError("").sentence()
    assert "no batch DT1A-0009" in BatchUnknownError("DT1A-0009").sentence()
