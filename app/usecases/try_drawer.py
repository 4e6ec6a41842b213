"""Open the drawer once to try it in Set-up: written like every opening, never beside a cashier's money (R7)."""

from typing import ClassVar

from app.domain.batch_state import BatchState
from app.domain.entry import EntryRef
from app.domain.facts.base import NOTHING_SAID
from app.domain.facts.batches import DrawerOpened
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.proposed_date import proposed_date

TRY_REASON = "Trying the drawer in Set-up"


class DrawerHoldsBatchError(RuleBrokenError):
    """A cashier's money lies in it: only they open it, at the till."""

    code: ClassVar[str] = "drawer_holds_batch"

    def __init__(self, *, batch: str, cashier: str) -> None:
        super().__init__(
            f"Batch {batch} of {cashier} is in this drawer, so it is not tried now. Ask {cashier} to open it at the "
            "till, or try it once the batch is balanced."
        )
        self.batch = batch
        self.cashier = cashier


@frozen
class TryDrawer:
    """Writes who opens it, before the pulse is sent; the pulse itself is Set-up's."""

    books: Books

    def __call__(self, *, by: str) -> EntryRef:
        """Write it.

        Raises:
            UserUnknownError, RightMissingError: not somebody who sets up devices.
            DrawerHoldsBatchError: a batch that is not balanced yet is in the drawer.
        """
        with self.books.deed(by=by) as deed:
            check_right(deed.user(by), Deed.SET_UP_STATION, asked=by)
            states = [state.value for state in BatchState if state is not BatchState.BALANCED]
            held = next((batch for batch in deed.batches(states=states) if batch.drawer), None)
            if held is not None:
                cashier = deed.user(held.cashier)
                raise DrawerHoldsBatchError(batch=held.batch, cashier=cashier.name if cashier else held.cashier)
            fact = DrawerOpened("", TRY_REASON, NOTHING_SAID, None)
            return deed.append(fact, business_date=proposed_date(deed, deed.now()))
