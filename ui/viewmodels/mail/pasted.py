"""Items pasted from a list: at most 500, each comes into the fields in turn and waits for its Enter; none is lost."""

from collections import deque
from collections.abc import Sequence

from app.domain.account import account_key
from app.domain.money import AmountUnreadableError, Money
from app.frozen import frozen
from app.ports.books import BooksReader

PASTE_LIMIT = 500


@frozen
class Pasted:
    """One line: stub or account, and what else it names; amounts in cents, None where it names none."""

    stub: str
    cents: int | None = None
    paper: str = ""
    paper_cents: int | None = None


def pasted_items(text: str) -> tuple[Pasted, ...]:
    """Lines of `account, amount, check, check amount`, apart by tabs, semicolons or commas; heads are left out."""
    found = []
    for line in text.splitlines():
        parts = [part.strip() for part in _apart(line)]
        if parts and any(sign.isdigit() for sign in parts[0]):
            cells = (*parts, "", "", "")
            found.append(Pasted(parts[0], _cents(cells[1]), cells[2], _cents(cells[3])))
    return tuple(found)


def resolved(books: BooksReader, items: Sequence[Pasted]) -> tuple[deque[tuple[str, Pasted]], tuple[str, ...]]:
    """The account of each item by its number or stub, exactly; and what no account has."""
    known: deque[tuple[str, Pasted]] = deque()
    unknown = []
    for item in items:
        key = account_key(item.stub)
        found = key if books.account(key) is not None else books.account_by_stub(item.stub)
        if found is None:
            unknown.append(item.stub)
        else:
            known.append((found, item))
    return known, tuple(unknown)


def _apart(line: str) -> list[str]:
    sign = next((sign for sign in ("\t", ";") if sign in line), ",")
    return line.split(sign)


def _cents(text: str) -> int | None:
    try:
        return Money.parse(text).cents if text else None
    except AmountUnreadableError:
        return None
