"""What an extract changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.domain.account import Account, ServiceBalance
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.accounts_delta import AccountsDelta


def _account(number: str, cents: int = 100) -> Account:
    return Account(number, number, "RUIZ, MARIA", services=(ServiceBalance("WATER", current=cents),))


class _Known:
    def __init__(self, *accounts: Account) -> None:
        self._digests = {account.key: body_digest(account_body(account)) for account in accounts}

    def digests(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        return {key: self._digests[key] for key in keys if key in self._digests}

    def known_keys(self) -> Iterator[str]:
        return iter(sorted(self._digests))


def test_new_changed_unchanged_and_absent_are_told_apart() -> None:
    delta = AccountsDelta(_Known(_account("1"), _account("2"), _account("3"), _account("9")))
    changes = list(delta.changes([_account("1"), _account("2", 101), _account("4")]))
    assert [(change.account.key, change.is_new) for change in changes] == [("2", False), ("4", True)]
    assert (delta.new, delta.changed, delta.unchanged) == (1, 1, 1)
    assert list(delta.absences(["9"])) == ["3"]
    assert delta.absent == 1


def test_the_same_extract_twice_changes_nothing() -> None:
    accounts = [_account(str(n)) for n in range(50)]
    first = AccountsDelta(_Known())
    assert [change.is_new for change in first.changes(accounts)] == [True] * 50
    second = AccountsDelta(_Known(*accounts))
    assert list(second.changes(accounts)) == []
    assert (second.unchanged, list(second.absences())) == (50, [])


def test_any_difference_is_a_change() -> None:
    before = _account("1")
    for after in (
        replace(before, phone="1"),
        replace(before, unapplied_credit=1),
        replace(before, incomplete=((2, "x"),)),
        replace(before, services=(ServiceBalance("WATER", current=100, due_date="2026-12-05"),)),
    ):
        (change,) = AccountsDelta(_Known(before)).changes([after])
        assert change.body == account_body(after)
