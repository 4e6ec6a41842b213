"""Notes and alerts that people here wrote on an account: which still count on a day (B5)."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from app.domain.account_alerts import Alert, AlertKind, day_words, near_day_words
from app.domain.entry import EntryRef
from app.errors import RuleBrokenError
from app.frozen import frozen


class NoteUnknownError(RuleBrokenError):
    """The note does not count any more."""

    code: ClassVar[str] = "note_unknown"

    def __init__(self) -> None:
        super().__init__("This note was ended already. Look at the account again.")


class NoteEmptyError(RuleBrokenError):
    """Nothing was written."""

    code: ClassVar[str] = "note_empty"

    def __init__(self) -> None:
        super().__init__("A note needs words. Write what the next one at the window must know.")


class NoteDayError(RuleBrokenError):
    """The last day of an alert cannot be read, or is over."""

    code: ClassVar[str] = "note_day"

    def __init__(self, today: str) -> None:
        super().__init__(f"Type the last day as 2026-12-31, {today} or later, or leave it empty.")


@frozen
class AccountNote:
    """One note with its words opened; an alert counts through its last day `until` (empty: until it is ended)."""

    ref: EntryRef
    words: str
    is_alert: bool
    until: str
    by: str
    at: str

    def counts(self, business_date: str) -> bool:
        """Whether it still does on that day."""
        return not self.until or business_date <= self.until


def counting(notes: Iterable[AccountNote], business_date: str) -> tuple[AccountNote, ...]:
    """Those that count on the day, alerts first, then the newest."""
    found = [note for note in notes if note.counts(business_date)]
    found.reverse()
    return tuple(sorted(found, key=lambda note: not note.is_alert))


def note_alerts(notes: Iterable[AccountNote], business_date: str, names: Mapping[str, str]) -> tuple[Alert, ...]:
    """The alerts among them as bars above the money, with who wrote them and how long they stand."""
    found = []
    for note in counting(notes, business_date):
        if note.is_alert:
            until = f" until {day_words(note.until)}" if note.until else ""
            title = f"Alert by {names.get(note.by, note.by)}{until}."
            found.append(Alert(AlertKind.HEED, "own_alert", title, note.words))
    return tuple(found)


def plain_notes(
    notes: Iterable[AccountNote], business_date: str, names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The others, as (who and when, words)."""
    return tuple(
        (f"{names.get(note.by, note.by)}, {near_day_words(note.at[:10], business_date)}", note.words)
        for note in counting(notes, business_date)
        if not note.is_alert
    )
