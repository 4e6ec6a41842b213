"""What a tender must carry, and what it may never carry (C1, R16, R19)."""

import pytest

from app.domain.tender import Tender
from app.domain.tender_rules import (
    CardNumberRefusedError,
    TenderTextTooLongError,
    TenderUnfinishedError,
    check_tender,
    holds_card_number,
    money_in_words,
    refused_on_cash_only,
)


@pytest.mark.parametrize(
    "tender",
    [
        Tender("cash", 100),
        Tender("check", 15_000, "1042"),
        Tender("money_order", 5000, "26503198745"),
        Tender("card", 4200, "A81F22", "4242"),
    ],
)
def test_a_complete_tender_stands(tender: Tender) -> None:
    check_tender(tender)


@pytest.mark.parametrize(
    ("tender", "missing"),
    [
        (Tender("cash", 0), "its amount"),
        (Tender("cash", -100), "its amount"),
        (Tender("check", 100), "the check's number"),
        (Tender("check", 100, "  "), "the check's number"),
        (Tender("money_order", 100), "the money order's number"),
        (Tender("card", 100, "", "4242"), "the terminal's approval code"),
        (Tender("card", 100, "A81F22"), "the card's last four digits"),
        (Tender("card", 100, "A81F22", "42a2"), "the card's last four digits"),
        (Tender("card", 100, "A81F22", "44242"), "the card's last four digits"),
    ],
)
def test_an_unfinished_tender_says_what_is_missing(tender: Tender, missing: str) -> None:
    with pytest.raises(TenderUnfinishedError, match=f"Type {missing}"):
        check_tender(tender)


@pytest.mark.parametrize("text", ["4242424242424242", "4242 4242 4242 4242", "5555-5555-5555-4444", "378282246310005"])
def test_r19_a_whole_card_number_is_refused_wherever_it_is_typed(text: str) -> None:
    assert holds_card_number(text)
    for tender in (Tender("card", 100, text, "4242"), Tender("check", 100, "1", bank=text), Tender("cash", 100, text)):
        with pytest.raises(CardNumberRefusedError) as refused:
            check_tender(tender)
        assert text not in refused.value.sentence()


@pytest.mark.parametrize("text", ["4242424242424241", "26503198745", "1042", "", "A81F22", "000000000001042"])
def test_other_numbers_are_no_card_numbers(text: str) -> None:
    assert not holds_card_number(text)


def test_a_reference_longer_than_any_real_one_is_refused() -> None:
    with pytest.raises(TenderTextTooLongError, match="longer than 20 characters"):
        check_tender(Tender("check", 100, "a" * 21))
    with pytest.raises(TenderTextTooLongError, match="bank's name is longer than 40"):
        check_tender(Tender("check", 100, "1", bank="b" * 41))


def test_an_unknown_kind_is_no_tender() -> None:
    with pytest.raises(ValueError, match="wampum"):
        check_tender(Tender("wampum", 100))


def test_r16_only_a_check_is_refused_on_a_cash_only_account() -> None:
    assert refused_on_cash_only(Tender("check", 100, "1"))
    assert not any(refused_on_cash_only(Tender(kind, 100)) for kind in ("cash", "money_order", "card"))


def test_a_tender_is_named_by_class_number_and_amount() -> None:
    assert money_in_words(Tender("check", 15_000, "1042")) == "Check 1042 150.00"
    assert money_in_words(Tender("cash", 10_000)) == "Cash 100.00"


def test_the_longest_reference_and_bank_that_are_real_stand() -> None:
    check_tender(Tender("check", 1, "a" * 20, bank="b" * 40))
