"""Checks at the window: read, keyed, over-written, unreadable, seen before."""

from app.domain.micr import Field
from app.domain.tender import TenderKind
from devices.simulators.check_feeder import FeederFault
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.till.cashier import Cashier, plain_accounts


def test_an_exact_check_from_the_reader_is_scan_feed_enter(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.proposed == account.balance
    cashier.till.tenders.give(cents=account.balance, reference=asked.reference)
    tender = cashier.receipt(cashier.saved()).tenders[0]
    check = SAMPLE_CHECKS[0]
    assert (tender.kind, tender.reference, tender.last_four) == (TenderKind.CHECK, check.number, check.account[-4:])
    assert tender.bank == check.bank
    assert tender.payer_mark
    assert check.account not in tender.micr


def test_a_check_fed_first_waits_for_its_account(cashier: Cashier) -> None:
    cashier.feed_and_wait()
    assert [read.number for read in cashier.kept_drafts()[0].reads] == [SAMPLE_CHECKS[0].number]
    account = plain_accounts()[0]
    cashier.scan(account.key)
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert (asked.reference, asked.proposed) == (SAMPLE_CHECKS[0].number, account.balance)


def test_a_check_handed_back_leaves_no_trace_in_the_work(cashier: Cashier) -> None:
    cashier.feed_and_wait()
    cashier.till.tenders.hand_back()
    cashier.settle()
    assert cashier.draft.is_empty
    assert cashier.kept_drafts() == []


def test_a_keyed_check_needs_its_number(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("", account.balance)
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.fault == "Check is not complete. Type the check's number."
    cashier.till.tenders.give(cents=account.balance, reference="388")
    assert cashier.receipt(cashier.saved()).tenders[0].reference == "388"


def test_a_check_over_the_amount_is_refused_until_paying_is_raised(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.give_check("388", account.balance + 1_000)
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.fault.startswith("Only cash gives change, and 10.00 is left over")
    cashier.till.work.accept(account.key, account.balance + 1_000)
    cashier.till.tenders.give(cents=account.balance + 1_000, reference="388")
    receipt = cashier.receipt(cashier.saved())
    assert receipt.lines[0].balance_after == -1_000


def test_an_unreadable_check_is_one_sentence_and_its_number_is_keyed(cashier: Cashier) -> None:
    account = plain_accounts()[0]
    cashier.scan(account.key)
    cashier.bench.switch(FeederFault.UNREADABLE, True)
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.note == "The check could not be read. Feed it again face up, or key its number."
    assert asked.read is None
    cashier.till.tenders.give(cents=account.balance, reference="1042")
    assert cashier.receipt(cashier.saved()).tenders[0].micr == ""


def test_an_unreadable_check_without_an_account_is_only_told(cashier: Cashier) -> None:
    cashier.bench.switch(FeederFault.UNREADABLE, True)
    cashier.feed()
    cashier.until(lambda: bool(cashier.till.notice))
    assert cashier.till.notice == "The check could not be read. Feed it again face up, or key its number."


def test_the_same_check_fed_twice_for_one_receipt_is_told(cashier: Cashier) -> None:
    cashier.scan(plain_accounts()[0].key)
    cashier.feed_and_wait()
    cashier.feed()
    cashier.until(lambda: cashier.till.notice == "This check is waiting for its amount already.")
    assert len(cashier.draft.reads) == 1


def test_a_check_of_the_last_twelve_months_asks_before_it_is_taken(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.feed_and_wait()
    cashier.till.tenders.give(cents=first.balance, reference="1042")
    number = cashier.saved()
    cashier.scan(second.key)
    cashier.feed_and_wait()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.seen == number
    cashier.till.tenders.give(cents=second.balance, reference="1042")
    refusal = cashier.till.refusal.shown
    assert refusal is not None
    assert refusal.what == f"Check 1042 of this bank account was already taken on receipt {number}."
    cashier.till.refusal.take_it()
    cashier.until(lambda: cashier.till.moment.receipt not in ("", number))
    cashier.settle()
    assert len(cashier.receipts()) == 2
    cashier.till.moment.forget()


def test_a_check_seen_before_can_be_handed_back(cashier: Cashier) -> None:
    first, second = plain_accounts()[:2]
    cashier.scan(first.key)
    cashier.feed_and_wait()
    cashier.till.tenders.give(cents=first.balance, reference="1042")
    cashier.saved()
    cashier.scan(second.key)
    cashier.feed_and_wait()
    cashier.till.tenders.give(cents=second.balance, reference="1042")
    cashier.till.refusal.go_back()
    cashier.settle()
    assert cashier.draft.reads == ()
    assert cashier.draft.tenders == ()
    assert len(cashier.receipts()) == 1


def smudged(cashier: Cashier) -> None:
    """The first sample check, two places of its routing number unread."""
    cashier.bench.switch(FeederFault.SMUDGED, True)
    cashier.feed()
    cashier.until(lambda: cashier.till.reading.asked is not None)
    cashier.settle()


def test_unread_places_are_keyed_and_the_check_is_read_then(cashier: Cashier) -> None:
    """C5: the operator sees what was read, keys the rest, and nothing is guessed."""
    account, check = plain_accounts()[0], SAMPLE_CHECKS[0]
    cashier.scan(account.key)
    smudged(cashier)
    line = cashier.till.reading.asked
    assert line is not None
    assert (line.to_key, line.transit) == ((Field.TRANSIT,), f"{check.routing[:3]}??{check.routing[5:]}")
    wrong = cashier.till.reading.key({Field.TRANSIT: check.routing[:3] + "99" + check.routing[5:]})
    assert wrong is not None
    assert "must pass the bank's check" in wrong.sentence()
    assert cashier.till.reading.key({Field.TRANSIT: check.routing}) is None
    cashier.until(lambda: cashier.till.tenders.asked is not None)
    cashier.settle()
    asked = cashier.till.tenders.asked
    assert asked is not None
    cashier.till.tenders.give(cents=account.balance, reference=asked.reference)
    tender = cashier.receipt(cashier.saved()).tenders[0]
    assert (tender.reference, tender.bank, tender.last_four) == (check.number, check.bank, check.account[-4:])
    seen = cashier.desk.do(lambda deeds: deeds.seals.payer_mark(routing=check.routing, account=check.account)).result()
    assert tender.payer_mark == seen


def test_a_check_nobody_can_read_is_keyed_by_its_number_only(cashier: Cashier) -> None:
    """C5: as for one that could not be read at all."""
    account = plain_accounts()[0]
    cashier.scan(account.key)
    smudged(cashier)
    cashier.till.reading.leave()
    asked = cashier.till.tenders.asked
    assert asked is not None
    assert asked.note == "The check could not be read. Feed it again face up, or key its number."
    cashier.till.tenders.give(cents=account.balance, reference="1042")
    assert cashier.receipt(cashier.saved()).tenders[0].payer_mark == ""


def test_a_check_that_is_fed_again_is_read_anew(cashier: Cashier) -> None:
    """C5: a second, better feed takes the place of the keying."""
    cashier.scan(plain_accounts()[0].key)
    smudged(cashier)
    cashier.bench.switch(FeederFault.SMUDGED, False)
    cashier.feed_and_wait()
    assert cashier.till.reading.asked is None
    assert [read.number for read in cashier.draft.reads] == [SAMPLE_CHECKS[0].number]
