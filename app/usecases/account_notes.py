"""The notes of an account as the books hold them."""

from app.domain.about import NOTES
from app.domain.account_notes import AccountNote
from app.domain.facts.notes import NoteAdded, NoteEnded
from app.ports.books import BooksReader


def notes_of(books: BooksReader, account: str) -> tuple[AccountNote, ...]:
    """Every note that nobody ended, the oldest first."""
    entries = books.about(NOTES, account)
    ended = {fact.note for _ref, _by, fact in entries if isinstance(fact, NoteEnded)}
    return tuple(
        AccountNote(ref, books.opened(fact.words), fact.alert, fact.until, envelope.by, envelope.at)
        for ref, envelope, fact in entries
        if isinstance(fact, NoteAdded) and ref not in ended
    )
