"""The no-sale slip: the drawer was opened without a receipt, and why (R7)."""

from collections.abc import Mapping
from datetime import tzinfo

from app.domain.entry import EntryRef
from app.domain.facts.batches import DrawerOpened
from app.domain.print_plan import Pair, PlanLine, PrintPlan, Rule, Text
from app.settings.policy import Policy
from receipts.layouts import wording
from receipts.layouts.slip_parts import centred, end, head, mark, numbered, signature


def no_sale_plan(
    opened: DrawerOpened,
    *,
    ref: EntryRef,
    at: str,
    by: str,
    policy: Policy,
    names: Mapping[str, str],
    zone: tzinfo,
    practice: bool,
    note: str = "",
    columns: int = 42,
) -> PrintPlan:
    """The slip of one opening; `ref`, `at` (UTC ISO text) and `by` are the entry's, `note` its words, opened."""
    who = wording.person(names, by)
    approved = opened.approval.by if opened.approval else ""
    lines: list[PlanLine] = [
        *head(policy, practice=practice),
        mark("NO SALE"),
        Rule(),
        *numbered("Batch", opened.batch, at=at, zone=zone, business_date="", station=policy.station_label, by=who),
        Pair("Reason", opened.reason),
        *((Text(f"  {note}"),) if note else ()),
        *((Pair("Approved by", wording.person(names, approved)),) if approved else ()),
        *signature(who),
        centred(f"entry {ref.seq}  head {wording.short_hash(ref.h)}"),
        *end(practice=practice),
    ]
    return PrintPlan(tuple(lines), columns)
