"""What an extract changes."""

from dataclasses import replace

from app.domain.account import Account, ServiceBalance
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.accounts_delta import AccountsDelta


def _account(number: str, cents: int = 100) -> Account:
    return Account(number, number, "RUIZ, MARIA", services=(ServiceBalance("WATER", current=cents),))


def _known(*accounts: Account) -> list[tuple[str, bytes]]:
    return [(account.key, body_digest(account_body(account))) for account in accounts]


def test_new_changed_unchanged_and_absent_are_told_apart() -> None:
    delta = AccountsDelta(_known(_account("1"), _account("2"), _account("3"), _account("9")))
    changes = list(delta.changes([_account("1"), _account("2", 101), _account("4")]))
    assert [(change.account.key, change.is_new) for change in changes] == [("2", False), ("4", True)]
    assert (delta.new, delta.changed, delta.unchanged) == (1, 1, 1)
    assert delta.absent() == ("3", "9")
    assert delta.absent(["9"]) == ("3",)


def test_the_same_extract_twice_changes_nothing() -> None:
    accounts = [_account(str(n)) for n in range(50)]
    first = AccountsDelta([])
    known = [(change.account.key, change.digest) for change in first.changes(accounts)]
    second = AccountsDelta(known)
    assert list(second.changes(accounts)) == []
    assert (second.unchanged, second.absent()) == (50, ())


def test_any_difference_is_a_change() -> None:
    before = _account("1")
    for after in (
        replace(before, phone="1"),
        replace(before, unapplied_credit=1),
        replace(before, incomplete=((2, "x"),)),
        replace(before, services=(ServiceBalance("WATER", current=100, due_date="2026-12-05"),)),
    ):
        (change,) = AccountsDelta(_known(before)).changes([after])
        assert change.body == account_body(after)
