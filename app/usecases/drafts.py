"""Unfinished work on the disk: what the deeds over drafts share."""

from typing import ClassVar

from app.domain.draft import Draft
from app.domain.records import DraftRecord
from app.errors import RuleBrokenError
from app.ports.books import BooksReader


class DraftUnknownError(RuleBrokenError):
    """The unfinished work is not there any more."""

    code: ClassVar[str] = "draft_unknown"

    def __init__(self) -> None:
        super().__init__("This work was finished or dropped meanwhile. Look at the lanes and the last receipts.")


class DraftInUseError(RuleBrokenError):
    """Somebody else is working on it right now."""

    code: ClassVar[str] = "draft_in_use"

    def __init__(self, *, user: str, lane: str) -> None:
        super().__init__(f"{user} is working on this in {lane}. Ask them to park it first.")
        self.user = user
        self.lane = lane


def record_of(draft: Draft, *, at: str) -> DraftRecord:
    """The row that keeps the draft."""
    return DraftRecord(draft.draft, draft.user, draft.lane, draft.parked, at, draft.body())


def draft_of(record: DraftRecord) -> Draft:
    """The draft that a row keeps.

    Raises:
        DraftUnreadableError: damaged, or of another version.
    """
    return Draft.from_body(
        record.body, draft=record.draft, user=record.user, lane=record.lane, parked=record.parked
    )


def kept_draft(books: BooksReader, draft: str) -> Draft:
    """The unfinished work of that id, whoever's it is.

    Raises:
        DraftUnknownError: it is gone.
        DraftUnreadableError: damaged, or of another version.
    """
    record = next((kept for kept in books.drafts() if kept.draft == draft), None)
    if record is None:
        raise DraftUnknownError
    return draft_of(record)
