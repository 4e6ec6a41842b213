"""The rows an import accepted, as bytes that are kept: one JSON line each, compressed as one stream.

A line is an object of one key: `account` (a snapshot), `absent` (the key of an account that a full extract no longer
held), `unread` (an account of which only broken rows stood there) or `quarantined` (a row not taken). The same lines
make the same bytes with the same zlib; sealing and the content hash are the database's.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, ClassVar

from app.domain.account import Account, AccountFlag, FlagKind, ServiceBalance
from app.errors import RecordsError
from app.frozen import frozen
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount

LEVEL = 3
CHUNK_BYTES = 1 << 16
MAX_LINE_BYTES = 1 << 22
DIGEST_BYTES = 16

_ACCOUNT_NAMES = tuple(sorted(field.name for field in fields(Account)))
_FLAG_NAMES = tuple(sorted(field.name for field in fields(AccountFlag)))
_SERVICE_NAMES = tuple(sorted(field.name for field in fields(ServiceBalance)))
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=False, allow_nan=False).encode


class BlobUnreadableError(RecordsError):
    """The kept rows of an import cannot be read back."""

    code: ClassVar[str] = "import_blob_unreadable"

    def __init__(self) -> None:
        super().__init__("The kept rows of an import cannot be read. Restore the last backup.")


@frozen
class AbsentAccount:
    """An account that stays though the last full extract did not hold it."""

    key: str


def account_body(account: Account) -> bytes:
    """The account's canonical JSON: keys by code point, no spaces, NFC (its reader's work), empty values left out."""
    values: dict[str, Any] = {}
    for name in _ACCOUNT_NAMES:
        value = getattr(account, name)
        if value or name == "name":
            values[name] = value
    if account.flags:
        values["flags"] = [_filled(flag, _FLAG_NAMES) for flag in account.flags]
    if account.services:
        values["services"] = [_filled(service, _SERVICE_NAMES) for service in account.services]
    return _json(values).encode()


def account_from(values: dict[str, Any]) -> Account:
    """The account of a decoded body; what the body leaves out is empty."""
    rest = dict(values)
    rest["flags"] = tuple(AccountFlag(**{**flag, "kind": FlagKind(flag["kind"])}) for flag in rest.pop("flags", ()))
    rest["services"] = tuple(ServiceBalance(**service) for service in rest.pop("services", ()))
    rest["incomplete"] = tuple((line, reason) for line, reason in rest.pop("incomplete", ()))
    rest["notes"] = tuple((column, text) for column, text in rest.pop("notes", ()))
    return Account(**rest)


def body_digest(body: bytes) -> bytes:
    """Sixteen bytes that tell whether an account changed since the last extract."""
    return hashlib.sha256(body).digest()[:DIGEST_BYTES]


def encode_accounts(accounts: Iterable[Account]) -> Iterator[bytes]:
    """Chunks of a blob that holds these accounts and nothing else."""
    return compress_lines(account_line(account_body(account)) for account in accounts)


def account_line(body: bytes) -> bytes:
    """The line of an account whose canonical body is ready."""
    return b'{"account":' + body + b"}\n"


def absent_line(key: str) -> bytes:
    """The line of an account that the extract no longer held."""
    return _json({"absent": key}).encode() + b"\n"


def unread_line(unread: UnreadAccount) -> bytes:
    """The line of an account of which only broken rows stood there."""
    return _json({"unread": {"incomplete": unread.incomplete, "key": unread.key}}).encode() + b"\n"


def quarantined_line(row: QuarantinedRow) -> bytes:
    """The line of a row that was not taken."""
    values = {"key": row.key, "line": row.line, "reason": row.reason, "text": row.text}
    return _json({"quarantined": values}).encode() + b"\n"


def compress_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """One zlib stream in chunks; memory is one chunk."""
    packer = zlib.compressobj(LEVEL)
    for line in lines:
        chunk = packer.compress(line)
        if chunk:
            yield chunk
    yield packer.flush()


def decode_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a blob, without their ends, in bounded memory; for a bulk decoder of the caller's choice.

    Raises:
        BlobUnreadableError: cut off, damaged, or a line longer than any account.
    """
    unpacker = zlib.decompressobj()
    held = b""
    for chunk in chunks:
        data = chunk
        while data and not unpacker.eof:
            try:
                held += unpacker.decompress(data, CHUNK_BYTES)
            except zlib.error as error:
                raise BlobUnreadableError from error
            data = unpacker.unconsumed_tail
            *lines, held = held.split(b"\n")
            yield from lines
            if len(held) > MAX_LINE_BYTES:
                raise BlobUnreadableError
    if held or not unpacker.eof:
        raise BlobUnreadableError


def decode_records(chunks: Iterable[bytes]) -> Iterator[Account | AbsentAccount | UnreadAccount | QuarantinedRow]:
    """Every line of a blob as what it is.

    Raises:
        BlobUnreadableError: as `decode_lines`, or a line of no known kind.
    """
    for line in decode_lines(chunks):
        try:
            yield _record(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise BlobUnreadableError from error


def decode_accounts(chunks: Iterable[bytes]) -> Iterator[Account]:
    """The accounts of a blob.

    Raises:
        BlobUnreadableError: as `decode_records`.
    """
    return (record for record in decode_records(chunks) if isinstance(record, Account))


def _record(values: Any) -> Account | AbsentAccount | UnreadAccount | QuarantinedRow:
    ((kind, value),) = dict(values).items()
    if kind == "account":
        return account_from(value)
    if kind == "absent":
        return AbsentAccount(value)
    if kind == "unread":
        return UnreadAccount(value["key"], tuple((line, reason) for line, reason in value["incomplete"]))
    if kind == "quarantined":
        return QuarantinedRow(**value)
    raise KeyError(kind)


def _filled(part: AccountFlag | ServiceBalance, names: tuple[str, ...]) -> dict[str, Any]:
    values = {}
    for name in names:
        value = getattr(part, name)
        if value:
            values[name] = value
    return values
