"""One row of the extract: its account columns and its service columns, or the reason why it is not understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from app.domain.account import ACCOUNT_CLASSES, SERVICES, STATUSES, Account, AccountFlag, ServiceBalance, account_key
from app.interchange.extract_columns import ColumnPlaces
from app.interchange.extract_form import ExtractForm
from app.interchange.extract_lines import UNREADABLE
from app.interchange.extract_values import (
    Remembered,
    RowFaultError,
    quoted,
    read_flags,
    read_text,
    read_texts,
    same_text,
)

TEXT_COLUMNS = (
    *("name", "service_address", "unit", "mailing_address", "mailing_city", "mailing_state", "mailing_zip"),
    *("phone", "alt_phone", "email", "cycle", "route_sequence", "stub_scan_line"),
)
CODE_COLUMNS = ("class", "status", "flags", "last_payment_date", "last_payment_amount")
MONEY_COLUMNS = ("current", "past_due_30", "past_due_60", "past_due_90", "unapplied_credit")
COMPARED = (("name", "name"), ("service_address", "address"), ("unit", "address"), ("mailing_address", "address"))

TEXTS = len(TEXT_COLUMNS)

Head = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountHead:
    """The account columns of one row, read."""

    texts: tuple[str, ...]
    account_class: str
    status: str
    flags: tuple[AccountFlag, ...]
    last_payment_date: str | None
    last_payment_cents: int

    def text(self, column: str) -> str:
        """One of TEXT_COLUMNS."""
        return self.texts[TEXT_COLUMNS.index(column)]


class RowReader:
    """Reads the rows of one file by its columns; remembers the values it has seen (bounded)."""

    def __init__(self, columns: ColumnPlaces, form: ExtractForm) -> None:
        self.width = columns.width
        (self.account_place, self.service_place, self.meter_place, self.due_place) = columns.of(
            "account", "service", "meter", "due_date"
        )
        self.head_of = cast("itemgetter[Head]", itemgetter(*columns.of(*TEXT_COLUMNS, *CODE_COLUMNS)))
        self.money_of = cast("itemgetter[Head]", itemgetter(*columns.of(*MONEY_COLUMNS)))
        self.unknown = columns.unknown
        self.has_class = "class" in columns.places
        self.amounts = Remembered(form.read_amount)
        self.dates = Remembered(form.read_date)
        self._services = Remembered(_service)
        self.flags = Remembered(read_flags)

    def key(self, fields: list[str]) -> str:
        """The account's key; empty when the number is missing."""
        return account_key(fields[self.account_place])

    def service(self, fields: list[str]) -> tuple[ServiceBalance, int]:
        """The service's amounts, and the unapplied credit that stands in this row.

        Raises:
            RowFaultError: service, amount or date not understood.
        """
        code = self._services[fields[self.service_place]]
        meter = fields[self.meter_place]
        current, past_30, past_60, past_90, credit = self.money_of(fields)
        cents = self.amounts
        return (
            ServiceBalance(
                code,
                read_text(meter) if meter else "",
                cents[current],
                self.dates[fields[self.due_place]],
                cents[past_30],
                cents[past_60],
                cents[past_90],
            ),
            cents[credit],
        )

    def head(self, raw: Head) -> AccountHead:
        """The account columns.

        Raises:
            RowFaultError: unknown class, status or flag, or an unreadable last payment.
        """
        account_class, status, flags, paid_on, paid = raw[TEXTS:]
        return AccountHead(
            read_texts(raw[:TEXTS]),
            _one_of(account_class, ACCOUNT_CLASSES, "class"),
            _one_of(status, STATUSES, "status"),
            self.flags[flags],
            self.dates[paid_on],
            self.amounts[paid],
        )

    def code(self, column: str, text: str) -> str:
        """A service, class or status as it is kept.

        Raises:
            RowFaultError: an unknown one.
        """
        if column == "service":
            return self._services[text]
        return _one_of(text, ACCOUNT_CLASSES if column == "class" else STATUSES, column)

    def notes(self, fields: list[str]) -> Iterator[tuple[str, str]]:
        """The unknown columns of a row that hold something."""
        for name, place in self.unknown:
            text = read_text(fields[place])
            if text:
                yield name, text


def account_of(
    *,
    key: str,
    number: str,
    head: AccountHead,
    services: tuple[ServiceBalance, ...],
    credit: int,
    incomplete: tuple[tuple[int, str], ...],
    notes: tuple[tuple[str, str], ...],
) -> Account:
    """Join what the rows of one account said."""
    name, street, unit, mailing, city, state, post_code, phone, alt_phone, email, cycle, route, stub = head.texts
    return Account(
        key=key,
        number=number,
        name=name,
        service_address=street,
        unit=unit,
        mailing_address=mailing,
        mailing_city=city,
        mailing_state=state,
        mailing_zip=post_code,
        phone=phone,
        alt_phone=alt_phone,
        email=email,
        account_class=head.account_class,
        cycle=cycle,
        route_sequence=route,
        status=head.status,
        flags=head.flags,
        services=services,
        unapplied_credit=credit,
        last_payment_date=head.last_payment_date,
        last_payment_cents=head.last_payment_cents,
        stub_scan_line=stub,
        incomplete=incomplete,
        notes=notes,
    )


def check_readable(raw: str) -> None:
    """Refuse a row with bytes that the file's encoding does not have.

    Raises:
        RowFaultError: it has some.
    """
    if not raw.isascii() and UNREADABLE.search(raw):
        raise RowFaultError("characters not readable")


def check_same_customer(first: AccountHead, other: AccountHead) -> None:
    """Refuse a row whose name or address is another than the account's first; an empty one says nothing.

    Raises:
        RowFaultError: they differ after trim, single spaces, case-folding and NFC.
    """
    for column, word in COMPARED:
        one, two = first.text(column), other.text(column)
        if one and two and not same_text(one, two):
            raise RowFaultError(f"another {word} for this account: {quoted(two)}")


def _service(text: str) -> str:
    code = text.strip().upper()
    if code not in SERVICES:
        raise RowFaultError(f"unknown service {quoted(text)}")
    return code


def _one_of(text: str, known: tuple[str, ...], column: str) -> str:
    word = text.strip().lower()
    if word not in known:
        raise RowFaultError(f"unknown {column} {quoted(text)}")
    return word
