"""The trailer: what its rows and total count, and which posting files the amounts contain."""

import pytest

from app.interchange.extract_columns import COLUMNS
from app.interchange.extract_errors import (
    PostedThroughDiffersError,
    PostedThroughMissingError,
    PostedThroughUnknownError,
    TrailerTotalDiffersError,
)
from app.interchange.extract_trailer import contained_through
from tests.unit.interchange.extracts import extract_text, read_bytes, read_rows, row

CREDITED = row(unapplied_credit="5.00", last_payment_amount="40.00", last_payment_date="2026-10-28")


@pytest.mark.parametrize("total", ["61.20", "66.20", "56.20", "106.20", "$61.20", "0,061.20"[3:]])
def test_a_total_may_leave_out_add_or_subtract_the_credit_or_add_every_amount(total: str) -> None:
    _, summary = read_rows(CREDITED, trailer=f"TRAILER,1,{total},2026-11-20,4")
    assert (summary.total_proved, summary.total_cents) == (True, 6120)


def test_any_other_total_is_refused() -> None:
    with pytest.raises(TrailerTotalDiffersError):
        read_rows(CREDITED, trailer="TRAILER,1,101.20,2026-11-20,4")


def test_quarantined_rows_count_where_their_amounts_can_be_read() -> None:
    rows = (row(), row(service="GAS", current="10.00"), row(account="", current="3.00"), row())
    _, summary = read_rows(*rows, trailer="TRAILER,4,135.40,2026-11-20,4")
    assert (len(summary.quarantined), summary.total_proved) == (3, True)


def test_an_unreadable_amount_leaves_the_total_unproved_and_the_rows_checked() -> None:
    rows = (row(), row(account="2", current="12.345"))
    _, summary = read_rows(*rows, trailer="TRAILER,2,73.55,2026-11-20,4")
    assert (summary.total_proved, summary.total_cents) == (False, 6120)
    _, summary = read_rows(*rows, trailer="TRAILER,2,61.20,2026-11-20,4")
    assert not summary.total_proved


@pytest.mark.parametrize("broken", ["7,too short", '7,"open'])
def test_a_row_that_cannot_be_divided_leaves_the_total_unproved_and_is_counted(broken: str) -> None:
    text = extract_text([row()]) + f"{broken}\nTRAILER,2,70.00,2026-11-20,4\n"
    _, summary = read_bytes(text.encode())
    assert (summary.rows, summary.total_proved, len(summary.quarantined)) == (2, False, 1)


def test_a_file_without_a_trailer_is_taken_and_proves_nothing() -> None:
    _, summary = read_rows(row())
    assert (summary.total_proved, summary.as_of, summary.posted_through) == (False, None, None)


def test_a_trailer_may_leave_out_what_it_contains() -> None:
    _, summary = read_rows(row(), trailer="TRAILER,1,61.20,11/20/2026")
    assert (summary.as_of, summary.posted_through, summary.total_proved) == ("2026-11-20", None, True)


def test_a_spreadsheet_may_fill_the_trailer_up_with_commas() -> None:
    padded = "TRAILER,1,61.20,2026-11-20,4" + "," * (len(COLUMNS) - 5)
    _, summary = read_rows(row(), trailer=padded)
    assert (summary.rows, summary.posted_through) == (1, 4)


def test_a_customer_who_lives_in_a_trailer_is_no_trailer() -> None:
    columns = ["unit", *(name for name in COLUMNS if name != "unit")]
    text = extract_text([row(unit="TRAILER"), row(unit="TRAILER", service="SEWER")], columns=columns)
    accounts, summary = read_bytes(text.encode())
    assert (summary.rows, len(accounts[0].services), accounts[0].unit) == (2, 2, "TRAILER")


def test_the_trailer_says_what_is_contained_or_a_person_does() -> None:
    assert contained_through(3, given=None, last_posting_file=5) == 3
    assert contained_through(None, given=4, last_posting_file=5) == 4
    assert contained_through(3, given=3, last_posting_file=5) == 3
    assert contained_through(0, given=None, last_posting_file=5) == 0


def test_a_station_that_made_no_posting_file_needs_nobody_to_say() -> None:
    assert contained_through(None, given=None, last_posting_file=0) == 0


def test_what_is_contained_is_never_guessed() -> None:
    with pytest.raises(PostedThroughMissingError, match="the last one made is 5"):
        contained_through(None, given=None, last_posting_file=5)


def test_two_answers_that_differ_are_refused() -> None:
    with pytest.raises(PostedThroughDiffersError, match="trailer says posting file 3 is contained, you say 4"):
        contained_through(3, given=4, last_posting_file=5)


def test_nobody_can_name_a_posting_file_that_was_never_made() -> None:
    with pytest.raises(PostedThroughUnknownError, match="cannot contain posting file 6: the last one made is 5"):
        contained_through(None, given=6, last_posting_file=5)
    with pytest.raises(PostedThroughUnknownError, match="none was made yet"):
        contained_through(None, given=1, last_posting_file=0)


def test_an_extract_contains_nothing_that_was_made_after_it() -> None:
    assert contained_through(9, given=None, last_posting_file=5) == 5
