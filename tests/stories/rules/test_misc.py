"""Misc receipts over real books: priced and entered, split over ledger accounts, refused mixes, voids (B8, B9, B15)."""

from dataclasses import replace

import pytest

from app.domain.draft import Draft
from app.domain.misc import MiscInactiveError, MiscPriceError, MiscReferenceError, MiscSplitError, types_value
from app.domain.misc_starter import practice_types, starter_types
from app.domain.receipt_rules import MayNotMixError, TenderNotForLineError
from app.domain.tender_rules import CardNumberRefusedError
from app.domain.transfer import Transfer, revenue
from app.settings.misc_types import misc_types
from app.settings.policy import MISC_TYPES
from app.settings.setting_rules import SettingWrongError
from app.usecases.export_posting import ExportPosting, ExportRequest
from tests.stories.rules.misc_work import change, misc, use_practice_types, with_misc
from tests.stories.rules.window import STORE, TODAY, Window, cash, check


def test_b8_b16_an_account_a_fixed_price_and_an_entered_one_stand_on_one_receipt(window: Window) -> None:
    """B8 misc types with prices and ledger accounts, B16 one receipt for several desks."""
    use_practice_types(window)
    batch = window.open().batch
    draft = with_misc(
        window, window.draft((STORE, 5_000)),
        misc(window, "CONNECT", 2_500, reference="104-2290-00"), misc(window, "REC", 4_001, reference="Ruiz"),
    ).with_tender(check(5_000)).with_tender(cash(10_000))  # fmt: skip
    taken = window.finish(draft, batch)
    assert (taken.total, taken.change) == (11_501, 3_499)
    through = f"clearing:{batch}"
    kept = [Transfer(through, revenue(part.bucket), part.cents) for line in taken.lines[1:] for part in line.allocation]
    assert kept == [
        Transfer(through, "revenue:51-4610", 1_500), Transfer(through, "revenue:52-4610", 1_000),
        Transfer(through, "revenue:10-4710", 3_401), Transfer(through, "revenue:10-2230", 600),
    ]  # fmt: skip
    assert window.receipt(taken.receipt).lines == taken.lines
    assert window.expected(batch) == {"cash": 26_501, "check": 5_000, "money_order": 0, "card": 0}


def test_a_misc_receipt_is_voided_counted_and_balanced(window: Window) -> None:
    use_practice_types(window)
    batch = window.open().batch
    fee = with_misc(window, window.draft(), misc(window, "ANIMAL", 800)).with_tender(cash(1_000))
    wrong = window.finish(fee, batch)
    again = with_misc(window, window.draft(), misc(window, "ANIMAL", 800)).with_tender(cash(800))
    right = window.finish(again, batch)
    voided = window.void(wrong.receipt)
    assert voided.cash_back == 800
    assert window.receipt(right.receipt).lines[0].account == "misc:ANIMAL"
    window.count(batch, 20_800)
    assert window.accept(batch).results[0].over == 0


def test_billing_hears_nothing_of_misc_receipts(window: Window) -> None:
    use_practice_types(window)
    batch = window.open().batch
    mixed = with_misc(window, window.draft((STORE, 5_000)), misc(window, "ANIMAL", 800)).with_tender(cash(5_800))
    window.finish(mixed, batch)
    window.count(batch, 25_800)
    window.accept(batch)
    made = window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn")))
    assert (made.rows, made.total) == (1, 5_000)
    assert b"ANIMAL" not in made.data


@pytest.mark.parametrize(("one", "other"), [("COURT", "ANIMAL"), ("COURT", "PERMIT")])
def test_b15_groups_may_not_mix(window: Window, one: str, other: str) -> None:
    """B15: a type of a group stands with its own group only, not even beside an account."""
    use_practice_types(window)
    batch = window.open().batch
    first, second = misc(window, one, 5_000, reference="C-1"), misc(window, other, 800, reference="C-2")
    with pytest.raises(MayNotMixError, match="may not stand on one receipt"):
        window.draft().with_line(first).with_line(second)
    with pytest.raises(MayNotMixError, match="Account 104229000 and Court fine"):
        window.draft((STORE, 5_000)).with_line(first)
    forced = with_misc(window, window.draft(), first, second).with_tender(cash(5_800))
    with pytest.raises(MayNotMixError, match="Finish this one and begin another"):
        window.finish(forced, batch)
    beside = with_misc(window, window.draft((STORE, 5_000)), first).with_tender(cash(10_000))
    with pytest.raises(MayNotMixError, match="Account 104229000 and Court fine"):
        window.finish(beside, batch)
    assert window.receipts(batch) == []


def test_two_of_one_group_go_together(window: Window) -> None:
    use_practice_types(window)
    fine = misc(window, "COURT", 5_000, reference="C-1")
    draft = window.draft().with_line(fine).with_line(replace(fine, account="misc:COURT:2", address="C-2"))
    taken = window.finish(draft.with_tender(cash(10_000)), window.open().batch)
    assert [line.account for line in taken.lines] == ["misc:COURT", "misc:COURT"]
    assert [part.cents for part in taken.lines[0].allocation] == [1_000, 4_000]


def test_t3_a_tender_that_the_type_does_not_take_is_refused(window: Window) -> None:
    """T3 tenders allowed: a returned check is redeemed in good funds."""
    use_practice_types(window)
    line = misc(window, "NSF", 9_000, reference="1042")
    with pytest.raises(TenderNotForLineError, match="Returned check redemption may not be paid by check"):
        window.draft().with_line(line).with_tender(check(9_000))
    with pytest.raises(TenderNotForLineError, match="Hand it back"):
        replace(window.draft(), tenders=(check(9_000),)).with_line(line)
    forced = replace(with_misc(window, window.draft(), line), tenders=(check(9_000),))
    with pytest.raises(TenderNotForLineError):
        window.finish(forced, window.open().batch)


def refused(window: Window, draft: Draft, error: type[Exception], words: str) -> None:
    batch = window.open().batch
    with pytest.raises(error, match=words):
        window.finish(draft, batch)
    assert window.receipts(batch) == []


def test_a_fixed_price_is_taken_as_it_is(window: Window) -> None:
    use_practice_types(window)
    line = replace(misc(window, "ANIMAL", 800), accepted=700)
    draft = with_misc(window, window.draft(), line).with_tender(cash(700))
    refused(window, draft, MiscPriceError, r"Animal license costs 8\.00")


def test_a_reference_that_is_asked_for_is_there_and_is_no_card_number(window: Window) -> None:
    use_practice_types(window)
    line = misc(window, "COURT", 5_000)
    refused(
        window, with_misc(window, window.draft(), line).with_tender(cash(5_000)), MiscReferenceError,
        "Court fine needs its citation number",
    )  # fmt: skip
    card = replace(line, address="4111 1111 1111 1111")
    with pytest.raises(CardNumberRefusedError):
        window.finish(with_misc(window, window.draft(), card).with_tender(cash(5_000)), "XDT1A-0001")


def test_an_amount_reaches_its_fixed_ledger_accounts(window: Window) -> None:
    use_practice_types(window)
    line = misc(window, "COURT", 900, reference="C-1")
    refused(window, with_misc(window, window.draft(), line).with_tender(cash(900)), MiscSplitError, r"at least 10\.00")


def test_j6_a_type_is_switched_off_and_never_deleted(window: Window) -> None:
    """J6: inactivated from a date on; nothing already taken changes, and no code goes."""
    use_practice_types(window)
    line = misc(window, "ANIMAL", 800)
    off = [replace(each, active=each.code != "ANIMAL") for each in practice_types()]
    change(window, MISC_TYPES, types_value(off))
    refused(window, with_misc(window, window.draft(), line).with_tender(cash(800)), MiscInactiveError,
            "Animal license is not taken any more")  # fmt: skip
    without = [each for each in practice_types() if each.code != "ANIMAL"]
    with pytest.raises(SettingWrongError, match="“ANIMAL” would be gone"):
        change(window, MISC_TYPES, types_value(without))
    with pytest.raises(SettingWrongError, match="“DEPOSIT” would be gone"):
        change(window, MISC_TYPES, types_value(practice_types()[1:]))


def test_b9_a_deposit_without_an_account_names_person_and_address(window: Window) -> None:
    """B9: the starter list of a new station has a deposit for somebody who has no account yet."""
    assert misc_types(window.ask(lambda books: books.policy(TODAY))) == starter_types()
    line = misc(window, "DEPOSIT-NEW", 15_000, reference="RUIZ, ANA, 7 W Elm St")
    taken = window.finish(with_misc(window, window.draft(), line).with_tender(cash(15_000)), window.open().batch)
    assert taken.lines[0].address == "RUIZ, ANA, 7 W Elm St"
    assert [(part.bucket, part.cents) for part in taken.lines[0].allocation] == [("DEPOSIT-NEW", 15_000)]


def test_a_misc_line_survives_the_disk(window: Window) -> None:
    use_practice_types(window)
    draft = window.draft().with_line(misc(window, "COURT", 5_000, reference="C-1"))
    kept = Draft.from_body(draft.body(), draft=draft.draft, user=draft.user, lane=draft.lane, parked=False)
    assert kept == draft
