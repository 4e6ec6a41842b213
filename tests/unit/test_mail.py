"""Mail: its control list against what was keyed and set aside, and the sentences of its refusals (F3, R13)."""

from app.domain.batch_rules import NotYourBatchError, WorkParkedError
from app.domain.draft import is_of_batch
from app.domain.facts.mail import MailListed, MailSetAside, MailTakenUp
from app.domain.mail import (
    AsideUnknownError,
    Control,
    ControlDiffersError,
    ControlMissingError,
    NoChangeHereError,
    NoListError,
    NothingToSetAsideError,
    OpenersError,
    SourceOpenError,
    log_of,
)
from app.usecases.open_mail import CollectedDateError

BATCH = "DT1A-0007"


def test_the_last_list_counts_and_an_item_taken_up_lies_aside_no_more() -> None:
    """R13: the list is corrected by another entry, never changed."""
    first = MailListed(BATCH, ("mruiz", "tokafor"), 62, 680_419, "2026-11-21")
    second = MailListed(BATCH, ("mruiz", "tokafor"), 62, 684_019, "2026-11-21", "Typed wrong")
    log = log_of(BATCH, [
        ("08:02", first, ""), ("08:30", MailSetAside(BATCH, 1, "No stub", (), (), 4_545), ""),
        ("08:31", MailSetAside(BATCH, 2, "Own words", (), (), 9_215), "the check is torn"),
        ("08:40", MailTakenUp(BATCH, 1, "d1"), ""), ("09:00", second, ""),
    ])  # fmt: skip
    assert log.listed == second
    assert (log.listed_at, log.lists, log.asides) == ("09:00", 2, 2)
    assert [(item.item, item.problem, item.cents) for item in log.aside] == [(2, "the check is torn", 9_215)]
    assert log.openers == ("mruiz", "tokafor")


def test_a_list_closes_when_items_and_cents_both_do() -> None:
    """R13: keyed and aside together; a swap of two amounts is no reason to close."""
    assert Control(items=3, cents=300, keyed_items=2, keyed=200, aside_items=1, aside=100).agrees
    assert not Control(items=3, cents=300, keyed_items=3, keyed=200, aside_items=0, aside=0).agrees
    short = Control(items=4, cents=300, keyed_items=2, keyed=200, aside_items=1, aside=100)
    assert (short.left, short.items_left, short.agrees) == (0, 1, False)


def test_a_list_that_does_not_close_says_by_how_much_and_what_to_do() -> None:
    """R13."""
    less = ControlDiffersError(batch=BATCH, items=2, cents=900).sentence()
    assert less.startswith(f"Batch {BATCH}: 9.00 is left of the control total, 2 items to key.")
    more = ControlDiffersError(batch=BATCH, items=-1, cents=-900).sentence()
    assert "9.00 is above the control total, 1 items too many" in more
    count = ControlDiffersError(batch=BATCH, items=1, cents=0).sentence()
    assert "the totals agree, 1 items to key" in count
    assert "correct the control list" in count


def test_every_refusal_says_what_to_do() -> None:
    assert "Pick the second name" in OpenersError().sentence()
    assert "Key the control count and the control total" in ControlMissingError().sentence()
    assert "Drop box is still open. Count that one first" in SourceOpenError(batch=BATCH, source="NITE").sentence()
    assert "has no control list" in NoListError(BATCH).sentence()
    assert "Item 3 is not set aside any more" in AsideUnknownError(3).sentence()
    assert "then set it aside" in NothingToSetAsideError().sentence()
    assert "No change is given by mail: 5.00 is too much" in NoChangeHereError(500).sentence()
    assert "21.11. cannot be the day it was collected" in CollectedDateError("21.11.").sentence()


def test_the_second_clerk_is_told_in_one_sentence_what_to_do() -> None:
    """R2: two clerks on one mail batch."""
    words = NotYourBatchError(batch=BATCH, cashier="mruiz", drawer=False).sentence()
    assert words == f"Batch {BATCH} belongs to mruiz. Open your own batch with your own control count and total."


def test_unfinished_work_stands_in_the_way_of_its_own_batch_only() -> None:
    """R34: an unmatched item of the mail blocks the mail's count, a parked car the drawer's."""
    assert is_of_batch("MAIL", "MAIL")
    assert not is_of_batch("MAIL", "NITE")
    assert not is_of_batch("MAIL", "WALK")
    assert is_of_batch("L2", "WALK")
    assert not is_of_batch("L2", "MAIL")
    assert WorkParkedError(["MAIL"]).sentence() == "Unfinished work in Mail. Finish or drop it, then count."
