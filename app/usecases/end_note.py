"""End a note: it counts no more, and stays readable in the journal (B5)."""

from app.domain.account_notes import NoteUnknownError
from app.domain.entry import EntryRef
from app.domain.facts.notes import NoteEnded
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.account_notes import notes_of
from app.usecases.proposed_date import proposed_date


@frozen
class EndNoteRequest:
    """`note` is the entry that added it."""

    by: str
    account: str
    note: EntryRef


@frozen
class EndNote:
    """Whoever may write notes may end one; name and time are kept."""

    books: Books

    def __call__(self, request: EndNoteRequest) -> EntryRef:
        """End it.

        Raises:
            RightMissingError, UserUnknownError: the person may not.
            NoteUnknownError: it was ended already.
        """
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.ADD_NOTE, asked=request.by)
            if all(note.ref != request.note for note in notes_of(deed, request.account)):
                raise NoteUnknownError
            return deed.append(
                NoteEnded(request.account, request.note), business_date=proposed_date(deed, deed.now())
            )
