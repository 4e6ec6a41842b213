"""A mail batch from its list to the bag: a wrong control total is found and mended; a phone payment beside it."""

import pytest

from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.facts.mail import MailListed
from app.domain.mail import MAIL, PHON
from app.domain.money import Money
from app.domain.tender import NOT_PRESENT, TenderKind
from app.usecases.accept_count import AcceptRequest
from app.usecases.export_posting import ExportRequest
from app.usecases.prepare_deposit import DepositRequest
from app.usecases.verify_deposit import VerifyRequest
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.mail.mail_desk import MailDesk


def balance(mail: MailDesk, batch: str) -> None:
    """K. Dunn accepts the count."""
    request = AcceptRequest("kdunn", batch, mail.batch(batch).last_ref)
    mail.desk.do(lambda deeds: deeds.accept_count(request)).result(timeout=10)


def test_a_wrong_control_total_is_found_mended_counted_balanced_and_bagged(mail: MailDesk) -> None:
    """F3, R13: two openers list the mail; the list's total must be the batch's before it is balanced."""
    first, second, third = mail.accounts[:3]
    total = first.balance + second.balance + third.balance + 2_500
    mail.sit("mruiz")
    batch = mail.open_mail(4, str(Money(total + 900)))  # 9.00 too much: two digits changed places on the tape
    assert mail.batch(batch).drawer is False
    assert mail.batch(batch).source == MAIL
    mail.pay(first, "2210")
    mail.pay(second, "887")
    mail.pay(third, "714")
    assert mail.model.read.control.left == 2_500 + 900
    mail.scan(mail.accounts[3])
    mail.model.item.accept_stub(2_500)
    mail.model.item.key_paper("", kind=TenderKind.CASH)
    mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(2_500))
    assert mail.model.read.control.items_left == 0
    assert mail.model.read.control.left == 900
    mail.model.finish()
    assert f"{Money(900)} is left of the control total" in mail.said
    blocked = mail.told(mail.room.count.blocked, lambda: mail.room.count.begin(batch))
    assert "correct the control list" in blocked
    opening = mail.model.opening
    mail.told(opening.corrected, lambda: opening.correct(
        batch, items="4", total=str(Money(total)), reason="Tape added wrong"
    ))  # fmt: skip
    mail.settle()
    assert mail.model.read.control.agrees
    assert mail.told(mail.model.finish_asked, mail.model.finish) == batch
    mail.count(batch, 2_500, checks=(3, total - 2_500))
    balance(mail, batch)
    assert mail.batch(batch).state is BatchState.BALANCED
    lists = mail.ask(lambda books: books.happenings(batch=batch, kinds=(MailListed.KIND,)))
    assert [fact.cents for _ref, _envelope, fact in lists if isinstance(fact, MailListed)] == [total + 900, total]
    bag = DepositRequest("kdunn", (batch,), "BAG 1", CashCount.of({"2000": 1, "500": 1}))
    deposit = mail.desk.do(lambda deeds: deeds.prepare_deposit(bag)).result(timeout=10)
    sign = VerifyRequest("swhite", deposit.deposit, "BAG 1")
    mail.desk.do(lambda deeds: deeds.verify_deposit(sign)).result(timeout=10)
    assert mail.ask(lambda books: books.deposits())[0].total == total
    mail.desk.do(lambda deeds: deeds.export_posting(ExportRequest("kdunn", (batch,)))).result(timeout=10)
    assert mail.batch(batch).posting_file_no == 1
    assert mail.verified() == ()


def test_a_card_told_by_phone_is_its_own_batch_and_marked_as_not_present(mail: MailDesk) -> None:
    """F1, C1: approval code and last four from the stand-alone terminal; the batch has no list and no drawer."""
    account = mail.accounts[0]
    mail.sit("mruiz", PHON)
    batch = mail.open_mail(0, "", source=PHON, second="")
    mail.until(lambda: mail.bench.check_feeder.feed(SAMPLE_CHECKS[0]))
    mail.until(lambda: "No checks come by phone" in mail.said)
    mail.scan(account)
    assert mail.model.item.read is None
    mail.model.item.accept_stub(account.balance)
    mail.model.item.key_paper("A81F22")
    mail.model.item.key_last_four("4242")
    receipt = mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(account.balance))
    tender = mail.receipt(receipt).tenders[0]
    assert (tender.kind, tender.reference, tender.last_four, tender.bank) == ("card", "A81F22", "4242", NOT_PRESENT)
    assert mail.receipt(receipt).source == PHON
    mail.count(batch, 0, cards=(1, account.balance))
    balance(mail, batch)
    assert mail.verified() == ()


@pytest.mark.parametrize("day", ["2026-11-20", ""])
def test_what_was_collected_the_evening_before_counts_for_that_day(mail: MailDesk, day: str) -> None:
    """The night box: `effective_date` is the day it was collected, the business date unless keyed."""
    account = mail.accounts[0]
    mail.sit("mruiz", "NITE")
    mail.open_mail(1, str(Money(account.balance)), source="NITE", day=day)
    receipt = mail.pay(account, "2210")
    assert mail.receipt(receipt).lines[0].effective_date == (day or "2026-11-21")
