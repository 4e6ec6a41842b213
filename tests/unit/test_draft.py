"""The unfinished receipt: what it holds, when it can be finished, and its way to the disk and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.change import ChangeWithoutCashError, StillToPayError
from app.domain.draft import (
    LINES_LIMIT,
    READS_LIMIT,
    TENDERS_LIMIT,
    AccountTwiceError,
    AmountNotAcceptedError,
    AmountNotPositiveError,
    CardStaysError,
    Draft,
    DraftLine,
    DraftUnreadableError,
    NothingToPayError,
    SealedCheckRead,
    TooManyLinesError,
)
from app.domain.facts.receipts import BucketAmount, KeyedAnswer
from app.domain.tender import Tender
from app.domain.tender_rules import TenderUnfinishedError

EMPTY = Draft("d1", "mruiz", "L1")
LINE = DraftLine("104228103", "104-2281-03", "RUIZ, MARIA", "412 N CHICKASAW AVE", proposed=18412)
CARD = Tender("card", 1000, "A81F22", "4242")
READ = SealedCheckRead("sealed:abc", "1042", "6789", "mark")


def test_an_amount_counts_only_when_it_was_accepted() -> None:
    draft = EMPTY.with_line(LINE)
    assert draft.to_pay == 0
    assert isinstance(draft.obstacle, AmountNotAcceptedError)
    assert draft.accepting("104228103", 18412).to_pay == 18412


def test_an_empty_draft_has_nothing_to_pay() -> None:
    assert EMPTY.is_empty
    assert isinstance(EMPTY.obstacle, NothingToPayError)


def test_still_to_pay_falls_with_each_tender_and_change_is_not_negative_pay() -> None:
    draft = EMPTY.with_line(LINE).accepting("104228103", 18412)
    half = draft.with_tender(Tender("check", 15_000, "1042"))
    assert (draft.still_to_pay, half.still_to_pay) == (18412, 3412)
    assert isinstance(half.obstacle, StillToPayError)
    full = half.with_tender(Tender("cash", 5000))
    assert (full.still_to_pay, full.obstacle, full.checked_change()) == (0, None, 1588)


def test_a_check_above_the_amount_cannot_be_finished() -> None:
    draft = EMPTY.with_line(LINE).accepting("104228103", 100).with_tender(Tender("check", 200, "1"))
    assert isinstance(draft.obstacle, ChangeWithoutCashError)


def test_the_same_account_stands_on_a_receipt_once() -> None:
    with pytest.raises(AccountTwiceError, match="104-2281-03 is on this receipt already"):
        EMPTY.with_line(LINE).with_line(LINE)
    twice = Draft("d1", "mruiz", "L1", (LINE, LINE)).accepting("104228103", 100)
    with pytest.raises(AccountTwiceError):
        twice.checked_change()


def test_a_line_of_nothing_is_refused() -> None:
    with pytest.raises(AmountNotPositiveError, match="above zero"):
        EMPTY.with_line(LINE).accepting("104228103", 0)
    forced = Draft("d1", "mruiz", "L1", (DraftLine("1", "1", accepted=-5),))
    assert isinstance(forced.obstacle, AmountNotPositiveError)


def test_a_line_can_be_taken_off_again() -> None:
    assert EMPTY.with_line(LINE).without_line("104228103").is_empty


def test_accepting_one_line_leaves_the_other_as_it_was() -> None:
    other = DraftLine("2", "2", proposed=100)
    draft = EMPTY.with_line(LINE).with_line(other).accepting("2", 100)
    assert [line.accepted for line in draft.lines] == [None, 100]


def test_limits_have_names_and_a_sentence() -> None:
    full = Draft("d1", "mruiz", "L1", tuple(DraftLine(str(n), str(n)) for n in range(LINES_LIMIT)))
    with pytest.raises(TooManyLinesError, match=f"at most {LINES_LIMIT} accounts"):
        full.with_line(LINE)
    rich = Draft("d1", "mruiz", "L1", tenders=(Tender("cash", 1),) * TENDERS_LIMIT)
    with pytest.raises(TooManyLinesError, match=f"at most {TENDERS_LIMIT} tenders"):
        rich.with_tender(Tender("cash", 1))
    fed = Draft("d1", "mruiz", "L1", reads=(READ,) * READS_LIMIT)
    with pytest.raises(TooManyLinesError, match="checks without an amount"):
        fed.with_read(READ)


def test_a_tender_is_checked_before_it_is_kept() -> None:
    with pytest.raises(TenderUnfinishedError):
        EMPTY.with_tender(Tender("check", 100))


def test_a_fed_check_waits_until_its_tender_takes_its_place() -> None:
    waiting = EMPTY.with_read(READ)
    assert not waiting.is_empty
    taken = waiting.with_tender(Tender("check", 100, "1042", micr="sealed:abc", payer_mark="mark"))
    assert taken.reads == ()
    assert waiting.with_tender(Tender("cash", 100)).reads == (READ,)


def test_an_approved_card_is_not_just_taken_off() -> None:
    draft = EMPTY.with_tender(CARD)
    assert draft.has_card
    with pytest.raises(CardStaysError, match="reverse the card on the terminal"):
        draft.without_tender(0)
    assert draft.without_tender(0, card_reversed=True).tenders == ()
    assert EMPTY.with_tender(Tender("cash", 5)).without_tender(0).tenders == ()


def test_r18_a_warning_counts_as_answered_only_for_the_receipt_it_named() -> None:
    draft = EMPTY.answering(KeyedAnswer("same_payment", "DT1A-000012", "second payment"))
    assert draft.answered("same_payment", "DT1A-000012")
    assert not draft.answered("same_payment", "DT1A-000013")
    assert not draft.answered("same_check", "DT1A-000012")


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"v":2}', '{"v":1,"lines":[{}]}', "null", '{"v":1,"lines":3}'])
def test_damaged_work_is_named_and_not_guessed(body: str) -> None:
    with pytest.raises(DraftUnreadableError, match="cannot be read"):
        Draft.from_body(body, draft="d1", user="mruiz", lane="L1", parked=False)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
cents = st.integers(1, 10**9)
lines = st.builds(
    DraftLine, texts, texts, texts, texts, st.none() | cents, st.none() | cents,
    st.lists(st.builds(BucketAmount, texts, cents), max_size=2).map(tuple),
)  # fmt: skip
tenders = st.builds(Tender, st.sampled_from(["cash", "check", "card"]), cents, texts, texts, texts, texts, texts)
drafts = st.builds(
    Draft, st.just("d1"), st.just("mruiz"), st.just("L2"), st.lists(lines, max_size=3).map(tuple),
    st.lists(tenders, max_size=3).map(tuple),
    st.lists(st.builds(SealedCheckRead, texts, texts, texts, texts, texts), max_size=2).map(tuple),
    st.lists(st.builds(KeyedAnswer, texts, texts, texts), max_size=2).map(tuple), st.booleans(),
)  # fmt: skip


@given(drafts)
def test_a_draft_comes_back_from_the_disk_as_it_was(draft: Draft) -> None:
    body = draft.body()
    json.loads(body)
    assert Draft.from_body(body, draft="d1", user="mruiz", lane="L2", parked=draft.parked) == draft


def test_a_card_among_other_tenders_still_counts_as_a_card() -> None:
    assert EMPTY.with_tender(Tender("cash", 5)).with_tender(CARD).has_card
    assert not EMPTY.with_tender(Tender("cash", 5)).has_card


def test_one_of_several_answers_is_found() -> None:
    draft = EMPTY.answering(KeyedAnswer("same_payment", "A", "x")).answering(KeyedAnswer("same_check", "B", "y"))
    assert draft.answered("same_payment", "A")
    assert draft.answered("same_check", "B")


def test_a_cent_can_be_paid_and_nothing_less() -> None:
    assert Draft("d", "u", "L1", (DraftLine("1", "1", accepted=1),), (Tender("cash", 1),)).obstacle is None
    assert EMPTY.with_line(LINE).accepting("104228103", 1).to_pay == 1
    zero = Draft("d", "u", "L1", (DraftLine("1", "1", accepted=0),), (Tender("cash", 1),))
    assert isinstance(zero.obstacle, AmountNotPositiveError)


def test_a_check_keyed_by_hand_leaves_the_fed_ones_waiting() -> None:
    other = SealedCheckRead("sealed:xyz", "7", "0000", "other")
    waiting = EMPTY.with_read(READ).with_read(other)
    assert waiting.with_tender(Tender("check", 100, "9")).reads == (READ, other)
    assert waiting.with_tender(Tender("check", 100, "1042", micr="sealed:abc")).reads == (other,)


def test_the_tender_that_is_taken_off_is_the_one_that_was_meant() -> None:
    draft = EMPTY.with_tender(Tender("cash", 1)).with_tender(Tender("cash", 2)).with_tender(Tender("cash", 3))
    assert [tender.amount_tendered for tender in draft.without_tender(1).tenders] == [1, 3]


def test_the_account_that_stands_twice_is_named() -> None:
    other = DraftLine("2", "200-2", accepted=1)
    same = DraftLine("1", "100-1", accepted=1)
    twice = Draft("d", "u", "L1", (same, same, other))
    with pytest.raises(AccountTwiceError, match="100-1"):
        twice.checked_change()
