"""Surprise count: a supervisor counts an open drawer at any time; the batch goes on (R8).

Only the supervisor is told what is over or short: the cashier's own count stays blind (R30).
"""

from app.domain.approval import TakerCannotApproveError
from app.domain.batch_rules import BatchStateError, BatchUnknownError
from app.domain.batch_state import BatchState
from app.domain.cash import CashCount
from app.domain.count import results
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderCount, TenderResult
from app.domain.facts.custody import DrawerCounted
from app.domain.rights import check_right
from app.domain.tender import TenderKind
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books

IN_A_DRAWER = (TenderKind.CASH.value, TenderKind.CHECK.value, TenderKind.MONEY_ORDER.value)


@frozen
class SurpriseRequest:
    """Cash by denomination; checks and money orders with items and cents."""

    by: str
    batch: str
    cash: CashCount
    tenders: tuple[TenderCount, ...] = ()


@frozen
class DrawerIsCounted:
    """What was found; for the supervisor's eyes."""

    batch: str
    ref: EntryRef
    results: tuple[TenderResult, ...]


@frozen
class SurpriseCount:
    """Compares what lies in the drawer with what should; both names are kept, nothing is booked."""

    books: Books

    def __call__(self, request: SurpriseRequest) -> DrawerIsCounted:
        """Count it.

        Raises:
            RightMissingError, UserUnknownError: not a supervisor.
            TakerCannotApproveError: the person holds this drawer, or held it.
            BatchUnknownError, BatchStateError: no open batch with a drawer.
        """
        with self.books.deed(by=request.by) as deed:
            user = check_right(deed.user(request.by), Deed.SURPRISE_COUNT, asked=request.by)
            batch = deed.batch(request.batch)
            if batch is None or not batch.drawer:
                raise BatchUnknownError(request.batch)
            if user.user in batch.holders:
                raise TakerCannotApproveError(user.name)
            if batch.state is not BatchState.OPEN:
                raise BatchStateError(batch=batch.batch, state=batch.state)
            compared = results(batch.expected, request.cash, request.tenders)
            found = tuple(result for result in compared if result.tender in IN_A_DRAWER)
            ref = deed.append(
                DrawerCounted(batch.batch, batch.cashier, request.cash, found), business_date=batch.business_date
            )
        return DrawerIsCounted(batch.batch, ref, found)
