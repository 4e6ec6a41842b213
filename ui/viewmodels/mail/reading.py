"""What the books say of one person's mail: their batch of a source, its list, lines, and work left unfinished."""

from app.domain.batch_state import BatchState
from app.domain.draft import Draft
from app.domain.mail import LISTED_SOURCES, SOURCE_WORDS, Control, MailLog, control_of
from app.domain.records import BatchNow
from app.frozen import frozen
from app.ports.books import BooksReader
from app.usecases.batch_receipts import batch_receipts
from app.usecases.drafts import draft_of
from app.usecases.mail_log import mail_log
from ui.viewmodels.mail.rows import MailRow, aside_row, receipt_rows
from ui.viewmodels.mail.words import tr

_STATES = (BatchState.OPEN.value, BatchState.REJECTED.value)
_NO_CONTROL = Control(0, 0, 0, 0, 0, 0)


@frozen
class MailRead:
    """`batch` None: this person has none open; `elsewhere` then says in one sentence whose is."""

    source: str
    batch: BatchNow | None
    elsewhere: str = ""
    log: MailLog | None = None
    control: Control = _NO_CONTROL
    rows: tuple[MailRow, ...] = ()
    accounts: tuple[tuple[str, int], ...] = ()
    unfinished: tuple[Draft, ...] = ()


def read_mail(books: BooksReader, *, source: str, user: str) -> MailRead:
    """The batch that takes this person's items of the source, with everything in it."""
    found = [one for one in books.batches(states=_STATES) if one.source == source and not one.drawer]
    mine = next((one for one in found if one.cashier == user), None)
    if mine is None:
        names = {person.user: person.name for person in books.users()}
        other = next(iter(found), None)
        words = tr("{source} batch {batch} is {name}'s; open your own with its own control total.")
        said = "" if other is None else words.format(
            source=tr(SOURCE_WORDS[source]), batch=other.batch, name=names.get(other.cashier, other.cashier)
        )
        return MailRead(source, None, said)
    batch = books.batch_now(mine.batch)
    receipts = list(batch_receipts(books, mine.batch))[::-1]
    log = mail_log(books, mine.batch)
    rows: list[MailRow] = []
    accounts: dict[str, int] = {}
    for receipt in receipts:
        if not receipt.is_void:
            accounts.update({line.account: len(rows) + 1 + at for at, line in enumerate(receipt.lines)})
        rows += receipt_rows(receipt, first=len(rows) + 1)
    for item in log.aside:
        rows.append(aside_row(item, place=len(rows) + 1, number=", ".join(item.accounts)))
    drafts = tuple(draft_of(kept) for kept in books.drafts(user=user) if kept.lane == source)
    return MailRead(
        source, batch, "", log if source in LISTED_SOURCES else None, control_of(log, receipts), tuple(rows),
        tuple(accounts.items()), tuple(draft for draft in drafts if not draft.is_empty),
    )  # fmt: skip
