"""The kept rows of an import: the same accounts, the same bytes, and back again."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.account import SERVICES, Account, AccountFlag, FlagKind, ServiceBalance
from app.domain.entry import canonical
from app.interchange.accounts_blob import (
    CHUNK_BYTES,
    MAX_LINE_BYTES,
    AbsentAccount,
    BlobUnreadableError,
    absent_line,
    account_body,
    account_from,
    body_digest,
    compress_lines,
    decode_accounts,
    decode_records,
    encode_accounts,
    quarantined_line,
    unread_line,
)
from app.interchange.extract_findings import QuarantinedRow, UnreadAccount

LETTERS = st.characters(codec="ascii", exclude_categories=["Cc"]) | st.sampled_from("\xd1\xe9")
TEXT = st.text(alphabet=LETTERS, max_size=8)
CENTS = st.integers(-99_999_999_999, 99_999_999_999)
DAY = st.dates().map(str) | st.none()
SERVICE = st.builds(ServiceBalance, st.sampled_from(SERVICES), TEXT, CENTS, DAY, CENTS, CENTS, CENTS)
FLAG = st.builds(AccountFlag, st.sampled_from(FlagKind), DAY, TEXT)
ACCOUNTS = st.builds(
    Account,
    key=TEXT.filter(bool),
    number=TEXT.filter(bool),
    name=TEXT,
    service_address=TEXT,
    phone=TEXT,
    flags=st.lists(FLAG, max_size=2).map(tuple),
    services=st.lists(SERVICE, max_size=3).map(tuple),
    unapplied_credit=CENTS,
    last_payment_date=DAY,
    last_payment_cents=CENTS,
    incomplete=st.lists(st.tuples(st.integers(1, 9), TEXT), max_size=2).map(tuple),
    notes=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
)
PLAIN = Account("1042281", "104-2281", "RUIZ, MARIA", services=(ServiceBalance("WATER", current=6120),))


@given(st.lists(ACCOUNTS, max_size=5))
def test_accounts_come_back_as_they_were(accounts: list[Account]) -> None:
    assert list(decode_accounts(encode_accounts(accounts))) == accounts


@given(ACCOUNTS)
def test_an_accounts_body_is_canonical(account: Account) -> None:
    body = account_body(account)
    values = json.loads(body)
    assert canonical(values) == body
    assert account_from(values) == account


def test_a_body_is_short_and_these_bytes() -> None:
    assert account_body(PLAIN) == (
        b'{"key":"1042281","name":"RUIZ, MARIA","number":"104-2281",'
        b'"services":[{"current":6120,"service":"WATER"}],"status":"active"}'
    )
    assert body_digest(account_body(PLAIN)).hex() == "cae651518d109ff2fc77fc57d1e354ba"


def test_the_same_lines_make_the_same_bytes_in_few_chunks() -> None:
    accounts = [PLAIN] * 5000
    first, second = list(encode_accounts(accounts)), list(encode_accounts(iter(accounts)))
    assert first == second
    assert len(b"".join(first)) < 5000 * len(account_body(PLAIN)) // 10


def test_every_kind_of_line_comes_back() -> None:
    quarantined = QuarantinedRow(812, "amount “x” unreadable", "7", '7,"RUIZ\nMARIA",x')
    unread = UnreadAccount("7", ((812, "amount “x” unreadable"),))
    lines = [absent_line("1042290"), unread_line(unread), quarantined_line(quarantined)]
    assert list(decode_records(compress_lines(lines))) == [AbsentAccount("1042290"), unread, quarantined]


def test_a_blob_reads_the_same_in_chunks_of_any_size() -> None:
    accounts = [PLAIN, *(Account(str(n), str(n), f"N{n}") for n in range(300))]
    blob = b"".join(encode_accounts(accounts))
    assert list(decode_accounts(blob[n : n + 1] for n in range(len(blob)))) == accounts


@pytest.mark.parametrize(
    "damaged",
    [
        b"".join(encode_accounts([PLAIN]))[:-6],
        b"not zlib",
        zlib.compress(b'{"account":{'),
        zlib.compress(b"[]\n"),
        zlib.compress(b"x" * (MAX_LINE_BYTES + CHUNK_BYTES)),
        zlib.compress(b'{"stranger":1}\n'),
        zlib.compress(b'{"account":{"key":"1"}}\n'),
        zlib.compress(b'{"account":{"key":"1","number":"1","name":"","status":"active","new":1}}\n'),
    ],
)
def test_a_damaged_blob_is_refused_in_one_sentence(damaged: bytes) -> None:
    with pytest.raises(BlobUnreadableError, match=r"cannot be read\. Restore the last backup\.$"):
        list(decode_records([damaged]))
