"""The end of a scripted day: counted blind, balanced by another person, bagged, posted, checkpoint, backup."""


from app.domain.change import suggested_pieces
from app.domain.facts.deposits import DepositPrepared
from app.frozen import frozen
from app.usecases.accept_count import AcceptRequest
from app.usecases.export_posting import ExportRequest, PostingMade
from app.usecases.prepare_deposit import DepositRequest
from app.usecases.submit_count import CountRequest
from app.usecases.verify_deposit import VerifyRequest
from ui.commands.day.cashier import Cashier
from ui.compose.desk import KeptSafe

LARGEST_BILL = 10_000
COUNTING_S, LOOKING_S, BAGGING_S = 600, 300, 420
RECEIPTS_LIMIT = 10_000
BACKUP_LIMIT_S = 300.0


@frozen
class Closed:
    """A balanced, bagged and posted batch."""

    deposit: str
    bag: DepositPrepared
    posting: PostingMade
    backup: KeptSafe


def close_day(cashier: Cashier) -> Closed:
    """Close the batch as three people do.

    Raises:
        RuleBrokenError: the books see it otherwise than the people do.
        RecordsError: it could not be stored.
    """
    place, tally, batch = cashier.place, cashier.tally, cashier.batch
    cast = place.cast
    place.wait(COUNTING_S)
    cash = suggested_pieces(tally.cash_in_drawer, largest_bill=LARGEST_BILL)
    count = CountRequest(cast.cashier, batch, cash, tally.counts(), _without_paper(cashier))
    place.do(lambda deeds: deeds.submit_count(count))
    place.wait(LOOKING_S)
    seen = place.ask(lambda books: books.batch(batch))
    if seen is None:
        raise LookupError(batch)
    accept = AcceptRequest(cast.supervisor, batch, seen.last_ref)
    place.do(lambda deeds: deeds.accept_count(accept))
    place.wait(BAGGING_S)
    bag = DepositRequest(
        cast.supervisor, (batch,), f"BAG-{batch}", suggested_pieces(tally.for_the_bank, largest_bill=LARGEST_BILL)
    )
    prepared = place.do(lambda deeds: deeds.prepare_deposit(bag))
    place.wait(LOOKING_S)
    verify = VerifyRequest(cast.second_supervisor, prepared.deposit, bag.bag)
    place.do(lambda deeds: deeds.verify_deposit(verify))
    posting = place.do(lambda deeds: deeds.export_posting(ExportRequest(cast.supervisor)))
    place.wait(LOOKING_S)
    return Closed(prepared.deposit, prepared.fact, posting, place.desk.keep_safe().result(BACKUP_LIMIT_S))


def _without_paper(cashier: Cashier) -> tuple[str, ...]:
    """Receipts of which no paper came out: the cashier lists and initials them (R34)."""
    receipts = cashier.place.ask(lambda books: books.receipts(batch=cashier.batch, limit=RECEIPTS_LIMIT))
    jobs = cashier.place.ask(lambda books: books.print_jobs(limit=10 * RECEIPTS_LIMIT))
    printed = {job.receipt for job in jobs if job.what != "pulse" and job.state in ("sent", "confirmed")}
    return tuple(one.receipt for one in receipts if not one.is_void and one.receipt not in printed)
