"""The bench measures both sides alike, and says so when a promise is not kept."""

from pathlib import Path

import pytest

from db.keys.custody import find_file_key
from db.opener import opened
from tests.commands.conftest import CommandLine
from ui.commands.bench import mail, payment, search, start
from ui.commands.bench.figure import Figure, Sides, percentile

COUNTS = "SELECT count(*), coalesce(sum(total), 0) FROM view_receipt"


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(payment, "ROUNDS", 2)
    monkeypatch.setattr(payment, "A_ROUND", 4)
    monkeypatch.setattr(payment, "BEFORE", 3)
    monkeypatch.setattr(search, "ROUNDS", 1)
    monkeypatch.setattr(search, "KEYSTROKES", 60)


def test_a_figure_holds_up_to_its_limit_and_not_beyond() -> None:
    assert Figure("a", 2.0, 2.0, "").holds
    assert not Figure("a", 2.001, 2.0, "").holds
    assert Figure("a", 1.23456, 2.0, "").as_json() == {
        "name": "a", "ratio": 1.235, "limit": 2.0, "sense": "at_most", "holds": True,
    }  # fmt: skip


def test_a_ratio_is_the_median_of_rounds_that_were_measured_side_by_side() -> None:
    sides = Sides(ours=[[2.0], [30.0], [3.0]], bare=[[1.0], [1.0], [1.0]])
    assert sides.ratio(max) == 3.0
    assert percentile([float(n) for n in range(1, 101)], 99) == 100.0


def test_the_quiet_rounds_are_those_in_which_both_sides_together_took_least() -> None:
    sides = Sides(ours=[[9.0], [3.0], [40.0], [5.0]], bare=[[0.5], [1.0], [8.0], [2.0]])
    assert sides.quiet_ratio(max) == (3.0 + 2.5) / 2


def test_the_bare_side_writes_the_very_rows_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    time, frames = payment.payment_figures(tmp_path, seed=7, size=60)
    assert (time.name, frames.name) == ("payment", "payment_wal_frames")
    assert 5 < frames.ratio < 40
    sums = []
    for side in ("ours", "bare", "caught"):
        db = opened(tmp_path / side / "station.db", find_file_key(tmp_path / side), reader=True)
        sums.append(db.execute(COUNTS).fetchone())
        db.close()
    assert sums[0] == sums[1] == sums[2]
    assert sums[0][0] == 11


def test_the_mail_desk_is_measured_from_its_last_enter_and_by_its_grid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both sides write the same rows, and the grid scrolls to its end."""
    for name, value in (("ROUNDS", 1), ("A_ROUND", 3), ("BEFORE", 2), ("LINES", 60), ("SCROLL_ROUNDS", 1)):
        monkeypatch.setattr(mail, name, value)
    item, scroll = mail.mail_figures(tmp_path, seed=7, size=60)
    assert (item.name, item.limit, scroll.name, scroll.limit) == ("mail_item", 2.0, "mail_scroll", 3.0)
    assert item.ratio > 0
    assert "60 lines" in scroll.words
    counted = []
    for side in ("ours", "bare"):
        db = opened(tmp_path / side / "station.db", find_file_key(tmp_path / side), reader=True)
        counted.append(db.execute("SELECT count(*), sum(total) FROM view_receipt").fetchone())
        db.close()
    assert counted[0] == counted[1]
    assert counted[0][0] == 5


def test_the_bench_prints_one_object_and_fails_when_a_promise_is_broken(
    citytill: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    monkeypatch.setattr(search, "TOTAL_LIMIT", 0.01)
    ran = citytill("bench", "--only", "search", "--size", "200", "--json")
    assert ran.code == 1
    assert set(ran.json) == {"fsync_us", "figures"}
    assert ran.json["fsync_us"] > 0
    assert [figure["name"] for figure in ran.json["figures"]] == ["search_total", "search_p99"]
    assert ran.json["figures"][0]["holds"] is False
    assert set(ran.json["figures"][0]) == {"name", "ratio", "limit", "sense", "holds"}


def test_the_memory_of_an_import_is_measured_when_it_is_named(citytill: CommandLine) -> None:
    """Issue 3: a million accounts in at most 1.5 of the memory of 200,000; a small city shows the way."""
    ran = citytill("bench", "--only", "import", "--size", "1000", "--json")
    (figure,) = ran.json["figures"]
    assert (figure["name"], figure["limit"], figure["sense"]) == ("import_memory", 1.5, "at_most")
    assert figure["ratio"] > 0.9
    assert "1,000 accounts: " in ran.err


def test_figures_that_nobody_measures_are_bad_input(citytill: CommandLine) -> None:
    ran = citytill("bench", "--only", "speed")
    assert (ran.code, ran.out) == (2, "")


def test_a_started_window_tells_when_it_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "RUNS", 1)
    sign_in, scan = start.start_figures(tmp_path, seed=7, size=60)
    assert (sign_in.name, scan.name) == ("start_sign_in", "start_first_scan")
    assert 0 < sign_in.ratio <= scan.ratio
