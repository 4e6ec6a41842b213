"""Close report and deposit slip: what they say, that they refuse what does not add up, and that they stay the same."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.facts.deposits import DepositPrepared
from app.domain.records import BatchRecord, DepositRecord, NoSaleRecord, ReceiptRecord
from receipts.layouts.close_report import BatchNotCountedError, close_report
from receipts.layouts.deposit_slip import deposit_slip
from receipts.layouts.sheet_parts import denominations
from receipts.renderers.ink import Face, Line, Mark, Page, Points, Words
from receipts.renderers.pdf import measure
from receipts.renderers.sheet_pages import sheet_pages, sheet_pdf
from receipts.renderers.sheet_text import sheet_text
from receipts.sheet import Column, Facts, Section, Sheet, Table
from tests.receipts import report_samples, samples

GOLDEN = Path(__file__).parent / "golden"


def report(
    batch: BatchRecord = report_samples.BATCH,
    receipts: tuple[ReceiptRecord, ...] = report_samples.RECEIPTS,
    *,
    practice: bool = False,
) -> Sheet:
    return close_report(
        batch, receipts, head=report_samples.HEAD, policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE,
        practice=practice,
    )  # fmt: skip


def slip(
    deposit: DepositRecord = report_samples.DEPOSIT, prepared: DepositPrepared = report_samples.PREPARED
) -> Sheet:
    return deposit_slip(
        deposit, prepared, policy=samples.POLICY, names=samples.NAMES, zone=samples.ZONE, practice=False
    )  # fmt: skip


def words_of(page: Page) -> list[str]:
    return [mark.text for mark in page.marks if isinstance(mark, Words)]


@pytest.mark.parametrize(("name", "make"), [("close_report", report), ("deposit_slip", slip)])
def test_a_report_reads_as_its_golden_paper(name: str, make: Callable[[], Sheet]) -> None:
    assert sheet_text(make()) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_r3_who_held_the_drawer_before_stands_on_the_close_report() -> None:
    handed = replace(report_samples.BATCH, held_before=("kdunn", "tokafor"))
    assert "Handed over by" in sheet_text(report(handed))
    assert sheet_text(report(handed)).count("Okafor") > sheet_text(report()).count("Okafor")
    assert "Handed over by" not in sheet_text(report())


@pytest.mark.parametrize("make", [report, slip])
def test_a_report_rendered_twice_is_the_same_to_the_byte(make: Callable[[], Sheet]) -> None:
    first = sheet_pdf(make())
    sheet_pdf(slip(*report_samples.large_bag()))  # another paper in between changes nothing
    assert sheet_pdf(make()) == first


def test_the_order_in_which_receipts_come_does_not_change_the_report() -> None:
    assert report(receipts=report_samples.RECEIPTS[::-1]) == report()


def test_what_comes_after_the_close_is_not_on_the_report() -> None:
    later = replace(report_samples.BATCH, deposit="DT1B-D0012", posting_file_no=17, last_ref=report_samples.DEPOSIT.ref)
    assert report(later) == report()


def test_a_batch_without_a_count_has_no_report() -> None:
    with pytest.raises(BatchNotCountedError) as caught:
        report(replace(report_samples.BATCH, state=BatchState.OPEN, counts=()))
    assert caught.value.sentence() == (
        "Batch DT1B-0142 is not counted. Count it first, then print its close report."
    )


def test_a_batch_opened_again_has_no_report_until_it_is_counted_again() -> None:
    with pytest.raises(BatchNotCountedError):
        report(replace(report_samples.BATCH, state=BatchState.OPEN))


def test_before_the_acceptance_over_and_short_come_from_the_last_count() -> None:
    expected = tuple(replace(result, counted=0, over=0, short=0) for result in report_samples.BATCH.expected)
    counted = replace(report_samples.BATCH, state=BatchState.COUNTED, expected=expected)
    assert "Short $1.00" in sheet_text(report(counted))


def test_receipts_that_do_not_add_up_to_the_batch_make_no_report() -> None:
    with pytest.raises(ValueError, match="not those of batch DT1B-0142"):
        report(receipts=report_samples.RECEIPTS[1:])


def test_cash_that_does_not_add_up_to_what_is_expected_makes_no_report() -> None:
    with pytest.raises(ValueError, match="cash of batch DT1B-0142"):
        report(replace(report_samples.BATCH, turned_in=100))


def test_over_and_short_stand_apart_and_are_never_netted() -> None:
    batch, receipts = report_samples.large_batch()
    text = sheet_text(report(batch, receipts))
    assert "Over $18.00" in text
    assert "Short $18.00" in text


def test_a_counted_batch_says_that_nobody_has_accepted_it() -> None:
    text = sheet_text(report(replace(report_samples.BATCH, state=BatchState.COUNTED, balanced_by="", balanced_at="")))
    assert "Accepted: Counted, not accepted yet" in text
    assert "Accepted by K. Dunn" not in text


def test_a_batch_without_voids_approvals_and_lost_paper_fits_on_one_page() -> None:
    records = (record for record in report_samples.RECEIPTS if not record.is_void)
    good = tuple(replace(record, approvals=(), approval_reasons=()) for record in records)
    batch = replace(report_samples.BATCH, counts=(replace(report_samples.COUNT, unprinted=()),))
    assert len(sheet_pages(report(batch, good), measure)) == 1


def test_a_drawerless_batch_says_so() -> None:
    text = sheet_text(report(replace(report_samples.BATCH, source="MAIL", drawer=False)))
    assert "Station and source: Drive-thru DT1, MAIL, no drawer" in text


def test_practice_stands_on_the_report_and_on_the_foot_of_each_page() -> None:
    pages = sheet_pages(report(practice=True), measure)
    assert "PRACTICE - no real money" in words_of(pages[0])
    assert all(any("PRACTICE" in text and "Close report" in text for text in words_of(page)) for page in pages)


def test_a_bag_that_does_not_add_up_has_no_slip() -> None:
    with pytest.raises(ValueError, match="does not add up"):
        slip(prepared=replace(report_samples.PREPARED, coin=13))
    with pytest.raises(ValueError, match="was not prepared by the entry of DT1B-D0011"):
        slip(prepared=replace(report_samples.PREPARED, deposit="DT1B-D0011"))


def test_a_slip_before_the_second_count_says_so() -> None:
    assert "Verified by: not verified yet" in sheet_text(slip(*report_samples.large_bag()))


def test_rolls_and_pieces_of_both_counts_stand_in_one_row_each() -> None:
    start, counted = CashCount.of({"2000": 1}), CashCount.of({"2000": 2, "coin5": 3}, rolls=500)
    assert denominations(start, counted) == (
        ("$20 bill", "1", "20.00", "2", "40.00"),
        ("$0.05 coin", "", "", "3", "0.15"),
        ("Coin rolls", "", "", "", "5.00"),
    )


def test_a_long_check_list_repeats_its_head_and_keeps_every_check_and_numbers_its_pages() -> None:
    pages = sheet_pages(slip(*report_samples.large_bag(200)), measure)
    assert len(pages) > 3
    listed = sorted(text for page in pages for text in words_of(page) if text.startswith("FC1A-00"))
    assert listed == [f"FC1A-{n + 4100:06d}" for n in range(200)]
    for n, page in enumerate(pages, 1):
        words = words_of(page)
        assert f"Page {n} of {len(pages)}" in words
        if any(text.startswith("FC1A-00") for text in words):
            assert "Payer" in words


@pytest.mark.parametrize("sheet", [slip(*report_samples.large_bag()), report(*report_samples.large_batch())])
def test_nothing_lies_outside_the_page_or_over_its_foot(sheet: Sheet) -> None:
    for page in sheet_pages(sheet, measure):
        *body, foot, number = page.marks
        assert isinstance(foot, Words)
        assert isinstance(number, Words)
        for mark in body:
            left, right, bottom = extent(mark)
            assert left >= 53
            assert right <= page.width - 53
            assert bottom < foot.y - 8


def extent(mark: Mark) -> tuple[Points, Points, Points]:
    match mark:
        case Words():
            wide = measure(mark.text, mark.face, mark.size)
            left = {"left": mark.x, "centre": mark.x - wide / 2, "right": mark.x - wide}[mark.anchor.value]
            return left, left + wide, mark.y
        case Line():
            return mark.x1, mark.x2, max(mark.y1, mark.y2)
    return mark.x, mark.x + mark.width, mark.y + mark.height


def test_what_is_signed_together_stands_on_one_page() -> None:
    for checks in range(20, 40):
        pages = sheet_pages(slip(*report_samples.large_bag(checks)), measure)
        last = words_of(pages[-1])
        assert "Through whose hands" in last
        assert "Bank validation stamp" in last


def test_an_amount_is_never_wrapped_and_a_word_wider_than_its_column_is_broken() -> None:
    table = Table(
        (Column("Payer"), Column("Amount", True)), (("M" * 300, "1,234,567.89"),), (("", "$1,234,567.89"),)
    )
    page = sheet_pages(Sheet("City", (), "Test", "1", "", (Section("", (table,)),)), measure)[0]
    words = words_of(page)
    assert {"1,234,567.89", "$1,234,567.89"} <= set(words)
    assert "".join(text for text in words if set(text) == {"M"}) == "M" * 300


def test_a_row_without_a_cell_for_each_column_is_refused() -> None:
    with pytest.raises(ValueError, match="a cell for each column"):
        Table((Column("A"), Column("B")), (("only one",),))


def test_a_fact_longer_than_its_column_wraps_and_pushes_the_next_row_down() -> None:
    facts = Facts((("Bank", "The First National Bank and Trust Company of Northeastern Oklahoma"), ("Bag", "1"),
                   ("Date", "x"), ("Next", "row")))  # fmt: skip
    page = sheet_pages(Sheet("City", (), "Test", "1", "", (Section("", (facts,)),)), measure)[0]
    placed = {mark.text: mark.y for mark in page.marks if isinstance(mark, Words)}
    assert placed["Next"] > max(y for text, y in placed.items() if "Oklahoma" in text)
    assert Face.SANS_MEDIUM in {mark.face for mark in page.marks if isinstance(mark, Words)}


def test_the_slip_of_a_bag_taken_apart_says_so_above_everything() -> None:
    apart = replace(
        report_samples.DEPOSIT, undone_by="kdunn", undone_with="swhite", undone_at="2026-11-21T23:40:00.000Z",
        undone_reason="Wrong bag number",
    )  # fmt: skip
    text = sheet_text(slip(apart))
    assert "TAKEN APART, not for the bank" in text
    assert "Taken apart by K. Dunn and" in text
    assert text.index("TAKEN APART") < text.index("Bag number")


def test_r7_every_no_sale_stands_on_the_close_report_with_its_reason() -> None:
    openings = (
        NoSaleRecord("2026-11-21T16:50:00.000Z", "mruiz", "Make change", ""),
        NoSaleRecord("2026-11-21T18:05:00.000Z", "mruiz", "Drawer check: a coin was stuck", "kdunn"),
    )
    sheet = close_report(
        report_samples.BATCH, report_samples.RECEIPTS, head=report_samples.HEAD, policy=samples.POLICY,
        names=samples.NAMES, zone=samples.ZONE, practice=False, openings=openings,
    )  # fmt: skip
    text = sheet_text(sheet)
    listed = text[text.index("Drawer opened without a receipt") :]
    assert listed.index("10:50 am") < listed.index("Make change") < listed.index("12:05 pm")
    assert "Drawer check: a coin was stuck" in listed
    assert "K. Dunn" in listed
    assert "Drawer opened without a receipt" not in sheet_text(report())
