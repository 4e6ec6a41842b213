"""A scripted day from the first key to the bank bag."""

from functools import partial

from app.domain.account import FlagKind
from app.domain.change import suggested_pieces
from app.domain.draft import Draft
from app.interchange.practice.dice import Dice
from app.usecases.open_batch import OpenBatchRequest
from db.account_body import account_of
from db.answers import BookAnswers
from ui.commands.day.beginning import Beginning, begun
from ui.commands.day.cashier import Cashier
from ui.commands.day.closing import close_day
from ui.commands.day.corrections import after_receipt, turn_in
from ui.commands.day.customers import Account, Customers
from ui.commands.day.devices import practice_devices
from ui.commands.day.ears import DayEars
from ui.commands.day.papers import write_papers
from ui.commands.day.place import ANSWER_LIMIT_S, Cast, Place
from ui.commands.day.plan import DayDone, DayPlan
from ui.commands.day.tally import Tally
from ui.compose.desk import Desk

LARGEST_BILL = 2_000
DAYS_APART = 1_000_003
"""Each day of a folder draws other customers out of the same seed."""


def run_day(plan: DayPlan) -> DayDone:
    """Work the day.

    Raises:
        InputError: folder, station or date do not fit; nothing changed.
        RecordsError: in use, damaged, or the disk refuses.
        RuleBrokenError: the books stand so that no day can begin (an older batch is open).
    """
    with begun(plan) as beginning:
        ears = DayEars()
        with practice_devices(beginning.desk, ears) as bench:
            day, desk = beginning.business_date, beginning.desk
            policy = desk.ask(lambda books: books.policy(day)).result(ANSWER_LIMIT_S)
            cast = Cast.of_day(beginning.number)
            place = Place(desk, beginning.clock, bench, ears, cast, day, policy)
            return _worked(plan, beginning, place)


def _worked(plan: DayPlan, beginning: Beginning, place: Place) -> DayDone:
    dice = Dice(plan.seed * DAYS_APART + beginning.number)
    accounts = accounts_of(beginning.desk)
    beginning.desk.station.refresh_search().result(ANSWER_LIMIT_S)
    cashier = _open(beginning, place, dice)
    _sell(cashier, Customers(accounts, dice, receipts=plan.receipts), plan.receipts)
    closed = close_day(cashier)
    files = {"backup": str(closed.backup.folder)}
    if plan.out is not None:
        files = {**write_papers(cashier, closed, plan.out), **files}
    tally = cashier.tally
    return DayDone(
        place.business_date, cashier.batch, tally.receipts, tally.voids, tally.by_tender, closed.bag.total, files
    )


def _open(beginning: Beginning, place: Place, dice: Dice) -> Cashier:
    issued = place.policy.drawer_starting_cash
    counted = suggested_pieces(issued, largest_bill=LARGEST_BILL)
    request = OpenBatchRequest(place.cast.cashier, counted, place.business_date)
    batch = place.do(lambda deeds: deeds.open_batch(request)).batch
    return Cashier(place, batch, beginning.number, dice, Tally(issued))


def _sell(cashier: Cashier, customers: Customers, receipts: int) -> None:
    """Customer after customer; a parked car is recalled behind the next one."""
    parked: Draft | None = None
    papers: tuple[int, ...] = ()
    n = 0
    while cashier.tally.receipts < receipts:
        n += 1
        visit = customers.visit(n)
        cashier.place.wait(visit.gap_s)
        draft = cashier.serve(visit)
        cashier.place.settled(papers)  # it printed while the next customer was served
        if visit.parks and parked is None and cashier.tally.receipts + 1 < receipts:
            cashier.park(draft)
            parked = draft
            continue
        papers = _finish(cashier, draft)
        if parked is not None and cashier.tally.receipts < receipts:
            papers += _finish(cashier, cashier.recall(parked))
            parked = None
        if cashier.tally.receipts == receipts // 2:
            turn_in(cashier)
    cashier.place.settled(papers)


def _finish(cashier: Cashier, draft: Draft) -> tuple[int, ...]:
    """Post it, with what follows; the papers that the printer has now. The drawer is open and shut again."""
    payment = cashier.finish(draft)
    if payment.pulse_job is not None:
        cashier.place.settled((payment.pulse_job,))
    after_receipt(cashier, cashier.tally.receipts)
    return () if payment.print_job is None else (payment.print_job,)


def accounts_of(desk: Desk) -> list[Account]:
    """Every account that is in the last extract, in key order."""
    found: list[Account] = []
    after = ""
    while page := desk.station.reader.run(partial(BookAnswers.accounts_after, key=after)):
        for key, left_after, body in page:
            if left_after is None:
                account = account_of(body)
                is_cash_only = account.has(FlagKind.CASH_ONLY)
                found.append(Account(key, account.number, account.stub_scan_line, is_cash_only))
        after = page[-1][0]
    return found
