"""Entries that are seldom and looked for by what they are about: a topic, a key and the entry's place, no more."""

from typing import Any

from app.domain.about import HANDED, LISTED, NOTES, PAPER, PAPER_OF, RANGES, SURPRISE
from db.ids import number_id
from db.projections.mark import Mark
from db.projections.rows import NO_MONEY, Rows, money_row


def batch_handed_over(fact: Any, mark: Mark) -> Rows:
    """The batch has another cashier from now on."""
    batch = number_id(fact.batch)
    return [("batch_handed", [(fact.after, mark.eid, mark.h, batch)]), _about(HANDED, fact.batch, mark)]


def drawer_counted(fact: Any, mark: Mark) -> Rows:
    """Found by its batch; the sums stay as they are."""
    return [_touched(fact.batch, mark), _about(SURPRISE, fact.batch, mark)]


def paper_range(_fact: Any, mark: Mark) -> Rows:
    """A range given out or taken back."""
    return [_about(RANGES, "", mark)]


def paper_entered(fact: Any, mark: Mark) -> Rows:
    """Found by its range and by its receipt."""
    return [_about(PAPER, fact.issued.h, mark), _about(PAPER_OF, fact.receipt, mark)]


def paper_listed(fact: Any, mark: Mark) -> Rows:
    """Found by the batch that was counted."""
    return [_about(LISTED, fact.batch, mark)]


def noted(fact: Any, mark: Mark) -> Rows:
    """Found by its account."""
    return [_about(NOTES, fact.account, mark)]


def _touched(batch: str, mark: Mark) -> tuple[str, list[tuple[Any, ...]]]:
    return "batch_money", [money_row(mark, number_id(batch), NO_MONEY)]


def _about(topic: str, key: str, mark: Mark) -> tuple[str, list[tuple[Any, ...]]]:
    return "insert_about", [(topic, key, mark.eid)]
