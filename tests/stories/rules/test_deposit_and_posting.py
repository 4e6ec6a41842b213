"""From balanced batches to the bank and to billing (R35, R37-R39; issue 2 item 13)."""

import pytest

from app.domain.approval import TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, BatchUnknownError
from app.domain.deposit import (
    BATCHES_LIMIT,
    BagNumberError,
    BatchBaggedError,
    DepositCashDiffersError,
    DepositItemsDifferError,
    NothingToDepositError,
    TooManyBatchesError,
)
from app.domain.facts.deposits import DepositCheck
from app.domain.rights import RightMissingError
from app.interchange.posting_file import PostingKind, read_posting
from app.usecases.export_posting import (
    ExportPosting,
    ExportRequest,
    NothingToExportError,
    PostingMade,
    PostingUnknownError,
)
from app.usecases.prepare_deposit import DepositIsPrepared, DepositRequest, PrepareDeposit, due_of
from app.usecases.reopen_batch import ReopenBatch, ReopenRequest, StillBaggedError
from app.usecases.verify_deposit import (
    AlreadyVerifiedError,
    DepositUnknownError,
    VerifyDeposit,
    VerifyRequest,
    WrongBagError,
)
from tests.stories.rules.window import (
    ACCOUNTS,
    BROKEN,
    OFF,
    RUIZ,
    STORE,
    Window,
    card,
    cash,
    check,
    pieces,
    take_accounts,
)


def balanced(window: Window, by: str = "mruiz") -> str:
    """A batch with 90.00 cash, a check of 150.00 and a card; its drawer ends 1.00 short."""
    batch = window.open(by).batch
    first, second = (STORE, RUIZ) if by == "mruiz" else (OFF, BROKEN)
    window.pay(batch, cash(10_000), account=first, cents=9_000, by=by)
    window.pay(batch, check(15_000, "1042"), account=second, by=by)
    window.pay(batch, card(3_000), account=first, by=by)
    window.void(window.pay(batch, check(700, "9"), account=first, by=by).receipt, by=by)
    window.count(batch, 28_900, check=15_000, card=3_000, by=by)
    window.accept(batch, reason="Unknown")
    return batch


def prepare(window: Window, *batches: str, bag: str = "B-1001", cash_cents: int = 8_900, by: str = "kdunn",
            checks: tuple[DepositCheck, ...] | None = None) -> DepositIsPrepared:  # fmt: skip
    request = DepositRequest(by, batches, bag, pieces(cash_cents), checks)
    return window.do(lambda books: PrepareDeposit(books)(request))


def verify(window: Window, deposit: str, *, bag: str = "B-1001", by: str = "swhite") -> None:
    window.do(lambda books: VerifyDeposit(books)(VerifyRequest(by, deposit, bag)))


def export(window: Window, *batches: str) -> PostingMade:
    return window.do(lambda books: ExportPosting(books)(ExportRequest("kdunn", batches)))


def balance(window: Window, key: str) -> int:
    standing = window.ask(lambda books: books.standing(key))
    assert standing is not None
    return standing.account.balance - sum(payment.cents for payment in standing.payments)


def test_r37_a_bag_holds_what_was_counted_above_the_starting_cash(window: Window) -> None:
    batch = balanced(window)
    assert window.ask(lambda books: due_of(books, [batch])).total == 23_900
    made = prepare(window, batch)
    assert (made.deposit, made.fact.total, made.fact.currency, made.fact.coin) == ("XDT1A-D0001", 23_900, 8_900, 0)
    (record,) = window.ask(lambda books: books.deposits())
    assert record.checks == (DepositCheck("XDT1A-000002", "check", "RUIZ, MARIA", "1042", 15_000),)
    assert window.batch(batch).deposit == made.deposit


def test_r37_two_batches_in_one_bag(window: Window) -> None:
    first, second = balanced(window), balanced(window, "tokafor")
    assert prepare(window, first, second, cash_cents=17_800).fact.total == 47_800


def test_r35_the_preparer_does_not_verify(window: Window) -> None:
    deposit = prepare(window, balanced(window)).deposit
    with pytest.raises(TakerCannotApproveError):
        verify(window, deposit, by="kdunn")
    with pytest.raises(WrongBagError, match="Bag B-1002 is not the bag of deposit XDT1A-D0001"):
        verify(window, deposit, bag="B-1002")
    with pytest.raises(RightMissingError, match="may not verify a deposit"):
        verify(window, deposit, by="mruiz")
    verify(window, deposit)
    (record,) = window.ask(lambda books: books.deposits())
    assert (record.prepared_by, record.verified_by, record.bag, record.total) == ("kdunn", "swhite", "B-1001", 23_900)
    with pytest.raises(AlreadyVerifiedError, match="already verified by swhite"):
        verify(window, deposit, by="llee")
    with pytest.raises(DepositUnknownError, match="no deposit XDT1A-D0009"):
        verify(window, "XDT1A-D0009")


def test_r37_wrong_cash_or_checks_seal_no_bag(window: Window) -> None:
    batch = balanced(window)
    before = window.seq()
    with pytest.raises(DepositCashDiffersError, match=r"is 90\.00, but these batches hand over 89\.00"):
        prepare(window, batch, cash_cents=9_000)
    with pytest.raises(DepositItemsDifferError):
        prepare(window, batch, checks=())
    with pytest.raises(RightMissingError):
        prepare(window, batch, by="mruiz")
    assert window.seq() == before


def test_nothing_is_bagged_twice_and_no_bag_is_used_twice(window: Window) -> None:
    batch = balanced(window)
    prepare(window, batch)
    with pytest.raises(BatchBaggedError, match="already in deposit XDT1A-D0001"):
        prepare(window, batch, bag="B-1002")
    other = balanced(window, "tokafor")
    with pytest.raises(BagNumberError, match="Bag B-1001 was already used"):
        prepare(window, other)
    with pytest.raises(BagNumberError, match="Type the bag's number"):
        prepare(window, other, bag="  ")


def test_only_balanced_batches_are_bagged(window: Window) -> None:
    open_batch = window.open().batch
    with pytest.raises(BatchStateError):
        prepare(window, open_batch)
    with pytest.raises(BatchUnknownError):
        prepare(window, "XDT1A-0099")
    with pytest.raises(NothingToDepositError):
        prepare(window)
    with pytest.raises(TooManyBatchesError):
        prepare(window, *(f"XDT1A-{n:04d}" for n in range(BATCHES_LIMIT + 1)))


def test_a_batch_of_cards_only_has_nothing_for_the_bank(window: Window) -> None:
    batch = window.open().batch
    window.pay(batch, card(3_000))
    window.count(batch, 20_000, card=3_000)
    window.accept(batch)
    with pytest.raises(NothingToDepositError):
        prepare(window, batch, cash_cents=0)


def test_a_bagged_batch_is_not_reopened(window: Window) -> None:
    batch = balanced(window)
    prepare(window, batch)
    request = ReopenRequest("kdunn", batch, window.batch(batch).last_ref, "Item found")
    with pytest.raises(StillBaggedError):
        window.do(lambda books: ReopenBatch(books)(request))


def test_a_posting_file_holds_balanced_batches_only_and_no_voids_that_never_went_out(window: Window) -> None:
    batch = balanced(window)
    window.pay(window.open("tokafor").batch, cash(500), by="tokafor")
    made = export(window)
    assert (made.file_no, made.batches, made.total) == (1, (batch,), 27_000)
    assert made.file_name == "PRACTICE_posting-DT1-0001.csv"
    read = read_posting(made.data)
    assert read.practice
    assert {row.receipt for row in read.rows} == {"XDT1A-000001", "XDT1A-000002", "XDT1A-000003"}
    assert {row.kind for row in read.rows} == {PostingKind.PAYMENT}
    assert [(row.service, row.age, row.cents) for row in read.rows if row.receipt == "XDT1A-000002"] == [
        ("WATER", "30", 9_640), ("WATER", "current", 5_360),
    ]  # fmt: skip
    assert (read.rows[0].account, read.rows[0].tenders) == ("104-2290-00", (("cash", 9_000),))
    assert window.batch(batch).posting_file_no == 1


def test_again_gives_the_same_bytes_and_writes_nothing(window: Window) -> None:
    balanced(window)
    made = export(window)
    before = window.seq()
    again = window.do(lambda books: ExportPosting(books).again(1, by="kdunn"))
    assert (again.data, again.file_name, again.total) == (made.data, made.file_name, made.total)
    assert window.seq() == before
    with pytest.raises(PostingUnknownError, match="Posting file 2 was never made"):
        window.do(lambda books: ExportPosting(books).again(2, by="kdunn"))


def test_nothing_is_exported_twice(window: Window) -> None:
    balanced(window)
    export(window)
    with pytest.raises(NothingToExportError, match="already has every balanced batch"):
        export(window)
    second = balanced(window, "tokafor")
    made = export(window)
    assert (made.file_no, made.batches) == (2, (second,))


def test_a_named_batch_must_be_balanced(window: Window) -> None:
    open_batch = window.open().batch
    with pytest.raises(BatchStateError):
        export(window, open_batch)
    with pytest.raises(BatchUnknownError):
        export(window, "XDT1A-0099")
    with pytest.raises(RightMissingError):
        window.do(lambda books: ExportPosting(books)(ExportRequest("mruiz")))


def test_a_reopened_batch_sends_corrections_with_the_next_file(window: Window) -> None:
    batch = balanced(window)
    export(window)
    request = ReopenRequest("kdunn", batch, window.batch(batch).last_ref, "Wrong amount found")
    window.do(lambda books: ReopenBatch(books)(request))
    window.void("XDT1A-000001", reason="Wrong amount")
    window.pay(batch, cash(8_900))
    window.count(batch, 28_900, check=15_000, card=3_000)
    window.accept(batch)
    made = export(window)
    rows = read_posting(made.data).rows
    assert [(row.kind, row.receipt, row.cents, row.refers_to) for row in rows] == [
        (PostingKind.VOID, "XDT1A-000001", -9_000, "XDT1A-000001"),
        (PostingKind.PAYMENT, "XDT1A-000005", 8_900, ""),
    ]
    assert (rows[0].reason, rows[0].tenders) == ("Wrong amount", (("cash", -9_000),))
    with pytest.raises(NothingToExportError):
        export(window)


def test_corrections_go_to_billing_even_when_the_clock_was_set_back_meanwhile(window: Window) -> None:
    batch = balanced(window)
    window.clock.advance(seconds=3_600)
    export(window)
    request = ReopenRequest("kdunn", batch, window.batch(batch).last_ref, "Wrong amount found")
    window.do(lambda books: ReopenBatch(books)(request))
    window.clock.advance(seconds=-1_800)
    window.void("XDT1A-000001", reason="Wrong amount")
    window.count(batch, 20_000, check=15_000, card=3_000)
    window.accept(batch)
    assert [(row.kind, row.cents) for row in read_posting(export(window).data).rows] == [(PostingKind.VOID, -9_000)]


def test_the_shown_balance_is_right_whether_or_not_the_next_extract_has_the_payment(window: Window) -> None:
    batch = balanced(window)
    assert balance(window, RUIZ) == 3_412
    export(window)
    assert balance(window, RUIZ) == 3_412
    take_accounts(window, ACCOUNTS, posted_through=0)  # billing has not taken our file yet
    assert balance(window, RUIZ) == 3_412
    take_accounts(window, ACCOUNTS, posted_through=1)  # says it has, and bills the same again
    assert balance(window, RUIZ) == 18_412
    window.pay(window.open().batch, cash(100), account=RUIZ)
    assert balance(window, RUIZ) == 18_312
    assert window.batch(batch).posting_file_no == 1
    assert balance(window, STORE) == 50_000


def test_an_empty_batch_is_posted_with_the_next_file_and_numbers_go_on(window: Window) -> None:
    empty = window.open().batch
    window.count(empty, 20_000)
    window.accept(empty)
    with pytest.raises(NothingToExportError):
        export(window)
    full = balanced(window)
    assert export(window).batches == (empty, full)
    for number, cents in ((2, 111), (3, 222)):
        batch = window.open().batch
        window.pay(batch, cash(cents))
        window.count(batch, 20_000 + cents)
        window.accept(batch)
        assert export(window).file_no == number


def test_a_bag_of_two_days_is_of_the_later_one_and_its_number_has_a_limit(window: Window) -> None:
    first = balanced(window)
    window.clock.advance(seconds=24 * 3600)
    second = balanced(window, "tokafor")
    longest = "B" * 30
    with pytest.raises(BagNumberError):
        prepare(window, first, second, bag=f"{longest}B", cash_cents=17_800)
    prepare(window, first, second, bag=longest, cash_cents=17_800)
    (record,) = window.ask(lambda books: books.deposits())
    assert (record.bag, record.business_date) == (longest, "2026-11-22")
