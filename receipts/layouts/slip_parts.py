"""What every slip from the roll has in common: the city's head, the number, tenders, marks and the foot."""

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from app.domain.facts.receipts import PaidLine
from app.domain.print_plan import Align, Blank, Cut, Pair, PlanLine, Rule, Size, Text
from app.domain.tender import Tender, TenderKind
from app.frozen import frozen
from app.settings.policy import Policy
from receipts.layouts import wording

PRACTICE_MARK = "PRACTICE - NOT A RECEIPT"


def centred(text: str, *, bold: bool = False, size: Size = Size.NORMAL) -> Text:
    """One centred paragraph."""
    return Text(text, Align.CENTRE, bold, size)


def head(policy: Policy, *, practice: bool) -> tuple[PlanLine, ...]:
    """City, department and address (R10); a practice slip says so in its head."""
    lines: list[PlanLine] = [centred(policy.city_name.upper(), bold=True)]
    lines += [centred(text) for text in (policy.city_department, policy.city_address, policy.city_phone) if text]
    if practice:
        lines.append(centred(PRACTICE_MARK, bold=True))
    return tuple(lines)


def mark(word: str) -> Text:
    """`*** VOID ***`, twice as high."""
    return centred(f"*** {word} ***", bold=True, size=Size.TALL)


def numbered(
    title: str, number: str, *, at: str, zone: tzinfo, business_date: str, station: str, by: str
) -> tuple[PlanLine, ...]:
    """The paper's number, the city's date and time, the station and the person (R10).

    The business date stands apart only where it is not the day on the city's clock.
    """
    when = wording.local(at, zone)
    lines: list[PlanLine] = [Pair(title, number, bold=True), Pair(wording.day(when), wording.time(when))]
    if business_date and when.date().isoformat() != business_date:
        lines.append(Pair("Business date", wording.business_day(business_date)))
    lines.append(Pair(station, by.upper()))
    return tuple(lines)


def account_line(number: str, name: str, amount: str, *, columns: int) -> tuple[PlanLine, ...]:
    """Number, name and amount in one row; a long name moves below, number and amount never break."""
    if len(number) + len(name) + len(amount) + 3 <= columns:
        return (Pair(f"{number}  {name}".rstrip(), amount),)
    return (Pair(number, amount), Text(f"  {name}"))


def line_rows(line: PaidLine, *, columns: int) -> tuple[PlanLine, ...]:
    """What was paid in one line; the reference of a misc receipt below it, where its money goes is the ledger's."""
    if line.is_rounding:
        return (Pair(line.name, wording.figure(line.cents)),)
    reference = (Text(f"  {line.address}"),) if line.is_misc and line.address else ()
    return (*account_line(line.number, line.name, wording.figure(line.cents), columns=columns), *reference)


def tender_words(tender: Tender) -> tuple[str, str]:
    """What stands left of a tender's amount, and a second line or nothing; never more than four card digits (R19)."""
    match tender.kind:
        case TenderKind.CHECK | TenderKind.MONEY_ORDER:
            return f"{TenderKind(tender.kind).word.lower()} {tender.reference}".rstrip(), ""
        case TenderKind.CARD:
            return (
                f"card ending {tender.last_four[-4:]}" if tender.last_four else "card",
                f"  approval {tender.reference}" if tender.reference else "",
            )
        case TenderKind.CASH:
            return "cash", ""
    return tender.kind, tender.reference


def tender_lines(tenders: Iterable[Tender]) -> tuple[PlanLine, ...]:
    """Each tender with its reference and what was handed over."""
    lines: list[PlanLine] = []
    for tender in tenders:
        label, second = tender_words(tender)
        lines.append(Pair(label, wording.figure(tender.amount_tendered)))
        if second:
            lines.append(Text(second))
    return tuple(lines)


@frozen
class DuplicateMark:
    """A reprint: when it was asked for (UTC ISO text) and by which user (R14)."""

    at: str
    by: str


def duplicate_lines(duplicate: DuplicateMark | None, names: Mapping[str, str], zone: tzinfo) -> tuple[PlanLine, ...]:
    """The word, when, and for whom; nothing on a first paper."""
    if duplicate is None:
        return ()
    lines = [mark("DUPLICATE"), centred(wording.moment(duplicate.at, zone))]
    if duplicate.by:
        lines.append(centred(f"by {wording.person(names, duplicate.by)}"))
    return tuple(lines)


def trailer(text: str) -> tuple[PlanLine, ...]:
    """The office's own words at the end, line by line as the setting has them."""
    words = [line.strip() for line in text.splitlines() if line.strip()]
    return (Blank(), *(centred(line) for line in words)) if words else ()


def signature(who: str) -> tuple[PlanLine, ...]:
    """Room to sign, a line, and whose name goes there."""
    return (Blank(), Blank(), Rule(), Text(who))


def end(*, practice: bool) -> tuple[PlanLine, ...]:
    """The practice words once more where a slip could be torn, and the cut."""
    return (centred(PRACTICE_MARK, bold=True), Cut()) if practice else (Cut(),)
