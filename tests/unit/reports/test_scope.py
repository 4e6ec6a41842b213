"""Of which days and whose, and who sees what (R30, R43)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.batch_state import BatchState
from app.domain.reports.scope import (
    AT_A_TERMINAL,
    DaysBackwardsError,
    DayUnreadableError,
    Reader,
    ReportKind,
    ReportNotForYouError,
    Scope,
    day_typed,
    read_day,
    reader_of,
    span_of,
)
from app.domain.rights import UserUnknownError
from app.domain.user import Role, User

TODAY = "2026-11-21"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("11/21/2026", "2026-11-21"), ("11/21/26", "2026-11-21"), ("2026-11-21", "2026-11-21"), (" 1.2.2026 ",
        "2026-01-02"), ("11/20", "2026-11-20"), ("12/24", "2025-12-24"), ("2-3-26", "2026-02-03"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert read_day(typed, today=TODAY) == day


@pytest.mark.parametrize("typed", ["", "13/1/2026", "2/30/2026", "yesterday", "11/21/2026/1", "2026-1"])
def test_what_is_no_day_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(DayUnreadableError, match=r"is not a day\. Type month, day and year, like 11/21/2026"):
        read_day(typed, today=TODAY)


@given(st.dates())
def test_a_typed_day_reads_back(day: object) -> None:
    iso = str(day)
    if iso >= "1000":
        assert read_day(day_typed(iso), today=TODAY) == iso


def test_a_report_does_not_end_before_it_begins() -> None:
    with pytest.raises(DaysBackwardsError, match="would end on 2026-11-20, before it begins on 2026-11-21"):
        Scope("2026-11-21", "2026-11-20")


def test_spans_of_days() -> None:
    assert span_of("today", TODAY) == (TODAY, TODAY)
    assert span_of("yesterday", TODAY) == ("2026-11-20", "2026-11-20")
    assert span_of("week", TODAY) == ("2026-11-15", TODAY)
    assert span_of("month", TODAY) == ("2026-11-01", TODAY)


def test_a_cashier_is_given_own_batches_whatever_was_asked_for() -> None:
    cashier = reader_of(User("mruiz", "M. Ruiz", (Role.CASHIER,)), asked="mruiz")
    assert cashier == Reader("mruiz", sees_all=False)
    assert cashier.own(Scope(TODAY, TODAY, cashier="tokafor", hour=9)).cashier == "mruiz"


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LEAD, Role.AUDITOR, Role.OFFICE])
def test_who_sees_batches_sees_everybodys_reports(role: Role) -> None:
    assert reader_of(User("kdunn", "K. Dunn", (role,)), asked="kdunn").sees_all


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.SERVICE])
def test_who_sees_no_batch_gets_no_report(role: Role) -> None:
    with pytest.raises(ReportNotForYouError, match=r"P\. Admin may not see reports"):
        reader_of(User("padmin", "P. Admin", (role,)), asked="padmin")


def test_nobody_and_who_has_left_get_no_report() -> None:
    for user in (None, User("gone", "Gone", (Role.SUPERVISOR,), active=False)):
        with pytest.raises(UserUnknownError):
            reader_of(user, asked="gone")


@pytest.mark.parametrize("state", list(BatchState))
def test_sums_stay_hidden_from_who_still_counts_until_the_batch_is_balanced(state: BatchState) -> None:
    is_open = state is not BatchState.BALANCED
    assert Reader("kdunn", sees_all=True).is_blind_to("kdunn", state) is is_open
    assert not Reader("kdunn", sees_all=True).is_blind_to("mruiz", state)
    assert AT_A_TERMINAL.is_blind_to("mruiz", state) is is_open


def test_only_reports_without_money_show_a_blind_batch() -> None:
    assert {kind for kind in ReportKind if not kind.has_amounts} == {ReportKind.NO_SALES, ReportKind.REPRINTS}
