"""The posting file for billing, asked for at a terminal."""

from pathlib import Path
from typing import Any

from app.domain.money import Money
from app.domain.user import Deed
from app.frozen import frozen
from app.usecases.declare_postings import DeclareRequest
from app.usecases.export_posting import ExportRequest, PostingMade
from ui.compose.desk import Desk
from ui.compose.requests.person import person_of
from ui.compose.requests.request import Answer, Request
from ui.viewmodels.files import check_place, write_out


@frozen
class PostingAsked:
    """The values of `export posting`; `out` is an absolute path of a file or a folder.

    `billing_has` is said after a restore, once: the last file that billing got before it.
    """

    out: str
    again: int | None = None
    billing_has: int | None = None


def exported(desk: Desk, request: Request, asked: PostingAsked) -> Answer:
    """Number it and write it.

    Raises:
        CityTillError: the person, the books, or the place does not take a file; a number is given only behind these.
    """
    out, again = Path(asked.out), asked.again
    check_place(out)
    by = person_of(desk, request, Deed.EXPORT_POSTING).user
    if asked.billing_has is not None:
        declare = DeclareRequest(by, asked.billing_has)
        desk.do(lambda deeds: deeds.declare_postings(declare)).result()
    made = desk.do(
        lambda deeds: deeds.export_posting(ExportRequest(by))
        if again is None
        else deeds.export_posting.again(again, by=by)
    ).result()
    path = out / made.file_name if out.is_dir() else out
    write_out(path, made.data)
    return Answer(values=_values(made, path), lines=_lines(made, path))


def _values(made: PostingMade, path: Path) -> dict[str, Any]:
    return {
        "file_no": made.file_no,
        "file_name": made.file_name,
        "rows": made.rows,
        "total_cents": made.total,
        "batches": list(made.batches),
        "path": str(path),
        "held": list(made.held),
    }


def _lines(made: PostingMade, path: Path) -> tuple[str, ...]:
    return (
        f"Posting file {made.file_no}: {made.rows} rows, {Money(made.total)}, batches {', '.join(made.batches)}",
        str(path),
        *((f"Billing may have these already, so they wait: {', '.join(made.held)}",) if made.held else ()),
    )
