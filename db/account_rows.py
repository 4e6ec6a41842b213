"""An account's snapshot as a row of the account view, and the lines of an import's blobs."""

from dataclasses import replace
from functools import cache
from typing import Any

import msgspec

from app.domain.account import Account
from app.domain.account_alerts import alerts_of
from app.domain.scan_line import stub_digits
from app.interchange.accounts_blob import account_body
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount
from db.errors import BlobMissingError
from db.search.layout import NUMBER, STUB

LOCAL_PHONE_DIGITS = 7


class ImportLine(msgspec.Struct, frozen=True, gc=False):
    """One line of an import's blobs; exactly one of the four is there (`app.interchange.accounts_blob`)."""

    account: msgspec.Raw = msgspec.Raw()
    absent: str | None = None
    unread: UnreadAccount | None = None
    quarantined: QuarantinedRow | None = None


def account_row(
    account: Account, body: bytes, *, generation: int, as_of: str, left_after: int | None = None
) -> tuple[Any, ...]:
    """The row of one generation: what search and lists need beside the body; balance None when incomplete."""
    alerts = alerts_of(account, as_of, in_last_extract=left_after is None)
    words = f"{account.name} {account.address} {account.number}"
    return (
        account.key, generation, account.number, account.name, account.address, account.status,
        alerts[0].code if alerts else "", None if account.incomplete else account.balance, left_after,
        words, msgspec.json.encode(_numbers(account)).decode(), body,
    )  # fmt: skip


def unread_account(before: Account | None, unread: UnreadAccount) -> tuple[Account, bytes]:
    """What was known stays and is incomplete from now on; an account never seen has only its number."""
    account = before or Account(key=unread.key, number=unread.key, name="")
    marked = replace(account, incomplete=unread.incomplete)
    return marked, account_body(marked)


def line_of(line: bytes) -> ImportLine:
    """One line of a blob.

    Raises:
        BlobMissingError: it is no such line.
    """
    try:
        found: ImportLine = _decoder().decode(line)
    except msgspec.MsgspecError as error:
        raise BlobMissingError("of an import") from error
    return found


@cache
def _decoder() -> Any:
    return msgspec.json.Decoder(ImportLine)


def _numbers(account: Account) -> list[tuple[str, str]]:
    """What a number finds: account, phones (also without area code), meters (also without letters), stub."""
    numbers = {account.key, stub_digits(account.key)}
    for phone in (stub_digits(account.phone), stub_digits(account.alt_phone)):
        numbers |= {phone, phone[-LOCAL_PHONE_DIGITS:]}
    for service in account.services:
        meter = "".join(letter for letter in service.meter if letter.isalnum()).upper()
        numbers |= {meter, stub_digits(meter)}
    stub = stub_digits(account.stub_scan_line)
    return [(number, NUMBER) for number in sorted(numbers) if number] + ([(stub, STUB)] if stub else [])
