"""What an extract changes: new, changed and absent accounts, by a digest of each account's canonical body."""

from collections.abc import Iterable, Iterator

from app.domain.account import Account
from app.frozen import frozen
from app.interchange.accounts_blob import account_body, body_digest


@frozen
class AccountChange:
    """One account to keep; `body` is its canonical JSON, `digest` what the next import compares with."""

    account: Account
    body: bytes
    digest: bytes
    is_new: bool


class AccountsDelta:
    """Compares an extract with what the books hold: `known` gives (key, digest) of every account.

    Memory: the known keys and digests, about 200 bytes an account.
    """

    def __init__(self, known: Iterable[tuple[str, bytes]]) -> None:
        self.new = 0
        self.changed = 0
        self.unchanged = 0
        self._left = dict(known)

    def changes(self, accounts: Iterable[Account]) -> Iterator[AccountChange]:
        """The new and changed accounts, in the extract's order; counts the unchanged."""
        for account in accounts:
            body = account_body(account)
            digest = body_digest(body)
            before = self._left.pop(account.key, None)
            if before == digest:
                self.unchanged += 1
                continue
            if before is None:
                self.new += 1
            else:
                self.changed += 1
            yield AccountChange(account, body, digest, before is None)

    def absent(self, unread: Iterable[str] = ()) -> tuple[str, ...]:
        """Known keys that the extract did not name, sorted; `unread` keys were named by broken rows only.

        Call when `changes` has ended.
        """
        return tuple(sorted(self._left.keys() - set(unread)))
