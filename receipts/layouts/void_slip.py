"""The void slip: what was cancelled, why, by whom, and what goes back to the customer (R23-R26)."""

from collections.abc import Mapping
from datetime import tzinfo
from itertools import chain

from app.domain.print_plan import Barcode, Blank, Pair, PlanLine, PrintPlan, Rule, Size, Text
from app.domain.records import ReceiptRecord
from app.domain.tender import Tender, TenderKind
from app.settings.policy import Policy
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
    signature,
    tender_lines,
)

APPROVAL_OPEN = "approval open"


def void_plan(
    record: ReceiptRecord,
    *,
    policy: Policy,
    names: Mapping[str, str],
    zone: tzinfo,
    practice: bool,
    voided_at: str,
    approval_open: bool = False,
    duplicate: DuplicateMark | None = None,
    columns: int = 42,
) -> PrintPlan:
    """The slip of a voided receipt; `voided_at` is the time of the void's entry (UTC ISO text), `approval_open` whether
    its approval is still to come (DESIGN section 4), `duplicate` who asked for a second paper (R14).

    Raises:
        ValueError: the receipt is good.
    """
    if record.void_ref is None:
        raise ValueError(f"receipt {record.receipt} is not void")
    approved = APPROVAL_OPEN if approval_open else wording.person(names, record.void_approval)
    lines: list[PlanLine] = [
        *head(policy, practice=practice),
        *duplicate_lines(duplicate, names, zone),
        mark("VOID"),
        Rule(),
        *numbered(
            "Void of", record.receipt, at=voided_at, zone=zone, business_date=record.business_date,
            station=policy.station_label, by=wording.person(names, record.void_by),
        ),
        Pair("Taken", wording.moment(record.at, zone)),
        Pair("Taken by", wording.person(names, record.by)),
        Pair("Reason", record.void_reason),
        *((Text(f"  {record.void_note}"),) if record.void_note else ()),
        *((Pair("Approved by", approved),) if approved else ()),
        Rule(),
        Text("Not paid any more:"),
        *chain.from_iterable(line_rows(line, columns=columns) for line in record.lines),
        Pair("TOTAL", wording.dollars(record.total), bold=True),
        Rule(),
        *_given_back(record),
        *signature("Customer"),
        Blank(),
        Barcode(record.receipt),
        centred(f"entry {record.void_ref.seq}  head {wording.short_hash(record.void_ref.h)}"),
        *((centred("DUPLICATE", bold=True),) if duplicate else ()),
        *end(practice=practice),
    ]  # fmt: skip
    return PrintPlan(tuple(lines), columns)


def _given_back(record: ReceiptRecord) -> tuple[PlanLine, ...]:
    """Paper goes back as it came, cash less the change the customer has already; a card is reversed at its terminal."""
    papers = tuple(t for t in record.tenders if t.kind != TenderKind.CASH)
    cash = sum(tender.amount_tendered for tender in record.tenders if tender.kind == TenderKind.CASH) - record.change
    lines: list[PlanLine] = [Text("Given back:"), *tender_lines(papers)]
    if cash:
        lines.append(Pair("CASH", wording.dollars(cash), bold=True, size=Size.BIG))
    if _has_card(papers):
        lines.append(Text("Reverse the card at its terminal."))
    return tuple(lines)


def _has_card(tenders: tuple[Tender, ...]) -> bool:
    return any(tender.kind == TenderKind.CARD for tender in tenders)
