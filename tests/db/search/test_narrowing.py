"""A list narrowed by the window is the list that the search file gives."""

from datetime import date
from pathlib import Path

from app.domain.typed_words import narrowed
from app.interchange.practice.city import practice_accounts
from db.station import Station
from tests.db.extract import take
from tests.db.till import station_in

LIMIT = 25


def test_a_whole_list_narrowed_letter_by_letter_is_what_the_search_says(tmp_path: Path) -> None:
    accounts = list(practice_accounts(7, accounts=400, business_date=date(2026, 11, 21)))
    with station_in(tmp_path) as station:
        take(station, accounts, search=True)
        compared = sum(
            _compared(station, text.lower())
            for account in accounts[::9]
            for text in (account.name.replace(",", ""), account.service_address, f"{account.name} {account.number}")
        )
    assert compared > 500


def _compared(station: Station, whole_text: str) -> int:
    """Types the text; how many letters could be answered out of an earlier list."""
    before, kept, compared = "", None, 0
    for end in range(1, len(whole_text) + 1):
        text = whole_text[:end]
        asked = tuple(station.reader.run(lambda answers, text=text: answers.find(text, limit=LIMIT)))  # type: ignore[misc]
        if kept is not None and (mine := narrowed(kept, before=before, text=text)) is not None:
            assert mine == asked, (before, text)
            compared += 1
        if kept is None and len(asked) < LIMIT:
            before, kept = text, asked
    return compared
