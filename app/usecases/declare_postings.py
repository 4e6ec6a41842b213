"""Say which posting file was the last that billing got before a restore; nobody's guess decides what is sent again."""

from typing import ClassVar

from app.domain.entry import EntryRef
from app.domain.facts.deposits import PostingsDeclared
from app.domain.numbering import postings_after_restore
from app.domain.rights import check_right
from app.domain.user import Deed
from app.errors import RuleBrokenError
from app.frozen import frozen
from app.ports.books import Books


class NothingToDeclareError(RuleBrokenError):
    """There was no restore, or it was said already."""

    code: ClassVar[str] = "nothing_to_declare"

    def __init__(self) -> None:
        super().__init__("What billing has from before a restore is known already. Export as usual.")


class DeclaredNumberError(RuleBrokenError):
    """No file of before the restore can bear that number."""

    code: ClassVar[str] = "declared_number"

    def __init__(self, last: int, *, known: int) -> None:
        until = postings_after_restore(known) - 1
        super().__init__(
            f"Posting file {last} cannot be the last of before the restore: it is one from {known} to {until}. "
            "Look at the name of the last file that billing took in."
        )
        self.last = last


@frozen
class DeclareRequest:
    """`last` is the number of the last file that billing got; the backup's own number when there was none after it."""

    by: str
    last: int


@frozen
class DeclarePostings:
    """Settles the oldest restore of which nobody said it; missing files are then known by number."""

    books: Books

    def __call__(self, request: DeclareRequest) -> EntryRef:
        """Say it.

        Raises:
            NothingToDeclareError, DeclaredNumberError, UserUnknownError, RightMissingError.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.EXPORT_POSTING, asked=request.by)
            restart = next((one for one in deed.restarts() if one.posted is None), None)
            if restart is None:
                raise NothingToDeclareError
            if not restart.known <= request.last < postings_after_restore(restart.known):
                raise DeclaredNumberError(request.last, known=restart.known)
            return deed.append(PostingsDeclared(restart.incarnation, request.last))
