"""Taking a payment: the rules of batch, person, tender, limit and doubles, over real books (R1, R2, R16-R19, R30)."""

import pytest

from app.domain.approval import ApproverNotAllowedError, TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, BatchUnknownError, NotYourBatchError
from app.domain.change import ChangeWithoutCashError
from app.domain.draft import AmountNotAcceptedError, Draft, DraftLine, NothingToPayError
from app.domain.facts.receipts import BucketAmount, KeyedAnswer
from app.domain.receipt_rules import CashOnlyError, OverLimitError, SameCheckError, SamePaymentError
from app.domain.rights import RightMissingError, UserUnknownError
from app.domain.tender import Tender
from app.domain.tender_rules import CardNumberRefusedError
from app.domain.user import Deed
from app.usecases.payment_checks import AccountUnknownError, CheckTwiceError, DraftGoneError
from app.usecases.take_payment import PaymentRequest, TakePayment
from tests.stories.rules.window import (
    BROKEN,
    CASH_ONLY,
    OFF,
    RUIZ,
    STORE,
    Window,
    card,
    cash,
    check,
    given,
    money_order,
)


def test_the_picture_of_the_till_two_accounts_a_check_and_cash(window: Window) -> None:
    batch = window.open().batch
    draft = window.draft((RUIZ, 18_412), (STORE, 5_200)).with_tender(check(15_000)).with_tender(cash(10_000))
    taken = window.finish(draft, batch)
    assert (taken.receipt, taken.total, taken.change) == ("XDT1A-000001", 23_612, 1_388)
    assert {p.bucket: p.cents for p in taken.lines[0].allocation} == {
        "WATER.30": 9_640, "WATER.current": 6_120, "SEWER.current": 2_652,
    }  # fmt: skip
    assert [line.balance_after for line in taken.lines] == [0, 44_800]
    assert window.receipt(taken.receipt).lines == taken.lines
    assert window.expected(batch) == {"cash": 28_612, "check": 15_000, "money_order": 0, "card": 0}
    assert window.ask(lambda books: books.drafts()) == []


def test_what_was_paid_lowers_the_next_proposal(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(9_640), account=RUIZ)
    again = window.pay(batch, cash(7_000), account=RUIZ)
    assert {p.bucket: p.cents for p in again.lines[0].allocation} == {"WATER.current": 6_120, "SEWER.current": 880}
    assert again.lines[0].balance_after == 18_412 - 9_640 - 7_000


def test_all_four_classes_on_one_receipt(window: Window) -> None:
    batch = window.open().batch
    taken = window.pay(batch, cash(1_000), check(2_000), money_order(3_000), card(4_000))
    assert window.expected(batch) == {"cash": 21_000, "check": 2_000, "money_order": 3_000, "card": 4_000}
    assert taken.pulse_job is not None


def test_e8_a_card_alone_opens_no_drawer(window: Window) -> None:
    taken = window.pay(window.open().batch, card(4_000))
    assert taken.pulse_job is None
    assert taken.print_job is not None


def test_paper_and_pulse_are_two_jobs_that_name_the_receipt(window: Window) -> None:
    taken = window.pay(window.open().batch, cash(4_000))
    jobs = window.ask(lambda books: books.print_jobs(receipt=taken.receipt))
    assert {(job.job, job.what) for job in jobs} == {(taken.print_job, "receipt"), (taken.pulse_job, "pulse")}


def test_r1_no_receipt_without_an_open_batch(window: Window) -> None:
    with pytest.raises(BatchUnknownError, match="No batch is open"):
        window.pay("", cash(100))
    with pytest.raises(BatchUnknownError, match="no batch XDT1A-0009"):
        window.pay("XDT1A-0009", cash(100))


def test_r2_another_cashier_cannot_post_into_the_batch(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(NotYourBatchError, match="belongs to mruiz"):
        window.pay(batch, cash(100), by="tokafor")


def test_r30_a_counted_batch_takes_nothing(window: Window) -> None:
    batch = window.open().batch
    window.count(batch, 20_000)
    with pytest.raises(BatchStateError, match="counted and locked"):
        window.pay(batch, cash(100))


def test_r43_an_administrator_never_receipts(window: Window) -> None:
    batch = window.open().batch
    draft = window.save(window.draft((STORE, 100)).with_tender(cash(100)))
    with pytest.raises(RightMissingError, match=r"P\. Admin may not take payments"):
        window.do(lambda books: TakePayment(books)(PaymentRequest("padmin", batch, draft)))
    with pytest.raises(UserUnknownError):
        window.do(lambda books: TakePayment(books)(PaymentRequest("ghost", batch, draft)))


def test_a_refused_payment_leaves_draft_number_and_journal_as_they_were(window: Window) -> None:
    batch = window.open().batch
    draft = window.save(window.draft((STORE, 600_000)).with_tender(cash(600_000)))
    before = window.seq()
    with pytest.raises(OverLimitError):
        window.do(lambda books: TakePayment(books)(PaymentRequest("mruiz", batch, draft)))
    assert window.seq() == before
    assert [kept.draft for kept in window.ask(lambda books: books.drafts())] == [draft.draft]
    assert window.pay(batch, cash(100)).receipt == "XDT1A-000001"


def test_i3_the_same_draft_is_posted_once_however_often_the_key_is_pressed(window: Window) -> None:
    batch = window.open().batch
    draft = window.draft((STORE, 5_000)).with_tender(cash(5_000))
    window.finish(draft, batch)
    with pytest.raises(DraftGoneError, match="already finished"):
        window.do(lambda books: TakePayment(books)(PaymentRequest("mruiz", batch, draft)))
    assert window.expected(batch)["cash"] == 25_000


def test_no_amount_is_posted_that_was_not_accepted(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(AmountNotAcceptedError):
        window.finish(Draft("d", "mruiz", "L1", (DraftLine(STORE, STORE, proposed=5_000),), (cash(5_000),)), batch)
    with pytest.raises(NothingToPayError):
        window.finish(Draft("d", "mruiz", "L1", (), (cash(5_000),)), batch)


def test_r12_a_check_above_the_amount_is_refused(window: Window) -> None:
    with pytest.raises(ChangeWithoutCashError):
        window.pay(window.open().batch, check(6_000), cents=5_000)


def test_b13_a_partial_and_an_over_payment_are_taken(window: Window) -> None:
    batch = window.open().batch
    assert window.pay(batch, cash(1_000)).lines[0].balance_after == 49_000
    over = window.pay(batch, cash(60_000))
    assert over.lines[0].balance_after == -11_000
    assert over.lines[0].allocation[-1] == BucketAmount("CREDIT", 11_000)


def test_b7_a_spread_by_hand_stands_and_says_so(window: Window) -> None:
    batch = window.open().batch
    draft = window.draft((RUIZ, 6_120))
    spread = (BucketAmount("WATER.current", 6_120),)
    taken = window.finish(draft.accepting(RUIZ, 6_120, spread=spread).with_tender(cash(6_120)), batch)
    assert taken.lines[0].allocation == spread
    assert taken.lines[0].rule == "by_hand"


def test_an_account_that_is_off_takes_the_reconnect_fee_as_credit(window: Window) -> None:
    taken = window.pay(window.open().batch, cash(9_100), account=OFF)
    assert {p.bucket: p.cents for p in taken.lines[0].allocation} == {
        "WATER.90": 6_000, "PENALTY.30": 600, "CREDIT": 2_500,
    }  # fmt: skip


def test_an_incomplete_account_accepts_any_amount(window: Window) -> None:
    taken = window.pay(window.open().batch, cash(7_700), account=BROKEN)
    assert taken.lines[0].allocation == (BucketAmount("CREDIT", 7_700),)


def test_an_account_that_no_extract_holds_is_not_paid(window: Window) -> None:
    with pytest.raises(AccountUnknownError, match="Account 999 is not in the books"):
        window.pay(window.open().batch, cash(100), account="999")


def test_r16_a_cash_only_account_refuses_a_check(window: Window) -> None:
    batch = window.open().batch
    with pytest.raises(CashOnlyError, match="is cash only and takes no check"):
        window.pay(batch, check(4_000), account=CASH_ONLY)
    for tender in (cash(1_000), card(1_001), money_order(1_002)):
        window.pay(batch, tender, account=CASH_ONLY)


def test_r16_the_flag_ends_with_its_date(window: Window) -> None:
    batch = window.open(date="2027-01-16").batch
    assert window.pay(batch, check(4_000), account=CASH_ONLY).total == 4_000


def test_r16_a_supervisor_overrides_with_both_names_kept(window: Window) -> None:
    batch = window.open().batch
    taken = window.pay(batch, check(4_000), account=CASH_ONLY, approvals=(given(Deed.OVERRIDE_CASH_ONLY),))
    kept = window.receipt(taken.receipt)
    assert (kept.by, kept.approvals) == ("mruiz", (given(Deed.OVERRIDE_CASH_ONLY),))


@pytest.mark.parametrize(
    ("approver", "refusal"), [("mruiz", TakerCannotApproveError), ("llee", ApproverNotAllowedError),
                              ("tokafor", ApproverNotAllowedError), ("ghost", UserUnknownError)],
)  # fmt: skip
def test_r25_the_deed_looks_at_the_approver_once_more(
    window: Window, approver: str, refusal: type[Exception]
) -> None:
    batch = window.open().batch
    with pytest.raises(refusal):
        window.pay(batch, check(4_000), account=CASH_ONLY, approvals=(given(Deed.OVERRIDE_CASH_ONLY, approver),))


def test_a_receipt_above_the_limit_needs_a_supervisor(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, cash(500_000))
    with pytest.raises(OverLimitError, match=r"5,000\.01 is more than one receipt may hold"):
        window.pay(batch, cash(500_001))
    taken = window.pay(batch, cash(500_001), approvals=(given(Deed.OVER_LIMIT),))
    assert window.receipt(taken.receipt).approvals == (given(Deed.OVER_LIMIT),)


def test_r18_the_same_account_and_amount_today_needs_a_keyed_answer(window: Window) -> None:
    batch = window.open().batch
    first = window.pay(batch, cash(5_000)).receipt
    draft = window.draft((STORE, 5_000)).with_tender(cash(5_000))
    with pytest.raises(SamePaymentError, match=f"already paid 50.00 today on receipt {first}") as warned:
        window.finish(draft, batch)
    answer = KeyedAnswer(warned.value.code, warned.value.receipt, "second payment")
    assert window.finish(draft.answering(answer), batch).total == 5_000
    window.pay(batch, cash(5_001))


def test_r18_a_voided_payment_is_no_double(window: Window) -> None:
    batch = window.open().batch
    window.void(window.pay(batch, cash(5_000)).receipt)
    assert window.pay(batch, cash(5_000)).total == 5_000


def test_r18_the_same_payers_check_number_within_twelve_months_needs_an_answer(window: Window) -> None:
    batch = window.open().batch
    first = window.pay(batch, check(5_000, "77", mark="payer")).receipt
    with pytest.raises(SameCheckError, match=f"Check 77 of this bank account was already taken on receipt {first}"):
        window.pay(batch, check(6_000, "77", mark="payer"))
    window.pay(batch, check(6_001, "77", mark="another payer"))
    window.pay(batch, check(6_002, "78", mark="payer"))
    draft = window.draft((STORE, 6_003)).with_tender(check(6_003, "77", mark="payer"))
    answer = KeyedAnswer("same_check", first, "starter checks")
    assert window.finish(draft.answering(answer), batch).total == 6_003


def test_the_same_check_fed_twice_for_one_receipt_is_refused(window: Window) -> None:
    twice = (check(1_000, "77", mark="payer"), check(1_000, "77", mark="payer"))
    with pytest.raises(CheckTwiceError, match="fed twice"):
        window.pay(window.open().batch, *twice)


def test_r19_no_card_number_reaches_the_journal(window: Window) -> None:
    draft = Draft("d", "mruiz", "L1", (DraftLine(STORE, STORE, accepted=100),),
                  (Tender("card", 100, "4242424242424242", "4242"),))  # fmt: skip
    with pytest.raises(CardNumberRefusedError):
        window.finish(draft, window.open().batch)


def test_the_effective_date_is_the_batchs_unless_the_night_box_says_another(window: Window) -> None:
    batch = window.open().batch
    assert window.pay(batch, cash(100)).lines[0].effective_date == "2026-11-21"
    draft = window.save(window.draft((STORE, 200)).with_tender(cash(200)))
    night = PaymentRequest("mruiz", batch, draft, effective_date="2026-11-20")
    assert window.do(lambda books: TakePayment(books)(night)).lines[0].effective_date == "2026-11-20"


def test_paper_can_be_left_out(window: Window) -> None:
    batch = window.open().batch
    draft = window.save(window.draft((STORE, 200)).with_tender(cash(200)))
    taken = window.do(lambda books: TakePayment(books)(PaymentRequest("mruiz", batch, draft, paper=False)))
    assert taken.print_job is None
