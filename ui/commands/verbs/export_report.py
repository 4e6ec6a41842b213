"""`citytill export report-NAME`: a report as CSV, Excel or PDF, beside an open window too; nothing is changed.

Nobody is asked who they are, so nobody's blind count may be spoilt: sums of a batch that is not balanced stay out.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from app.domain.reports.catalogue import SHAPES
from app.domain.reports.document import ReportHead
from app.domain.reports.scope import AT_A_TERMINAL, ReportKind, Scope, read_day
from app.domain.reports.table import Totals
from app.usecases.read_report import ReadReport
from db.answers import BookAnswers
from ui.commands.console import answer, say
from ui.commands.folders import reading, station_folder
from ui.commands.options import AsJson, Data
from ui.compose.report_files import ENDINGS, EndingUnknownError, StationReportFiles, report_questions
from ui.compose.requests.exit_code import ExitCode
from ui.viewmodels.files import check_place
from ui.viewmodels.reports.face import cell_text, noun


def join_reports(kinds: typer.Typer) -> None:
    """Add `report-receipts` and the others."""
    for kind in ReportKind:
        shape = SHAPES[kind]
        kinds.command(f"report-{kind.value}", help=f"{shape.title}: {shape.purpose}.")(_verb(kind))


def exported(
    kind: ReportKind, out: Path, *, data: Path | None, first: str, last: str, cashier: str, batch: str, as_json: bool
) -> int:
    """Write the report.

    Raises:
        InputError: a day or the file's ending cannot be read.
        RecordsError: the books or the place refuse; no file came of it.
    """
    place = out.absolute()
    if not place.is_dir() and place.suffix.lower() not in ENDINGS:
        raise EndingUnknownError(place)
    check_place(place)
    with reading(station_folder(data)) as books:
        today = datetime.fromisoformat(books.last_at()).astimezone(ZoneInfo(books.time_zone())).date().isoformat()
        end = read_day(last, today=today) if last else today
        begin = read_day(first, today=today) if first else end
        report = ReadReport(kind, Scope(begin, end, batch, cashier), AT_A_TERMINAL)
        head, totals, path = _written(report, books, place)
    if head.hidden:
        say(head.hidden_words)
    answer(_values(head, totals, path), as_json=as_json, lines=partial(_lines, head, totals, path))
    return ExitCode.DONE


def _verb(kind: ReportKind) -> Callable[..., int]:
    def report(
        out: Annotated[Path, typer.Option("--out", help="A .csv, .xlsx or .pdf file, or a folder for a CSV.")],
        data: Data = None,
        first: Annotated[str, typer.Option("--from", help="First business date, 2026-11-21 or 11/21/2026.")] = "",
        last: Annotated[str, typer.Option("--to", help="Last business date; without both the last day.")] = "",
        cashier: Annotated[str, typer.Option("--cashier", help="Only this user's batches.")] = "",
        batch: Annotated[str, typer.Option("--batch", help="Only this batch.")] = "",
        as_json: AsJson = False,
    ) -> int:
        return exported(
            kind, out, data=data, first=first, last=last, cashier=cashier, batch=batch, as_json=as_json
        )

    return report


def _written(report: ReadReport, books: BookAnswers, place: Path) -> tuple[ReportHead, Totals, Path]:
    files, questions = StationReportFiles(), report_questions(books)
    step = report.step(books, questions)
    head = report.head
    if head is None:
        raise RuntimeError("a report has its head after the first step")
    path = place / f"{head.file_name}{ENDINGS[0]}" if place.is_dir() else place
    writer = files.begin(path.suffix.lower(), head, books)
    while not step.is_over:
        writer.add(step.rows)
        step = report.step(books, questions)
    files.keep(path, writer.end(step.totals))
    return head, step.totals, path


def _values(head: ReportHead, totals: Totals, path: Path) -> dict[str, Any]:
    columns = head.shape.columns
    return {
        "report": head.shape.kind.value,
        "first": head.scope.first,
        "last": head.scope.last,
        "rows": totals.rows,
        "not_counted": totals.not_counted,
        "totals": {column.title: totals.sums[at] for at, column in enumerate(columns) if column.is_summed},
        "hidden": list(head.hidden),
        "path": str(path),
    }


def _lines(head: ReportHead, totals: Totals, path: Path) -> list[str]:
    sums = [
        f"{column.title} {cell_text(column, totals.sums[at], head.time_zone)}"
        for at, column in enumerate(head.shape.columns)
        if column.is_summed
    ]
    return ["; ".join([noun(head.shape.kind, totals.rows), *sums]), str(path)]
