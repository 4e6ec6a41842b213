"""A checkpoint says what the views were at its entry: looked at beside the till, and given again by a replay (I-22)."""

from datetime import UTC, datetime
from pathlib import Path

from app.domain.facts.batches import CheckpointMade
from db.digest import views_digest, views_seen
from db.keys.blobs import StationBlobs
from db.keys.key_ring import KeyRing
from db.opener import opened
from db.paths import STATION_DB
from db.replay import Replay
from db.schema import create_views
from db.statements import compiled_statements
from db.station import Station
from db.versions import VIEWS_VERSION
from tests.db.extract import RUIZ, account, take
from tests.db.till import KEY, Till, station_in


def seen_now(station: Station) -> CheckpointMade:
    return views_seen(station.folder / STATION_DB, KEY)


def test_a_checkpoint_names_the_last_entry_and_the_version_of_the_views(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        Till(station).open_batch()
        seen = seen_now(station)
        head = station.reader.run(lambda answers: answers.head())
        assert (seen.seq, seen.h, seen.views_version) == (head.seq, head.h, VIEWS_VERSION)


def test_whatever_changes_a_view_changes_the_digest(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        till = Till(station)
        take(station, [RUIZ])
        till.open_batch()
        before = seen_now(station).digest
        assert seen_now(station).digest == before
        till.pay({RUIZ.key: 100})
        assert seen_now(station).digest != before


def test_a_replay_up_to_a_checkpoint_gives_its_digest_though_the_till_went_on(tmp_path: Path) -> None:
    with station_in(tmp_path) as station:
        till = Till(station)
        till.people()
        take(station, [RUIZ, *(account(n) for n in range(3))])
        till.open_batch()
        till.void(till.pay({RUIZ.key: 2000}))
        seen = seen_now(station)
        till.pay({RUIZ.key: 500})
        assert replayed_to(station, seen.seq) == seen.digest


def replayed_to(station: Station, seq: int) -> str:
    """The digest of the views as a replay of the entries up to seq makes them."""
    read = opened(station.folder / STATION_DB, KEY, reader=True)
    scratch = opened(station.folder / "scratch.db", KEY, create=True, journal_mode="off")
    try:
        tenant, name = read.execute("SELECT tenant, station FROM view_state").fetchone()
        create_views(scratch)
        sealer = StationBlobs(KeyRing(KEY), read, lambda: datetime.now(UTC))
        texts = compiled_statements().view_texts()
        replay = Replay(read.cursor(), scratch.cursor(), texts, sealer, tenant=tenant, station=name)
        replay.page(seq + 1)
        assert replay.entries == seq + 1
        return views_digest(scratch.cursor())
    finally:
        scratch.close()
        read.close()
