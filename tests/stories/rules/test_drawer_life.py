"""A drawer changes hands, is counted by surprise, is opened again the same day (A4, A6, A10, R2, R3, R8, R25, R27)."""

from dataclasses import replace

import pytest

from app.domain.about import HANDED, SURPRISE
from app.domain.approval import ApprovalNeededError, TakerCannotApproveError
from app.domain.batch_rules import (
    BatchStateError,
    BatchUnknownError,
    DrawerInUseError,
    NotYourBatchError,
    ReasonMissingError,
)
from app.domain.batch_state import BatchState
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.facts.custody import BatchHandedOver, DrawerCounted
from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.user import Deed, Role
from app.usecases.change_user import ChangeUser, UserRequest
from app.usecases.export_posting import ExportPosting, ExportRequest
from app.usecases.hand_over_batch import (
    DrawerSeen,
    HandedOver,
    HandOverBatch,
    HandOverRequest,
    PapersDisagreeError,
    WorkInHandError,
)
from app.usecases.reject_count import RejectCount, RejectRequest
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest
from app.usecases.surprise_count import DrawerIsCounted, SurpriseCount, SurpriseRequest
from app.usecases.turn_in_cash import CountsDisagreeError
from tests.stories.rules.second_person import last_kinds
from tests.stories.rules.window import RUIZ, STORE, Window, card, cash, check, given, pieces

HAND_OVER = "Second count of a hand-over"


def hand_over(
    window: Window, batch: str, cents: int, *, by: str = "mruiz", to: str = "tokafor", received: int = -1,
    papers: int = 0, papers_received: int = -1, reason: str = "", signed: str | None = None,
) -> HandedOver:  # fmt: skip
    """Both count the same unless said otherwise; the receiver signs."""
    first = DrawerSeen(pieces(cents), papers)
    second = DrawerSeen(
        pieces(cents if received < 0 else received), papers if papers_received < 0 else papers_received
    )
    signer = to if signed is None else signed
    approval = given(Deed.HAND_OVER, signer, HAND_OVER) if signer else None
    request = HandOverRequest(by, batch, first, second, to, approval, reason)
    return window.do(lambda books: HandOverBatch(books)(request))


def surprise(window: Window, batch: str, cents: int, *, by: str = "kdunn", checks: tuple[int, int] = (0, 0),
             ) -> DrawerIsCounted:
    tenders = (TenderCount("check", *checks), TenderCount("money_order", 0, 0))
    return window.do(lambda books: SurpriseCount(books)(SurpriseRequest(by, batch, pieces(cents), tenders)))


def test_r3_a_drawer_changes_hands_with_two_counts_that_agree(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(5_000))
    window.pay(batch, check(4_000), cents=4_000)
    handed = hand_over(window, batch, 25_000, papers=1)
    assert (handed.batch, handed.to) == (batch, "tokafor")
    record = window.batch(batch)
    assert (record.cashier, record.held_before, record.state) == ("tokafor", ("mruiz",), BatchState.OPEN)
    [(_ref, envelope, fact)] = window.ask(lambda books: books.about(HANDED, batch))
    assert isinstance(fact, BatchHandedOver)
    assert (envelope.by, fact.before, fact.after, fact.cents, fact.expected, fact.papers, fact.approval.by) == (
        "mruiz", "mruiz", "tokafor", 25_000, 25_000, 1, "tokafor",
    )  # fmt: skip


def test_r2_from_the_hand_over_on_the_receiver_takes_and_the_giver_does_not(window: Window) -> None:
    batch = window.open().batch
    hand_over(window, batch, 20_000)
    with pytest.raises(NotYourBatchError):
        window.pay(batch, cash(1_000))
    assert window.pay(batch, cash(1_000), by="tokafor", account=RUIZ).total == 1_000
    window.count(batch, 21_000, by="tokafor")
    assert window.accept(batch).batch == batch


def test_r3_counts_that_disagree_are_kept_and_nothing_changes_hands(window: Window) -> None:
    batch = window.open().batch
    seq = window.seq()
    with pytest.raises(CountsDisagreeError):
        hand_over(window, batch, 20_000, received=19_900)
    with pytest.raises(PapersDisagreeError, match=r"The giver counted 2 checks and money orders, the receiver 1"):
        hand_over(window, batch, 20_000, papers=2, papers_received=1)
    assert last_kinds(window, seq) == ["approval_refused", "approval_refused"]
    assert window.batch(batch).cashier == "mruiz"


def test_r3_the_receiver_signs_and_is_somebody_else(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(ApprovalNeededError, match=r"A hand-over"):
        hand_over(window, batch, 20_000, signed="")
    with pytest.raises(ApprovalNeededError):
        hand_over(window, batch, 20_000, signed="kdunn")
    with pytest.raises(TakerCannotApproveError):
        hand_over(window, batch, 20_000, to="mruiz")
    with pytest.raises(UserUnknownError):
        hand_over(window, batch, 20_000, to="nobody")
    with pytest.raises(RightMissingError, match=r"may not take payments"):
        hand_over(window, batch, 20_000, to="padmin")


def test_r3_only_an_open_batch_changes_hands(window: Window) -> None:
    with pytest.raises(BatchUnknownError):
        hand_over(window, "XDT1A-0009", 20_000)
    batch = window.open().batch
    window.count(batch, 20_000)
    with pytest.raises(BatchStateError):
        hand_over(window, batch, 20_000)


def test_a6_parked_work_goes_along_and_work_in_hand_does_not(window: Window) -> None:
    batch = window.open().batch
    parked = window.save(window.draft((STORE, 1_000), lane="L2"), parked=True)
    in_hand = window.save(window.draft((RUIZ, 1_000), lane="L1"))
    with pytest.raises(WorkInHandError, match=r"Unfinished work in Lane 1. Finish it or park it"):
        hand_over(window, batch, 20_000)
    window.save(replace(in_hand, parked=True), parked=True)
    hand_over(window, batch, 20_000)
    mine = window.ask(lambda books: books.drafts(user="tokafor"))
    assert {record.draft for record in mine} == {parked.draft, in_hand.draft}


def test_a6_a_supervisor_reassigns_the_batch_of_somebody_who_left(window: Window) -> None:
    batch = window.open().batch
    left = window.save(window.draft((RUIZ, 1_000)))
    with pytest.raises(ReasonMissingError, match=r"Reassigning a batch needs a reason"):
        hand_over(window, batch, 20_000, by="kdunn")
    with pytest.raises(NotYourBatchError):
        hand_over(window, batch, 20_000, by="tokafor", to="llee", reason="Cashier left early")
    hand_over(window, batch, 20_000, by="kdunn", reason="Cashier left early")
    assert window.batch(batch).cashier == "tokafor"
    [kept] = window.ask(lambda books: books.drafts(user="tokafor"))
    assert (kept.draft, kept.parked) == (left.draft, True)


def test_r25_whoever_held_the_batch_is_none_of_its_second_persons(window: Window) -> None:
    batch = window.open("swhite").batch
    hand_over(window, batch, 20_000, by="swhite", to="mruiz")
    window.count(batch, 20_000)
    with pytest.raises(TakerCannotApproveError):
        window.accept(batch, by="swhite")
    with pytest.raises(TakerCannotApproveError):
        window.do(lambda books: RejectCount(books)(
            RejectRequest("swhite", batch, window.batch(batch).last_ref, "Recount cash")
        ))  # fmt: skip
    window.accept(batch)
    with pytest.raises(TakerCannotApproveError):
        reopen(window, batch, by="swhite")
    with pytest.raises(TakerCannotApproveError):
        surprise(window, window.open("swhite").batch, 20_000, by="swhite")


def test_r8_a_surprise_count_is_kept_and_the_batch_goes_on(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(5_000))
    window.pay(batch, check(4_000), cents=4_000)
    window.pay(batch, card(2_500), cents=2_500)
    before = window.batch(batch)
    counted = surprise(window, batch, 24_800, checks=(1, 4_000))
    assert counted.results == (
        TenderResult("cash", 25_000, 24_800, 0, 200), TenderResult("check", 4_000, 4_000, 0, 0),
        TenderResult("money_order", 0, 0, 0, 0),
    )  # fmt: skip
    after = window.batch(batch)
    assert (after.state, after.expected, after.counts, after.taken) == (
        before.state, before.expected, (), before.taken,
    )  # fmt: skip
    assert window.pay(batch, cash(700), account=RUIZ).total == 700
    [(_ref, envelope, fact)] = window.ask(lambda books: books.about(SURPRISE, batch))
    assert isinstance(fact, DrawerCounted)
    assert (envelope.by, fact.cashier) == ("kdunn", "mruiz")


def test_r8_only_a_supervisor_counts_by_surprise_and_only_an_open_drawer(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(RightMissingError, match=r"may not count another person's drawer"):
        surprise(window, batch, 20_000, by="tokafor")
    with pytest.raises(BatchUnknownError):
        surprise(window, "XDT1A-0009", 20_000)
    window.count(batch, 20_000)
    with pytest.raises(BatchStateError):
        surprise(window, batch, 20_000)


def test_a4_a_second_shift_of_the_same_day_is_a_batch_of_its_own(window: Window) -> None:
    first = window.open().batch
    window.pay(first, cash(5_000))
    window.count(first, 25_000)
    second = window.open().batch
    window.pay(second, cash(700), account=RUIZ)
    assert window.expected(second)["cash"] == 20_700
    window.accept(first)
    window.count(second, 20_700)
    window.accept(second)
    assert [window.batch(number).taken for number in (first, second)] == [5_000, 700]


def reopen(window: Window, batch: str, *, by: str = "kdunn") -> None:
    request = ReopenRequest(by, batch, window.batch(batch).last_ref, "Item found after balancing")
    window.do(lambda books: ReopenBatch(books)(request))


def test_r27_a_reopened_batch_of_a_second_shift_waits_for_the_drawer(window: Window) -> None:
    first = window.open().batch
    window.count(first, 20_000)
    window.accept(first)
    second = window.open().batch
    with pytest.raises(DrawerInUseError, match=rf"already has batch {second} of mruiz open"):
        reopen(window, first)
    window.count(second, 20_000)
    reopen(window, first)
    window.count(first, 20_000)
    assert window.accept(first, by="swhite").batch == first


def test_g3_a_reopened_exported_batch_sends_correction_rows_next_time(window: Window) -> None:
    batch = window.open().batch
    gone = window.pay(batch, cash(5_000)).receipt
    window.count(batch, 25_000)
    window.accept(batch)
    first = window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn")))
    reopen(window, batch)
    window.void(gone)
    window.count(batch, 20_000)
    window.accept(batch, by="swhite")
    second = window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn")))
    assert b"PAYMENT" in first.data
    assert second.data.count(b"VOID") >= 1
    assert b"PAYMENT" not in second.data


def test_a_changed_role_counts_at_once_for_the_next_deed(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(1_000))
    changed = UserRequest("padmin", "kdunn", "K. Dunn", (Role.SERVICE,))
    window.do(lambda books: ChangeUser(books, window.pins)(changed))
    with pytest.raises(RightMissingError, match=r"K. Dunn may not count another person's drawer"):
        surprise(window, batch, 21_000)
    window.count(batch, 21_000)
    with pytest.raises(RightMissingError, match=r"may not balance a batch"):
        window.accept(batch)
    assert window.accept(batch, by="swhite").batch == batch
