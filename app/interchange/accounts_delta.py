"""What an extract changes: new, changed and absent accounts, by a digest of each account's canonical body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from app.domain.account import Account
from app.frozen import frozen
from app.interchange.accounts_blob import account_body, body_digest
from app.interchange.key_marks import KeyMarks

ASKED_AT_ONCE = 500


class KnownAccounts(Protocol):
    """What the books hold."""

    def digests(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        """The digest of each that is known, at most ASKED_AT_ONCE; one marked absent has an empty one."""
        ...

    def known_keys(self) -> Iterator[str]:
        """Every known key, in order."""
        ...


@frozen
class AccountChange:
    """One account to keep; `body` is its canonical JSON, `digest` what the next import compares with."""

    account: Account
    body: bytes
    digest: bytes
    is_new: bool


class AccountsDelta:
    """Compares an extract with what the books hold; asks them, and keeps eight bytes an account (`KeyMarks`).

    Two keys with one hash could hide that one of them is absent; its amounts would be those of the last extract.
    """

    def __init__(self, known: KnownAccounts) -> None:
        self.new = 0
        self.changed = 0
        self.unchanged = 0
        self.absent = 0
        self._known = known
        self._named = KeyMarks()

    def changes(self, accounts: Iterable[Account]) -> Iterator[AccountChange]:
        """The new and changed accounts, in the extract's order; counts the unchanged."""
        source = iter(accounts)
        while some := list(islice(source, ASKED_AT_ONCE)):
            before = self._known.digests([account.key for account in some])
            for account in some:
                self._named.add(account.key)
                body = account_body(account)
                digest = body_digest(body)
                known = before.get(account.key)
                if known == digest:
                    self.unchanged += 1
                    continue
                if known is None:
                    self.new += 1
                else:
                    self.changed += 1
                yield AccountChange(account, body, digest, known is None)

    def absences(self, unread: Iterable[str] = ()) -> Iterator[str]:
        """Known keys that the extract did not name, in order, counted; `unread` keys were named by broken rows only.

        Call once, when `changes` has ended.
        """
        self._named.end()
        broken = frozenset(unread)
        for key in self._known.known_keys():
            if key not in broken and not self._named.has(key):
                self.absent += 1
                yield key
