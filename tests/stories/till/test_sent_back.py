"""A batch that was sent back: a receipt is voided and entered again in its place, and nothing else is taken."""

from app.domain.batch_state import BatchState
from app.domain.change import suggested_pieces
from app.domain.facts.batches import TenderCount
from app.usecases.reject_count import RejectRequest
from app.usecases.submit_count import CountRequest
from tests.stories.till.cashier import RENT_HOUSE, Cashier


def test_only_what_takes_the_place_of_a_void_goes_into_a_batch_that_was_sent_back(cashier: Cashier) -> None:
    cashier.scan(RENT_HOUSE)
    cashier.till.cash()
    wrong = cashier.saved()
    batch = cashier.receipt(wrong).batch
    none = tuple(TenderCount(kind, 0, 0) for kind in ("check", "money_order", "card"))
    count = CountRequest("mruiz", batch, suggested_pieces(25_200, largest_bill=10_000), none, (wrong,))
    cashier.desk.do(lambda deeds: deeds.submit_count(count)).result()
    seen = cashier.ask(lambda books: books.batch(batch))
    assert seen is not None
    sent_back = RejectRequest("kdunn", batch, seen.last_ref, "Receipt to be corrected")
    cashier.desk.do(lambda deeds: deeds.reject_count(sent_back)).result()
    cashier.signing.refresh()
    cashier.settle()
    sitting = cashier.session.sitting
    assert sitting is not None
    assert sitting.batch is not None
    assert sitting.batch.state is BatchState.REJECTED
    assert not cashier.till.has_batch
    cashier.till.voids.look(wrong)
    cashier.until(lambda: bool(cashier.till.voids.asked.approvers))
    cashier.till.voids.void(reason="Wrong amount", approver="K. Dunn", pin="123456")
    cashier.until(lambda: cashier.till.has_batch)
    cashier.settle()
    cashier.scan(RENT_HOUSE)
    cashier.till.work.accept(RENT_HOUSE, 5_000)
    cashier.till.cash()
    assert cashier.receipt(cashier.saved()).total == 5_000
    assert not cashier.till.has_batch
