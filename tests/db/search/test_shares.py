"""However many shares the accounts are divided into, the search file is the same."""

from datetime import date
from pathlib import Path

import pytest

from app.interchange.practice.city import practice_accounts
from db.opener import opened
from db.search import sorting
from db.search.build import SearchBuild
from tests.db.extract import take
from tests.db.till import KEY, station_in

TABLES = ("SELECT * FROM hit ORDER BY doc", "SELECT * FROM number ORDER BY 1, 2, 3", "SELECT rowid FROM word")
SHOWN = "SELECT (status <> 'active'), name COLLATE NOCASE, address COLLATE NOCASE, account FROM hit"


def built(folder: Path) -> list[list[tuple[object, ...]]]:
    build = SearchBuild(folder / "station.db", KEY)
    assert build.run()
    assert [path.name for path in folder.glob("search.db.*")] == ["search.db.new"]
    db = opened(build.beside, KEY, reader=True, journal_mode="off")
    try:
        texts = (*TABLES, f"{SHOWN} ORDER BY doc", f"{SHOWN} ORDER BY 1, 2, 3, 4")
        return [db.execute(text).fetchall() for text in texts]
    finally:
        db.close()


def test_many_shares_make_the_same_file_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    city = list(practice_accounts(7, accounts=700, business_date=date(2026, 11, 21)))
    with station_in(tmp_path / "data") as station:
        take(station, city)
        station.background.run(lambda: None)  # its own build has come to its end
        whole = built(station.folder)
        monkeypatch.setattr(sorting, "SHARE_ROWS", 30)
        monkeypatch.setattr(sorting, "DRAWN_A_SHARE", 4)
        assert built(station.folder) == whole
    hits, numbers, words, as_stored, as_shown = whole
    assert len(hits) == len(words) == 700
    assert len(numbers) > 2_000
    assert as_stored == as_shown
