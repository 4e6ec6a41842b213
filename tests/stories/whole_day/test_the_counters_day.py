"""Everything a counter meets beside walk-up payments: covering, mail, phone, misc, an outage, a reopened batch."""

import pytest

from app.domain.account import Account
from app.domain.batch_state import BatchState
from app.domain.mail import MAIL, PHON
from app.domain.money import Money
from app.interchange.practice.city import practice_city
from app.usecases.hand_over_batch import DrawerSeen
from db.verify.folder import verify_folder
from tests.stories.till.cashier import ACCOUNTS, DAY, SEED, plain_accounts
from tests.stories.whole_day.day import Day, cash_of
from ui.compose.practice import APPROVER_PIN, CASHIER_PIN
from ui.compose.rooms import practice_bank
from ui.viewmodels.batches.paper_entry import PaperTyped
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.till.misc import MiscModel

OUTAGE = "2026-11-20"
STARTING, LICENSE, ON_PAPER = 20_000, 800, (3_000, 1_500)


@pytest.mark.slow
def test_a_counters_day_ends_with_a_bag_that_agrees(day: Day) -> None:
    """F3, R13, B8, R3, R15: the supervisor covers, and six kinds of money meet in one bag."""
    people = plain_accounts()
    batch = covered_by_the_supervisor(day, people[3])
    on_paper(day, batch, people[4], people[5])
    misc_receipt(day)
    mail, mailed = mail_with_a_wrong_total(day, people[6:9])
    phone = told_by_phone(day, people[9])
    cash = people[3].balance + LICENSE + ON_PAPER[1]
    counted = {"checks": (1, ON_PAPER[0]), "cards": (0, 0), "orders": (0, 0)}
    assert day.count(batch, STARTING + cash, **counted) == 1
    for number in (batch, mail, phone):
        accepted(day, number)

    detail = day.room.detail
    day.told(detail.changed, lambda: detail.choose(batch))
    day.told(detail.changed, lambda: detail.reopen("Wrong tender on a receipt"))
    assert day.batch(batch).state is BatchState.OPEN
    day.come("mruiz")
    assert day.count(batch, STARTING + cash, **counted) == 2
    accepted(day, batch)

    deposit = day.room.deposit
    day.told(deposit.changed, deposit.load)
    assert {one.batch for one in deposit.batches() if one.is_ticked} >= {batch, mail}
    assert all(line.is_even for line in deposit.face(cash_of(cash)).lines)
    number = day.told(deposit.prepared, lambda: deposit.prepare("70413", cash_of(cash)))
    day.told(deposit.verified, lambda: deposit.verify(number, bag="70413", who="kdunn", pin=APPROVER_PIN))
    assert deposit.bags()[0].total == str(Money(cash + ON_PAPER[0] + mailed))

    day.told(day.room.posting.written, lambda: day.room.posting.export(day.folder))
    posted = people[3].balance + sum(ON_PAPER) + mailed + people[9].balance
    assert day.room.posting.files()[0].total == str(Money(posted)), "the license is none of billing's"
    for paid in (people[3], *people[6:10]):
        assert day.owed(paid.key) == 0
    assert day.owed(people[4].key) == people[4].balance - ON_PAPER[0]
    day.until(lambda: bool(day.kept_safe))
    assert verify_folder(day.desk.station.folder, day.desk.key).failed() == ()


def covered_by_the_supervisor(day: Day, customer: Account) -> str:
    """K. Dunn opens the drawer, serves the first customer and hands over with two counts (R3)."""
    day.come("kdunn")
    day.take_in(practice_city(SEED, accounts=ACCOUNTS, business_date=DAY), "accounts.csv")
    ranges = day.room.paper_ranges
    day.told(ranges.moved, lambda: ranges.issue(to="mruiz", first="451", last="453", outage_on=OUTAGE))
    model = day.room.opening
    day.told(model.ready, model.begin)
    batch = str(day.told(model.opened, lambda: model.open(cash_of(STARTING))).batch)
    day.customer(customer)
    day.till.cash()
    day.receipt_is_saved()
    day.is_printed()
    seen = DrawerSeen(cash_of(STARTING + customer.balance), 0)
    hand_over = day.room.hand_over
    day.told(
        hand_over.handed,
        lambda: hand_over.hand_over(batch, given=seen, received=seen, to="mruiz", pin=CASHIER_PIN),
    )
    day.come("mruiz")
    assert day.till.has_batch
    return batch


def on_paper(day: Day, batch: str, first: Account, second: Account) -> None:
    """Two receipts written by hand while the power was out; the third number came back blank (R15)."""
    entry, ranges = day.room.paper_entry, day.room.paper_ranges
    day.told(entry.stands, lambda: entry.begin(batch))
    by_check = PaperTyped("451", OUTAGE, first.number, str(Money(ON_PAPER[0])), "check", "1042")
    day.told(entry.entered, lambda: entry.enter(by_check))
    day.told(entry.entered, lambda: entry.enter(PaperTyped("452", OUTAGE, second.number, str(Money(ON_PAPER[1])))))
    day.come("kdunn")
    ranges.load()
    day.settle()
    day.told(ranges.moved, lambda: ranges.take_back(ranges.rows[0].ref, "Came back blank"))
    day.come("mruiz")


def misc_receipt(day: Day) -> None:
    """An animal license at its fixed price (B8)."""
    day.customer()
    misc = MiscModel(day.session, day.till.lanes, day.till.work, day.till)
    misc.begin()
    misc.type("animal")
    misc.choose(0)
    day.till.cash()
    day.receipt_is_saved()
    day.is_printed()


def mail_with_a_wrong_total(day: Day, people: list[Account]) -> tuple[str, int]:
    """The list is 9.00 too much; the batch is closed when it was corrected (F3, R13)."""
    total = sum(account.balance for account in people)
    mail, batch = mail_opened(day, MAIL, items=len(people), total=total + 900)
    for place, account in enumerate(people):
        keyed(day, mail, account, str(2210 + place))
    mail.finish()
    blocked = day.told(day.room.count.blocked, lambda: day.room.count.begin(batch))
    assert "correct the control list" in blocked
    opening = mail.opening
    day.told(
        opening.corrected,
        lambda: opening.correct(batch, items=str(len(people)), total=str(Money(total)), reason="Tape added wrong"),
    )
    mail.hear(is_in_front=False)
    assert day.count(batch, 0, checks=(len(people), total), cards=(0, 0), orders=(0, 0)) == 1
    return batch, total


def told_by_phone(day: Day, caller: Account) -> str:
    """A card that is not present, in a batch of its own (F1)."""
    mail, batch = mail_opened(day, PHON, items=0, total=0)
    keyed(day, mail, caller, "A81F22", last_four="4242")
    mail.hear(is_in_front=False)
    assert day.count(batch, 0, checks=(0, 0), cards=(1, caller.balance), orders=(0, 0)) == 1
    return batch


def mail_opened(day: Day, source: str, *, items: int, total: int) -> tuple[MailModel, str]:
    mail = MailModel(day.counter, day.session, bank_of=practice_bank)
    mail.hear(is_in_front=True)
    mail.choose(source)
    mail.load()
    day.settle()
    second, listed = ("T. Okafor", str(Money(total))) if items else ("", "")
    day.told(mail.opening.ready, lambda: mail.opening.begin(source))
    day.told(
        mail.opening.opened,
        lambda: mail.opening.open(source, second=second, items=str(items), total=listed, collected=""),
    )
    assert mail.read.batch is not None
    return mail, mail.read.batch.batch


def keyed(day: Day, mail: MailModel, account: Account, reference: str, *, last_four: str = "") -> None:
    """One stub and the paper that pays it."""
    assert mail.scan(account.stub_scan_line)
    day.until(lambda: bool(mail.item.draft.lines))
    day.settle()
    mail.item.accept_stub(account.balance)
    mail.item.key_paper(reference)
    if last_four:
        mail.item.key_last_four(last_four)
    day.told(mail.keyed, lambda: mail.item.accept_paper(account.balance))


def accepted(day: Day, batch: str) -> None:
    """S. Whitekiller, who took none of it."""
    if day.session.sitting is None or day.session.sitting.user.user != "swhite":
        day.come("swhite")
    detail = day.room.detail
    day.told(detail.changed, lambda: detail.choose(batch))
    assert day.told(day.room.batch_closed, detail.accept) == batch
    assert day.batch(batch).state is BatchState.BALANCED
