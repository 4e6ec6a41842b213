"""Row faults: quarantined with line and reason, and what becomes of their account (accounts-extract.md)."""

import pytest

from app.interchange.extract_columns import COLUMNS
from app.interchange.extract_errors import TooManyBadRowsError
from tests.unit.interchange.extracts import extract_text, read_bytes, read_rows, reasons, row

SEWER = row(service="SEWER", current="22.10")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"current": "61.205"}, "amount “61.205” unreadable"),
        ({"past_due_90": "abc"}, "amount “abc” unreadable"),
        ({"unapplied_credit": "1,20"}, "amount “1,20” unreadable"),
        ({"last_payment_amount": "x"}, "amount “x” unreadable"),
        ({"due_date": "2026-13-05"}, "date “2026-13-05” unreadable"),
        ({"last_payment_date": "soon"}, "date “soon” unreadable"),
        ({"service": "GAS"}, "unknown service “GAS”"),
        ({"service": ""}, "unknown service “”"),
        ({"account_class": "rural"}, "unknown class “rural”"),
        ({"status": "gone"}, "unknown status “gone”"),
        ({"flags": "vip"}, "unknown flag “vip”"),
        ({"flags": "cash_only=01/2027"}, "date “01/2027” unreadable"),
        ({"name": "RUIZ, MARIO"}, "another name for this account: “RUIZ, MARIO”"),
        ({"service_address": "1 ELM ST"}, "another address for this account: “1 ELM ST”"),
        ({"unapplied_credit": "7.00CR"}, "unapplied credit below zero"),
        ({"unapplied_credit": "7.00"}, "unapplied credit differs from the account's first row"),
    ],
)
def test_a_row_that_is_not_understood_is_quarantined_and_its_account_is_incomplete(
    values: dict[str, str], reason: str
) -> None:
    bad = row(**{"service": "SEWER", **values})
    accounts, summary = read_rows(row(unit="A", mailing_address="PO BOX 1"), bad, row(account="7"))
    assert reasons(summary) == [(3, reason)]
    assert summary.quarantined[0].key == "1042281"
    assert summary.quarantined[0].text.startswith("104-2281,")
    assert accounts[0].incomplete == ((3, reason),)
    assert [service.service for service in accounts[0].services] == ["WATER"]
    assert not accounts[1].is_incomplete
    assert summary.unread == ()


def test_an_account_whose_only_row_is_bad_is_known_by_name_and_incomplete() -> None:
    (account,), _ = read_rows(row(current="61.205"))
    assert (account.name, account.services, account.incomplete) == (
        "RUIZ, MARIA",
        (),
        ((2, "amount “61.205” unreadable"),),
    )


def test_an_account_that_no_row_introduces_is_listed_as_unread() -> None:
    accounts, summary = read_rows(row(status="gone"), row(account="7"))
    assert [account.number for account in accounts] == ["7"]
    assert (summary.unread[0].key, summary.unread[0].incomplete) == ("1042281", ((2, "unknown status “gone”"),))


def test_a_row_without_an_account_is_quarantined_and_harms_nobody() -> None:
    accounts, summary = read_rows(row(account=" - "), row())
    assert reasons(summary) == [(2, "account missing")]
    assert not accounts[0].is_incomplete
    assert summary.rows == 2


def test_a_row_with_too_few_or_too_many_fields_is_quarantined() -> None:
    lines = extract_text([row(), SEWER, row(account="7")]).splitlines()
    lines[2] += ",more"
    lines.append("9,SHORT ROW")
    accounts, summary = read_bytes(("\n".join(lines) + "\n").encode())
    width = len(COLUMNS)
    assert reasons(summary) == [(3, f"{width + 1} fields where {width} belong"), (5, f"2 fields where {width} belong")]
    assert accounts[0].incomplete == ((3, f"{width + 1} fields where {width} belong"),)
    assert [(unread.key, unread.incomplete[0][0]) for unread in summary.unread] == [("9", 5)]


def test_a_broken_row_that_stands_before_or_after_its_account_marks_it_all_the_same() -> None:
    lines = extract_text([row(), row(account="7")]).splitlines()
    broken = ["104-2281,too short", *lines[1:], "104 2281,too short too", '1042281,"open']
    accounts, summary = read_bytes(("\n".join([lines[0], *broken]) + "\n").encode())
    assert [line for line, _reason in accounts[0].incomplete] == [2, 5, 6]
    assert not accounts[1].is_incomplete
    assert len(summary.quarantined) == 3
    assert summary.unread == ()


def test_the_lines_of_an_incomplete_account_stand_in_the_files_order() -> None:
    lines = extract_text([row(), row(service="GAS"), row(service="OIL")]).splitlines()
    lines.insert(3, "104-2281,too short")
    (account,), _ = read_bytes("\n".join(lines).encode())
    assert [line for line, _reason in account.incomplete] == [3, 4, 5]


def test_an_exact_double_is_quarantined_and_leaves_the_account_whole() -> None:
    accounts, summary = read_rows(row(), SEWER, row(current=" 61.20 "))
    assert reasons(summary) == [(4, "the same row as line 2")]
    assert not accounts[0].is_incomplete
    assert accounts[0].balance == 6120 + 2210


def test_the_same_service_twice_with_another_amount_makes_the_account_incomplete() -> None:
    accounts, summary = read_rows(row(), row(current="61.21"))
    assert reasons(summary) == [(3, "WATER stands twice for this account, first on line 2")]
    assert (accounts[0].balance, accounts[0].is_incomplete) == (6120, True)


def test_names_that_differ_in_case_spaces_or_composition_are_the_same() -> None:
    first = row(name="PE\xd1A,  JOSE", service_address="412 N Chickasaw Ave")
    second = row(name=" pen\N{COMBINING TILDE}a, jose ", service="SEWER", service_address="412  N CHICKASAW AVE")
    accounts, summary = read_rows(first, second)
    assert summary.quarantined == ()
    assert (accounts[0].name, len(accounts[0].services)) == ("PE\xd1A, JOSE", 2)


def test_account_columns_left_empty_on_later_rows_say_nothing() -> None:
    accounts, summary = read_rows(row(unit="A"), row(service="SEWER", name="", service_address="", unit=""))
    assert (summary.quarantined, accounts[0].unit) == ((), "A")


def test_the_first_name_stands_even_when_its_row_is_bad_and_nothing_better_follows() -> None:
    accounts, _ = read_rows(row(current="x"), row(current="y", name="RUIZ, MARIO"))
    assert accounts[0].name == "RUIZ, MARIA"


def test_other_accounts_post_though_one_is_bad() -> None:
    rows = [row(account=str(n), current="bad" if n == 13 else "1.00") for n in range(1, 31)]
    accounts, summary = read_rows(*rows)
    assert len(accounts) == 30
    assert sum(account.balance for account in accounts) == 2900
    assert len(summary.quarantined) == 1


def test_a_file_of_nothing_but_bad_rows_is_another_kind_of_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.interchange.extract_findings.MAX_QUARANTINED", 10)
    with pytest.raises(TooManyBadRowsError, match="the first on line 2: unknown service “GAS”"):
        read_rows(*(row(account=str(n), service="GAS") for n in range(12)))
