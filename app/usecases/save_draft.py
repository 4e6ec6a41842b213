"""Keep unfinished work on the disk, after every scan and accepted tender (DESIGN section 3)."""

from dataclasses import replace

from app.domain.draft import DESK_LANES, LANES, Draft
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.drafts import record_of


@frozen
class SaveDraft:
    """Durable when it returns; no entry, because no money was posted."""

    books: Books

    def __call__(self, draft: Draft, *, parked: bool = False) -> Draft:
        """Keep it, parked (F11) or at work in its lane; returns it as kept.

        Raises:
            ValueError: no lane of that name.
            UserUnknownError, RightMissingError: not this person.
        """
        if draft.lane not in (*LANES, *DESK_LANES):
            raise ValueError(f"no lane {draft.lane}")
        kept = replace(draft, parked=parked)
        with self.books.deed(by=draft.user) as deed:
            check_right(deed.user(draft.user), Deed.TAKE_PAYMENT, asked=draft.user)
            deed.save_draft(record_of(kept, at=deed.now().isoformat(timespec="milliseconds")))
        return kept
