"""An account's snapshot: its key, its sums, its flags."""

import pytest

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance, account_key


@pytest.mark.parametrize("number", ["104-2281-03", "104 2281 03", " 104228103 ", "104-2281\N{NO-BREAK SPACE}03"])
def test_a_number_matches_without_spaces_and_dashes(number: str) -> None:
    assert account_key(number) == "104228103"


def test_letters_match_in_any_case_and_a_number_of_dashes_is_none() -> None:
    assert account_key("a-17b") == "A17B"
    assert account_key(" - ") == ""


def test_the_balance_is_every_age_of_every_service_less_the_credit() -> None:
    water = ServiceBalance("WATER", current=6120, past_due_30=100, past_due_60=20, past_due_90=3)
    account = Account("1", "1", "RUIZ", services=(water, ServiceBalance("SEWER", current=-500)), unapplied_credit=250)
    assert (water.past_due, water.total) == (123, 6243)
    assert account.balance == 6243 - 500 - 250


def test_the_address_has_its_unit() -> None:
    assert Account("1", "1", "RUIZ", service_address="412 ELM ST", unit="APT 2").address == "412 ELM ST APT 2"
    assert Account("1", "1", "RUIZ", service_address="412 ELM ST").address == "412 ELM ST"


def _with(*flags: AccountFlag) -> Account:
    return Account("1", "1", "RUIZ", flags=flags)


def test_cash_only_stands_through_its_date() -> None:
    account = _with(AccountFlag(FlagKind.CASH_ONLY, date="2027-01-15"))
    assert account.is_cash_only("2027-01-15")
    assert not account.is_cash_only("2027-01-16")


def test_cash_only_without_a_date_stands_for_good() -> None:
    assert _with(AccountFlag(FlagKind.CASH_ONLY)).is_cash_only("2099-01-01")
    ended = AccountFlag(FlagKind.CASH_ONLY, date="2020-01-01")
    assert _with(ended, AccountFlag(FlagKind.CASH_ONLY)).is_cash_only("2026-11-21")
    assert not _with().is_cash_only("2026-11-21")


def test_a_flag_is_found_by_its_kind() -> None:
    account = _with(AccountFlag(FlagKind.NOTE, text="Dog"), AccountFlag(FlagKind.NOTE, text="Gate"))
    assert account.flag(FlagKind.NOTE) == AccountFlag(FlagKind.NOTE, text="Dog")
    assert account.has(FlagKind.NOTE)
    assert account.flag(FlagKind.DRAFT) is None


def test_an_account_with_a_row_not_understood_is_incomplete() -> None:
    assert Account("1", "1", "RUIZ", incomplete=((812, "amount unreadable"),)).is_incomplete
    assert not _with().is_incomplete
