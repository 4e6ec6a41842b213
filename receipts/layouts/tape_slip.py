"""Tapes as slips: the calculator's, stapled to a receipt or alone (B11), and the tape of a batch (A9)."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from app.domain.print_plan import Pair, PlanLine, PrintPlan, Rule, Text
from app.domain.records import ReceiptRecord
from app.domain.tape import Tape, TapeSide
from app.frozen import frozen
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.layouts.slip_parts import centred, end, head, mark, tender_words


@frozen
class TapeHead:
    """Whose tape it is: `at` UTC ISO text, `by` a user id; `again` on a second paper."""

    at: str
    by: str
    policy: Policy
    names: Mapping[str, str]
    zone: tzinfo
    practice: bool
    again: bool = False


def tape_plan(tape: Tape, told: TapeHead, *, receipt: str = "", columns: int = 42) -> PrintPlan:
    """Stubs, checks and what lies between them; `receipt` is the one it is stapled to, empty for a slip of its own."""
    lines: list[PlanLine] = [
        *_head("TAPE", told),
        *((Pair("Stapled to receipt", receipt, bold=True),) if receipt else (centred("not a receipt"),)),
        Rule(),
        *_side(tape, TapeSide.STUB, "stub"),
        *_side(tape, TapeSide.CHECK, "check"),
        Pair(_difference_words(tape.difference), wording.dollars(abs(tape.difference)), bold=True),
        *end(practice=told.practice),
    ]
    return PrintPlan(tuple(lines), columns)


def batch_tape_plan(
    batch: str, receipts: Sequence[ReceiptRecord], told: TapeHead, *, with_sums: bool, columns: int = 42
) -> PrintPlan:
    """A batch's receipts, the oldest first; running sums only for who may see them (R30)."""
    lines: list[PlanLine] = [*_head("BATCH TAPE", told), Pair("Batch", batch, bold=True), Rule()]
    running = 0
    for record in receipts:
        running += 0 if record.is_void else record.total
        lines.append(Pair(record.receipt, "VOID" if record.is_void else wording.figure(record.total), bold=True))
        when = wording.time(wording.local(record.at, told.zone))
        numbers = ", ".join(dict.fromkeys(line.number for line in record.lines if line.number))
        lines.append(Text(f"  {when}  {numbers}".rstrip()))
        lines += [
            Pair(f"  {tender_words(tender)[0]}", wording.figure(tender.amount_tendered)) for tender in record.tenders
        ]
        if record.change:
            lines.append(Pair("  change", _signed(-record.change)))
        if with_sums:
            lines.append(Pair("  sum so far", wording.figure(running)))
    good = sum(not record.is_void for record in receipts)
    lines += [Rule(), Pair("Receipts", str(good)), Pair("Voids", str(len(receipts) - good))]
    if with_sums:
        lines.append(Pair("TOTAL", wording.dollars(running), bold=True))
    return PrintPlan((*lines, *end(practice=told.practice)), columns)


def _head(word: str, told: TapeHead) -> tuple[PlanLine, ...]:
    when = wording.local(told.at, told.zone)
    return (
        *head(told.policy, practice=told.practice),
        *((mark("DUPLICATE"),) if told.again else ()),
        mark(word),
        Rule(),
        Pair(wording.day(when), wording.time(when)),
        Pair(told.policy.station_label, wording.person(told.names, told.by).upper()),
    )


def _side(tape: Tape, side: TapeSide, word: str) -> tuple[PlanLine, ...]:
    entries = tape.of(side)
    if not entries:
        return ()
    count = f"{len(entries)} {word}{'' if len(entries) == 1 else 's'}"
    return (
        *(Pair(f"{word} {entry.words}".rstrip(), _signed(entry.cents)) for entry in entries),
        Pair(count, wording.dollars(abs(tape.total(side))) if tape.total(side) >= 0 else _signed(tape.total(side)),
             bold=True),
        Rule(),
    )  # fmt: skip


def _signed(cents: int) -> str:
    """A figure as adding machines print it: the sign behind."""
    return wording.figure(cents) if cents >= 0 else f"{wording.figure(-cents)}-"


def _difference_words(difference: int) -> str:
    if not difference:
        return "Checks agree with stubs"
    return "Checks over stubs" if difference > 0 else "Checks short of stubs"
