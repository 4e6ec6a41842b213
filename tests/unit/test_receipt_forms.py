"""Which copies and words a receipt takes, and what such a setting may be (E2, E5)."""

import pytest

from app.domain.tender import Tender
from app.settings.first_policy import as_mapping, practice_settings
from app.settings.policy import RECEIPT_SETTINGS, Policy
from app.settings.receipt_forms import endorsement, first_form_value, form_for
from app.settings.setting_rules import SettingWrongError, check_setting
from tests.receipts.samples import one

ACCOUNT = one(5000, WATER=5000)
CASH, CHECK = Tender("cash", 5000), Tender("check", 5000, reference="1042")


def policy(**written: object) -> Policy:
    return Policy.of({**as_mapping(practice_settings()), **written})


def test_e2_a_receipt_that_nobody_made_a_form_for_is_one_paper_with_the_citys_trailer() -> None:
    """E2: copies by kind of payment; a reprint is one paper, marked DUPLICATE."""
    form = form_for(policy(), [ACCOUNT], [CASH])
    assert (form.copies, form.headers) == (1, ())
    assert form.trailers == ("Thank you. Questions? Call the number above.",)
    assert endorsement(policy()) == "FOR DEPOSIT ONLY"


def test_e5_a_receipt_takes_the_words_of_every_form_it_matches_and_the_most_copies() -> None:
    """E5: forms by tender and payment, header and trailer by office."""
    written = policy(
        receipt_header="Drive-thru", receipt_header_check="Checks may be returned", receipt_copies_check=2,
        receipt_copies_account=3, receipt_trailer_account="Meters are read monthly", receipt_trailer_card="Card",
        receipt_header_misc="Misc", check_endorsement="FOR DEPOSIT ONLY - CLAREMORE",
    )  # fmt: skip
    form = form_for(written, [ACCOUNT], [CASH, CHECK, CHECK])
    assert form.copies == 3
    assert form.headers == ("Drive-thru", "Checks may be returned")
    assert form.trailers == ("Thank you. Questions? Call the number above.", "Meters are read monthly")
    assert form_for(written, [], [CASH]).copies == 1
    assert endorsement(written) == "FOR DEPOSIT ONLY - CLAREMORE"


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("receipt_copies_cash", 0, "from 1 to 4"), ("receipt_copies_cash", 5, "from 1 to 4"),
        ("receipt_copies_cash", True, "from 1 to 4"), ("receipt_header_check", "x" * 241, "at most 240"),
        ("check_endorsement", " ", "must not be empty"),
    ],
)  # fmt: skip
def test_e5_a_form_has_its_bounds(name: str, value: object, why: str) -> None:
    """E5: forms by tender and payment, header and trailer by office."""
    with pytest.raises(SettingWrongError, match=why):
        check_setting(name, value, effective_from="2026-11-21", ordinance="Ord. 1")


def test_what_holds_before_anybody_wrote_it_may_be_written() -> None:
    for name in RECEIPT_SETTINGS:
        check_setting(name, first_form_value(name), effective_from="2026-11-21", ordinance="Ord. 1")
