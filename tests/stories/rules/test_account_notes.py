"""Notes and alerts that people write on an account: sealed, dated, ended by name (B5)."""

import pytest

from app.domain.account_notes import NoteDayError, NoteEmptyError, NoteUnknownError, counting
from app.domain.entry import EntryRef
from app.domain.rights import RightMissingError
from app.usecases.account_notes import notes_of
from app.usecases.add_note import AddNote, NoteRequest
from app.usecases.end_note import EndNote, EndNoteRequest
from app.usecases.free_words import CardNumberInWordsError, WordsTooLongError
from app.usecases.payment_checks import AccountUnknownError
from tests.stories.rules.window import RUIZ, STORE, TODAY, Window


def add(window: Window, words: str, *, by: str = "mruiz", alert: bool = False, until: str = "") -> EntryRef:
    return window.do(lambda books: AddNote(books)(NoteRequest(by, RUIZ, words, alert, until)))


def test_b5_a_note_is_kept_sealed_and_read_by_everybody(window: Window) -> None:
    add(window, "Dog bites. Ring first.")
    [note] = window.ask(lambda books: notes_of(books, RUIZ))
    assert (note.words, note.is_alert, note.until, note.by) == ("Dog bites. Ring first.", False, "", "mruiz")
    assert window.ask(lambda books: notes_of(books, STORE)) == ()
    raw = window.station.writer.run_bare(
        lambda db: db.execute("SELECT payload FROM journal_entry ORDER BY seq DESC LIMIT 1").fetchone()[0]
    )
    assert b"Dog" not in raw


def test_b5_alerts_come_first_and_end_with_their_last_day(window: Window) -> None:
    add(window, "Plain")
    add(window, "Ask for the new phone", alert=True, until=TODAY)
    notes = window.ask(lambda books: notes_of(books, RUIZ))
    assert [note.words for note in counting(notes, TODAY)] == ["Ask for the new phone", "Plain"]
    assert [note.words for note in counting(notes, "2026-11-22")] == ["Plain"]


def test_b5_a_note_is_ended_once_and_stays_in_the_journal(window: Window) -> None:
    ref = add(window, "Old")
    window.do(lambda books: EndNote(books)(EndNoteRequest("kdunn", RUIZ, ref)))
    assert window.ask(lambda books: notes_of(books, RUIZ)) == ()
    with pytest.raises(NoteUnknownError, match=r"ended already"):
        window.do(lambda books: EndNote(books)(EndNoteRequest("kdunn", RUIZ, ref)))


def test_b5_what_may_not_be_written_is_refused(window: Window) -> None:
    with pytest.raises(NoteEmptyError, match=r"A note needs words"):
        add(window, "  ")
    with pytest.raises(WordsTooLongError):
        add(window, "x" * 401)
    with pytest.raises(CardNumberInWordsError):
        add(window, "card 4111 1111 1111 1111")
    for until in ("2026-11-20", "soon"):
        with pytest.raises(NoteDayError, match=rf"{TODAY} or later"):
            add(window, "x", until=until)
    with pytest.raises(RightMissingError, match=r"may not write notes on accounts"):
        add(window, "x", by="padmin")
    with pytest.raises(AccountUnknownError):
        window.do(lambda books: AddNote(books)(NoteRequest("mruiz", "999", "x")))
