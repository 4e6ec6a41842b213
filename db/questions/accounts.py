"""Accounts of the last extract, and our payments that it does not contain yet."""

import json
from collections.abc import Sequence

from app.domain.account import Account
from app.domain.records import AccountStanding, PaymentSince
from db.account_body import account_of
from db.decoding import paid_of
from db.ids import seq_of
from db.questions.base import Answers, one_snapshot
from db.questions.receipts import ENTRY_OF

BALANCES_LIMIT = 25
_AFTER = (
    "SELECT a.account, a.left_after, a.body FROM view_account a WHERE a.account > ? AND a.generation ="
    " (SELECT max(n.generation) FROM view_account n, view_state s WHERE n.account = a.account"
    " AND n.generation <= s.generation) ORDER BY a.account LIMIT ?"
)
_NAMED = (
    "SELECT a.account, a.left_after, a.body FROM json_each(?) k JOIN view_account a ON a.account = k.value"
    " AND a.generation = (SELECT max(n.generation) FROM view_account n, view_state s WHERE n.account = a.account"
    " AND n.generation <= s.generation)"
)
_KEYS_AFTER = (
    "SELECT DISTINCT account FROM view_account WHERE account > ? AND generation <= (SELECT generation FROM view_state)"
    " ORDER BY account LIMIT ?"
)
# A page of rows in key order: its last key, and whether a newer generation that counts replaced one of them
_REPLACED = (
    "SELECT coalesce(max(account), ''), coalesce(max(is_old), 0) FROM (SELECT a.account, EXISTS (SELECT 1"
    " FROM view_account n WHERE n.account = a.account AND n.generation > a.generation"
    " AND n.generation <= s.generation) AS is_old FROM view_account a, view_state s"
    " WHERE a.account > ? AND a.generation <= s.generation ORDER BY a.account, a.generation LIMIT ?)"
)
_ACCOUNT = (
    "SELECT body, left_after FROM view_account WHERE account = ? AND generation <= ? ORDER BY generation DESC LIMIT 1"
)
# The import that an account's amounts come from: the last one, or the last that still listed the account
_IMPORT = "SELECT posted_through, eid FROM view_import WHERE generation = ?"
# Entries are read only for receipts that the snapshot lacks in part: one of them or its void, and not the other
_SINCE = (
    "SELECT l.receipt_id, r.posting_no, r.void_eid, r.void_posting_no, j.payload"
    f" FROM view_line l JOIN view_receipt r ON r.receipt_id = l.receipt_id {ENTRY_OF}"
    " WHERE l.account = ?1 AND (r.posting_no = 0 OR r.posting_no > ?2)"
    " <> (r.void_eid IS NOT NULL AND (r.void_posting_no = 0 OR r.void_posting_no > ?2)) ORDER BY l.receipt_id"
)
# What a line still takes from the snapshot's balance: our payment unless the snapshot has it, less its void likewise
_NET = (
    "l.cents * ((r.posting_no = 0 OR r.posting_no > {pt})"
    " - (r.void_eid IS NOT NULL AND (r.void_posting_no = 0 OR r.void_posting_no > {pt})))"
)
_BALANCES = (
    "SELECT a.account, a.balance - coalesce((SELECT sum("
    + _NET.format(pt="i.posted_through")
    + ") FROM view_line l JOIN view_receipt r ON r.receipt_id = l.receipt_id WHERE l.account = a.account), 0)"
    " FROM view_state s JOIN view_account a JOIN view_import i ON i.generation = coalesce(a.left_after, s.generation)"
    " WHERE a.account IN ("
    + ", ".join("?" * BALANCES_LIMIT)
    + ") AND a.generation <= s.generation ORDER BY a.generation"
)
_TAKEN = (
    "SELECT l.account, l.cents, r.posting_no, r.void_eid IS NOT NULL, r.void_posting_no"
    " FROM view_line l JOIN view_receipt r ON r.receipt_id = l.receipt_id WHERE l.account IN ("
    + ", ".join("?" * BALANCES_LIMIT)
    + ")"
)


class AccountAnswers(Answers):
    """Answers about accounts."""

    @one_snapshot
    def account(self, key: str) -> Account | None:
        """The last snapshot of one account."""
        row = self._account(key, self.state().generation)
        return account_of(row[0]) if row else None

    @one_snapshot
    def payments_since(self, key: str) -> Sequence[PaymentSince]:
        """What we took or gave back on the account and its snapshot does not contain, the oldest first.

        A good receipt stands with its cents; a void of one that the snapshot does contain stands with minus its cents.
        The shown balance is the snapshot's less the sum of these.
        """
        generation = self.state().generation
        row = self._account(key, generation)
        through = self._import(generation if row[1] is None else row[1])[0] if row else 0
        return self._payments_since(key, through)

    @one_snapshot
    def standing(self, key: str) -> AccountStanding | None:
        """The snapshot of one account, our payments since, and the import it rests on."""
        generation = self.state().generation
        row = self._account(key, generation)
        if row is None:
            return None
        body, left_after = row
        posted_through, import_eid = self._import(generation if left_after is None else left_after)
        payments = tuple(self._payments_since(key, posted_through))
        return AccountStanding(self._account_of(body), payments, seq_of(import_eid), left_after is None)

    def _account_of(self, body: bytes) -> Account:
        return account_of(body)

    def _account(self, key: str, generation: int) -> tuple[bytes, int | None] | None:
        found: tuple[bytes, int | None] | None = self._maybe(_ACCOUNT, (key, generation))
        return found

    def _import(self, generation: int) -> tuple[int, int]:
        """The last posting file that an import contains, and its entry; never changes, so it is kept."""
        kept = self._kept.imports
        if generation not in kept:
            kept[generation] = self._one(_IMPORT, (generation,))
        return kept[generation]

    def _payments_since(self, key: str, through: int) -> list[PaymentSince]:
        found: list[PaymentSince] = []
        last = -1
        for receipt_id, posting_no, void_eid, void_posting_no, payload in self._rows(_SINCE, (key, through)):
            if receipt_id == last:  # an account that stands twice on one receipt
                continue
            last = receipt_id
            is_since = posting_no == 0 or posting_no > through
            found.append(self._payment(key, payload, None if is_since else void_eid, posting_no, void_posting_no))
        return found

    def _payment(
        self, key: str, payload: bytes, void_eid: int | None, posting_no: int, void_posting_no: int
    ) -> PaymentSince:
        fact = paid_of(payload)
        sign = 1 if void_eid is None else -1
        lines = [line for line in fact.lines if line.account == key]
        return PaymentSince(
            receipt=fact.receipt,
            at=fact.at if void_eid is None else self._entry(void_eid)[1].at,
            cents=sign * sum(line.cents for line in lines),
            allocation=tuple((part.bucket, sign * part.cents) for line in lines for part in line.allocation),
            posting_file_no=posting_no if void_eid is None else void_posting_no,
        )

    def state_generation(self) -> int:
        """The generation of accounts that counts now."""
        return int(self._one("SELECT generation FROM view_state")[0])

    def taken_since(self, through: dict[str, int]) -> dict[str, int]:
        """Net cents of our payments by account, each beyond the posting file that its snapshot contains."""
        padded = [*through, *[""] * (-len(through) % BALANCES_LIMIT)]
        net: dict[str, int] = {}
        for place in range(0, len(padded), BALANCES_LIMIT):
            rows = self._rows(_TAKEN, padded[place : place + BALANCES_LIMIT])
            for account, cents, posting_no, is_void, void_no in rows:
                last = through[account]
                is_since = posting_no == 0 or posting_no > last
                is_void_since = is_void and (void_no == 0 or void_no > last)
                net[account] = net.get(account, 0) + cents * (is_since - is_void_since)
        return net

    def balances(self, keys: Sequence[str]) -> dict[str, int | None]:
        """Shown balances; None where the extract was not understood."""
        padded = [*keys, *[""] * (-len(keys) % BALANCES_LIMIT)]
        places = range(0, len(padded), BALANCES_LIMIT)
        return dict(row for place in places for row in self._rows(_BALANCES, padded[place : place + BALANCES_LIMIT]))

    @one_snapshot
    def kept_account(self, key: str) -> tuple[bytes, int | None] | None:
        """Stored body, and the last generation that listed the account (None: the last extract does)."""
        return self._account(key, self.state().generation)

    def accounts_after(self, key: str, limit: int = 2_000) -> list[tuple[str, int | None, bytes]]:
        """The next accounts in key order: key, last generation that listed it, body."""
        return self._rows(_AFTER, (key, limit))

    def accounts_named(self, keys: Sequence[str]) -> list[tuple[str, int | None, bytes]]:
        """Of these accounts those that are known: key, last generation that listed it, body."""
        return self._rows(_NAMED, (json.dumps(keys),))

    def account_keys_after(self, key: str, limit: int = 2_000) -> list[str]:
        """The next keys in order, without what stands behind them."""
        return [found for (found,) in self._rows(_KEYS_AFTER, (key, limit))]

    def replaced_after(self, key: str, rows: int) -> tuple[str, bool]:
        """The last key of the next rows in key order ("" at the end), and whether a newer generation replaced any."""
        last, has_replaced = self._one(_REPLACED, (key, rows))
        return last, bool(has_replaced)
