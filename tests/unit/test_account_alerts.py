"""Which alerts stand on a business date, in a cashier's words (feature B5, DESIGN section 6)."""

import pytest

from app.domain.account import Account, AccountFlag, FlagKind
from app.domain.account_alerts import Alert, AlertKind, alerts_of, day_words, near_day_words

TODAY = "2026-11-21"


def _account(*flags: AccountFlag, status: str = "active", incomplete: tuple[tuple[int, str], ...] = ()) -> Account:
    return Account("1", "1", "RUIZ", flags=flags, status=status, incomplete=incomplete)


def _titles(account: Account, *, day: str = TODAY) -> list[str]:
    return [alert.title for alert in alerts_of(account, day)]


def test_the_account_of_the_pictures_shows_its_two_bars() -> None:
    account = _account(
        AccountFlag(FlagKind.CUTOFF_LIST, date="2026-11-24"), AccountFlag(FlagKind.CASH_ONLY, date="2027-01-15")
    )
    assert alerts_of(account, TODAY, stay_on_cents=9640) == (
        Alert(
            AlertKind.STOP, "cash_only", "Cash only until 15 Jan 2027.", "No checks. Take cash, card or money order."
        ),
        Alert(AlertKind.HEED, "cutoff_list", "On the cut-off list for Tue 24 Nov.", "96.40 or more strikes it."),
    )


def test_an_ordinary_account_shows_none() -> None:
    quiet = (AccountFlag(FlagKind.AMP), AccountFlag(FlagKind.SENIOR), AccountFlag(FlagKind.NO_LATE_FEE))
    assert alerts_of(_account(*quiet), TODAY) == ()


def test_cash_only_says_its_last_day_and_falls_silent_after_it() -> None:
    dated = AccountFlag(FlagKind.CASH_ONLY, date=TODAY)
    assert _titles(_account(dated)) == ["Cash only until 21 Nov 2026."]
    assert _titles(_account(dated), day="2026-11-22") == []
    assert _titles(_account(dated, AccountFlag(FlagKind.CASH_ONLY))) == ["Cash only."]


def test_cash_only_is_the_only_alert_that_stops() -> None:
    everything = _account(*(AccountFlag(kind, text="Dog") for kind in FlagKind), status="disconnected")
    kinds = [(alert.code, alert.kind) for alert in alerts_of(everything, TODAY)]
    assert kinds[0] == ("cash_only", AlertKind.STOP)
    assert all(kind is AlertKind.HEED for _code, kind in kinds[1:])


@pytest.mark.parametrize(
    ("date", "title"),
    [
        (None, "On the cut-off list."),
        ("2026-11-24", "On the cut-off list for Tue 24 Nov."),
        (TODAY, "On the cut-off list for Sat 21 Nov."),
        ("2026-11-20", "Cut-off was due Fri 20 Nov."),
        ("2027-01-05", "On the cut-off list for Tue 5 Jan 2027."),
    ],
)
def test_the_cut_off_list_says_its_day(date: str | None, title: str) -> None:
    (alert,) = alerts_of(_account(AccountFlag(FlagKind.CUTOFF_LIST, date=date)), TODAY)
    assert (alert.title, alert.sentence) == (title, "All that is past due strikes it.")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (FlagKind.BANKRUPTCY, "Bankruptcy filed."),
        (FlagKind.DECEASED, "The customer has died."),
        (FlagKind.TAMPER, "Meter was tampered with."),
        (FlagKind.ARRANGEMENT, "Payment arrangement."),
        (FlagKind.DRAFT, "Paid by bank draft."),
        (FlagKind.CONFIDENTIAL, "Confidential."),
    ],
)
def test_each_flag_that_must_be_seen_has_its_bar(kind: FlagKind, title: str) -> None:
    (alert,) = alerts_of(_account(AccountFlag(kind)), TODAY)
    assert (alert.kind, alert.code, alert.title) == (AlertKind.HEED, kind.value, title)
    assert alert.sentence.endswith(".")


def test_notes_are_shown_one_by_one() -> None:
    account = _account(AccountFlag(FlagKind.NOTE, text="Dog in yard"), AccountFlag(FlagKind.NOTE, text="Call first"))
    assert [alert.sentence for alert in alerts_of(account, TODAY)] == ["Dog in yard", "Call first"]


def test_a_disconnected_account_says_what_turns_it_on() -> None:
    (alert,) = alerts_of(_account(status="disconnected"), TODAY)
    assert alert.title == "Service is off."
    assert "reconnect fee" in alert.sentence


@pytest.mark.parametrize("status", ["active", "final", "inactive"])
def test_final_and_inactive_accounts_take_money_without_a_bar(status: str) -> None:
    assert alerts_of(_account(status=status), TODAY) == ()


def test_an_incomplete_balance_names_its_lines() -> None:
    (one,) = alerts_of(_account(incomplete=((812, "x"),)), TODAY)
    assert one.title == "Balance incomplete: line 812 not understood."
    (three,) = alerts_of(_account(incomplete=((812, "x"), (813, "y"), (900, "z"))), TODAY)
    assert three.title == "Balance incomplete: lines 812, 813 and 900 not understood."


def test_an_account_missing_from_the_last_extract_says_so() -> None:
    (alert,) = alerts_of(_account(), TODAY, in_last_extract=False)
    assert (alert.code, alert.title) == ("not_in_extract", "Not in the last extract.")


def test_days_are_written_as_people_say_them() -> None:
    assert day_words("2027-01-05") == "5 Jan 2027"
    assert near_day_words("2026-12-05", TODAY) == "Sat 5 Dec"
