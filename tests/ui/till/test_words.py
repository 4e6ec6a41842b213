"""Figures and codes in a cashier's words; no window, no books."""

from datetime import UTC, datetime

import pytest

from app.domain.change import suggested_pieces
from app.domain.draft import Draft, DraftLine
from app.domain.tender import Tender
from ui.viewmodels.till.figures import figures_of, opens_drawer
from ui.viewmodels.till.words import address, amount_typed, cents_of, clock_words, pieces, service, tender_words


@pytest.mark.parametrize(("raw", "shown"), [
    ("412 N CHICKASAW AVE", "412 N Chickasaw Ave"), ("1807 W 4TH ST", "1807 W 4th St"),
    ("PO BOX 12", "PO Box 12"), ("88 NW MAIN ST APT 2B", "88 NW Main St Apt 2B"), ("", ""),
])  # fmt: skip
def test_an_address_keeps_no_capitals_of_billing(raw: str, shown: str) -> None:
    assert address(raw) == shown


def test_what_is_typed_is_an_amount_or_a_sentence() -> None:
    assert cents_of("61.20") == 6_120
    assert cents_of("0") == "Type an amount above zero."
    assert cents_of("x") == "“x” is not an amount. Type dollars and cents, like 61.20."
    assert amount_typed("ruiz") is None


def test_change_is_said_in_pieces_one_and_many() -> None:
    assert pieces(suggested_pieces(1_388)) == (
        (1, "ten"), (3, "ones"), (3, "quarters"), (1, "dime"), (3, "pennies")
    )


def test_times_are_the_citys_whatever_the_computer_says() -> None:
    at = datetime(2026, 11, 21, 16, 42, 31, 204_000, tzinfo=UTC)
    assert clock_words(at, "America/Chicago") == "10:42:31"
    assert clock_words(at, "America/Chicago", exact=True) == "10:42:31.204"


def test_a_code_nobody_knows_stands_as_it_is() -> None:
    assert service("WATER") == ("droplet", "Water")
    assert service("GOLF") == ("tag", "Golf")


def test_a_card_is_named_by_its_last_four_only() -> None:
    assert tender_words(Tender("card", 100, "A81F22", "4242")) == "Card ··4242"


def test_the_great_place_holds_what_is_owing_or_the_change_never_both() -> None:
    draft = Draft("d", "mruiz", "L1").with_line(DraftLine("1", "1")).accepting("1", 5_200)
    owing = figures_of(draft)
    assert (owing.owing, owing.change) == ("52.00", "")
    paid = figures_of(draft.with_tender(Tender("cash", 6_000)))
    assert (paid.owing, paid.change) == ("", "8.00")
    assert opens_drawer(draft.with_tender(Tender("cash", 6_000)))
    assert not opens_drawer(draft.with_tender(Tender("card", 5_200, "A1", "4242")))
