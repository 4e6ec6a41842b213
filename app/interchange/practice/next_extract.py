"""What a billing system does with our posting files: takes the payments off and sends the next extract."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from app.domain.account import Account, ServiceBalance, account_key
from app.interchange.accounts_extract import AccountsExtract
from app.interchange.extract_lines import ByteSource
from app.interchange.extract_writer import write_extract
from app.interchange.posting_file import CREDIT, PostingFile, PostingKind, PostingRow

AGE_FIELDS = {"90": "past_due_90", "60": "past_due_60", "30": "past_due_30", "current": "current"}


def _no_new_bills(account: Account) -> Account:
    return account


def next_extract(
    previous: ByteSource,
    *,
    postings: Iterable[PostingFile],
    as_of: str,
    posted_through: int | None = None,
    bill: Callable[[Account], Account] = _no_new_bills,
) -> Iterator[bytes]:
    """Chunks of the extract after `previous`, with the payments of `postings` contained and then billed by `bill`.

    `posted_through` is what the new trailer says; without it the highest file of `postings`, or what the previous
    trailer said when there is none.

    Raises:
        ExtractRefusedError: the previous extract cannot be read.
    """
    paid: dict[str, list[PostingRow]] = {}
    highest = 0
    for posting in postings:
        highest = max(highest, posting.file_no)
        for row in posting.rows:
            paid.setdefault(account_key(row.account), []).append(row)
    extract = AccountsExtract(previous)
    before = extract.survey().trailer
    through = posted_through if posted_through is not None else highest or (before.posted_through if before else 0) or 0
    accounts = (bill(after_payments(account, paid.get(account.key, ()))) for account in extract.accounts())
    return write_extract(accounts, as_of=as_of, posted_through=through)


def after_payments(account: Account, rows: Iterable[PostingRow]) -> Account:
    """The account when billing has posted the rows, bucket by bucket; credit goes to the unapplied credit."""
    services = {service.service: service for service in account.services}
    credit = account.unapplied_credit
    last_date, last_cents = account.last_payment_date, account.last_payment_cents
    for row in rows:
        if row.service == CREDIT:
            credit += row.cents
        else:
            field = AGE_FIELDS[row.age]
            service = services.get(row.service, ServiceBalance(row.service))
            services[row.service] = replace(service, **{field: getattr(service, field) - row.cents})
        if row.kind is PostingKind.PAYMENT:
            last_cents = last_cents + row.cents if last_date == row.business_date else row.cents
            last_date = row.business_date
    return replace(
        account,
        services=tuple(services.values()),
        unapplied_credit=credit,
        last_payment_date=last_date,
        last_payment_cents=last_cents,
    )
