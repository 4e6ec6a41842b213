"""An extract in lines of fixed width: the same quarantine, trailer and accounts as the CSV."""

import pytest

from app.domain.account import FlagKind
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_errors import (
    NoRowsError,
    TrailerRowsDifferError,
    TrailerTotalDiffersError,
    TrailerUnreadableError,
)
from app.interchange.extract_sample import SampledField
from app.interchange.layout_rows import form_of
from tests.unit.interchange.extracts import reasons
from tests.unit.interchange.layouts import LENGTH, layout, line, read_lines, trailer


def test_lines_become_accounts() -> None:
    sewer = line(service="SE", current="00002210-", flags="C", Deposit="A 77")
    (account,), summary = read_lines([line(), sewer, trailer(2, "3910")], layout())
    assert (account.number, account.name, account.status) == ("104-2281", "RUIZ, MARIA", "active")
    assert [(one.service, one.current, one.due_date) for one in account.services] == [
        ("WATER", 6120, "2026-12-05"), ("SEWER", -2210, "2026-12-05"),
    ]  # fmt: skip
    assert [(flag.kind, flag.date) for flag in account.flags] == [(FlagKind.CUTOFF_LIST, "2026-11-24")]
    assert account.notes == (("Deposit", "A 77"),)
    assert (summary.rows, summary.total_proved, summary.as_of, summary.posted_through) == (2, True, "2026-11-21", 0)


def test_rows_that_are_not_understood_are_quarantined_with_line_and_reason() -> None:
    lines = [
        line(), line(account="2", service="XX"), line(account="3", current="61.20"), line(account="4", status="Q"),
        line(account="5", due_date="20261332"), line(account="6")[:-4], line(kind="Z"), "", line(account=""),
        line(account="7") + "x",
    ]  # fmt: skip
    accounts, summary = read_lines(lines, layout())
    assert [account.key for account in accounts if not account.incomplete] == ["1042281"]
    assert [account.key for account in accounts if account.incomplete] == ["2", "3", "5"]
    assert reasons(summary) == [
        (3, "unknown service “XX”"), (4, "amount “61.20” unreadable"), (5, "unknown status “Q”"),
        (6, "date “20261332” unreadable"), (7, f"{LENGTH - 4} characters where {LENGTH} belong"),
        (8, "unknown kind of line “Z”"), (10, "account missing"),
        (11, f"{LENGTH + 1} characters where {LENGTH} belong"),
    ]  # fmt: skip
    assert [unread.key for unread in summary.unread] == ["4", "6", "7"]


def test_short_lines_may_be_padded_and_blanks_behind_a_line_are_no_matter() -> None:
    short = line().rstrip()
    padded = layout(header_lines='header_lines = 1\nshort_lines = "padded"')
    assert len(read_lines([short], padded)[0]) == 1
    assert reasons(read_lines([short], layout())[1])
    assert len(read_lines([line() + "   "], layout())[0]) == 1


def test_a_trailer_that_does_not_agree_refuses_the_file() -> None:
    with pytest.raises(TrailerRowsDifferError):
        read_lines([line(), trailer(2, "6120")], layout())
    with pytest.raises(TrailerTotalDiffersError):
        read_lines([line(), trailer(1, "6121")], layout())
    with pytest.raises(TrailerUnreadableError, match=r"61\.20"):
        read_lines([line(), trailer(1, "61.20")], layout())
    with pytest.raises(NoRowsError):
        read_lines([trailer(0, "0")], layout())


def test_what_the_trailer_leaves_blank_is_not_said() -> None:
    summary = read_lines([line(), trailer(1, "6120", as_of=" " * 8, posted_through=" " * 6)], layout())[1]
    assert (summary.as_of, summary.posted_through, summary.has_trailer) == (None, None, True)
    without = layout(trailer="", trailer_word="", rows="", total="", as_of="", posted_through="")
    assert not read_lines([line()], without)[1].has_trailer


def test_letters_are_read_by_the_layouts_encoding() -> None:
    found = read_lines([line(name="PEÑA, JOSÉ")], layout(encoding='encoding = "cp437"'), encoding="cp437")[0]
    assert found[0].name == "PEÑA, JOSÉ"
    accounts, summary = read_lines([line(name="PEÑA, JOSÉ")], layout(), encoding="cp1252")
    assert (accounts, reasons(summary)) == ([], [(2, "characters not readable")])


def test_rows_of_one_account_may_stand_apart() -> None:
    lines = [line(), line(account="2"), line(service="SE")]
    accounts = read_lines(lines, layout())[0]
    assert [(account.key, len(account.services)) for account in accounts] == [("2", 1), ("1042281", 2)]


def test_a_sample_shows_what_each_field_of_the_first_rows_becomes() -> None:
    text = "".join(f"{one}\n" for one in ["head", line(flags="Y"), line(account="2", current="61.20"), line()[:-1]])
    extract = AccountsExtract(lambda: [text.encode()], form=form_of(layout()))
    good, bad, short = extract.sample()
    fields = {field.column: field for field in good.fields}
    assert fields["current"] == SampledField("current", "00006120", "61.20")
    assert fields["status"] == SampledField("status", "A", "active")
    assert fields["flags"] == SampledField("flags", "Y", "cash_only")
    assert fields["due_date"].becomes == "2026-12-05"
    assert fields["account"].becomes == "1042281"
    assert {field.column: field.fault for field in bad.fields}["current"] == "amount “61.20” unreadable"
    assert (short.line, short.fields) == (4, ())
    assert short.fault == f"{LENGTH - 1} characters where {LENGTH} belong"
