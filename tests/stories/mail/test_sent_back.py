"""A mail batch that was sent back: the wrong item is voided and keyed again in its place, then counted again."""

from app.domain.batch_state import BatchState
from app.domain.money import Money
from app.usecases.reject_count import RejectRequest
from tests.stories.mail.mail_desk import MailDesk
from ui.compose.practice import APPROVER_PIN


def test_a_mail_batch_sent_back_takes_the_item_again_in_place_of_the_void(mail: MailDesk) -> None:
    """R23, R30: no new items, only the place of a voided one; the list closes again before the second count."""
    first, second = mail.accounts[:2]
    total = first.balance + second.balance
    mail.sit("mruiz")
    batch = mail.open_mail(2, str(Money(total)))
    mail.pay(first, "2210", second.balance)  # the amounts of the two stubs were keyed the wrong way round
    wrong = mail.pay(second, "887", first.balance)
    mail.count(batch, 0, checks=(2, total))
    back = RejectRequest("kdunn", batch, mail.batch(batch).last_ref, "Receipt to be corrected")
    mail.desk.do(lambda deeds: deeds.reject_count(back)).result(timeout=10)
    mail.sit("mruiz")
    batch_now = mail.model.read.batch
    assert batch_now is not None
    assert batch_now.state is BatchState.REJECTED
    assert not mail.model.has_batch
    mail.told(mail.model.voids.changed, lambda: mail.model.voids.look(wrong))
    mail.until(lambda: bool(mail.model.voids.asked.approvers))
    name = mail.model.voids.asked.approvers[0].name
    mail.told(mail.model.voids.voided, lambda: mail.model.voids.void(
        reason="Wrong amount", approver=name, pin=APPROVER_PIN
    ))  # fmt: skip
    mail.settle()
    assert mail.model.has_batch
    again = mail.pay(second, "887", first.balance)
    assert mail.receipt(again).total == first.balance
    assert mail.model.read.control.agrees
    assert not mail.model.has_batch
    assert mail.count(batch, 0, checks=(2, total)) == 2
    assert mail.verified() == ()
