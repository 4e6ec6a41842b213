"""Bad days at the mail desk: scanned twice, unmatched, set aside, a pasted list, two clerks, work left behind."""

from dataclasses import replace

from app.domain.batch_rules import NotYourBatchError
from app.domain.mail import MAIL
from app.domain.money import Money
from app.domain.user import Deed
from app.interchange.practice.city import practice_accounts
from app.usecases.mail_log import mail_log
from app.usecases.open_mail import OpenMailRequest
from devices.simulators.sample_checks import SAMPLE_CHECKS
from tests.stories.batches.office import DAY
from tests.stories.mail.mail_desk import MailDesk
from ui.viewmodels.mail.item import Step
from ui.viewmodels.mail.keying import STUB_TWICE
from ui.viewmodels.mail.pasted import PASTE_LIMIT

CHECK = SAMPLE_CHECKS[0]


def test_a_stub_scanned_twice_is_asked_about_and_comes_off(mail: MailDesk) -> None:
    """R18: the same stub in this batch is named with its line; Esc takes it off."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    mail.open_mail(2, "100.00")
    mail.pay(account, "2210", 1_000)
    mail.scan(account)
    shown = mail.model.refusal.shown
    assert shown is not None
    assert (shown.code, "line 1" in shown.what) == (STUB_TWICE, True)
    mail.model.refusal.go_back()
    mail.settle()
    assert mail.model.item.draft.is_empty
    assert mail.model.item.step is Step.STUB


def test_a_stub_scanned_twice_for_one_check_is_refused_in_a_sentence(mail: MailDesk) -> None:
    account = mail.accounts[0]
    mail.sit("mruiz")
    mail.open_mail(1, "100.00")
    mail.scan(account)
    assert mail.model.scan(account.stub_scan_line)
    mail.until(lambda: account.number in mail.said)
    assert len(mail.model.item.draft.lines) == 1


def test_a_check_scanned_twice_is_in_the_item_once(mail: MailDesk) -> None:
    account = mail.accounts[0]
    mail.sit("mruiz")
    mail.open_mail(1, "100.00")
    mail.scan(account)
    mail.feed(CHECK)
    mail.feed(CHECK)
    assert f"Check {CHECK.number} is in this item already" in mail.said
    assert len(mail.model.item.draft.reads) == 1


def test_a_check_that_was_taken_before_is_asked_about(mail: MailDesk) -> None:
    """R18, B14: Y takes it as another one, and the answer stands in the receipt."""
    first, second = mail.accounts[:2]
    mail.sit("mruiz")
    mail.open_mail(2, "100.00")
    mail.scan(first)
    mail.model.item.accept_stub(1_000)
    mail.feed(CHECK)
    receipt = mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(1_000))
    mail.scan(second)
    mail.feed(CHECK)
    shown = mail.model.refusal.shown
    assert shown is not None
    assert shown.seen == receipt
    mail.model.refusal.take_it()
    mail.settle()
    assert mail.model.item.read is not None
    mail.model.item.accept_stub(2_000)
    again = mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(2_000))
    assert mail.receipt(again).tenders[0].reference == CHECK.number


def test_an_unmatched_item_blocks_the_count_and_a_drawer_batch_it_does_not(mail: MailDesk) -> None:
    """R34: a check without a stub stays unfinished work until it is matched or set aside."""
    mail.sit("mruiz")
    drawer = mail.open_batch()
    batch = mail.open_mail(1, "45.45")
    mail.feed(CHECK)
    mail.model.item.without_stub()
    mail.model.item.accept_paper(4_545)
    assert "No stub yet" in mail.said
    mail.model.finish()
    assert "The item in hand is not finished" in mail.said
    blocked = mail.told(mail.room.count.blocked, lambda: mail.room.count.begin(batch))
    assert blocked == "Unfinished work in Mail. Finish or drop it, then count."
    assert mail.told(mail.room.count.ready, lambda: mail.room.count.begin(drawer)).batch == drawer
    mail.told(mail.model.changed, lambda: mail.model.set_aside("No stub", 4_545))
    assert mail.model.read.control.agrees
    assert mail.told(mail.room.count.ready, lambda: mail.room.count.begin(batch)).batch == batch


def test_an_item_set_aside_is_taken_up_again_with_its_check(mail: MailDesk) -> None:
    """F3: nothing that was read is read again; the log keeps both."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    batch = mail.open_mail(1, "45.45")
    mail.feed(CHECK)
    mail.told(mail.model.changed, lambda: mail.model.set_aside("No stub", 4_545))
    assert [row.item for row in mail.model.grid.rows] == [1]
    mail.model.take_up(1)
    mail.until(lambda: bool(mail.model.item.draft.tenders))
    mail.settle()
    assert mail.model.item.draft.tenders[0].reference == CHECK.number
    mail.scan(account)
    receipt = mail.told(mail.model.keyed, lambda: mail.model.item.accept_stub(4_545))
    assert mail.receipt(receipt).tenders[0].payer_mark
    log = mail.ask(lambda books: mail_log(books, batch))
    assert (log.asides, log.aside) == (1, ())
    mail.count(batch, 0, checks=(1, 4_545))
    assert mail.verified() == ()


def test_more_than_the_stub_says_goes_on_the_account_and_less_leaves_the_rest_due(mail: MailDesk) -> None:
    """F1: no change is given by mail."""
    first, second = mail.accounts[:2]
    mail.sit("mruiz")
    mail.open_mail(2, "100.00")
    for account, paid in ((first, first.balance + 500), (second, second.balance - 500)):
        mail.scan(account)
        mail.model.item.accept_stub(account.balance)
        mail.model.item.key_paper("77")
        mail.model.item.accept_paper(paid)
        assert mail.model.item.step is Step.DECIDE
        receipt = mail.told(mail.model.keyed, mail.model.item.fit_stub)
        assert mail.receipt(receipt).total == paid
        assert mail.receipt(receipt).lines[0].balance_after == account.balance - paid


def test_two_clerks_on_one_mail_batch(mail: MailDesk) -> None:
    """R2: the second is told in one sentence whose it is, and may open one of their own."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    batch = mail.open_mail(1, str(Money(account.balance)))
    mail.sit("tokafor")
    assert mail.model.read.batch is None
    assert mail.model.read.elsewhere == (
        f"Mail batch {batch} is M. Ruiz's; open your own with its own control total."
    )
    assert not mail.model.scan(account.stub_scan_line)
    own = mail.open_mail(1, "10.00", second="M. Ruiz")
    assert own != batch
    mail.model.keying.home = type(mail.model.keying.home)(batch)
    mail.scan(account)
    mail.model.item.accept_stub(account.balance)
    mail.model.item.key_paper("77")
    mail.model.item.accept_paper(account.balance)
    mail.settle()
    assert mail.said == NotYourBatchError(batch=batch, cashier="mruiz", drawer=False).sentence()


def test_one_batch_a_source_and_cashier_and_two_different_openers(mail: MailDesk) -> None:
    """R13, DESIGN section 4."""
    mail.sit("mruiz")
    opening = mail.model.opening
    mail.told(opening.ready, lambda: opening.begin(MAIL))
    said = mail.told(
        opening.refused, lambda: opening.open(MAIL, second="", items="1", total="10.00", collected="")
    )
    assert "Two different people open it" in said
    alone = OpenMailRequest("mruiz", MAIL, "mruiz", 1, 1_000)
    refused = mail.desk.do(lambda deeds: deeds.open_mail(alone)).exception(timeout=10)
    assert refused is not None
    assert "Two different people open it" in str(refused)
    said = mail.told(
        opening.refused, lambda: opening.open(MAIL, second="T. Okafor", items="", total="10.00", collected="")
    )
    assert "Key the control count" in said
    batch = mail.open_mail(1, "10.00")
    said = mail.told(
        opening.refused, lambda: opening.open(MAIL, second="T. Okafor", items="1", total="10.00", collected="")
    )
    assert said == f"Your batch {batch} for Mail is still open. Count that one first."


def test_a_pasted_list_waits_item_by_item_for_its_enter(mail: MailDesk) -> None:
    """500 items at most; nothing of a list is posted that was not shown and accepted."""
    first, second = mail.accounts[:2]
    mail.sit("mruiz")
    mail.open_mail(2, "30.00")
    mail.model.paste("\n".join(f"{first.number}\t1.00\t{n}\t1.00" for n in range(PASTE_LIMIT + 1)))
    assert mail.said == "501 lines were pasted and none was taken. Paste at most 500 at a time."
    assert mail.model.item.draft.is_empty
    mail.model.paste(f"Account\tAmount\n{first.number}\t10.00\t77\t10.00\n999-9999\t5.00\n{second.number}\t20.00\t78")
    mail.until(lambda: bool(mail.model.item.draft.lines))
    mail.settle()
    assert "No account for 1: 999-9999" in mail.said
    assert mail.model.item.draft.lines[0].account == first.key
    assert mail.model.read.control.keyed == 0
    assert (mail.model.item.hint.cents, mail.model.item.hint.paper) == (1_000, "77")
    mail.model.item.accept_stub(1_000)
    mail.model.item.key_paper("77")
    mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(1_000))
    mail.until(lambda: bool(mail.model.item.draft.lines))
    assert mail.model.item.draft.lines[0].account == second.key
    assert mail.model.item.hint.cents == 2_000


def test_an_item_left_unfinished_comes_back_to_its_clerk_and_not_to_the_till(mail: MailDesk) -> None:
    """DESIGN section 3: work is on the disk after each step, and mail has its own place."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    mail.open_mail(1, "100.00")
    mail.scan(account)
    mail.feed(CHECK)
    draft = mail.model.item.draft.draft
    mail.sit("tokafor")
    assert mail.model.item.draft.is_empty
    mail.sit("mruiz")
    mail.until(lambda: mail.model.item.draft.draft == draft)
    assert mail.model.item.read is not None
    assert mail.model.item.step is Step.STUB_AMOUNT


def test_a_check_for_a_cash_only_account_is_refused_and_set_aside(mail: MailDesk) -> None:
    """R16: at every entry point, mail too; a supervisor may approve it, or it goes aside."""
    account = next(one for one in practice_accounts(7, accounts=60, business_date=DAY) if one.is_cash_only(str(DAY)))
    mail.sit("mruiz")
    mail.open_mail(1, "10.00")
    mail.scan(account)
    mail.model.item.accept_stub(1_000)
    mail.model.item.key_paper("77")
    mail.model.item.accept_paper(1_000)
    mail.until(lambda: mail.model.refusal.shown is not None)
    shown = mail.model.refusal.shown
    assert shown is not None
    assert shown.deed is Deed.OVERRIDE_CASH_ONLY
    mail.model.refusal.go_back()
    assert mail.model.item.is_refused
    mail.settle()
    assert len(mail.ask(lambda books: books.drafts())) == 1
    mail.told(mail.model.changed, lambda: mail.model.set_aside("Cash only", 1_000))
    mail.until(lambda: mail.model.read.control.agrees)
    assert mail.model.item.draft.is_empty


def test_a_check_without_a_stub_names_what_its_bank_account_paid_last(mail: MailDesk) -> None:
    """P13: the accounts are proposed; each amount is accepted by its own Enter."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    mail.open_mail(2, "30.00")
    mail.scan(account)
    mail.model.item.accept_stub(1_000)
    mail.feed(CHECK)
    mail.told(mail.model.keyed, lambda: mail.model.item.accept_paper(1_000))
    mail.feed(replace(CHECK, number="1043"))
    assert [line.account for line in mail.model.usual] == [account.key]
    mail.model.use_usual()
    mail.until(lambda: bool(mail.model.item.draft.lines))
    assert mail.model.usual == ()
    assert mail.model.item.draft.lines[0].accepted is None
