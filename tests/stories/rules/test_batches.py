"""Opening, counting, balancing, sending back, reopening (R1, R2, R4, R5, R25, R27, R30-R34; DESIGN section 4)."""

from datetime import timedelta

import pytest

from app.domain.approval import ApproverNotAllowedError, TakerCannotApproveError
from app.domain.batch_rules import (
    ApprovalsOpenError,
    BatchStateError,
    BatchUnknownError,
    DrawerInUseError,
    NotYourBatchError,
    OlderBatchOpenError,
    ReasonMissingError,
    StaleViewError,
    WorkParkedError,
)
from app.domain.batch_state import BatchState
from app.domain.business_date import DateRunsBackwardsError
from app.domain.draft import Draft, SealedCheckRead
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.rights import RightMissingError
from app.usecases.change_setting import ChangeSetting, SettingRequest
from app.usecases.confirm_clock import ConfirmClock
from app.usecases.make_checkpoint import MakeCheckpoint
from app.usecases.open_batch import ClockBehindError, OpenBatch, OpenBatchRequest
from app.usecases.payment_checks import NotAReplacementError
from app.usecases.reject_count import RejectCount, RejectRequest
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest, StillBaggedError
from app.usecases.reprint_receipt import ReprintReceipt, ReprintRequest
from app.usecases.submit_count import ClassNotCountedError, CountRequest, SubmitCount, UnprintedNotInitialledError
from app.usecases.take_payment import PaymentRequest, TakePayment
from app.usecases.void_receipt import VoidReceipt, VoidRequest
from db.digest import views_seen
from db.paths import STATION_DB
from tests.stories.rules.window import KEY, MORNING, STORE, TODAY, Window, card, cash, check, pieces


def reject(window: Window, batch: str, *, by: str = "kdunn", reason: str = "Recount cash") -> EntryRef:
    request = RejectRequest(by, batch, window.batch(batch).last_ref, reason)
    return window.do(lambda books: RejectCount(books)(request))


def reopen(window: Window, batch: str, *, by: str = "kdunn", reason: str = "Item found") -> EntryRef:
    request = ReopenRequest(by, batch, window.batch(batch).last_ref, reason)
    return window.do(lambda books: ReopenBatch(books)(request))


def test_a_batch_opens_on_the_date_that_the_citys_clock_proposes(window: Window) -> None:
    opened = window.open()
    assert (opened.batch, opened.business_date, opened.starting) == ("XDT1A-0001", TODAY, 20_000)
    record = window.batch(opened.batch)
    assert (record.state, record.cashier, record.source, record.drawer) == (BatchState.OPEN, "mruiz", "WALK", True)
    assert record.starting_cash == pieces(20_000)


def test_after_midnight_it_is_still_yesterdays_business(window: Window) -> None:
    window.clock.set(MORNING + timedelta(hours=17))  # one in the morning there
    assert window.open().business_date == TODAY
    window.count("XDT1A-0001", 20_000)
    window.clock.set(MORNING + timedelta(hours=24))
    assert window.open().business_date == "2026-11-22"


def test_r4_a_drawer_has_one_open_batch_a_day(window: Window) -> None:
    first = window.open().batch
    for by in ("mruiz", "tokafor"):
        with pytest.raises(DrawerInUseError, match=f"already has batch {first} of mruiz open. Count that one first"):
            window.open(by)
    window.count(first, 20_000)
    assert window.open("tokafor").batch == "XDT1A-0002"


def test_an_older_open_batch_is_counted_before_its_drawer_opens_another(window: Window) -> None:
    first = window.open().batch
    window.clock.advance(seconds=24 * 3600)
    with pytest.raises(OlderBatchOpenError, match=f"Batch {first} of {TODAY} was never counted"):
        window.open()
    window.count(first, 20_000)
    assert window.open().business_date == "2026-11-22"


def test_a_business_date_never_runs_backwards(window: Window) -> None:
    window.count(window.open().batch, 20_000)
    with pytest.raises(DateRunsBackwardsError):
        window.open(date="2026-11-20")


def test_a_batch_of_a_later_day_is_told_from_one_that_was_never_counted(window: Window) -> None:
    window.open(date="2026-11-22")
    with pytest.raises(DateRunsBackwardsError):
        window.open(date=TODAY)


def test_a_clock_that_stands_still_is_not_behind(window: Window) -> None:
    window.count(window.open().batch, 20_000)
    request = OpenBatchRequest("mruiz", pieces(20_000))
    assert window.station.writer.run(lambda books: OpenBatch(books)(request)).batch == "XDT1A-0002"


def test_r5_starting_cash_that_differs_from_what_was_issued_needs_a_reason(window: Window) -> None:
    with pytest.raises(ReasonMissingError, match="Starting cash that is not what was issued needs a reason"):
        window.open(cash=19_500)
    batch = window.open(cash=19_500, reason="One roll was light").batch
    assert window.expected(batch)["cash"] == 19_500


def test_r5_another_amount_can_be_issued(window: Window) -> None:
    request = OpenBatchRequest("mruiz", pieces(10_000), issued=10_000)
    assert window.do(lambda books: OpenBatch(books)(request)).starting == 10_000


def test_r43_an_administrator_opens_no_batch(window: Window) -> None:
    with pytest.raises(RightMissingError, match="may not open a batch"):
        window.open("padmin")


def test_a_clock_behind_the_last_entry_needs_a_supervisor_to_open_but_not_to_finish_a_sale(window: Window) -> None:
    batch = window.open().batch
    window.clock.set(MORNING - timedelta(hours=5))
    assert window.pay(batch, cash(500)).total == 500
    window.count(batch, 20_500)
    window.clock.set(MORNING - timedelta(hours=9))
    with pytest.raises(ClockBehindError, match="Set the clock right, or ask a supervisor"):
        window.open(date=TODAY)
    with pytest.raises(RightMissingError, match="confirm the clock"):
        window.do(lambda books: ConfirmClock(books)(by="mruiz"))
    window.do(lambda books: ConfirmClock(books)(by="kdunn"))
    assert window.open(date=TODAY).batch == "XDT1A-0002"


def test_r17_expected_cash_is_starting_cash_and_cash_in_less_change(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(10_000), cents=6_000)
    assert window.expected(batch)["cash"] == 26_000


def test_r30_the_count_tells_nothing_of_what_was_expected(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(6_000))
    told = window.count(batch, 12_345)
    assert set(vars(told)) == {"batch", "ref", "count_no"}
    assert window.batch(batch).state is BatchState.COUNTED


def test_r30_a_submitted_count_is_locked_and_a_recount_is_a_second_record(window: Window) -> None:
    batch = window.open().batch
    window.count(batch, 19_000)
    with pytest.raises(BatchStateError):
        window.count(batch, 20_000)
    reject(window, batch)
    assert window.count(batch, 20_000).count_no == 2
    assert [count.cash.total.cents for count in window.batch(batch).counts] == [19_000, 20_000]


def test_r31_every_class_is_counted_even_as_zero(window: Window) -> None:
    batch = window.open().batch
    request = CountRequest("mruiz", batch, pieces(20_000), (TenderCount("check", 0, 0), TenderCount("card", 0, 0)))
    with pytest.raises(ClassNotCountedError, match="Money orders are not counted yet"):
        window.do(lambda books: SubmitCount(books)(request))


def test_r2_another_cashier_does_not_count_it_but_a_supervisor_may(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(NotYourBatchError):
        window.count(batch, 20_000, by="tokafor")
    window.count(batch, 20_000, by="kdunn")
    with pytest.raises(TakerCannotApproveError):
        window.accept(batch, by="kdunn")
    assert window.accept(batch, by="swhite").batch == batch


def test_r34_parked_work_blocks_the_count(window: Window) -> None:
    batch = window.open().batch
    window.save(window.draft((STORE, 100), lane="L2"), parked=True)
    with pytest.raises(WorkParkedError, match="Unfinished work in Lane 2"):
        window.count(batch, 20_000)


def test_r34_a_fed_check_alone_blocks_the_count_and_an_empty_draft_does_not(window: Window) -> None:
    batch = window.open().batch
    window.save(Draft("empty", "mruiz", "counter"))
    window.save(Draft("fed", "mruiz", "L1").with_read(SealedCheckRead("sealed", "1", "6789", "mark")))
    with pytest.raises(WorkParkedError, match=r"Unfinished work in Lane 1\."):
        window.count(batch, 20_000)


def test_r34_receipts_without_paper_are_listed_and_initialled_but_do_not_wait(window: Window) -> None:
    batch = window.open().batch
    first = window.pay(batch, cash(100)).receipt
    window.print_everything()
    second = window.pay(batch, cash(200)).receipt
    with pytest.raises(UnprintedNotInitialledError, match=second) as listed:
        window.count(batch, 20_300, unprinted=())
    assert listed.value.receipts == (second,)
    assert first not in listed.value.sentence()
    window.count(batch, 20_300, unprinted=(second,))
    assert window.batch(batch).counts[0].unprinted == (second,)


def test_r34_a_pulse_is_no_paper_and_one_good_paper_is_enough(window: Window) -> None:
    batch = window.open().batch
    taken = window.pay(batch, cash(100))
    window.job_ended(taken.pulse_job, "confirmed")
    window.job_ended(taken.print_job, "failed")
    with pytest.raises(UnprintedNotInitialledError):
        window.count(batch, 20_100, unprinted=())
    again = window.do(lambda books: ReprintReceipt(books)(ReprintRequest("mruiz", taken.receipt)))
    window.job_ended(again.print_job, "sent")
    assert window.count(batch, 20_100, unprinted=()).count_no == 1


def test_r34_open_approvals_block_count_and_balance(window: Window) -> None:
    batch = window.open("tokafor").batch
    receipt = window.pay(batch, cash(100), by="tokafor").receipt
    window.void(receipt, by="tokafor", approver="")
    with pytest.raises(ApprovalsOpenError, match="1 approval is still open"):
        window.count(batch, 20_000, by="tokafor")


def test_r25_the_cashier_never_accepts_their_own_count(window: Window) -> None:
    batch = window.open("kdunn").batch
    window.count(batch, 20_000, by="kdunn")
    with pytest.raises(TakerCannotApproveError, match=r"K\. Dunn took this money"):
        window.accept(batch, by="kdunn")
    with pytest.raises(RightMissingError, match="may not balance"):
        window.accept(batch, by="tokafor")


def test_a_batch_that_agrees_is_balanced_without_a_reason(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(6_000), check(4_000), card(1_000))
    window.count(batch, 26_000, check=4_000, card=1_000)
    balanced = window.accept(batch)
    assert [(r.over, r.short) for r in balanced.results] == [(0, 0)] * 4
    record = window.batch(batch)
    assert (record.state, record.balanced_by) == (BatchState.BALANCED, "kdunn")


def test_r33_a_difference_needs_a_reason_even_when_the_classes_cancel_out(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, check(4_000))
    window.count(batch, 24_000, check=0)
    with pytest.raises(ReasonMissingError, match="Over or short needs a reason"):
        window.accept(batch)
    found = window.accept(batch, reason="Check was keyed as cash").results
    assert found[0] == TenderResult("cash", 20_000, 24_000, over=4_000, short=0)
    assert found[1] == TenderResult("check", 4_000, 0, over=0, short=4_000)


def test_r33_a_large_difference_may_need_a_higher_role(window: Window) -> None:
    rules = [{"deed": "balance_batch", "over_cents": 2_000, "role": "office"}]
    request = SettingRequest("padmin", "approvals", rules, TODAY, "Ord. 2026-9")
    window.do(lambda books: ChangeSetting(books)(request))
    batch = window.open().batch
    window.count(batch, 17_000)
    with pytest.raises(ApproverNotAllowedError, match="Ask a office"):
        window.accept(batch, reason="Unknown")


def test_an_acceptance_of_a_state_that_is_gone_is_repeated_not_taken(window: Window) -> None:
    batch = window.open().batch
    window.count(batch, 20_000)
    seen = window.batch(batch).last_ref
    reject(window, batch)
    window.count(batch, 19_000)
    with pytest.raises(StaleViewError, match="changed after you opened it"):
        window.accept(batch, seen=seen)
    with pytest.raises(StaleViewError):
        window.accept(batch, seen=EntryRef(window.batch(batch).last_ref.seq, "00" * 32))


@pytest.mark.parametrize("number", ["", "XDT1A-0099"])
def test_no_batch_no_deed(window: Window, number: str) -> None:
    window.open()
    with pytest.raises(BatchUnknownError):
        window.accept(number, seen=EntryRef(1, ""))
    with pytest.raises(BatchUnknownError):
        window.count(number, 20_000, unprinted=())


def test_an_open_batch_is_not_balanced(window: Window) -> None:
    with pytest.raises(BatchStateError, match=r"is open\. Count it first"):
        window.accept(window.open().batch)


def test_a_batch_sent_back_takes_no_new_customers_only_what_a_void_makes_room_for(window: Window) -> None:
    batch = window.open().batch
    wrong = window.pay(batch, cash(5_000)).receipt
    window.count(batch, 20_500)
    reject(window, batch)
    draft = window.draft((STORE, 500)).with_tender(cash(500))
    with pytest.raises(NotAReplacementError, match="takes no new customers"):
        window.finish(draft, batch)
    with pytest.raises(NotAReplacementError):
        window.finish(draft, batch, replaces=wrong)
    window.void(wrong, reason="Wrong amount")
    assert window.finish(draft, batch, replaces=wrong).total == 500
    window.count(batch, 20_500)
    assert window.accept(batch).results[0].over == 0


def test_only_somebody_else_sends_a_count_back_and_with_a_reason(window: Window) -> None:
    batch = window.open("kdunn").batch
    window.count(batch, 20_000, by="kdunn")
    with pytest.raises(TakerCannotApproveError):
        reject(window, batch)
    with pytest.raises(ReasonMissingError, match="Sending a count back needs a reason"):
        reject(window, batch, by="swhite", reason=" ")


def test_r27_a_reopened_batch_is_counted_and_balanced_again(window: Window) -> None:
    batch = window.open().batch
    wrong = window.pay(batch, cash(5_000)).receipt
    window.count(batch, 24_000)
    window.accept(batch, reason="Unknown")
    with pytest.raises(ReasonMissingError, match="Reopening a batch needs a reason"):
        reopen(window, batch, reason="")
    reopen(window, batch)
    assert window.batch(batch).state is BatchState.OPEN
    assert window.expected(batch)["cash"] == 25_000
    window.void(wrong)
    window.pay(batch, cash(4_000))
    window.count(batch, 24_000)
    assert window.accept(batch, by="swhite").results[0] == TenderResult("cash", 24_000, 24_000, 0, 0)


def test_r25_the_cashier_does_not_reopen_their_own_batch(window: Window) -> None:
    batch = window.open("kdunn").batch
    window.count(batch, 20_000, by="kdunn")
    window.accept(batch, by="swhite")
    with pytest.raises(TakerCannotApproveError):
        reopen(window, batch)


def test_r4_a_batch_is_not_reopened_into_a_drawer_that_is_in_use(window: Window) -> None:
    batch = window.open().batch
    window.count(batch, 20_000)
    window.accept(batch)
    window.open("tokafor")
    with pytest.raises(DrawerInUseError, match="of tokafor open"):
        reopen(window, batch)


def test_a_bagged_batch_stays_closed() -> None:
    error = StillBaggedError(batch="XDT1A-0001", deposit="XDT1A-D0001")
    assert "lies in deposit XDT1A-D0001. Take its bag apart first" in error.sentence()


def test_a_close_stores_a_checkpoint_of_every_view(window: Window) -> None:
    batch = window.open().batch
    window.count(batch, 20_000)
    window.accept(batch)
    before = window.seq()
    seen = views_seen(window.station.folder / STATION_DB, KEY)
    ref = window.do(lambda books: MakeCheckpoint(books)(seen))
    assert (seen.seq, ref.seq) == (before, before + 1)


def test_a_void_may_not_slip_into_a_counted_or_balanced_batch(window: Window) -> None:
    batch = window.open().batch
    receipt = window.pay(batch, cash(100)).receipt
    window.count(batch, 20_100)
    window.accept(batch)
    with pytest.raises(BatchStateError, match="is balanced"):
        window.do(lambda books: VoidReceipt(books)(VoidRequest("mruiz", receipt, "Wrong account")))
    draft = window.save(window.draft((STORE, 100)).with_tender(cash(100)))
    with pytest.raises(BatchStateError):
        window.do(lambda books: TakePayment(books)(PaymentRequest("mruiz", batch, draft)))
