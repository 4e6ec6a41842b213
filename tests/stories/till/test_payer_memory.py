"""A check that was seen before: what it paid last is proposed, and a check fed twice is told at once (P13, R18)."""

from app.domain.change import suggested_pieces
from app.domain.facts.batches import TenderCount
from app.usecases.accept_count import AcceptRequest
from app.usecases.open_batch import OpenBatchRequest
from app.usecases.submit_count import CountRequest
from devices.simulators.check_feeder import FeederFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import Cashier, plain_accounts
from ui.compose.rooms import practice_bank
from ui.viewmodels.till.till import TillModel

NEXT_CHECK = SAMPLE_CHECKS[0].__class__(**{**vars(SAMPLE_CHECKS[0]), "number": "1043"})


def pay_with(cashier: Cashier, *accounts: str) -> str:
    """A receipt over these accounts by the first sample check; its number."""
    for account in accounts:
        cashier.scan(account)
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.proposed is not None
    cashier.till.tenders.give(cents=asked.proposed, reference=asked.reference)
    return cashier.saved()


def test_a_check_fed_first_proposes_the_accounts_that_its_bank_account_paid_last(cashier: Cashier) -> None:
    """P13: it proposes, and by itself it takes nothing."""
    first, second = plain_accounts()[:2]
    number = pay_with(cashier, first.key, second.key)
    cashier.till.moment.forget()
    cashier.feed_and_wait(NEXT_CHECK)
    memory = cashier.till.tenders.memory
    assert memory is not None
    assert (memory.receipt, [line.account for line in memory.lines]) == (number, [first.key, second.key])
    assert cashier.draft.is_empty is False
    assert cashier.draft.to_pay == 0
    assert len(cashier.receipts()) == 1
    cashier.till.finish()
    cashier.until(lambda: len(cashier.draft.lines) == 2)
    cashier.settle()
    assert [line.account for line in cashier.draft.lines] == [first.key, second.key]
    assert all(line.accepted is None for line in cashier.draft.lines)
    assert cashier.till.tenders.memory is None
    assert len(cashier.receipts()) == 1


def test_a_bank_account_that_never_paid_proposes_nothing(cashier: Cashier) -> None:
    """P13: nobody is guessed at."""
    pay_with(cashier, plain_accounts()[0].key)
    cashier.feed_and_wait(SAMPLE_CHECKS[1])
    assert cashier.till.tenders.memory is None


def test_a_void_receipt_is_not_remembered(cashier: Cashier) -> None:
    """P13: what was cancelled is no habit."""
    first, second = plain_accounts()[:2]
    kept = pay_with(cashier, first.key)
    cashier.till.moment.forget()
    cashier.scan(second.key)
    cashier.feed_and_wait(NEXT_CHECK)
    cashier.till.tenders.give(cents=second.balance, reference="1043")
    gone = cashier.saved()
    cashier.till.voids.look(gone)
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))
    with cashier.qtbot.waitSignal(cashier.till.voids.voided):
        cashier.till.voids.void(reason="Wrong account", approver="K. Dunn", pin="123456")
    cashier.settle()
    cashier.feed_and_wait(NEXT_CHECK)
    memory = cashier.till.tenders.memory
    assert memory is not None
    assert memory.receipt == kept
    assert cashier.till.tenders.asked is not None
    assert cashier.till.tenders.asked.seen == ""


def test_a_check_fed_first_for_an_account_of_its_own_forgets_the_proposal(cashier: Cashier) -> None:
    """P13: the stub that was scanned counts."""
    first, second = plain_accounts()[:2]
    pay_with(cashier, first.key)
    cashier.till.moment.forget()
    cashier.feed_and_wait(NEXT_CHECK)
    cashier.scan(second.key)
    assert cashier.till.tenders.memory is None
    assert [line.account for line in cashier.draft.lines] == [second.key]


def test_a_check_taken_before_is_told_the_moment_it_is_fed(cashier: Cashier) -> None:
    """R18: at once, before an amount is keyed."""
    number = pay_with(cashier, plain_accounts()[0].key)
    cashier.till.moment.forget()
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.seen == number
    assert asked.note == f"Check 1042 was taken already, on receipt {number}. Look at it before you take it."


def test_a_check_of_another_batch_is_told_the_moment_it_is_fed(cashier: Cashier) -> None:
    """R18: across batches as in the batch."""
    account = plain_accounts()[0]
    number = pay_with(cashier, account.key)
    batch = cashier.receipt(number).batch
    classes = (TenderCount("check", 1, account.balance), TenderCount("money_order", 0, 0), TenderCount("card", 0, 0))
    count = CountRequest("mruiz", batch, suggested_pieces(20_000, largest_bill=10_000), classes, (number,))
    cashier.desk.do(lambda deeds: deeds.submit_count(count)).result()
    seen = cashier.ask(lambda books: books.batch(batch))
    assert seen is not None
    accept = AcceptRequest("kdunn", batch, seen.last_ref)
    cashier.desk.do(lambda deeds: deeds.accept_count(accept)).result()
    start = OpenBatchRequest("mruiz", suggested_pieces(20_000, largest_bill=10_000))
    cashier.desk.do(lambda deeds: deeds.open_batch(start)).result()
    cashier.signing.refresh()
    cashier.settle()
    cashier.till.moment.forget()
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.seen == number


def test_a_check_on_this_receipt_already_is_told_the_moment_it_is_fed_again(cashier: Cashier) -> None:
    """R18: the second feed never becomes a second tender."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.feed_and_wait()
    cashier.till.tenders.give(cents=100, reference="1042")
    cashier.settle()
    cashier.feed()
    cashier.until(
        lambda: cashier.till.notice == "Check 1042 is on this receipt already. Look at it before you feed it again."
    )
    assert len(cashier.draft.tenders) == 1
    assert cashier.draft.reads == ()


def test_a_check_of_parked_work_is_told_when_it_is_fed_on_another_lane(cashier: Cashier) -> None:
    """R18: the other lane's work is not on a receipt yet, and its check is known all the same."""
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait()
    cashier.till.park_or_recall()
    cashier.settle()
    cashier.till.next_lane()
    cashier.scan(plain_accounts()[1].key)
    cashier.feed()
    cashier.until(lambda: cashier.till.notice.startswith("Check 1042 is on Lane 1 already."))
    assert cashier.draft.reads == ()


def test_a_double_feed_is_one_check(cashier: Cashier) -> None:
    """R18: a reader that sends a check twice."""
    cashier.scan(plain_accounts()[0].key)
    cashier.bench.switch(FeederFault.DOUBLE_FEED, True)
    cashier.feed()
    cashier.until(lambda: cashier.till.notice == "This check is waiting for its amount already.")
    assert len(cashier.draft.reads) == 1


def test_a_check_that_came_back_after_a_crash_is_known_again(cashier: Cashier) -> None:
    """P13, R18: another window over the same unfinished work says what the first one said."""
    first = plain_accounts()[0]
    number = pay_with(cashier, first.key)
    cashier.till.moment.forget()
    cashier.feed_and_wait()
    again = TillModel(cashier.counter, cashier.session, bank_of=practice_bank)
    cashier.until(lambda: again.tenders.asked is not None and again.tenders.asked.seen == number)
    asked = again.tenders.asked
    assert asked is not None
    assert asked.note.startswith(f"Check 1042 was taken already, on receipt {number}.")
    assert again.tenders.memory is not None
    assert again.tenders.memory.receipt == number
    again.tenders.hand_back()
    cashier.settle()
