"""Write a note on an account, or an alert that stands above the money (B5)."""

from datetime import date

from app.domain.account_notes import NoteDayError, NoteEmptyError
from app.domain.entry import EntryRef
from app.domain.facts.notes import NoteAdded
from app.domain.rights import check_right
from app.domain.user import Deed
from app.frozen import frozen
from app.ports.books import Books
from app.usecases.free_words import kept_words
from app.usecases.payment_checks import AccountUnknownError
from app.usecases.proposed_date import proposed_date


@frozen
class NoteRequest:
    """`until` is the last day it counts, empty for no end."""

    by: str
    account: str
    words: str
    is_alert: bool = False
    until: str = ""


@frozen
class AddNote:
    """Words sealed, with name and time; whoever opens the account sees it."""

    books: Books

    def __call__(self, request: NoteRequest) -> EntryRef:
        """Write it.

        Raises:
            RightMissingError, UserUnknownError: the person may not.
            AccountUnknownError: no such account.
            NoteEmptyError, NoteDayError, WordsTooLongError, CardNumberInWordsError: what was typed.
        """
        if not request.words.strip():
            raise NoteEmptyError
        with self.books.deed(by=request.by) as deed:
            check_right(deed.user(request.by), Deed.ADD_NOTE, asked=request.by)
            if deed.account(request.account) is None:
                raise AccountUnknownError(request.account)
            today = proposed_date(deed, deed.now())
            until = _day(request.until, today)
            words = kept_words(deed, request.words)
            return deed.append(NoteAdded(request.account, words, request.is_alert, until), business_date=today)


def _day(typed: str, today: str) -> str:
    if not typed.strip():
        return ""
    try:
        day = date.fromisoformat(typed.strip()).isoformat()
    except ValueError as error:
        raise NoteDayError(today) from error
    if day < today:
        raise NoteDayError(today)
    return day
