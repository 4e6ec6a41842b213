"""Voids, no-sales, turn-ins, reprints, hand-over (R3, R7, R14, R23-R26, R44)."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.account import Account
from app.domain.allocation import buckets_now
from app.domain.approval import ApprovalNeededError, ApproverNotAllowedError, TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, NotYourBatchError, ReasonMissingError
from app.domain.facts.base import Approval
from app.domain.rights import UserUnknownError
from app.domain.user import Deed, Role
from app.usecases.answer_approval import AnswerApproval, AnswerRequest, ApprovalAnswer, NoApprovalOpenError
from app.usecases.answer_handover import (
    AnswerHandover,
    HandoverAnswer,
    HandoverRequest,
    NoAnswerNeededError,
    NotVoidYetError,
)
from app.usecases.change_user import ChangeUser, UserRequest
from app.usecases.no_sale import NoSale, NoSaleRequest
from app.usecases.reprint_receipt import ReprintReceipt, ReprintRequest, ReprintTo
from app.usecases.reveal_detail import RevealDetail, RevealRequest
from app.usecases.turn_in_cash import CountsDisagreeError, TurnInCash, TurnInRequest, TurnInTooMuchError
from app.usecases.void_receipt import (
    AlreadyVoidError,
    PrinterNoReasonError,
    ReceiptUnknownError,
    TooLateToVoidError,
)
from tests.stories.rules.second_person import approvals_table, last_kinds
from tests.stories.rules.window import (
    RUIZ,
    Window,
    card,
    cash,
    check,
    copied,
    given,
    pieces,
)


def buckets(window: Window, key: str) -> dict[str, int]:
    standing = window.ask(lambda books: books.standing(key))
    assert standing is not None
    return {name: cents for name, cents in buckets_now(standing.account, standing.payments).items() if cents}


def test_r26_a_void_restores_every_bucket_to_the_cent_and_keeps_the_number(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(1_234), account=RUIZ)
    before, expected = buckets(window, RUIZ), window.expected(batch)
    receipt = window.pay(batch, check(10_000), cash(9_000), account=RUIZ, cents=18_500).receipt
    assert buckets(window, RUIZ) != before
    voided = window.void(receipt)
    assert buckets(window, RUIZ) == before
    assert window.expected(batch) == expected
    assert (voided.cash_back, voided.cards, voided.approval_open) == (8_500, 0, False)
    kept = window.receipt(receipt)
    assert kept.is_void
    assert (kept.void_reason, kept.void_by, kept.void_approval) == ("Wrong account", "mruiz", "kdunn")
    assert window.pay(batch, cash(777)).receipt == "XDT1A-000003"


def test_r23_a_void_is_a_new_entry_and_nothing_else(window: Window) -> None:
    batch = window.open().batch
    receipt = window.pay(batch, cash(5_000)).receipt
    since = window.seq()
    window.void(receipt)
    assert last_kinds(window, since) == ["receipt_voided"]


def test_a_void_gives_the_cash_back_through_the_drawer(window: Window) -> None:
    batch = window.open().batch
    assert window.void(window.pay(batch, cash(5_000)).receipt).pulse_job is not None
    by_card = window.void(window.pay(batch, card(5_001)).receipt)
    assert (by_card.pulse_job, by_card.cards) == (None, 5_001)
    by_both = window.void(window.pay(batch, card(3_000), cash(2_002)).receipt)
    assert by_both.pulse_job is not None
    assert (by_both.cash_back, by_both.cards) == (2_002, 3_000)


def test_a_void_needs_a_second_person(window: Window) -> None:
    receipt = window.pay(window.open().batch, cash(5_000)).receipt
    with pytest.raises(ApprovalNeededError, match=r"A void of 50\.00 needs a supervisor"):
        window.void(receipt, approver="")


def test_r25_the_taker_never_approves_the_void(window: Window) -> None:
    receipt = window.pay(window.open("kdunn").batch, cash(5_000), by="kdunn").receipt
    with pytest.raises(TakerCannotApproveError):
        window.void(receipt, by="kdunn", approver="kdunn")
    with pytest.raises(TakerCannotApproveError):  # nor does whoever asks for it
        window.void(receipt, by="swhite", approver="swhite")
    with pytest.raises(ApproverNotAllowedError):
        window.void(receipt, by="kdunn", approver="llee")
    assert window.void(receipt, by="kdunn", approver="swhite").receipt == receipt


def test_r24_the_running_total_with_the_void_in_hand_meets_the_limit(window: Window) -> None:
    approvals_table(window, ("void_receipt", 10_000, "supervisor"))
    batch = window.open().batch
    receipts = [window.pay(batch, cash(cents)).receipt for cents in (4_000, 5_999, 1)]
    assert not window.void(receipts[0], approver="").approval_open
    window.void(receipts[1], approver="")
    with pytest.raises(ApprovalNeededError, match=r"A void of 100\.00 needs a supervisor"):
        window.void(receipts[2], approver="")
    window.void(receipts[2])


def test_r24_after_the_count_it_is_too_late_to_void(window: Window) -> None:
    batch = window.open().batch
    receipt = window.pay(batch, cash(5_000)).receipt
    window.count(batch, 25_000)
    with pytest.raises(TooLateToVoidError, match="already counted"):
        window.void(receipt)


def test_a_void_needs_a_reason_and_the_printer_is_none(window: Window) -> None:
    receipt = window.pay(window.open().batch, cash(5_000)).receipt
    with pytest.raises(ReasonMissingError, match="A void needs a reason"):
        window.void(receipt, reason=" ")
    with pytest.raises(PrinterNoReasonError, match="Print it again instead"):
        window.void(receipt, reason="Printer jammed")


def test_a_receipt_is_voided_once_and_only_when_there_is_one(window: Window) -> None:
    receipt = window.pay(window.open().batch, cash(5_000)).receipt
    window.void(receipt)
    with pytest.raises(AlreadyVoidError, match="is void already"):
        window.void(receipt)
    with pytest.raises(ReceiptUnknownError, match="no receipt XDT1A-000009"):
        window.void("XDT1A-000009")


def test_r2_another_cashier_voids_nothing_here_but_a_supervisor_may_ask(window: Window) -> None:
    batch = window.open().batch
    receipt = window.pay(batch, cash(5_000)).receipt
    with pytest.raises(NotYourBatchError):
        window.void(receipt, by="tokafor")
    assert window.void(receipt, by="kdunn", approver="swhite").receipt == receipt


def test_a_void_with_the_answer_afterwards_stands_and_waits(window: Window) -> None:
    batch = window.open("tokafor").batch
    receipt = window.pay(batch, cash(5_000), by="tokafor").receipt
    assert window.void(receipt, by="tokafor", approver="").approval_open
    assert window.receipt(receipt).void_approval == ""
    assert len(window.batch(batch).open_approvals) == 1

    def answer(by: str, said: ApprovalAnswer = ApprovalAnswer.APPROVED, note: str = "") -> None:
        window.do(lambda books: AnswerApproval(books)(AnswerRequest(by, receipt, said, note)))

    with pytest.raises(ReasonMissingError, match="Refusing a void needs a reason"):
        answer("kdunn", ApprovalAnswer.REFUSED)
    answer("kdunn")
    assert window.receipt(receipt).void_approval == "kdunn"
    assert window.batch(batch).open_approvals == ()
    with pytest.raises(NoApprovalOpenError, match="No approval is open"):
        answer("swhite")
    window.count(batch, 20_000, by="tokafor")
    window.accept(batch)


def test_a_refused_answer_closes_the_question_and_the_void_still_stands(window: Window) -> None:
    batch = window.open("tokafor").batch
    receipt = window.pay(batch, cash(5_000), by="tokafor").receipt
    window.void(receipt, by="tokafor", approver="")
    refusal = AnswerRequest("kdunn", receipt, ApprovalAnswer.REFUSED, "Customer says otherwise")
    window.do(lambda books: AnswerApproval(books)(refusal))
    assert window.batch(batch).open_approvals == ()
    assert window.receipt(receipt).is_void


def test_r25_neither_taker_nor_voider_answers_afterwards(window: Window) -> None:
    batch = window.open("kdunn").batch
    receipt = window.pay(batch, cash(5_000), by="kdunn").receipt
    window.void(receipt, by="kdunn", approver="swhite")
    with pytest.raises(NoApprovalOpenError):
        window.do(lambda books: AnswerApproval(books)(AnswerRequest("swhite", receipt, ApprovalAnswer.APPROVED)))


def test_r7_a_no_sale_has_a_reason_and_counts(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(ReasonMissingError, match="Opening the drawer without a receipt needs a reason"):
        window.do(lambda books: NoSale(books)(NoSaleRequest("mruiz", batch, "")))
    asked = window.do(lambda books: NoSale(books)(NoSaleRequest("mruiz", batch, "Make change")))
    assert window.batch(batch).no_sales == 1
    (job,) = window.ask(lambda books: books.print_jobs())
    assert (job.job, job.what) == (asked.pulse_job, "pulse")


def test_r7_nobody_opens_anothers_drawer_or_one_that_is_counted(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(NotYourBatchError):
        window.do(lambda books: NoSale(books)(NoSaleRequest("tokafor", batch, "Make change")))
    window.count(batch, 20_000)
    with pytest.raises(BatchStateError):
        window.do(lambda books: NoSale(books)(NoSaleRequest("mruiz", batch, "Make change")))


def test_a_city_may_want_a_second_person_for_a_no_sale(window: Window) -> None:
    approvals_table(window, ("no_sale", 0, "lead"))
    batch = window.open().batch
    with pytest.raises(ApprovalNeededError, match="needs a lead"):
        window.do(lambda books: NoSale(books)(NoSaleRequest("mruiz", batch, "Make change")))
    request = NoSaleRequest("mruiz", batch, "Make change", approval=given(Deed.NO_SALE, "llee"))
    window.do(lambda books: NoSale(books)(request))


def turn_in(window: Window, batch: str, given_: int, received: int, *, by: str = "mruiz", to: str = "kdunn") -> int:
    return signed_turn_in(window, batch, given_, received, by=by, to=to, signed=given(Deed.TURN_IN, to))


def signed_turn_in(
    window: Window, batch: str, given_: int, received: int, *, signed: Approval | None, by: str = "mruiz",
    to: str = "kdunn",
) -> int:  # fmt: skip
    request = TurnInRequest(by, batch, pieces(given_), pieces(received), to, signed)
    return window.do(lambda books: TurnInCash(books)(request)).cents


def test_r3_a_receiver_who_did_not_sign_receives_nothing(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(30_000))
    before = window.seq()
    for signed in (None, given(Deed.TURN_IN, "swhite"), given(Deed.NO_SALE, "kdunn")):
        with pytest.raises(ApprovalNeededError, match=r"A turn-in of 250\.00 needs a receiver"):
            signed_turn_in(window, batch, 25_000, 25_000, signed=signed)
    assert window.seq() == before


def test_r3_a_turn_in_takes_two_counts_that_agree(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(30_000))
    assert turn_in(window, batch, 25_000, 25_000) == 25_000
    assert window.expected(batch)["cash"] == 25_000
    assert window.batch(batch).turned_in == 25_000


def test_r3_counts_that_disagree_are_stored_and_move_nothing(window: Window) -> None:
    batch = window.open().batch
    since = window.seq()
    with pytest.raises(CountsDisagreeError, match=r"The giver counted 50\.00, the receiver 40\.00"):
        turn_in(window, batch, 5_000, 4_000)
    assert last_kinds(window, since) == ["approval_refused"]
    assert window.expected(batch)["cash"] == 20_000


def test_r3_a_turn_in_needs_another_person_and_no_more_than_the_drawer_holds(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(TakerCannotApproveError):
        turn_in(window, batch, 5_000, 5_000, to="mruiz")
    with pytest.raises(TurnInTooMuchError, match=r"200\.01 cannot have come out of this drawer"):
        turn_in(window, batch, 20_001, 20_001)
    with pytest.raises(TurnInTooMuchError):
        turn_in(window, batch, 0, 0)
    with pytest.raises(NotYourBatchError):
        turn_in(window, batch, 100, 100, by="tokafor")
    with pytest.raises(UserUnknownError, match="no active user ghost"):
        turn_in(window, batch, 100, 100, to="ghost")
    left = UserRequest("padmin", "swhite", "S. White", (Role.SUPERVISOR,), active=False)
    window.do(lambda books: ChangeUser(books, window.pins)(left))
    with pytest.raises(UserUnknownError):
        turn_in(window, batch, 100, 100, to="swhite")
    assert turn_in(window, batch, 1, 1) == 1
    window.count(batch, 20_000)
    with pytest.raises(BatchStateError):
        turn_in(window, batch, 100, 100)


def test_r14_a_reprint_is_an_entry_and_says_duplicate(window: Window) -> None:
    batch = window.open().batch
    receipt = window.pay(batch, cash(5_000)).receipt
    again = window.do(lambda books: ReprintReceipt(books)(ReprintRequest("mruiz", receipt)))
    jobs = window.ask(lambda books: books.print_jobs(receipt=receipt))
    assert {job.what for job in jobs if job.job == again.print_job} == {"duplicate"}
    assert (window.receipt(receipt).reprints, window.batch(batch).reprints) == (1, 1)
    to_pdf = window.do(lambda books: ReprintReceipt(books)(ReprintRequest("mruiz", receipt, ReprintTo.PDF)))
    assert (to_pdf.print_job, to_pdf.record.receipt) == (None, receipt)
    with pytest.raises(ReceiptUnknownError):
        window.do(lambda books: ReprintReceipt(books)(ReprintRequest("mruiz", "XDT1A-000099")))


def test_after_an_unclean_stop_each_receipt_gets_its_answer_once(window: Window, tmp_path: Path) -> None:
    batch = window.open().batch
    first, second, third = (window.pay(batch, cash(cents)).receipt for cents in (5_000, 5_001, 5_002))
    copied(window.station.folder, tmp_path / "power cut")  # the disk as it is at this instant
    after = Window(tmp_path / "power cut", window.clock)

    def answer(receipt: str, said: HandoverAnswer) -> int | None:
        return after.do(lambda books: AnswerHandover(books)(HandoverRequest("mruiz", receipt, said))).print_job

    try:
        assert [one.receipt for one in after.ask(lambda books: books.unanswered())] == [first, second, third]
        assert answer(first, HandoverAnswer.HANDED_OVER) is None
        assert answer(second, HandoverAnswer.REPRINTED) is not None
        assert after.receipt(second).reprints == 1
        with pytest.raises(NotVoidYetError, match="still stands"):
            answer(third, HandoverAnswer.VOIDED)
        after.void(third)
        assert answer(third, HandoverAnswer.VOIDED) is None
        assert list(after.ask(lambda books: books.unanswered())) == []
        for receipt in (first, second):
            with pytest.raises(NoAnswerNeededError, match=f"{receipt} needs no answer any more"):
                answer(receipt, HandoverAnswer.HANDED_OVER)
    finally:
        after.close()


def test_j8_a_look_at_a_masked_detail_is_logged_before_it_is_shown(window: Window) -> None:
    class Seals:
        def seal(self, purpose: str, plain: str) -> str:
            return plain[::-1]

        def unseal(self, sealed: str) -> str:
            return sealed[::-1]

        def payer_mark(self, *, routing: str, account: str) -> str:
            return routing + account

    since = window.seq()
    reveal = RevealRequest("mruiz", RUIZ, "check 1042", "321")
    assert window.do(lambda books: RevealDetail(books, Seals())(reveal)).plain == "123"
    hidden = RevealRequest("mruiz", RUIZ, "phone")
    assert window.do(lambda books: RevealDetail(books, Seals())(hidden)).plain == ""
    assert last_kinds(window, since) == ["detail_revealed"] * 2


def test_the_running_total_counts_only_ones_own_voids_of_the_batch(window: Window) -> None:
    approvals_table(window, ("void_receipt", 10_000, "supervisor"))
    batch = window.open().batch
    first = window.pay(batch, cash(9_000)).receipt
    second = window.pay(batch, cash(9_001)).receipt
    window.void(first, by="kdunn", approver="")
    window.void(second, approver="")
    window.clock.advance(seconds=int(timedelta(minutes=5).total_seconds()))
    assert window.batch(batch).voids == 2


def test_a_standing_rests_on_a_snapshot(window: Window) -> None:
    standing = window.ask(lambda books: books.standing(RUIZ))
    assert standing is not None
    assert isinstance(standing.account, Account)
    assert standing.snapshot > 0
