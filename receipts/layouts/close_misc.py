"""What a close report says of misc receipts and pennies: each stands only where it has a row (B8, T9, X24)."""

from collections import Counter
from collections.abc import Sequence

from app.domain.records import ReceiptRecord
from receipts.layouts import wording
from receipts.sheet import Column, Section, Table

_UP, _DOWN, _CREDIT = "Rounded up, kept by the city", "Rounded down, given up", "Rounded up, credit on accounts"


def misc_receipts(good: Sequence[ReceiptRecord]) -> tuple[Section, ...]:
    """Every type and the ledger accounts its money went to; nothing when there was none."""
    lines = [line for record in good for line in record.lines if line.is_misc]
    if not lines:
        return ()
    names = {line.number: line.name for line in lines}
    taken = Counter(line.number for line in lines)
    sums: Counter[tuple[str, str]] = Counter()
    for line in lines:
        for part in line.allocation:
            sums[line.number, part.bucket] += part.cents
    columns = (
        Column("Type", share=2), Column("Ledger account"), Column("Taken", True), Column("Amount", True),
    )  # fmt: skip
    rows, told = [], ""
    for code, account in sorted(sums):
        is_first = code != told
        told = code
        name = f"{code}  {names[code]}" if is_first else ""
        rows.append((name, account, str(taken[code]) if is_first else "", wording.figure(sums[code, account])))
    total = ("All misc receipts", "", str(len(lines)), wording.dollars(sum(sums.values())))
    return (Section("Misc receipts", (Table(columns, tuple(rows), (total,)),)),)


def pennies(good: Sequence[ReceiptRecord]) -> tuple[Section, ...]:
    """What cash was rounded by, up and down apart, never netted; nothing where no receipt was rounded."""
    found: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for record in good:
        for line in record.lines:
            word = ""
            if line.is_rounding:
                word = _UP if line.cents > 0 else _DOWN
            elif line.is_round_up and line.is_account:
                word = _CREDIT
            if word:
                found[word] += line.cents
                taken[word] += 1
    if not found:
        return ()
    columns = (Column("Pennies", share=2), Column("Receipts", True), Column("Amount", True))
    rows = tuple((word, str(taken[word]), wording.figure(found[word])) for word in (_UP, _DOWN, _CREDIT) if taken[word])
    return (Section("Pennies in cash", (Table(columns, rows),)),)
