"""After a restore: a posting file that billing has comes back, asked for at a terminal."""

from pathlib import Path

from app.domain.money import Money
from app.domain.user import Deed
from app.frozen import frozen
from app.usecases.take_back_posting import TakeBackRequest
from ui.compose.desk import Desk
from ui.compose.requests.person import person_of
from ui.compose.requests.request import Answer, Request
from ui.viewmodels.files import source_of


@frozen
class PostingBackAsked:
    """The values of `import posting`; `file` is an absolute path."""

    file: str


def taken_back(desk: Desk, request: Request, asked: PostingBackAsked) -> Answer:
    """Take it back.

    Raises:
        CityTillError: the person or the file; nothing changed.
    """
    path = Path(asked.file)
    by = person_of(desk, request, Deed.EXPORT_POSTING).user
    back = TakeBackRequest(by, path.name, b"".join(source_of(path)()))
    done = desk.do(lambda deeds: deeds.take_back_posting(back)).result()
    lost = [{"receipt": part.receipt, "cents": part.cents} for part in done.lost]
    values = {
        "file_no": done.file_no, "file_name": done.file_name, "receipts": done.receipts, "total_cents": done.total,
        "lost": lost,
    }  # fmt: skip
    lines = (
        f"Posting file {done.file_no} is back: {done.receipts} receipts of it are here, {Money(done.total)} in all.",
        *(f"  billing has {part.receipt}, {Money(part.cents)}: not in these books, do not enter it again"
          for part in done.lost),
    )  # fmt: skip
    return Answer(values=values, lines=lines)
