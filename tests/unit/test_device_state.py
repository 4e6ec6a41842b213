"""Health in three values: nothing that was not read is ever shown as good."""

from dataclasses import replace

from app.domain.device_state import HealthWord, PrinterHealth, Tri, Trouble, UposPower
from app.domain.print_job import PrintState

GOOD = PrinterHealth(
    answers=Tri.YES,
    offline=Tri.NO,
    cover_open=Tri.NO,
    paper_out=Tri.NO,
    paper_low=Tri.NO,
    cutter_jammed=Tri.NO,
    in_error=Tri.NO,
)


def test_only_a_printer_that_was_read_whole_is_ok() -> None:
    assert (GOOD.word, GOOD.words, GOOD.power) == (HealthWord.OK, "ok", UposPower.ONLINE)
    for field in ("answers", "offline", "cover_open", "paper_out", "paper_low", "in_error"):
        assert replace(GOOD, **{field: Tri.UNKNOWN}).word is HealthWord.UNKNOWN  # type: ignore[arg-type]
    assert PrinterHealth().words == "unknown"


def test_a_printer_that_never_reports_cannot_tell() -> None:
    silent = PrinterHealth(can_tell=False)
    assert (silent.word, silent.words, silent.power) == (HealthWord.UNKNOWN, "cannot tell", UposPower.UNKNOWN)


def test_the_worst_trouble_is_named_first() -> None:
    both = replace(GOOD, offline=Tri.YES, paper_out=Tri.YES, cover_open=Tri.YES)
    assert both.trouble is Trouble.COVER_OPEN
    assert both.power is UposPower.OFFLINE
    assert replace(both, answers=Tri.NO).trouble is Trouble.NO_ANSWER
    assert replace(both, answers=Tri.NO).power is UposPower.OFF_OFFLINE


def test_paper_low_warns_and_does_not_stop_printing() -> None:
    low = replace(GOOD, paper_low=Tri.YES)
    assert (low.words, low.stops_printing) == ("paper low", None)
    assert replace(low, paper_out=Tri.YES).stops_printing is Trouble.PAPER_OUT


def test_every_trouble_has_a_next_step_for_the_cashier() -> None:
    assert all(trouble.next_step.endswith(".") for trouble in Trouble)


def test_the_words_of_a_print_job_on_the_screen() -> None:
    assert {state.name: state.on_screen for state in PrintState} == {
        "QUEUED": "printing",
        "SENDING": "printing",
        "SENT": "sent",
        "CONFIRMED": "printed",
        "UNKNOWN": "unsure",
        "FAILED": "not printed",
    }
    assert [state for state in PrintState if state.asks_the_cashier] == [PrintState.UNKNOWN, PrintState.FAILED]
