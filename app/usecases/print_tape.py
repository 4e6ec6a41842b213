"""Print a tape, with the receipt it is stapled to or as its own slip (B11, A9). No fact about money: paper only."""

from app.domain.print_plan import PrintPlan
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books

TAPE = "tape"


@frozen
class TapeRequest:
    """The paper as it was laid out."""

    by: str
    plan: PrintPlan


@frozen
class PrintTape:
    """Queues the paper; it comes out behind what waits already."""

    books: Books

    def __call__(self, request: TapeRequest) -> int:
        """The job's number.

        Raises:
            UserUnknownError, RightMissingError: this person prints no tapes.
            RecordsError: it could not be stored; nothing changed.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.TAKE_PAYMENT, asked=request.by)
            return deed.queue_print(request.plan, what=TAPE)
