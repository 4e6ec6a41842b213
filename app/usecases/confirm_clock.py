"""Confirm the clock: a supervisor says that the earlier time is the right one (ledger b.15)."""


from app.domain.entry import EntryRef
from app.domain.facts.station import ClockJumped
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books


@frozen
class ConfirmClock:
    """Order never depends on the clock; this only lets a batch be opened."""

    books: Books

    def __call__(self, *, by: str) -> EntryRef:
        """Confirm it.

        Raises:
            UserUnknownError, RightMissingError: not this person.
        """
        with self.books.deed(by=by) as deed:
            user = check_right(deed.user(by), Deed.CONFIRM_CLOCK, asked=by)
            now = deed.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
            return deed.append(ClockJumped(last_at=deed.last_at(), now=now, confirmed_by=user.user))
