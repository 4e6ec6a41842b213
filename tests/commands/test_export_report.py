"""`citytill export report-...`: beside an open window too, balanced batches only, one sentence when it cannot."""

import csv
import zipfile
from pathlib import Path

import pytest

from app.domain.reports.scope import ReportKind
from tests.commands.conftest import DATE, CommandLine
from ui.commands.day.plan import DayDone
from ui.commands.folders import reading


def test_the_receipts_agree_with_the_day_to_the_cent(
    citytill: CommandLine, city: Path, done: DayDone, tmp_path: Path
) -> None:
    out = tmp_path / "r.csv"
    ran = citytill("export", "report-receipts", "--data", city, "--from", DATE, "--to", "11/20/2026", "--out", out,
                   "--json")  # fmt: skip
    assert ran.code == 0, ran.err
    assert (ran.json["rows"], ran.json["not_counted"]) == (done.receipts, done.voids)
    assert ran.json["totals"]["Total"] == done.taken_cents
    lines = list(csv.reader(out.read_text(encoding="utf-8-sig").splitlines()))
    assert len(lines) == done.receipts + 2
    assert lines[-1][9].replace(".", "") == str(done.taken_cents)


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_report_is_a_verb_and_a_folder_takes_a_csv(
    citytill: CommandLine, city: Path, tmp_path: Path, kind: ReportKind
) -> None:
    ran = citytill("export", f"report-{kind.value}", "--data", city, "--out", tmp_path, "--json")
    assert ran.code == 0, ran.err
    assert ran.json["path"] == str(tmp_path / f"PRACTICE_{kind.value}-{DATE}.csv")
    assert Path(ran.json["path"]).is_file()


def test_the_ending_says_what_is_written(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    ran = citytill("export", "report-by-hour", "--data", city, "--out", tmp_path / "h.pdf")
    assert ran.code == 0, ran.err
    assert (tmp_path / "h.pdf").read_bytes().startswith(b"%PDF")
    citytill("export", "report-batches", "--data", city, "--out", tmp_path / "b.xlsx")
    assert zipfile.is_zipfile(tmp_path / "b.xlsx")
    ran = citytill("export", "report-batches", "--data", city, "--out", tmp_path / "b.doc")
    assert (ran.code, ran.err.strip()) == (
        2, "b.doc does not say what to write. Let the name end in .csv, .xlsx or .pdf."
    )  # fmt: skip
    assert not (tmp_path / "b.doc").exists()


def test_a_wrong_day_and_days_backwards_are_bad_input(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.csv"
    ran = citytill("export", "report-voids", "--data", city, "--from", "soon", "--out", out)
    assert (ran.code, "is not a day" in ran.err) == (2, True)
    ran = citytill("export", "report-voids", "--data", city, "--from", "11/21/2026", "--to", DATE, "--out", out)
    assert (ran.code, "before it begins" in ran.err) == (2, True)
    assert not out.exists()


def test_a_place_that_takes_no_file_is_one_sentence(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    ran = citytill("export", "report-voids", "--data", city, "--out", tmp_path / "file" / "r.csv")
    assert (ran.code, "cannot be written" in ran.err) == (3, True)


def test_a_report_changes_nothing_in_the_books(citytill: CommandLine, city: Path, tmp_path: Path) -> None:
    with reading(city) as books:
        before = books.head()
    for kind in ReportKind:
        citytill("export", f"report-{kind.value}", "--data", city, "--out", tmp_path)
    with reading(city) as books:
        assert books.head() == before
