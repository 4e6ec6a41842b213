"""What the books answer after each turn of a batch's life."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID, Approval
from app.domain.facts.batches import (
    BatchBalanced,
    BatchRejected,
    BatchReopened,
    CashTurnedIn,
    DrawerOpened,
    TenderResult,
)
from app.domain.facts.deposits import DepositPrepared, DepositVerified, PostingExported
from app.domain.facts.receipts import ReceiptReprinted
from app.domain.facts.station import ApprovalAnswered
from app.domain.records import BatchRecord, ReceiptRecord
from app.domain.tender import Tender
from db.projections.receipts import payer_key
from tests.db.till import CASHIER, DATE, SUPERVISOR, Till, station_in

AFTERWARDS = Approval("void_receipt", "", "afterwards", "supervisor is at the bank")


@pytest.fixture
def till(tmp_path: Path) -> Iterator[Till]:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.people()
        till.open_batch()
        yield till


def batch(till: Till) -> BatchRecord:
    found = till.station.reader.run(lambda answers: answers.batch(till.batch))
    assert found is not None
    return found


def receipt(till: Till, number: str) -> ReceiptRecord:
    found = till.station.reader.run(lambda answers: answers.receipt(number))
    assert found is not None
    return found


def test_a_receipt_is_read_as_it_was_taken(till: Till) -> None:
    number = till.pay({"A1": 6120}, Tender("cash", 7000))
    record = receipt(till, number)
    assert (record.batch, record.lane, record.business_date, record.by) == (till.batch, "L1", DATE, CASHIER)
    assert (record.total, record.change, record.lines[0].account, record.is_void) == (6120, 880, "A1", False)
    assert till.station.reader.run(lambda answers: answers.receipt("DT1A-000001")) is None


def test_a_void_keeps_the_number_and_names_the_second_person(till: Till) -> None:
    number = till.pay({"A1": 6120})
    ref = till.void(number)
    record = receipt(till, number)
    assert (record.is_void, record.void_ref, record.void_reason) == (True, ref, "wrong account")
    assert (record.void_by, record.void_approval) == (CASHIER, SUPERVISOR)
    assert record.void_at > record.at


def test_an_approval_afterwards_stays_open_until_it_is_answered(till: Till) -> None:
    number = till.pay({"A1": 6120})
    ref = till.void(number, approval=AFTERWARDS)
    assert batch(till).open_approvals == (ref,)
    assert receipt(till, number).void_approval == ""
    till.add(ApprovalAnswered(ref, till.batch, "void_receipt", "approved", NOTHING_SAID), by=SUPERVISOR)
    assert batch(till).open_approvals == ()
    assert receipt(till, number).void_approval == SUPERVISOR


def test_receipts_are_listed_newest_first_by_batch_account_and_station(till: Till) -> None:
    first, second = till.pay({"A1": 100}), till.pay({"A2": 200})
    old = till.batch
    till.open_batch(cents=0, source="MAIL")
    third = till.pay({"A1": 300})
    read = till.station.reader
    assert [each.receipt for each in read.run(lambda answers: answers.receipts())] == [third, second, first]
    assert [each.receipt for each in read.run(lambda answers: answers.receipts(batch=old))] == [second, first]
    assert [each.receipt for each in read.run(lambda answers: answers.receipts(account="A1"))] == [third, first]
    assert [each.receipt for each in read.run(lambda answers: answers.receipts(limit=1))] == [third]


def test_the_same_payment_and_the_same_check_are_found_unless_void(till: Till) -> None:
    check = Tender("check", 6120, "1204", payer_mark="m1")
    number = till.pay({"A1": 6120}, check)
    read = till.station.reader

    def seen() -> tuple[str | None, str | None]:
        return read.run(
            lambda answers: (
                answers.same_payment(account="A1", cents=6120, business_date=DATE),
                answers.same_check(payer_mark="m1", number="1204", since="2026-05-20"),
            )
        )

    assert seen() == (number, number)
    assert read.run(lambda answers: answers.same_payment(account="A1", cents=6120, business_date="2026-11-21")) is None
    assert read.run(lambda answers: answers.same_check(payer_mark="m1", number="1204", since="2026-11-21")) is None
    till.void(number)
    assert seen() == (None, None)


def test_another_payers_check_under_the_same_small_key_is_another_check(till: Till) -> None:
    number = till.pay({"A1": 6120}, Tender("check", 6120, "1204", payer_mark="m1"))
    till.station.writer.run_bare(lambda db: db.execute("UPDATE view_check SET payer = ?", (payer_key("m2"),)))
    read = till.station.reader
    assert read.run(lambda answers: answers.receipt(number)) is not None
    assert read.run(lambda answers: answers.same_check(payer_mark="m2", number="1204", since="2026-05-20")) is None


def test_a_batch_goes_from_open_to_balanced_and_back(till: Till) -> None:
    till.pay({"A1": 6120})
    count = till.count()
    assert (batch(till).state, batch(till).counts[0].ref) == (BatchState.COUNTED, count)
    till.add(BatchRejected(till.batch, count, "count again"), by=SUPERVISOR)
    assert batch(till).state is BatchState.REJECTED
    again = till.count(no=2)
    result = TenderResult("cash", 16120, 16100, 0, 20)
    till.add(BatchBalanced(till.batch, again, again, (result,), "a dime and two nickels", ()), by=SUPERVISOR)
    done = batch(till)
    assert (done.state, done.balanced_by, done.balance_reason) == (
        BatchState.BALANCED, SUPERVISOR, "a dime and two nickels",
    )  # fmt: skip
    assert done.expected[0] == result
    assert [each.count_no for each in done.counts] == [1, 2]
    ref = till.add(BatchReopened(till.batch, "check left out", ()), by=SUPERVISOR)
    assert (batch(till).state, batch(till).balanced_by, batch(till).last_ref) == (BatchState.OPEN, "", ref)


def test_turn_ins_no_sales_and_reprints_are_counted(till: Till) -> None:
    number = till.pay({"A1": 6120})
    till.add(CashTurnedIn(till.batch, CashCount.of({"2000": 2}), 4000, SUPERVISOR, ()))
    till.add(DrawerOpened(till.batch, "Make change", NOTHING_SAID, None))
    till.add(ReceiptReprinted(number, till.batch, "printer"))
    found = batch(till)
    assert (found.turned_in, found.no_sales, found.reprints) == (4000, 1, 1)
    assert found.expected[0].expected == 10000 + 6120 - 4000
    assert receipt(till, number).reprints == 1


def test_batches_are_found_by_date_and_state(till: Till) -> None:
    first = till.batch
    till.balance(till.count())
    second = till.open_batch(cents=0, source="MAIL")
    read = till.station.reader
    assert [each.batch for each in read.run(lambda answers: answers.batches())] == [second, first]
    assert [each.batch for each in read.run(lambda answers: answers.batches(states=["open"]))] == [second]
    assert read.run(lambda answers: answers.batches(business_date="2026-11-21")) == []


def test_a_bag_and_a_posting_file_are_facts_of_their_own(till: Till) -> None:
    number = till.pay({"A1": 6120})
    till.balance(till.count())
    cash = CashCount((), rolls=6120)
    till.add(DepositPrepared("XDT1A-D0001", "B7", "RCB", (till.batch,), cash, (), 0, 6120, 6120, ()), by=SUPERVISOR)
    till.add(DepositVerified("XDT1A-D0001", "B7"))
    till.add(PostingExported(1, "f1.csv", (till.batch,), 1, 6120, "ab", "cd"), by=SUPERVISOR)
    assert (batch(till).deposit, batch(till).posting_file_no) == ("XDT1A-D0001", 1)
    assert receipt(till, number).posting_file_no == 1
    bag = till.station.reader.run(lambda answers: answers.deposits())[0]
    assert (bag.bag, bag.total, bag.prepared_by, bag.verified_by) == ("B7", 6120, SUPERVISOR, CASHIER)
    posting = till.station.reader.run(lambda answers: answers.postings())[0]
    assert (posting.file_no, posting.rows, posting.total) == (1, 1, 6120)


def test_what_happened_in_a_batch_is_told_in_order(till: Till) -> None:
    number = till.pay({"A1": 6120})
    till.void(number)
    other = till.open_batch(cents=0, source="MAIL")
    till.pay({"A2": 5})
    read = till.station.reader
    of_batch = read.run(lambda answers: answers.happenings(batch="XDT1A-0001"))
    assert [fact.KIND for _ref, _envelope, fact in of_batch] == ["batch_opened", "receipt_taken", "receipt_voided"]
    kinds = read.run(lambda answers: answers.happenings(business_date=DATE, kinds=("receipt_taken",), limit=1))
    assert [(ref, fact.batch) for ref, _envelope, fact in kinds] == [  # type: ignore[attr-defined]
        (EntryRef(7, kinds[0][0].h), other)
    ]
    assert read.run(lambda answers: answers.happenings(batch="XDT1A-0099")) == ()
