"""Accounts as an extract: the rows a billing system would write, with its trailer. For practice and tests."""

from collections.abc import Iterable, Iterator

from app.domain.account import Account, AccountFlag
from app.interchange.extract_columns import COLUMNS
from app.interchange.extract_trailer import TRAILER

FLUSH_CHARACTERS = 1 << 16


def write_extract(accounts: Iterable[Account], *, as_of: str, posted_through: int) -> Iterator[bytes]:
    """Chunks of an extract in UTF-8 with CRLF; the trailer's total is current, past due and unapplied credit.

    An account without a service cannot stand in an extract and is left out.
    """
    held, size = [f"{','.join(COLUMNS)}\r\n"], 0
    rows = total = 0
    for account in accounts:
        lines = account_lines(account)
        held += lines
        rows += len(lines)
        size += sum(map(len, lines))
        if lines:
            total += sum(service.total for service in account.services) + account.unapplied_credit
        if size > FLUSH_CHARACTERS:
            yield "".join(held).encode("utf-8")
            held, size = [], 0
    held.append(f"{TRAILER},{rows},{amount_text(total)},{as_of},{posted_through}\r\n")
    yield "".join(held).encode("utf-8")


def account_lines(account: Account) -> list[str]:
    """One line a service, the account's columns repeated, its credit on the first."""
    before = ",".join(map(field_text, _columns_before(account)))
    after = f"{account.last_payment_date or ''},{amount_text(account.last_payment_cents)}"
    stub = field_text(account.stub_scan_line)
    lines = []
    credit = account.unapplied_credit
    for service in account.services:
        ages = ",".join(map(amount_text, (service.past_due_30, service.past_due_60, service.past_due_90)))
        bill = f"{service.service},{amount_text(service.current)},{service.due_date or ''}"
        lines.append(f"{before},{field_text(service.meter)},{bill},{ages},{amount_text(credit)},{after},{stub}\r\n")
        credit = 0
    return lines


def field_text(text: str) -> str:
    """A field by RFC 4180: in quotation marks where a comma, a quotation mark or a line's end asks for them."""
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _columns_before(account: Account) -> tuple[str, ...]:
    """From `account` to `flags`, in the order of COLUMNS."""
    return (
        *(account.number, account.name, account.service_address, account.unit),
        *(account.mailing_address, account.mailing_city, account.mailing_state, account.mailing_zip),
        *(account.phone, account.alt_phone, account.email, account.account_class, account.cycle),
        *(account.route_sequence, account.status, ";".join(map(flag_text, account.flags))),
    )


def amount_text(cents: int) -> str:
    """`1204.10`, credit with a minus in front."""
    if cents == 0:
        return "0.00"
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02d}"


def flag_text(flag: AccountFlag) -> str:
    """`cash_only=2027-01-15`."""
    value = flag.date or flag.text
    return f"{flag.kind.value}={value}" if value else flag.kind.value
