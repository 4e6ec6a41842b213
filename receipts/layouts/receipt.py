"""The customer's receipt: a receipt's record becomes the lines of a slip (R10, R14, features E1, E2, E6)."""

from collections.abc import Collection, Mapping
from datetime import tzinfo
from itertools import chain

from app.domain.approval import ApprovalWay
from app.domain.check_concern import concern_words, concerns_of
from app.domain.facts.base import Approval
from app.domain.facts.receipts import BucketAmount, PaidLine
from app.domain.print_plan import Barcode, Blank, Pair, PlanLine, PrintPlan, Rule, Size, Text
from app.domain.reasons import OWN_WORDS
from app.domain.records import ReceiptRecord
from app.domain.user import Deed
from app.settings.policy import Policy
from app.settings.receipt_forms import form_for
from receipts.layouts import wording
from receipts.layouts.slip_parts import (
    DuplicateMark,
    centred,
    duplicate_lines,
    end,
    head,
    line_rows,
    mark,
    numbered,
    tender_lines,
    trailer,
)

OFFICE_COPY = "OFFICE COPY"
_BUCKET_WORDS = {"PENALTY": "penalty", "FEE": "fees", "DEPOSIT": "deposit", "CREDIT": "credit to account"}
_SPLIT_ORDER = ("past due", "penalty", "fees", "current", "deposit", "credit to account")
_PAST_DUE = ("90", "60", "30")
_APPROVED = {
    Deed.OVERRIDE_CASH_ONLY.value: "Check approved by {name}",
    Deed.OVERRIDE_CHECK.value: "Check approved by {name}",
    Deed.OVER_LIMIT.value: "Amount approved by {name}",
}
_APPROVED_BY_SOMEBODY = "Approved by {name}"
_APPROVAL_OPEN = "Approval open"


def receipt_plan(
    record: ReceiptRecord,
    *,
    policy: Policy,
    names: Mapping[str, str],
    zone: tzinfo,
    practice: bool,
    duplicate: DuplicateMark | None = None,
    columns: int = 42,
    prev_h: str = "",
    is_office_copy: bool = False,
) -> PrintPlan:
    """The receipt as a print plan; the same record and mark give the same plan for ever.

    `names` maps user ids to people, `prev_h` is the hash of the entry before the receipt's (hex; empty leaves it
    out), `columns` the roll's width in characters (42, 48 or 32). A voided receipt says so, and so does a paper that
    came out beside the customer's. Header and trailer are those of the receipt's forms (E2, E5).
    """
    form = form_for(policy, record.lines, record.tenders)
    lines: list[PlanLine] = [
        *head(policy, practice=practice),
        *(centred(line) for text in form.headers for line in text.splitlines()),
        *((centred(OFFICE_COPY, bold=True),) if is_office_copy else ()),
        *_marks(record, duplicate, names, zone),
        Rule(),
        *numbered(
            "Receipt", record.receipt, at=record.at, zone=zone, business_date=record.business_date,
            station=policy.station_label, by=wording.person(names, record.by),
        ),
        Rule(),
        Pair("Utility account" if record.lines[0].is_account else "For", "Paid"),
        *chain.from_iterable(_account(line, columns) for line in record.lines),
        Rule(),
        *_money(record),
        *_balances(record),
        *_approvals(record.approvals, names),
        *chain.from_iterable(trailer(text) for text in form.trailers),
        Blank(),
        Barcode(record.receipt),
        centred(_chain(record, prev_h)),
        *((centred("DUPLICATE", bold=True),) if duplicate else ()),
        *end(practice=practice),
    ]  # fmt: skip
    return PrintPlan(tuple(lines), columns)


def split(allocation: tuple[BucketAmount, ...], *, late: Collection[str] = ()) -> tuple[tuple[str, int], ...]:
    """What an amount paid for, in words and cents: past due, penalty, fees, current, deposit, credit to account.

    `late` are open bills whose due date had passed, which the screen showed as past due.
    """
    sums: dict[str, int] = {}
    for part in allocation:
        service, _, age = part.bucket.partition(".")
        word = _BUCKET_WORDS.get(service) or (
            "past due" if age in _PAST_DUE or part.bucket in late else "current"
        )
        sums[word] = sums.get(word, 0) + part.cents
    return tuple((word, sums[word]) for word in _SPLIT_ORDER if sums.get(word))


def _marks(
    record: ReceiptRecord, duplicate: DuplicateMark | None, names: Mapping[str, str], zone: tzinfo
) -> tuple[PlanLine, ...]:
    lines: list[PlanLine] = [*duplicate_lines(duplicate, names, zone)]
    if record.is_void:
        lines.append(mark("VOID"))
        if record.void_reason != OWN_WORDS:  # what was said in own words is for the office, not for the customer
            lines.append(centred(record.void_reason))
    return tuple(lines)


def _account(line: PaidLine, columns: int) -> tuple[PlanLine, ...]:
    if not line.is_account:
        return line_rows(line, columns=columns)
    parts = split(line.allocation, late=line.late)
    shown = () if line.is_round_up or [word for word, _ in parts] == ["current"] else parts
    return (
        *line_rows(line, columns=columns),
        *(Pair(f"  {word}", wording.figure(cents)) for word, cents in shown),
    )


def _money(record: ReceiptRecord) -> tuple[PlanLine, ...]:
    change = (Pair("CHANGE", wording.dollars(record.change), bold=True, size=Size.BIG),) if record.change else ()
    return (
        Pair("TOTAL", wording.dollars(record.total), bold=True),
        *tender_lines(record.tenders),
        *(
            Text(f"  check {mark.seen}: {concern_words(concern, mark.answer)}")
            for concern, mark in concerns_of(record.answers)
        ),
        *change,
    )


def _balances(record: ReceiptRecord) -> tuple[PlanLine, ...]:
    if record.is_void:  # the account owes again what it owed before
        return ()
    after = {line.number: line.balance_after for line in record.lines if line.is_account}
    pairs = [
        Pair(f"{'Credit' if cents < 0 else 'Balance'} {number}", wording.figure(abs(cents)))
        for number, cents in after.items()
    ]
    return (Rule(), *pairs) if pairs else ()


def _approvals(approvals: tuple[Approval, ...], names: Mapping[str, str]) -> tuple[PlanLine, ...]:
    return tuple(
        Text(
            _APPROVED.get(approval.deed, _APPROVED_BY_SOMEBODY).format(name=wording.person(names, approval.by))
            if approval.by
            else _APPROVAL_OPEN
        )
        for approval in approvals
        if approval.way != ApprovalWay.NOT_NEEDED
    )


def _chain(record: ReceiptRecord, prev_h: str) -> str:
    head_words = f"head {wording.short_hash(record.ref.h)}"
    return f"prev {wording.short_hash(prev_h)}  {head_words}" if prev_h else f"entry {record.ref.seq}  {head_words}"
