"""What the mail room says of its batch: the band's figures, who opened it, the item in hand in words."""

from typing import NamedTuple

from ui.viewmodels.batches.words import clock_time
from ui.viewmodels.mail.item import ItemModel, Step
from ui.viewmodels.mail.model import MailModel
from ui.viewmodels.mail.words import amount, tr


class Figure(NamedTuple):
    """One figure of the band, in the order of its part."""

    key: str
    label: str
    amount: str
    second: str = ""
    tone: str = "ink"
    has_rule: bool = True


class Hand(NamedTuple):
    """The item in hand: whose it is, its paper, and what is to be decided; empty texts for nothing."""

    title: str
    place: str
    paper: str
    differs: str
    take: str


def figures(model: MailModel) -> tuple[Figure, ...]:
    """Control, keyed, aside, and what is still to key; by phone what was keyed only."""
    control, log = model.read.control, model.log
    keyed = (
        Figure("keyed", tr("Keyed"), str(control.keyed_items), _to_go(control.items_left) if log else ""),
        Figure("keyed_total", tr("Keyed total"), amount(control.keyed), has_rule=False),
    )
    if log is None or log.listed is None:
        return keyed
    left = control.left
    changed = tr("corrected {n} times").format(n=log.lists - 1) if log.lists > 1 else ""
    return (
        Figure("control_items", tr("Control count"), str(control.items), tr("checks, envelopes"), has_rule=False),
        Figure("control_total", tr("Control total"), amount(control.cents), changed or _at(model), has_rule=False),
        *keyed,
        Figure("aside", tr("Set aside"), amount(control.aside), _items(control.aside_items), has_rule=False),
        Figure(
            "left", tr("Still to key"), amount(left), tr("closes at 0.00") if left >= 0 else tr("more than the list"),
            "risk" if left < 0 else "accent" if left else "ink3",
        ),
    )


def opened_by(model: MailModel) -> tuple[str, str]:
    """`M. Ruiz and T. Okafor`, and when."""
    log, sitting = model.log, model.session.sitting
    if log is None or log.listed is None or sitting is None:
        return "", ""
    names = tr(" and ").join(sitting.name_of(user) for user in log.openers)
    collected = log.listed.collected
    is_today = collected == sitting.business_date
    return names, tr("two names") if is_today else tr("counts for {day}").format(day=collected)


def hand(item: ItemModel) -> Hand:
    """The side's words."""
    line, draft = item.line, item.draft
    read, paper = item.read, item.paper
    words = ""
    if read is not None:
        words = tr("Check {number} ··{last} {bank}").format(number=read.number, last=read.last_four, bank=read.bank)
    elif paper is not None and paper.reference:
        said = tr("Approval code {number}") if item.is_phone else tr("Number {number}")
        words = said.format(number=paper.reference)
    differs, take = "", ""
    if item.step is Step.DECIDE and draft.lines and (item.left or item.is_refused):
        left, tendered = amount(abs(item.left)), amount(draft.tendered)
        if not item.left:
            differs = tr("Not taken yet. Set it aside, or try again.")
        elif item.left > 0:
            differs = tr("The check is {left} less than the stub. Taken so, it stays due.").format(left=left)
        else:
            differs = tr("The check is {left} more than the stub. Taken so, it goes on the account.").format(left=left)
        take = tr("Take {tendered}").format(tendered=tendered)
    title = f"{line.number}  {line.name}" if line is not None else (tr("Check without a stub") if words else "")
    return Hand(title, line.address if line is not None else "", words.strip(), differs, take)


def _to_go(left: int) -> str:
    if left < 0:
        return tr("{n} too many").format(n=-left)
    return tr("{n} to go").format(n=left) if left else tr("all keyed")


def _items(count: int) -> str:
    return tr("1 item") if count == 1 else tr("{n} items").format(n=count)


def _at(model: MailModel) -> str:
    log, sitting = model.log, model.session.sitting
    if log is None or sitting is None:
        return ""
    return tr("keyed first, {time}").format(time=clock_time(log.listed_at, sitting.policy.city_time_zone))
