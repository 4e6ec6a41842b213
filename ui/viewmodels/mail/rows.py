"""The grid's lines: a receipt takes as many as it has stubs or papers, an item aside takes one."""

from collections.abc import Sequence
from itertools import zip_longest

from app.domain.facts.receipts import PaidLine
from app.domain.mail import AsideItem
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender, TenderKind
from app.frozen import frozen
from ui.look.cells import Cell
from ui.viewmodels.mail.words import amount, tr

HEADS = ("", "Stub", "Name", "Billed", "Stub amount", "Check", "Check amount", "State")
STATE = 7


@frozen
class MailRow:
    """One line: `key` is its receipt, or `aside 3`; `item` the item aside, 0 for none; `cells` are ready to paint."""

    key: str
    item: int
    is_void: bool
    cells: tuple[Cell, ...]


def keyed_rows(
    receipt: str, lines: Sequence[PaidLine], tenders: Sequence[Tender], *, first: int, is_void: bool = False
) -> list[MailRow]:
    """A receipt's lines, numbered from `first`."""
    found = []
    for at, (line, tender) in enumerate(zip_longest(lines, tenders)):
        tone = "ink3" if is_void else ""
        billed = line.balance_after + line.cents if line is not None else 0
        state = _void(at, first) if is_void else _state(lines, tenders, at, first)
        cells = (
            Cell(str(first + at), "ink2"),
            Cell(line.number if line is not None else "", tone),
            Cell(line.name if line is not None else "", tone),
            Cell(amount(billed) if line is not None else "", tone),
            Cell(amount(line.cents) if line is not None else "", tone),
            Cell(paper(tender), "ink2") if tender is not None else Cell(),
            Cell(amount(tender.amount_tendered), tone) if tender is not None else Cell(),
            state,
        )
        found.append(MailRow(receipt, 0, is_void, cells))
    return found


def receipt_rows(receipt: ReceiptRecord, *, first: int) -> list[MailRow]:
    """A receipt of the books as lines."""
    return keyed_rows(receipt.receipt, receipt.lines, receipt.tenders, first=first, is_void=receipt.is_void)


def aside_row(item: AsideItem, *, place: int, number: str) -> MailRow:
    """An item aside; `number` is the account it names, empty for none."""
    check = next((paper(tender) for tender in item.tenders), "")
    cells = (
        Cell(str(place), "ink2"), Cell(number), Cell(""), Cell(""), Cell(""), Cell(check, "ink2"),
        Cell(amount(item.cents)),
        Cell(tr("Aside: {problem}").format(problem=item.problem.lower()), "attention", "box"),
    )  # fmt: skip
    return MailRow(f"aside {item.item}", item.item, False, cells)


def paper(tender: Tender) -> str:
    """`1042`, `cash`, `card 4242`."""
    if tender.kind == TenderKind.CASH:
        return tr("cash")
    if tender.kind == TenderKind.CARD:
        return tr("card ··{last}").format(last=tender.last_four)
    return tender.reference


def _void(at: int, first: int) -> Cell:
    return Cell(tr("with line {n}").format(n=first) if at else tr("Void"), "risk", "x")


def _state(lines: Sequence[PaidLine], tenders: Sequence[Tender], at: int, first: int) -> Cell:
    if at:
        return Cell(tr("with line {n}").format(n=first), "accent", "paperclip")
    if len(lines) > 1 or len(tenders) > 1:
        return Cell(_linked(len(lines), len(tenders)), "accent", "paperclip")
    left = lines[0].balance_after
    if left > 0:
        return Cell(tr("{amount} left due").format(amount=amount(left)), "line")
    return Cell(tr("Agrees"), "neutral", "check")


def _linked(stubs: int, papers: int) -> str:
    if papers == 1:
        return tr("one check, {n} stubs").format(n=stubs)
    if stubs == 1:
        return tr("{n} checks, 1 stub").format(n=papers)
    return tr("{papers} checks, {stubs} stubs").format(papers=papers, stubs=stubs)
