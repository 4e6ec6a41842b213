"""What goes on a check's back: for deposit only, and what it paid (R11, feature E4)."""

from collections.abc import Mapping
from datetime import tzinfo

from app.domain.print_plan import PaperStation, PlanLine, PrintPlan, Text
from app.domain.records import ReceiptRecord
from app.domain.tender import TenderKind
from app.settings.policy import Policy
from app.settings.receipt_forms import endorsement
from receipts.layouts import wording
from receipts.layouts.slip_parts import PRACTICE_MARK

COLUMNS = 42
ACCOUNTS_SHOWN = 4


def endorsement_plan(
    record: ReceiptRecord, place: int, *, policy: Policy, names: Mapping[str, str], zone: tzinfo, practice: bool
) -> PrintPlan | None:
    """The endorsement of the check at that place among the receipt's checks, from 0; None when there is none."""
    checks = [tender for tender in record.tenders if tender.kind == TenderKind.CHECK]
    if not 0 <= place < len(checks):
        return None
    check = checks[place]
    accounts = [line.number for line in record.lines]
    more = len(accounts) - ACCOUNTS_SHOWN
    shown = ", ".join(accounts[:ACCOUNTS_SHOWN]) + (f" and {more} more" if more > 0 else "")
    lines: list[PlanLine] = [
        Text(endorsement(policy), bold=True),
        Text(f"{policy.city_name} {policy.bank_name}"),
        Text(f"{record.receipt}  check {check.reference}  {wording.dollars(check.amount_tendered)}"),
        Text(shown),
        Text(f"{wording.moment(record.at, zone)}  {wording.person(names, record.by)}"),
    ]
    if practice:
        lines.append(Text(PRACTICE_MARK))
    return PrintPlan(tuple(lines), COLUMNS, PaperStation.CHECK_BACK)
