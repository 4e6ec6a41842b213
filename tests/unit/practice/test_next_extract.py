"""Extract, pay, export, next extract: with and without that payment, right to the cent both times."""

from dataclasses import replace
from datetime import date
from operator import attrgetter

from app.domain.account import Account, ServiceBalance
from app.interchange.accounts_extract import AccountsExtract, ExtractSummary
from app.interchange.extract_lines import ByteSource
from app.interchange.posting_file import PostingFile, PostingKind, PostingRow, read_posting
from app.interchange.practice.city import practice_city
from app.interchange.practice.next_extract import after_payments, next_extract


def _city() -> list[bytes]:
    return list(practice_city(7, accounts=60, business_date=date(2026, 11, 21)))


def _read(source: ByteSource) -> tuple[dict[str, Account], ExtractSummary]:
    extract = AccountsExtract(source)
    accounts = {account.number: account for account in extract.accounts()}
    return accounts, extract.summary()


def _row(service: str, age: str, cents: int, *, kind: PostingKind = PostingKind.PAYMENT) -> PostingRow:
    return PostingRow(
        *(kind, "DT1A-0001", "DT1A-000001", 1, "2026-11-21", "09:00:00", "104 2281", service, age, cents),
        tenders=(("cash", 10000),),
    )


PAID = (_row("WATER", "30", 3200), _row("SEWER", "30", 1150), _row("SANIT", "30", 900), _row("ELEC", "30", 4390))


def _posting(*rows: PostingRow, file_no: int = 4) -> PostingFile:
    return read_posting(PostingFile("City", "DT1", file_no, rows, practice=True).bytes())


def test_the_next_extract_contains_what_was_posted() -> None:
    chunks = _city()
    following = list(next_extract(lambda: chunks, postings=[_posting(*PAID)], as_of="2026-11-22"))
    before, _ = _read(lambda: chunks)
    after, summary = _read(lambda: following)
    assert before["104-2281"].balance - after["104-2281"].balance == 9640
    assert sum(map(attrgetter("past_due"), after["104-2281"].services)) == 0
    assert (after["104-2281"].last_payment_date, after["104-2281"].last_payment_cents) == ("2026-11-21", 9640)
    assert (summary.as_of, summary.posted_through, summary.total_proved) == ("2026-11-22", 4, True)
    assert {number: account for number, account in after.items() if number != "104-2281"} == {
        number: account for number, account in before.items() if number != "104-2281"
    }


def test_the_next_extract_without_the_payment_says_so() -> None:
    chunks = _city()
    following = list(next_extract(lambda: chunks, postings=[], as_of="2026-11-22"))
    before, _ = _read(lambda: chunks)
    after, summary = _read(lambda: following)
    assert after == before
    assert summary.posted_through == 0


def test_what_was_taken_back_is_owed_again() -> None:
    chunks = _city()
    before, _ = _read(lambda: chunks)
    account = before["104-2281"]
    void = _row("WATER", "30", -3200, kind=PostingKind.VOID)
    assert after_payments(account, [PAID[0], void]).balance == account.balance
    assert after_payments(account, [PAID[0], void]).services == account.services


def test_too_much_money_becomes_credit_on_account() -> None:
    chunks = _city()
    before, _ = _read(lambda: chunks)
    account = after_payments(before["104-2281"], [_row("CREDIT", "", 1500)])
    assert (account.unapplied_credit, account.balance) == (1500, 18412 - 1500)


def test_billing_may_bill_on_top() -> None:
    chunks = _city()

    def bill(account: Account) -> Account:
        return replace(account, services=(ServiceBalance("WATER", current=1000), *account.services[1:]))

    following = list(
        next_extract(lambda: chunks, postings=[_posting(*PAID)], as_of="2026-12-01", posted_through=3, bill=bill)
    )
    after, summary = _read(lambda: following)
    assert after["104-2281"].services[0] == ServiceBalance("WATER", current=1000)
    assert summary.posted_through == 3
