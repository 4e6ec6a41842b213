"""The views again from the entries alone, and a difference named by its table (I-22)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.entry import StreamName
from app.domain.facts.station import StationStarted
from db.errors import BlobMissingError, ImportRunningError, JournalRefusedError, ViewsRebuildingError
from db.journal import append_genesis
from db.opener import opened
from db.paths import STATION_DB
from db.scratch import differing_views
from db.station import Station
from tests.db.extract import RUIZ, account, take
from tests.db.till import KEY, Till, station_in

PLANTED = (
    ("view_receipt", "UPDATE view_receipt SET total = total + 1"),
    ("view_line", "DELETE FROM view_line"),
    ("view_batch", "UPDATE view_batch SET cash = cash - 1"),
    ("view_state", "UPDATE view_state SET receipt_no = receipt_no + 1"),
    ("view_account", "UPDATE view_account SET balance = 0"),
    ("view_user", "DELETE FROM view_user WHERE user = 'mruiz'"),
    ("view_check", "INSERT INTO view_check VALUES (1, '1', 1, 0)"),
)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.people()
        take(station, [RUIZ, *(account(n) for n in range(3))])
        till.open_batch()
        till.void(till.pay({RUIZ.key: 2000}))
        till.pay({RUIZ.key: 500})
        till.balance(till.count())
        yield station


def differing(station: Station) -> tuple[str, ...]:
    db = opened(station.folder / STATION_DB, KEY, reader=True)
    try:
        return differing_views(db, KEY, station.folder / "scratch.db")
    finally:
        db.close()


def test_a_replay_gives_the_views_that_serve(station: Station) -> None:
    assert differing(station) == ()
    assert not (station.folder / "scratch.db").exists()


@pytest.mark.parametrize(("view", "fault"), PLANTED, ids=[view for view, _fault in PLANTED])
def test_a_changed_view_is_named_and_a_rebuild_heals_it(station: Station, view: str, fault: str) -> None:
    station.writer.run_bare(lambda db: db.execute(fault))
    assert differing(station) == (view,)
    station.rebuild_views().result(30)
    assert differing(station) == ()
    assert station.reader.run(lambda answers: len(answers.receipts())) == 2


def test_payments_go_on_while_the_views_are_rebuilt(station: Station) -> None:
    till = Till(station)
    till.open_batch()
    rebuilt = station.rebuild_views()
    numbers = [till.pay({RUIZ.key: 100}) for _ in range(5)]
    assert rebuilt.result(30) > 0
    assert numbers[-1] == "XDT1A-000007"
    assert till.pay({RUIZ.key: 100}) == "XDT1A-000008"
    assert differing(station) == ()


def test_views_are_not_rebuilt_beside_an_import(station: Station) -> None:
    intake = station.intake.begin(by="kdunn", as_of="2026-11-20")
    with pytest.raises(ImportRunningError, match="already running"):
        station.rebuild_views()
    intake.cancel()
    assert station.rebuild_views().result(30) > 0


def test_nothing_else_begins_while_the_views_are_rebuilt(station: Station) -> None:
    rebuilt = station.rebuild_views()
    with pytest.raises(ViewsRebuildingError, match="being built anew"):
        station.intake.begin(by="kdunn", as_of="2026-11-20")
    with pytest.raises(ViewsRebuildingError):
        station.rebuild_views()
    assert rebuilt.result(30) > 0
    station.intake.begin(by="kdunn", as_of="2026-11-20").cancel()


def test_a_rebuild_leaves_no_table_behind(station: Station) -> None:
    station.rebuild_views().result(30)
    names = station.writer.run_bare(lambda db: db.execute("SELECT name FROM sqlite_master").fetchall())
    assert [name for (name,) in names if name.startswith(("next_", "old_"))] == []


def test_views_of_an_older_program_are_rebuilt_when_deeds_are_ready(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        Till(station).open_batch()
        station.writer.run_bare(lambda db: db.execute("UPDATE work_session SET views_version = 0"))
        station.writer.run_bare(lambda db: db.execute("DROP TABLE view_batch"))
        station.writer.run_bare(lambda db: db.execute("CREATE TABLE view_tender (n INTEGER) STRICT"))
        assert station.writer.has_old_views()
    with station_in(tmp_path, new=False) as station:
        station.writer.run(lambda books: None)
        station.background.run(lambda: None)
        assert not station.writer.has_old_views()
        assert len(station.reader.run(lambda answers: answers.batches())) == 1
        tables = station.writer.run_bare(lambda db: db.execute("SELECT name FROM sqlite_master").fetchall())
        assert ("view_tender",) not in tables


def test_a_view_that_an_older_program_did_not_have_can_be_asked_before_it_is_built(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        Till(station).open_batch()
        station.writer.run_bare(lambda db: db.execute("UPDATE work_session SET views_version = 3"))
        station.writer.run_bare(lambda db: db.execute("DROP TABLE view_about"))
    with station_in(tmp_path, new=False) as station:
        assert station.writer.has_old_views()
        [batch] = station.reader.run(lambda answers: answers.batches())
        assert batch.held_before == ()


def test_a_new_incarnation_begins_its_numbers_and_keeps_what_is_the_citys(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.people()
        take(station, [RUIZ])
        till.open_batch()
        till.pay({RUIZ.key: 2000})

        def begin(books: Any) -> None:
            fact = StationStarted(practice=True, random="cd" * 32, time_zone="America/Chicago")
            with books._connection.transaction() as cursor:
                before = station.reader.run(lambda answers: answers.state())
                append_genesis(
                    cursor, books._connection.statements, StreamName("claremore", "DT1", "B"), fact,
                    now=till.station.writer._clock.now(), before=before,
                )  # fmt: skip

        station.writer.run(begin)
        station.writer.books()._tools.kept.forget()  # a restore does it in a closed folder
        assert till.open_batch() == "XDT1B-0001"
        assert till.pay({RUIZ.key: 100}) == "XDT1B-000001"
        read = station.reader
        assert [each.receipt for each in read.run(lambda answers: answers.receipts(account=RUIZ.key))] == [
            "XDT1B-000001", "XDT1A-000001",
        ]  # fmt: skip
        found = read.run(lambda answers: answers.standing(RUIZ.key))
        assert found is not None
        assert sum(each.cents for each in found.payments) == 2100
        assert len(read.run(lambda answers: answers.users())) == 2
        kinds = ("station_started", "batch_opened", "receipt_taken")
        told = read.run(lambda answers: answers.happenings(kinds=kinds))
        assert [fact.KIND for _ref, _envelope, fact in told] == [*kinds, *kinds]
        assert differing(station) == ()


def test_an_import_whose_blob_is_gone_cannot_be_replayed(station: Station) -> None:
    def lose(db: Any) -> None:
        db.execute("DROP TRIGGER journal_blob_no_delete")
        db.execute("DELETE FROM journal_blob")

    station.writer.run_bare(lose)
    with pytest.raises(BlobMissingError, match="Restore them from the last backup"):
        differing(station)


def test_an_entry_that_names_what_does_not_exist_stops_a_replay(station: Station) -> None:
    def forget(db: Any) -> None:
        db.execute("DROP TRIGGER journal_entry_no_delete")
        db.execute("DELETE FROM journal_entry WHERE payload LIKE '%\"kind\":\"batch_opened\"%'")

    station.writer.run_bare(forget)
    with pytest.raises(JournalRefusedError):
        differing(station)
