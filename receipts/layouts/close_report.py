"""The close report of a counted batch: one page that says whether every dollar is there (R33, R36, H3, K1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import ClassVar

from app.domain.batch_state import BatchState
from app.domain.count import results
from app.domain.entry import EntryRef
from app.domain.facts.batches import TenderResult
from app.domain.records import BatchRecord, CountRecord, NoSaleRecord, ReceiptRecord
from app.domain.tender import TenderKind
from app.errors import RuleBrokenError
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.layouts.close_lists import approvals, no_sales, unprinted, voids
from receipts.layouts.close_misc import misc_receipts, pennies
from receipts.layouts.sheet_parts import denominations, sheet
from receipts.sheet import Beside, Column, Facts, Figures, Note, Section, Sheet, SignLines, Table

_STATE_WORDS = {BatchState.COUNTED: "Counted, not accepted yet", BatchState.REJECTED: "Rejected, to be counted again"}


class BatchNotCountedError(RuleBrokenError):
    """There is no count to report on, or the batch was opened again after it."""

    code: ClassVar[str] = "batch_not_counted"

    def __init__(self, batch: str) -> None:
        super().__init__(f"Batch {batch} is not counted. Count it first, then print its close report.")
        self.batch = batch


def close_report(
    batch: BatchRecord,
    receipts: Sequence[ReceiptRecord],
    *,
    head: EntryRef,
    policy: Policy,
    names: Mapping[str, str],
    zone: tzinfo,
    practice: bool,
    openings: Sequence[NoSaleRecord] = (),
) -> Sheet:
    """The report of the batch's last count, numbered by batch and count.

    `receipts` are all of the batch, voided ones too, in any order; `head` is the entry the report ends at (of a
    balanced batch, the entry that balanced it), `openings` are the batch's no-sales before it. The same records give
    the same sheet for ever; a deposit or a posting file that comes later is not on it. It shows what was expected:
    nobody who still counts blind may see it (R30).

    Raises:
        BatchNotCountedError: nobody has counted the batch, or it was reopened since.
        ValueError: the receipts do not add up to what the batch has taken, or to the cash it expects.
    """
    if batch.state is BatchState.OPEN or not batch.counts:
        raise BatchNotCountedError(batch.batch)
    count = batch.counts[-1]
    numbered = sorted(receipts, key=lambda record: record.receipt)
    good = [record for record in numbered if not record.is_void]
    found = batch.expected if _is_accepted(batch) else results(batch.expected, count.cash, count.tenders)
    if sum(record.total for record in good) != batch.taken:
        raise ValueError(f"the receipts given are not those of batch {batch.batch}")
    sections = (
        Section("", (_header(batch, count, policy, names, zone), _sums(batch, found, len(good)))),
        Section("By tender", (_tenders(found, count, good), *_reason(batch))),
        Section("Cash", (Beside(_expected_cash(batch, good), _cash(batch, count)),)),
        Section("Receipts", (_receipt_facts(batch, numbered),)),
        *misc_receipts(good),
        *pennies(good),
        *voids(numbered, names, zone),
        *approvals(good, names),
        *no_sales(openings, names, zone),
        *unprinted(count),
        Section("", (_signatures(batch, count, names), Note(_end_words(head))), keep=True),
    )
    number = f"{batch.batch} / {count.count_no}"
    return sheet(policy, title="Close report", number=number, practice=practice, sections=sections)


def _header(
    batch: BatchRecord, count: CountRecord, policy: Policy, names: Mapping[str, str], zone: tzinfo
) -> Facts:
    accepted = wording.moment(batch.balanced_at, zone) if _is_accepted(batch) else ""
    drawer = "" if batch.drawer else ", no drawer"
    return Facts(
        (
            ("Business date", wording.business_day(batch.business_date)),
            ("Cashier", wording.person(names, batch.cashier)),
            *((("Handed over by", _before(batch, names)),) if batch.held_before else ()),
            ("Station and source", f"{policy.station_label}, {batch.source}{drawer}"),
            ("Opened", wording.moment(batch.opened_at, zone)),
            ("Counted", wording.moment(count.at, zone)),
            ("Accepted", accepted or _STATE_WORDS.get(batch.state, "Reopened")),
        )
    )


def _before(batch: BatchRecord, names: Mapping[str, str]) -> str:
    """Who held the drawer before, in order (R3)."""
    return ", ".join(wording.person(names, user) for user in batch.held_before)


def _sums(batch: BatchRecord, found: tuple[TenderResult, ...], good: int) -> Figures:
    over, short = sum(result.over for result in found), sum(result.short for result in found)
    return Figures(
        (
            ("Received", wording.dollars(batch.taken), f"{good} receipts"),
            ("Starting cash", wording.dollars(batch.starting_cash.total.cents), "stays in the till"),
            ("Turned in", wording.dollars(batch.turned_in), "to the safe"),
            ("Over", wording.dollars(over), ""),
            ("Short", wording.dollars(short), ""),
        )
    )


def _tenders(found: tuple[TenderResult, ...], count: CountRecord, good: Sequence[ReceiptRecord]) -> Table:
    """Each class compared alone (R31), papers by number of items too (H3); over and short are never netted (R32)."""
    columns = (
        Column("Tender"), Column("Items taken", True), Column("Items counted", True), Column("Expected", True),
        Column("Counted", True), Column("Over", True), Column("Short", True),
    )  # fmt: skip
    taken = Counter(tender.kind for record in good for tender in record.tenders)
    counted = {tender.tender: tender.items for tender in count.tenders}
    rows = tuple(
        (
            TenderKind(result.tender).word,
            "" if result.tender == TenderKind.CASH else str(taken[result.tender]),
            "" if result.tender == TenderKind.CASH else str(counted.get(result.tender, 0)),
            wording.figure(result.expected),
            wording.figure(result.counted),
            _unless_zero(result.over),
            _unless_zero(result.short),
        )
        for result in found
    )
    total = (
        "All tenders",
        "",
        "",
        wording.dollars(sum(result.expected for result in found)),
        wording.dollars(sum(result.counted for result in found)),
        wording.dollars(sum(result.over for result in found)),
        wording.dollars(sum(result.short for result in found)),
    )
    return Table(columns, rows, (total,))


def _reason(batch: BatchRecord) -> tuple[Note, ...]:
    return (Note(f"Reason given: {batch.balance_reason}"),) if batch.balance_reason else ()


def _expected_cash(batch: BatchRecord, good: Sequence[ReceiptRecord]) -> Table:
    taken = sum(
        tender.amount_tendered for record in good for tender in record.tenders if tender.kind == TenderKind.CASH
    )
    change = sum(record.change for record in good)
    starting = batch.starting_cash.total.cents
    rows = (
        ("Starting cash", wording.figure(starting)),
        ("Cash taken in", wording.figure(taken)),
        ("Change given", wording.figure(-change)),
        ("Turned in to the safe", wording.figure(-batch.turned_in)),
    )
    expected = starting + taken - change - batch.turned_in
    if any(result.tender == TenderKind.CASH and result.expected != expected for result in batch.expected):
        raise ValueError(f"the cash of batch {batch.batch} does not add up to what is expected")
    total = ("Cash that should be there", wording.dollars(expected))
    return Table((Column("Expected cash"), Column("Amount", True)), rows, (total,), is_narrow=True)


def _cash(batch: BatchRecord, count: CountRecord) -> Table:
    columns = (Column("Cash counted"), Column("Start", True), Column("Pieces", True), Column("Counted", True))
    start, counted = batch.starting_cash, count.cash
    rows = tuple((name, began, pieces, ended) for name, _, began, pieces, ended in denominations(start, counted))
    total = ("All cash", wording.dollars(start.total.cents), "", wording.dollars(counted.total.cents))
    return Table(columns, rows, (total,), is_narrow=True)


def _receipt_facts(batch: BatchRecord, numbered: Sequence[ReceiptRecord]) -> Facts:
    return Facts(
        (
            ("First number", numbered[0].receipt if numbered else "none"),
            ("Last number", numbered[-1].receipt if numbered else "none"),
            ("Numbers used", str(len(numbered))),
            ("Voids", str(sum(record.is_void for record in numbered))),
            ("No-sales", str(batch.no_sales)),
            ("Reprints", str(batch.reprints)),
        ),
        across=6,
    )


def _signatures(batch: BatchRecord, count: CountRecord, names: Mapping[str, str]) -> SignLines:
    accepted = f"Accepted by {wording.person(names, batch.balanced_by)}" if _is_accepted(batch) else "Accepted by"
    return SignLines((f"Counted by {wording.person(names, count.by)}", accepted))


def _end_words(head: EntryRef) -> str:
    return f"Journal entry {head.seq}, chain hash {head.h}"


def _is_accepted(batch: BatchRecord) -> bool:
    return batch.state is BatchState.BALANCED


def _unless_zero(cents: int) -> str:
    return wording.figure(cents) if cents else ""
