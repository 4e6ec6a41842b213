"""Find the difference: ranked suspects for an over or short, and what was looked at and is clear (P10, T7).

Nothing here decides anything: it ranks what a person should look at first. All amounts in cents.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from app.domain.count import results as compared
from app.domain.count import swaps
from app.domain.facts.batches import TenderResult
from app.domain.money import Money
from app.domain.records import BatchRecord, ReceiptRecord
from app.domain.tender import TenderKind
from app.frozen import frozen

SUSPECTS_LIMIT = 12
NINE = 9
ROLLS = {50: "pennies", 200: "nickels", 500: "dimes", 1000: "quarters", 2500: "dollar coins"}


class SuspectKind(StrEnum):
    """What may have happened; the order of the members is the order of the ranking."""

    SWAP = "tender_swap"
    ITEM = "item_of_that_amount"
    TWICE = "taken_twice"
    TRANSPOSED = "transposed_digits"
    CHANGE = "change_error"
    STARTING_CASH = "starting_cash"
    HALF = "half_the_difference"
    ROLL = "roll_of_coin"


_CLEAR = {
    SuspectKind.SWAP: "No tender was keyed as another class.",
    SuspectKind.ITEM: "No single receipt or tender has that amount.",
    SuspectKind.TWICE: "No payment of that amount was taken twice.",
    SuspectKind.TRANSPOSED: "No amount with two digits changed over makes the difference.",
    SuspectKind.CHANGE: "No change given makes the difference.",
    SuspectKind.STARTING_CASH: "The starting cash does not explain it.",
    SuspectKind.HALF: "No tender of half the difference stands on the wrong side.",
    SuspectKind.ROLL: "The difference is no roll of coin.",
}


@frozen
class Suspect:
    """One explanation: which class it concerns, how much of its difference it explains, which receipt to open."""

    kind: SuspectKind
    tender: str
    explains: int
    receipt: str
    sentence: str


@frozen
class Finding:
    """The ranked suspects; `unexplained` is what a class has no suspect for, `clear` what was looked at in vain."""

    suspects: tuple[Suspect, ...]
    unexplained: tuple[tuple[str, int], ...]
    clear: tuple[str, ...]


def find_difference(
    found: Sequence[TenderResult], receipts: Iterable[ReceiptRecord], *, starting: int, issued: int
) -> Finding:
    """Suspects for every class that is over or short, the likeliest first, at most `SUSPECTS_LIMIT`."""
    good = [receipt for receipt in receipts if not receipt.is_void]
    suspects: list[Suspect] = [*_swapped(found, good), *_swapped_in_part(found, good)]
    for result in found:
        gap = result.over - result.short
        rests = {gap - suspect.explains for suspect in suspects if suspect.tender == result.tender}
        for look_for in sorted({gap, *rests} - {0}):
            suspects.extend(_for_class(result.tender, look_for, good, starting=starting, issued=issued))
    ranked = sorted(suspects, key=lambda suspect: list(SuspectKind).index(suspect.kind))
    kinds = {suspect.kind for suspect in ranked}
    left = tuple((result.tender, _left(result, ranked)) for result in found if _left(result, ranked))
    clear = tuple(text for kind, text in _CLEAR.items() if kind not in kinds)
    return Finding(tuple(ranked[:SUSPECTS_LIMIT]), left, clear)


def find_in(batch: BatchRecord, receipts: Iterable[ReceiptRecord], *, issued: int) -> Finding:
    """The same for a batch as it was last counted; nothing to find before the first count."""
    if not batch.counts:
        return Finding((), (), ())
    count = batch.counts[-1]
    found = compared(batch.expected, count.cash, count.tenders)
    return find_difference(found, receipts, starting=batch.starting_cash.total.cents, issued=issued)


def transposed_with(cents: int, difference: int) -> int | None:
    """The amount `cents` could have been meant as, when two neighbouring digits changed over make the difference.

    `difference` is meant - keyed; divisible by 9 is necessary, so it is asked first (T7).
    """
    if not difference or difference % NINE:
        return None
    digits = str(cents)
    for place in range(len(digits) - 1):
        swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
        if int(swapped) - cents == difference:
            return int(swapped)
    return None


def _for_class(
    tender: str, gap: int, receipts: Sequence[ReceiptRecord], *, starting: int, issued: int
) -> list[Suspect]:
    looks: list[Callable[[], Iterable[Suspect]]] = [
        lambda: _items(tender, gap, receipts),
        lambda: _twice(tender, gap, receipts),
        lambda: _transposed(tender, gap, receipts),
        lambda: _half(tender, gap, receipts),
    ]
    if tender == TenderKind.CASH:
        looks += [
            lambda: _change(gap, receipts),
            lambda: _starting(gap, starting=starting, issued=issued),
            lambda: _roll(gap),
        ]
    return [suspect for look in looks for suspect in look()]


def _swapped(found: Sequence[TenderResult], receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    for swap in swaps(found):
        short, over = TenderKind(swap.short), TenderKind(swap.over)
        seen = next((r.receipt for r in receipts if any(
            t.kind == short and t.amount_tendered == swap.cents for t in r.tenders)), "")
        where = f" Look at receipt {seen}." if seen else ""
        text = (f"{short.word} is short and {over.word.lower()} over by the same {Money(swap.cents)}: "
                f"a tender was keyed as {short.word.lower()}.{where}")
        yield Suspect(SuspectKind.SWAP, swap.short, -swap.cents, seen, text)
        yield Suspect(SuspectKind.SWAP, swap.over, swap.cents, seen, text)


def _swapped_in_part(found: Sequence[TenderResult], receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    """One class over, one short by another amount: a tender of the smaller amount explains that much of both."""
    for short in found:
        for over in found:
            cents = min(short.short, over.over)
            seen = next((r.receipt for r in receipts if any(
                t.kind == short.tender and t.amount_tendered == cents for t in r.tenders)), "")
            if not cents or short.short == over.over or not seen:
                continue
            was, is_now = TenderKind(short.tender).word, TenderKind(over.tender).word.lower()
            text = (f"Receipt {seen} has a {was.lower()} of {Money(cents)} that may have been {is_now}; "
                    f"{Money(abs(short.short - over.over))} is left.")
            yield Suspect(SuspectKind.SWAP, short.tender, -cents, seen, text)
            yield Suspect(SuspectKind.SWAP, over.tender, cents, seen, text)


def _items(tender: str, gap: int, receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    if gap > 0:
        return
    for receipt in receipts:
        for item in receipt.tenders:
            kept = item.amount_tendered - (receipt.change if tender == TenderKind.CASH else 0)
            if item.kind == tender and -gap in (item.amount_tendered, kept):
                name = f"{TenderKind(tender).word} {item.reference}".strip()
                text = f"{name} of {Money(-gap)} on receipt {receipt.receipt} may be missing from the count."
                yield Suspect(SuspectKind.ITEM, tender, gap, receipt.receipt, text)


def _twice(tender: str, gap: int, receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    if gap > 0:
        return
    seen: dict[tuple[str, int], str] = {}
    for receipt in sorted(receipts, key=lambda kept: kept.receipt):
        if all(item.kind != tender for item in receipt.tenders):
            continue
        for line in receipt.lines:
            if not line.is_account:  # a fixed price is taken many times a day
                continue
            first = seen.setdefault((line.account, line.cents), receipt.receipt)
            if first != receipt.receipt and line.cents == -gap:
                text = (f"Account {line.number} paid {Money(line.cents)} on receipts {first} and {receipt.receipt}: "
                        "one may have been taken twice.")
                yield Suspect(SuspectKind.TWICE, tender, gap, receipt.receipt, text)


def _transposed(tender: str, gap: int, receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    for receipt in receipts:
        for item in receipt.tenders:
            meant = transposed_with(item.amount_tendered, gap) if item.kind == tender else None
            if meant is not None:
                text = (f"{TenderKind(tender).word} on receipt {receipt.receipt} was keyed as "
                        f"{Money(item.amount_tendered)}; {Money(meant)} would explain it.")
                yield Suspect(SuspectKind.TRANSPOSED, tender, gap, receipt.receipt, text)


def _change(gap: int, receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    for receipt in receipts:
        if receipt.change and gap in (receipt.change, -receipt.change):
            how = "may not have been given" if gap > 0 else "may have been given twice"
            text = f"Change of {Money(receipt.change)} on receipt {receipt.receipt} {how}."
            yield Suspect(SuspectKind.CHANGE, TenderKind.CASH, gap, receipt.receipt, text)


def _starting(gap: int, *, starting: int, issued: int) -> Iterable[Suspect]:
    if starting and abs(gap) == starting:
        how = "left out of the count" if gap < 0 else "counted twice"
        yield Suspect(SuspectKind.STARTING_CASH, TenderKind.CASH, gap, "",
                      f"The difference is the starting cash of {Money(starting)}: it may have been {how}.")
    elif issued - starting == gap:
        yield Suspect(SuspectKind.STARTING_CASH, TenderKind.CASH, gap, "",
                      f"{Money(issued)} was issued but {Money(starting)} counted at opening: that count was wrong.")


def _half(tender: str, gap: int, receipts: Sequence[ReceiptRecord]) -> Iterable[Suspect]:
    if gap % 2:
        return
    half = abs(gap) // 2
    for receipt in receipts:
        if any(item.kind == tender and item.amount_tendered == half for item in receipt.tenders):
            text = f"Half the difference is {Money(half)}, as on receipt {receipt.receipt}: look on which side it is."
            yield Suspect(SuspectKind.HALF, tender, gap, receipt.receipt, text)


def _roll(gap: int) -> Iterable[Suspect]:
    if abs(gap) in ROLLS:
        how = "missed" if gap < 0 else "counted twice"
        yield Suspect(SuspectKind.ROLL, TenderKind.CASH, gap, "",
                      f"{Money(abs(gap))} is one roll of {ROLLS[abs(gap)]}: it may have been {how}.")


def _left(result: TenderResult, suspects: Sequence[Suspect]) -> int:
    """What no suspect, and no swap together with another suspect, explains of a class."""
    gap = result.over - result.short
    parts = {suspect.explains for suspect in suspects if suspect.tender == result.tender}
    if not parts or gap in parts:
        return 0 if parts else gap
    swapped = {s.explains for s in suspects if s.tender == result.tender and s.kind is SuspectKind.SWAP}
    return 0 if any(gap - part in parts for part in swapped) else min((gap - part for part in parts), key=abs)
