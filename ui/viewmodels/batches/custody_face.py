"""Hand-overs and surprise counts of a batch, as a supervisor reads them; never shown to who held it (R3, R8, R30)."""

from collections.abc import Sequence

from app.domain.drawer_limit import AboveLimit
from app.domain.entry import EntryRef
from app.domain.facts.base import Envelope, Fact
from app.domain.facts.batches import TenderResult
from app.domain.facts.custody import BatchHandedOver, DrawerCounted
from ui.viewmodels.batches import words
from ui.viewmodels.session import Sitting

Told = tuple[EntryRef, Envelope, Fact]


def custody_facts(entries: Sequence[Told], sitting: Sitting, zone: str) -> tuple[tuple[str, str], ...]:
    """One line a hand-over or surprise count, in order."""
    shown: list[tuple[str, str]] = []
    for _ref, envelope, fact in entries:
        at = words.moment(envelope.at, zone)
        if isinstance(fact, BatchHandedOver):
            shown.append((words.tr("Handed over"), _handed(fact, envelope, sitting, at)))
        elif isinstance(fact, DrawerCounted):
            shown.append((words.tr("Surprise count"), _surprise(fact, envelope, sitting, at)))
    return tuple(shown)


def limit_facts(above: Sequence[AboveLimit], zone: str) -> tuple[tuple[str, str], ...]:
    """When the drawer held more than its limit, and when cash was turned in (R6)."""
    return tuple(
        (
            words.tr("Above its limit"),
            words.tr("{since} to {until}, at most {most}").format(
                since=words.clock_time(one.since, zone), most=words.amount(one.most),
                until=words.clock_time(one.until, zone) if one.until else words.tr("now"),
            ),
        )
        for one in above
    )  # fmt: skip


def handed_facts(entries: Sequence[Told], sitting: Sitting, zone: str) -> tuple[tuple[str, str], ...]:
    """What somebody who holds the batch may know of it: from whom it came, and when."""
    return tuple(
        (
            words.tr("From"),
            f"{sitting.name_of(fact.before)}, {words.clock_time(envelope.at, zone)}",
        )
        for _ref, envelope, fact in entries
        if isinstance(fact, BatchHandedOver)
    )


def _handed(fact: BatchHandedOver, envelope: Envelope, sitting: Sitting, at: str) -> str:
    who = words.tr("{before} to {after}").format(
        before=sitting.name_of(fact.before), after=sitting.name_of(fact.after)
    )
    parts = [who, at, f"{words.amount(fact.cents)}{_off(fact.cents - fact.expected)}"]
    if envelope.by != fact.before:
        parts.append(words.tr("counted out by {name}").format(name=sitting.name_of(envelope.by)))
    return ", ".join(parts)


def _surprise(fact: DrawerCounted, envelope: Envelope, sitting: Sitting, at: str) -> str:
    who = words.tr("{name}, drawer of {cashier}").format(
        name=sitting.name_of(envelope.by), cashier=sitting.name_of(fact.cashier)
    )
    found = [_result(result) for result in fact.results if result.over or result.short]
    return f"{who}, {at}: {'; '.join(found) if found else words.tr('agrees')}"


def _result(result: TenderResult) -> str:
    return f"{words.class_words(result.tender).lower()}{_off(result.over - result.short)}"


def _off(cents: int) -> str:
    if not cents:
        return ""
    said = words.tr("over") if cents > 0 else words.tr("short")
    return f" {said} {words.amount(abs(cents))}"
