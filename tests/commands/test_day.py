"""`citytill day`: the same seed gives the same cents, files are there, the books hold, the next day goes on."""

from pathlib import Path

import pytest

from tests.commands.conftest import DATE, RECEIPTS, CommandLine
from ui.commands.day.beginning import AccountsMissingError
from ui.commands.day.plan import DayDone, DayPlan
from ui.commands.day.script import run_day


def test_the_sums_of_a_day_agree_with_each_other(done: DayDone) -> None:
    assert (done.receipts, done.business_date, done.batch) == (RECEIPTS, DATE, "XDT1A-0001")
    assert done.voids == 2
    assert done.taken_cents == sum(done.by_tender.values())
    assert done.deposit_cents == done.taken_cents - done.by_tender["card"]
    assert all(cents > 0 for cents in done.by_tender.values())


def test_the_same_seed_gives_the_same_cents(done: DayDone, tmp_path: Path) -> None:
    plan = DayPlan(tmp_path / "again", business_date=DATE, receipts=RECEIPTS, seed=7, accounts=300)
    again = run_day(plan)
    assert (again.by_tender, again.deposit_cents, again.voids) == (done.by_tender, done.deposit_cents, done.voids)


def test_another_seed_gives_other_cents(done: DayDone, tmp_path: Path) -> None:
    plan = DayPlan(tmp_path / "other", business_date=DATE, receipts=RECEIPTS, seed=8, accounts=300)
    assert run_day(plan).by_tender != done.by_tender


def test_every_paper_of_the_day_is_there(done: DayDone) -> None:
    files = {what: Path(path) for what, path in done.files.items()}
    assert set(files) == {"receipts_text", "receipts_pdf", "close_report", "deposit_slip", "posting", "backup"}
    assert files["receipts_text"].read_text().count("PRACTICE - NOT A RECEIPT") == 2 * RECEIPTS
    for what in ("receipts_pdf", "close_report", "deposit_slip"):
        assert files[what].read_bytes().startswith(b"%PDF")
    assert files["posting"].name.startswith("PRACTICE_")
    assert (files["backup"] / "manifest.json").exists()


def test_the_books_hold_behind_the_day(citytill: CommandLine, city: Path) -> None:
    ran = citytill("verify", "--data", city, "--json")
    assert ran.code == 0
    assert ran.json["ok"] is True
    assert all(check["ok"] for check in ran.json["checks"])


def test_the_next_day_goes_on_where_the_last_one_ended(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    ran = citytill("day", "--data", city, "--receipts", "12", "--out", tmp_path / "o", "--json")
    assert ran.code == 0
    assert (ran.json["business_date"], ran.json["batch"]) == ("2026-11-23", "XDT1A-0002")  # a Friday, then a Monday
    assert ran.json["receipts"] == 12
    assert set(ran.json) >= {"receipts", "voids", "taken_cents", "deposit_cents", "by_tender", "files"}
    whole = citytill("verify", "--data", city, "--json").json
    quick = citytill("verify", "--data", city, "--quick", "--json").json
    assert whole["ok"] is True
    assert quick["ok"] is True
    assert quick["entries"] < whole["entries"]  # it began at the first day's checkpoint


def test_people_read_the_sums_in_words(citytill: CommandLine, city: Path) -> None:
    ran = citytill("day", "--data", city, "--receipts", "2")
    assert "2 receipts" in ran.out
    assert "To the bank" in ran.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--date", "yesterday"), "is no date"),
        (("--date", "2026-11-01"), "already hold"),
        (("--station", "FC1"), "is station DT1"),
        (("--station", "counter"), "no station's name"),
        (("--receipts", "0"), "--receipts"),
        (("--receipts", "many"), "--receipts"),
        (("--color", "red"), "--color"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(
    citytill: CommandLine, city: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = citytill("day", "--data", city, "--json", *words)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert "Traceback" not in ran.err


def test_a_folder_with_other_things_in_it_is_left_alone(citytill: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    ran = citytill("day", "--data", tmp_path)
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_station_without_accounts_has_nobody_to_serve(citytill: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("account_number,name\n")
    assert citytill("user", "add", "jdoe", "--name", "J", "--role", "cashier", "--data", tmp_path / "n").code == 2
    from devices.system_clock import SystemClock
    from ui.compose.practice import found_practice

    found_practice(tmp_path / "empty", clock=SystemClock()).close()
    ran = citytill("day", "--data", tmp_path / "empty")
    assert (ran.code, ran.err.strip()) == (3, AccountsMissingError().sentence())
