"""kill -9 at any instant: what was told is there, nothing is there by half, no number is lost (I-1, I-3, I-4)."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from db.opener import opened
from db.paths import STATION_DB
from db.scratch import differing_views
from tests.db.till import KEY, Till, station_in

KILLS = 8


@pytest.mark.faults
def test_what_was_told_survives_a_kill_and_nothing_is_there_by_half(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with station_in(folder) as station:
        batch = Till(station).open_batch()
    told = 0
    chance = random.Random(7)
    for _kill in range(KILLS):
        command = [sys.executable, "-m", "tests.db.journal.kill_victim", str(folder), batch]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as victim:
            assert victim.stdout is not None
            for _receipt in range(chance.randrange(1, 12)):
                told = int(victim.stdout.readline()[-7:])
            victim.kill()
            rest = victim.stdout.read().splitlines(keepends=True)
        told = max([told, *(int(line[-7:]) for line in rest if line.endswith("\n"))])
        db = opened(folder / STATION_DB, KEY)
        receipts, lines, jobs = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("view_receipt", "view_line", "work_print_job")
        )
        assert told <= receipts <= told + 1
        assert (lines, jobs) == (2 * receipts, 2 * receipts)
        assert db.execute("SELECT max(seq), count(*) FROM journal_entry").fetchone() == (receipts + 1, receipts + 2)
        assert db.execute("SELECT receipt_no, seq FROM view_state").fetchone() == (receipts, receipts + 1)
        db.close()
        told = receipts
    db = opened(folder / STATION_DB, KEY, reader=True)
    assert differing_views(db, KEY, tmp_path / "scratch.db") == ()
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
    with station_in(folder, new=False) as station:
        assert len(station.reader.run(lambda answers: answers.unanswered())) == told
