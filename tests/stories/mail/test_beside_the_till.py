"""Mail at a station that has a till as well: each keeps to its own batch, trail and unfinished work."""

import shutil
from pathlib import Path

from app.domain.cash import NO_CASH
from app.domain.tender import Tender
from app.usecases.take_payment import PaymentRequest
from devices.simulators.clock import SimulatedClock
from tests.stories.mail.mail_desk import MailDesk
from ui.compose.folder import open_desk
from ui.viewmodels.till.till import TillModel


def test_after_a_stop_in_the_middle_nobody_is_asked_whether_mail_was_handed_over(
    mail: MailDesk, tmp_path: Path, clock: SimulatedClock
) -> None:
    """Ledger b.7 asks about customers; no customer stands at the mail desk."""
    mail.sit("mruiz")
    mail.open_mail(1, "100.00")
    mail.pay(mail.accounts[0], "2210", 1_000)
    pulled = tmp_path / "pulled"
    shutil.copytree(mail.desk.station.folder, pulled)
    desk = open_desk(pulled, clock=clock)
    assert len(desk.ask(lambda books: books.receipts()).result(timeout=10)) == 1
    assert desk.ask(lambda books: books.unanswered()).result(timeout=10) == []
    assert desk.close()


def test_the_tills_foot_shows_and_reprints_its_own_receipts_only(mail: MailDesk) -> None:
    mail.sit("mruiz")
    mail.open_batch()
    own = mail.take(1_500, account=5)
    mail.open_mail(4, "100.00")
    for at in range(4):
        mail.pay(mail.accounts[at], str(2_210 + at), 1_000)
    till = TillModel(mail.counter, mail.session)
    mail.settle()
    assert [saved.number for saved in till.trail.saved] == [own]
    assert till.trail.last == own
    till.deleteLater()


def test_work_of_the_mail_is_nothing_that_the_till_recalls(mail: MailDesk) -> None:
    mail.sit("mruiz")
    mail.open_batch()
    mail.open_mail(1, "100.00")
    mail.scan(mail.accounts[0])
    till = TillModel(mail.counter, mail.session)
    mail.settle()
    assert till.draft.is_empty
    assert till.lanes.parked == ()
    till.deleteLater()


def test_a_mail_batch_has_no_starting_cash_and_stands_beside_a_drawer(mail: MailDesk) -> None:
    """DESIGN section 4: one a source and cashier, beside the drawer's."""
    mail.sit("mruiz")
    drawer = mail.open_batch()
    batches = {source: mail.open_mail_of(source) for source in ("MAIL", "NITE", "BBP", "PHON")}
    assert len({drawer, *batches.values()}) == 5
    assert all(mail.batch(batch).starting_cash == NO_CASH for batch in batches.values())
    mail.signing.refresh()
    mail.settle()
    assert mail.session.sitting is not None
    assert mail.session.sitting.batch is not None
    assert mail.session.sitting.batch.batch == drawer


def test_no_change_is_given_by_mail(mail: MailDesk) -> None:
    """F1: a draft with change is refused before anything is stored."""
    account = mail.accounts[0]
    mail.sit("mruiz")
    batch = mail.open_mail(1, "15.00")
    mail.scan(account)
    mail.model.item.accept_stub(1_000)
    draft = mail.model.item.draft.with_tender(Tender("cash", 1_500))
    request = PaymentRequest("mruiz", batch, draft)
    refused = mail.desk.do(lambda deeds: deeds.take_payment(request)).exception(timeout=10)
    assert "No change is given by mail: 5.00 is too much" in str(refused)
