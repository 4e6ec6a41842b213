"""Reveal a masked detail: who looked at what, in the journal before it is shown (J8)."""


from app.domain.entry import EntryRef
from app.domain.facts.station import DetailRevealed
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.ports.seals import Seals


@frozen
class RevealRequest:
    """`what` names the detail in words (`phone`, `check 1042`); `sealed` only where it is kept sealed."""

    by: str
    account: str
    what: str
    sealed: str = ""


@frozen
class Revealed:
    """`plain` is empty for a detail that was only hidden, not sealed."""

    ref: EntryRef
    plain: str


@frozen
class RevealDetail:
    """Writes the look first; a seal that cannot be opened leaves no entry."""

    books: Books
    seals: Seals

    def __call__(self, request: RevealRequest) -> Revealed:
        """Reveal it.

        Raises:
            UserUnknownError, RightMissingError: not this person.
            RecordsError: the seal cannot be opened, or the entry not stored.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.REVEAL_DETAIL, asked=request.by)
            plain = self.seals.unseal(request.sealed) if request.sealed else ""
            ref = deed.append(DetailRevealed(request.account, request.what))
        return Revealed(ref, plain)
