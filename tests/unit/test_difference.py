"""Find the difference: ranked suspects, what stays unexplained, what is clear (P10, T7)."""

import pytest

from app.domain.count import results
from app.domain.difference import Finding, SuspectKind, find_difference, find_in, transposed_with
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender
from tests.unit.records_for_rules import batch, receipt


def find(
    *receipts: ReceiptRecord, counted: tuple[int, int, int, int], starting: int = 20_000, issued: int = 20_000,
    expected: tuple[int, int, int, int] | None = None,
) -> Finding:  # fmt: skip
    wanted = expected or _expected(receipts, starting)
    of = batch(starting=starting, cash=wanted[0], check=wanted[1], money_order=wanted[2], card=wanted[3],
               counted=counted)  # fmt: skip
    count = of.counts[-1]
    found = results(of.expected, count.cash, count.tenders)
    return find_difference(found, receipts, starting=starting, issued=issued)


def _expected(receipts: tuple[ReceiptRecord, ...], starting: int) -> tuple[int, int, int, int]:
    sums = {"cash": starting, "check": 0, "money_order": 0, "card": 0}
    for one in receipts:
        for tender in one.tenders:
            sums[tender.kind] += tender.amount_tendered
        sums["cash"] -= one.change
    return sums["cash"], sums["check"], sums["money_order"], sums["card"]


def kinds(finding: Finding) -> list[SuspectKind]:
    return [suspect.kind for suspect in finding.suspects]


def test_nothing_is_suspected_where_nothing_differs() -> None:
    finding = find(receipt("R1", Tender("cash", 5_000)), counted=(25_000, 0, 0, 0))
    assert finding.suspects == ()
    assert finding.unexplained == ()
    assert len(finding.clear) == len(SuspectKind)


def test_a_tender_keyed_as_another_class_comes_first_and_names_its_receipt() -> None:
    finding = find(
        receipt("R1", Tender("check", 4_500, "5521")), receipt("R2", Tender("cash", 4_500)), counted=(29_000, 0, 0, 0)
    )
    assert kinds(finding)[:2] == [SuspectKind.SWAP, SuspectKind.SWAP]
    assert finding.suspects[0].receipt == "R1"
    assert {suspect.tender: suspect.explains for suspect in finding.suspects[:2]} == {"check": -4_500, "cash": 4_500}
    assert "a tender was keyed as check" in finding.suspects[0].sentence


def test_a_single_check_of_that_amount_may_be_missing() -> None:
    finding = find(
        receipt("R1", Tender("check", 15_000, "1042")), receipt("R2", Tender("check", 8_100, "77")),
        counted=(20_000, 15_000, 0, 0),
    )  # fmt: skip
    assert kinds(finding) == [SuspectKind.ITEM]
    assert finding.suspects[0].sentence == "Check 77 of 81.00 on receipt R2 may be missing from the count."


def test_a_cash_payment_is_looked_for_by_what_stayed_in_the_drawer() -> None:
    finding = find(receipt("R1", Tender("cash", 10_000), change=3_880), counted=(20_000, 0, 0, 0))
    assert SuspectKind.ITEM in kinds(finding)
    assert finding.suspects[0].explains == -6_120


def test_digits_changed_over_explain_a_difference_divisible_by_nine() -> None:
    # keyed 45.54, the check says 45.45: nine cents short
    finding = find(receipt("R1", Tender("check", 4_554, "5521")), counted=(20_000, 4_545, 0, 0))
    assert kinds(finding) == [SuspectKind.TRANSPOSED]
    assert "was keyed as 45.54; 45.45 would explain it" in finding.suspects[0].sentence


@pytest.mark.parametrize(
    ("keyed", "difference", "meant"),
    [(4_554, -9, 4_545), (1_300, 1_800, 3_100), (4_554, -10, None), (4_554, 0, None), (4_545, 18, None), (5, 9, None)],
)
def test_only_neighbouring_digits_are_changed_over(keyed: int, difference: int, meant: int | None) -> None:
    assert transposed_with(keyed, difference) == meant


def test_the_same_account_and_amount_twice_is_a_suspect_of_a_short() -> None:
    finding = find(
        receipt("R1", Tender("check", 6_120, "1"), account="9"),
        receipt("R2", Tender("check", 6_120, "2"), account="9"),
        counted=(20_000, 6_120, 0, 0),
    )  # fmt: skip
    assert SuspectKind.TWICE in kinds(finding)
    twice = next(suspect for suspect in finding.suspects if suspect.kind is SuspectKind.TWICE)
    assert (twice.receipt, "receipts R1 and R2" in twice.sentence) == ("R2", True)


def test_change_that_was_not_given_or_given_twice() -> None:
    over = find(receipt("R1", Tender("cash", 10_000), change=3_880), counted=(30_000, 0, 0, 0))
    assert any("3" in s.sentence and "may not have been given" in s.sentence for s in over.suspects)
    short = find(receipt("R1", Tender("cash", 10_000), change=3_880), counted=(22_240, 0, 0, 0))
    assert any("may have been given twice" in s.sentence for s in short.suspects)


def test_the_starting_cash_left_out_of_the_count() -> None:
    finding = find(receipt("R1", Tender("cash", 5_000)), counted=(5_000, 0, 0, 0))
    assert SuspectKind.STARTING_CASH in kinds(finding)
    assert any("left out of the count" in suspect.sentence for suspect in finding.suspects)


def test_the_starting_cash_miscounted_at_opening() -> None:
    # 200.00 was issued, 195.00 counted, and at the end there are just those 5.00 more
    finding = find(counted=(20_000, 0, 0, 0), starting=19_500)
    assert kinds(finding)[0] is SuspectKind.STARTING_CASH
    assert "that count was wrong" in finding.suspects[0].sentence


def test_half_the_difference_on_the_wrong_side() -> None:
    finding = find(receipt("R1", Tender("cash", 2_500)), counted=(27_500, 0, 0, 0))
    assert SuspectKind.HALF in kinds(finding)


def test_a_roll_of_coin() -> None:
    finding = find(counted=(19_000, 0, 0, 0))
    assert kinds(finding) == [SuspectKind.ROLL]
    assert "one roll of quarters" in finding.suspects[0].sentence


def test_what_nobody_can_explain_is_said_to_the_cent() -> None:
    finding = find(receipt("R1", Tender("cash", 5_000)), counted=(24_983, 0, 0, 0))
    assert finding.suspects == ()
    assert finding.unexplained == (("cash", -17),)


def test_voided_receipts_are_no_suspects() -> None:
    finding = find(
        receipt("R1", Tender("check", 700, "1"), is_void=True), counted=(20_000, 0, 0, 0), expected=(20_000, 700, 0, 0)
    )
    assert finding.suspects == ()


def test_what_was_looked_at_in_vain_is_told() -> None:
    finding = find(receipt("R1", Tender("check", 8_100, "77")), counted=(20_000, 0, 0, 0))
    assert "No tender was keyed as another class." in finding.clear
    assert "No single receipt or tender has that amount." not in finding.clear


def test_a_batch_that_was_not_counted_has_no_difference_yet() -> None:
    assert find_in(batch(), (), issued=20_000) == Finding((), (), ())
    assert find_in(batch(counted=(19_000, 0, 0, 0)), (), issued=20_000).suspects[0].kind is SuspectKind.ROLL


def test_a_swap_names_the_receipt_of_that_class_and_amount_only() -> None:
    finding = find(
        receipt("R1", Tender("cash", 4_500)), receipt("R2", Tender("check", 100, "1")),
        receipt("R3", Tender("check", 4_500, "2"), Tender("check", 7, "3")), counted=(29_000, 107, 0, 0),
    )  # fmt: skip
    assert finding.suspects[0].receipt == "R3"


def test_an_over_suspects_no_missing_item_and_no_double() -> None:
    finding = find(
        receipt("R1", Tender("check", 6_120, "1"), account="9"),
        receipt("R2", Tender("check", 6_120, "2"), account="9"), counted=(20_000, 18_360, 0, 0),
    )  # fmt: skip
    assert not {SuspectKind.ITEM, SuspectKind.TWICE} & set(kinds(finding))


def test_a_double_is_looked_for_among_the_receipts_of_that_class() -> None:
    finding = find(
        receipt("R1", Tender("card", 6_120, "A", "4242"), account="9"),
        receipt("R2", Tender("card", 6_120, "B", "4242"), account="9"),
        receipt("R3", Tender("check", 6_120, "1")), counted=(20_000, 0, 0, 12_240),
    )  # fmt: skip
    assert SuspectKind.TWICE not in kinds(finding)
    mixed = find(
        receipt("R1", Tender("check", 6_000, "1"), Tender("cash", 120), account="9"),
        receipt("R2", Tender("check", 6_000, "2"), Tender("cash", 120), account="9"), counted=(20_240, 5_880, 0, 0),
    )  # fmt: skip
    assert SuspectKind.TWICE in kinds(mixed)


def test_only_change_of_the_difference_is_a_suspect() -> None:
    finding = find(receipt("R1", Tender("cash", 10_000), change=3_880), counted=(26_000, 0, 0, 0))
    assert SuspectKind.CHANGE not in kinds(finding)
    right = find(receipt("R1", Tender("cash", 10_000), change=3_880), counted=(30_000, 0, 0, 0))
    words = [suspect.sentence for suspect in right.suspects if suspect.kind is SuspectKind.CHANGE]
    assert words == ["Change of 38.80 on receipt R1 may not have been given."]


def test_half_the_difference_is_looked_for_in_every_tender_of_the_class() -> None:
    finding = find(receipt("R1", Tender("cash", 2_500), Tender("check", 1, "1")), counted=(27_500, 1, 0, 0))
    assert SuspectKind.HALF in kinds(finding)
    other = find(receipt("R1", Tender("check", 2_500, "1")), counted=(25_000, 2_500, 0, 0))
    assert SuspectKind.HALF not in kinds(other)


@pytest.mark.parametrize(("counted", "words"), [(40_000, "counted twice"), (0, "left out of the count")])
def test_the_starting_cash_twice_or_not_at_all(counted: int, words: str) -> None:
    finding = find(counted=(counted, 0, 0, 0))
    assert any(s.kind is SuspectKind.STARTING_CASH and words in s.sentence for s in finding.suspects)


@pytest.mark.parametrize(("counted", "words"), [(20_050, "counted twice"), (19_950, "missed")])
def test_a_roll_twice_or_missed(counted: int, words: str) -> None:
    (suspect,) = find(counted=(counted, 0, 0, 0)).suspects
    assert (suspect.kind, words in suspect.sentence, "pennies" in suspect.sentence) == (SuspectKind.ROLL, True, True)


def test_each_class_says_for_itself_what_is_unexplained() -> None:
    finding = find(receipt("R1", Tender("check", 8_100, "77")), counted=(19_983, 0, 0, 0))
    assert finding.unexplained == (("cash", -17),)


def test_a_check_of_nearly_that_amount_is_no_suspect() -> None:
    finding = find(receipt("R1", Tender("check", 8_101, "77")), counted=(20_000, 1, 0, 0))
    assert finding.suspects == ()


def test_a_swap_that_explains_a_part_says_what_is_left_and_the_rest_is_looked_for() -> None:
    finding = find(
        receipt("R1", Tender("check", 1_800, "7")), receipt("R2", Tender("check", 4_554, "5521")),
        counted=(21_800, 4_545, 0, 0),
    )  # fmt: skip
    swap = finding.suspects[0]
    assert (swap.kind, swap.receipt) == (SuspectKind.SWAP, "R1")
    assert swap.sentence == "Receipt R1 has a check of 18.00 that may have been cash; 0.09 is left."
    digits = [suspect for suspect in finding.suspects if suspect.kind is SuspectKind.TRANSPOSED]
    assert [(suspect.receipt, suspect.explains) for suspect in digits] == [("R2", -9)]
    assert finding.unexplained == ()


def test_what_a_swap_in_part_leaves_without_explanation_is_said() -> None:
    finding = find(receipt("R1", Tender("check", 1_800, "7")), receipt("R2", Tender("check", 5_000, "8")),
                   counted=(21_800, 4_993, 0, 0))  # fmt: skip
    assert finding.unexplained == (("check", -7),)


def test_no_swap_in_part_is_guessed_without_a_tender_of_that_amount() -> None:
    finding = find(receipt("R1", Tender("check", 5_000, "8")), counted=(21_800, 3_100, 0, 0))
    assert SuspectKind.SWAP not in kinds(finding)
