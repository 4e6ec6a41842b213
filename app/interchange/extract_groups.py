"""The rows of one account come together: the first wins, doubles and strangers are quarantined."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.account import Account, ServiceBalance
from app.interchange.extract_findings import Quarantine
from app.interchange.extract_rows import AccountHead, Head, RowReader, account_of, check_readable, check_same_customer
from app.interchange.extract_values import RowFaultError, read_text


class RowGroup:
    """Collects one account: `add` in the file's order, then `account`."""

    __slots__ = (
        *("_credit", "_fallback", "_fields", "_head", "_notes", "_quarantine", "_raw", "_reader", "_services"),
        *("incomplete", "key", "number"),
    )

    def __init__(self, key: str, number: str, *, reader: RowReader, quarantine: Quarantine) -> None:
        self.key = key
        self.number = read_text(number)
        self.incomplete: list[tuple[int, str]] = []
        self._reader = reader
        self._quarantine = quarantine
        self._raw: Head | None = None
        self._head: AccountHead | None = None
        self._fallback: AccountHead | None = None
        self._services: dict[str, ServiceBalance] = {}
        self._fields: dict[str, tuple[int, list[str]]] = {}
        self._credit = 0
        self._notes: dict[tuple[str, str], None] = {}

    def add(self, line: int, fields: list[str], raw: str) -> None:
        """Take a row of the right width; one that is not understood is quarantined and marks the account."""
        try:
            self._take(line, fields, raw)
        except RowFaultError as fault:
            self._quarantine.add(line, fault.reason, key=self.key, text=raw)
            self.incomplete.append((line, fault.reason))

    def account(self, broken: Iterable[tuple[int, str]] = ()) -> Account | None:
        """The snapshot, with the broken rows of it that the survey found; None when no row told who the account is."""
        self.incomplete.extend(broken)
        head = self._head or self._fallback
        if head is None:
            return None
        return account_of(
            key=self.key,
            number=self.number,
            head=head,
            services=tuple(self._services.values()),
            credit=self._credit,
            incomplete=tuple(sorted(self.incomplete)),
            notes=tuple(self._notes),
        )

    def _take(self, line: int, fields: list[str], raw: str) -> None:
        reader = self._reader
        if not raw.isascii():
            check_readable(raw)
        raw_head = reader.head_of(fields)
        head = self._head
        if head is None or raw_head != self._raw:
            head = self._joined(reader.head(raw_head))
        balance, credit = reader.service(fields)
        code = balance.service
        if code in self._services:
            self._check_exact_double(code, fields)
            self._quarantine.add(line, f"the same row as line {self._fields[code][0]}", key=self.key, text=raw)
            return
        if credit:
            if credit < 0:
                raise RowFaultError("unapplied credit below zero")
            if self._services and credit != self._credit:
                raise RowFaultError("unapplied credit differs from the account's first row")
            self._credit = credit
        if self._head is None:
            self._raw = raw_head
        self._head = head
        self._services[code] = balance
        self._fields[code] = (line, fields)
        if reader.unknown:
            self._notes.update(dict.fromkeys(reader.notes(fields)))

    def _joined(self, found: AccountHead) -> AccountHead:
        """The account's head after a row whose account columns read so: the first stands, any row's alert counts."""
        if self._head is None:
            self._fallback = self._fallback or found
            return found
        check_same_customer(self._head, found)
        new = tuple(flag for flag in found.flags if flag not in self._head.flags)
        return replace(self._head, flags=self._head.flags + new) if new else self._head

    def _check_exact_double(self, code: str, fields: list[str]) -> None:
        """An exact double harms nothing; the same service with anything else is a fault of the account."""
        first, kept = self._fields[code]
        if [field.strip() for field in fields] != [field.strip() for field in kept]:
            raise RowFaultError(f"{code} stands twice for this account, first on line {first}")
