"""Recall parked work: any cashier of the station may go on with it, in their own batch (A11, A15)."""

from dataclasses import replace

from app.domain.draft import Draft
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.drafts import DraftInUseError, kept_draft, record_of


@frozen
class RecallRequest:
    """`lane` empty: it stays in its own."""

    by: str
    draft: str
    lane: str = ""


@frozen
class RecallDraft:
    """The work is the caller's from now on, with its tenders and sealed check reads."""

    books: Books

    def __call__(self, request: RecallRequest) -> Draft:
        """Recall it.

        Raises:
            DraftUnknownError: finished or dropped meanwhile.
            DraftInUseError: another cashier has it open and did not park it.
            DraftUnreadableError: damaged.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.TAKE_PAYMENT, asked=request.by)
            kept = kept_draft(deed, request.draft)
            if kept.user != request.by and not kept.parked:
                raise DraftInUseError(user=kept.user, lane=kept.lane)
            mine = replace(kept, user=request.by, parked=False, lane=request.lane or kept.lane)
            deed.save_draft(record_of(mine, at=deed.now().isoformat(timespec="milliseconds")))
        return mine
