"""Print jobs: each way to end has its words for the screen and a next step."""

import pytest

from app.domain.device_state import Trouble
from app.domain.print_job import PrintState, Why


@pytest.mark.parametrize("why", [why for why in Why if why is not Why.NONE])
def test_every_reason_is_a_sentence_with_a_next_step(why: Why) -> None:
    assert why.sentence.endswith(".")
    steps = ("eprint", "Look at the paper", "look at the paper", "See that", "Set-up", "No-sale", "PDF", "by hand")
    assert any(step in why.sentence for step in steps)
    assert len(why.value) <= 24


def test_no_reason_says_nothing() -> None:
    assert (Why.NONE.value, Why.NONE.sentence) == ("", "")


@pytest.mark.parametrize("trouble", [trouble for trouble in Trouble if trouble is not Trouble.PAPER_LOW])
def test_every_trouble_that_stops_printing_is_a_reason(trouble: Trouble) -> None:
    assert Why.of(trouble).value == trouble.value


def test_only_queued_and_sending_are_on_the_way() -> None:
    assert [state for state in PrintState if not state.is_final] == [PrintState.QUEUED, PrintState.SENDING]
